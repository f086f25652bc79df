"""Findings of a check as they are kept: a name for each, its severity's word, what was decided of it. Pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dienhong.checking.findings import ERROR, NOTE, SEVERITIES, WARNING, Result

SEVERITY_WORDS = {ERROR: "Sai", WARNING: "Cần xem", NOTE: "Ghi chú"}
KEPT = ("key", "code", "severity", "message", "excerpt", "start", "end", "link")
ORDER = (ERROR, WARNING, NOTE)

CODE_WORDS: Mapping[str, str] = {
    "sum": "tổng và phần",
    "percent": "tỷ lệ",
    "ratio": "n/N",
    "count": "số đã nêu và danh sách",
    "repeat": "nêu lại",
    "reference": "văn bản viện dẫn",
    "date": "ngày tháng",
    "heading": "thứ tự đề mục",
    "sequence": "số thứ tự",
    "encoding": "chữ, mã chữ",
    "records": "so với sổ",
}
assert CODE_WORDS.keys() == SEVERITIES.keys()


@dataclass(frozen=True)
class KeptFinding:
    """A finding of the last check; ``number`` counts from 1 in the order of the text."""

    number: int
    key: str
    code: str
    severity: str
    message: str
    excerpt: str
    start: int
    end: int
    link: str = ""

    @property
    def word(self) -> str:
        return SEVERITY_WORDS[self.severity]

    @property
    def about(self) -> str:
        return CODE_WORDS[self.code]


def kept(result: Result) -> dict[str, Any]:
    """The JSON that is stored: the contract, each finding with its key, and every relation that was checked."""
    document = result.as_json()
    findings = sorted(document["findings"], key=lambda one: (one["start"], one["end"], one["code"]))
    for key, finding in zip(_keys(findings), findings, strict=True):
        finding["key"] = key
    checked = [
        {"code": one.code, "holds": one.holds, "formula": one.formula, "start": one.start, "end": one.end}
        for one in result.checked
    ]
    return {**document, "findings": findings, "checked": checked}


def _keys(findings: Iterable[Mapping[str, Any]]) -> list[str]:
    """code-start-end, which stays while the text stays; a second finding of one kind in one place gets a letter."""
    seen: Counter[str] = Counter()
    keys = []
    for finding in findings:
        name = f"{finding['code']}-{finding['start']}-{finding['end']}"
        seen[name] += 1
        keys.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return keys


def findings_of(result: Mapping[str, Any]) -> list[KeptFinding]:
    """The stored findings in the order of the text."""
    return [
        KeptFinding(number=number, **{name: found.get(name, "") for name in KEPT})
        for number, found in enumerate(result.get("findings", ()), start=1)
    ]


def counted(result: Mapping[str, Any]) -> dict[str, int]:
    """How many findings of each severity, as the report's own fields."""
    count = Counter(found["severity"] for found in result["findings"])
    return {"error_count": count[ERROR], "warning_count": count[WARNING], "note_count": count[NOTE]}
