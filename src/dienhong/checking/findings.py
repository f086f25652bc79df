"""What the checks return: relations, and the findings of those that do not hold. The JSON is a contract."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from dienhong.checking.units import Unit

ERROR, WARNING, NOTE = "error", "warning", "note"
SEVERITIES = {
    "sum": ERROR, "percent": ERROR, "ratio": ERROR, "count": ERROR, "repeat": ERROR, "date": ERROR,
    "heading": WARNING, "reference": WARNING, "records": WARNING, "sequence": NOTE, "encoding": NOTE,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure of a breakdown: what it is said of, its value and noun, its place in the repaired text."""

    label: str
    value: Decimal
    text: str
    unit: Unit
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A whole and its parts, kept so that the same breakdown told twice can be compared."""

    whole: Amount
    parts: tuple[Amount, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """One thing that was checked; offsets are in the repaired text. `formula` shows it for --verbose."""

    code: str
    holds: bool
    start: int
    end: int
    formula: str
    stated: str = ""
    computed: str = ""
    message: str = ""
    severity: str = ""
    places: tuple[tuple[int, int], ...] = ()
    """Where every figure of the relation stands: two relations with the same places are the same."""
    breakdown: Breakdown | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a clerk is told; start and end are offsets in the text that was read."""

    code: str
    severity: str
    message: str
    excerpt: str
    start: int
    end: int
    stated: str = ""
    computed: str = ""

    def as_json(self) -> dict[str, Any]:
        return {
            "code": self.code, "severity": self.severity, "message": self.message, "excerpt": self.excerpt,
            "start": self.start, "end": self.end, "stated": self.stated, "computed": self.computed,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Checked:
    """A relation as --verbose lists it, placed in the text that was read."""

    code: str
    holds: bool
    formula: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Result:
    """The outcome for one document."""

    file: str
    characters: int
    figures: int
    findings: tuple[Finding, ...]
    checked: tuple[Checked, ...] = field(default=())

    @property
    def relations(self) -> int:
        return len(self.checked)

    @property
    def errors(self) -> tuple[Finding, ...]:
        return tuple(finding for finding in self.findings if finding.severity == ERROR)

    def as_json(self) -> dict[str, Any]:
        return {
            "file": self.file, "characters": self.characters, "figures": self.figures,
            "relations": self.relations, "findings": [finding.as_json() for finding in self.findings],
        }  # fmt: skip
