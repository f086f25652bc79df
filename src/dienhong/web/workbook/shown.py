"""A preview as its page shows it: what is wrong first, then what is new, what changes, and what stays."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from dienhong.vietnamese.numerals import format_count
from dienhong.workbook.preview import Finding, Preview, Row, State, digest

MOST_LISTED = 1_000
"""Rows of one kind that a page lists; the rest are counted."""

WORDS: Mapping[str, tuple[str, str]] = {
    State.ERROR: ("overdue", "lỗi"),
    State.WARNING: ("due_soon", "lưu ý"),
    State.NEW: ("done", "mới"),
    State.CHANGED: ("neutral", "thay đổi"),
    State.SAME: ("draft", "như cũ"),
}
"""How a row looks, and its word."""

COUNTED = {
    State.ERROR: "dòng sai",
    State.NEW: "dòng mới",
    State.CHANGED: "dòng thay đổi",
    State.SAME: "dòng như cũ",
    State.WARNING: "lưu ý",
}


@dataclass(frozen=True)
class Told:
    """A warning or an error and its row."""

    row: Row
    finding: Finding


@dataclass
class Group:
    """Rows of one sheet that become the same."""

    sheet: str
    rows: list[Row] = field(default_factory=list)
    left: int = 0

    @property
    def total(self) -> int:
        return len(self.rows) + self.left


def preview_context(preview: Preview, shown: Sequence[Any]) -> dict[str, Any]:
    """Everything of the page but the upload itself; ``shown`` is the digest of what its clerk saw first."""
    told = [Told(row, finding) for row, finding in preview.findings()]
    counts = preview.counts
    return {
        "counts": [
            (WORDS[s][0], f"{format_count(counts[s])} {word}") for s, word in COUNTED.items() if counts[s]
        ],
        "errors": [one for one in told if one.finding.state is State.ERROR],
        "warnings": [one for one in told if one.finding.state is State.WARNING],
        "new": _by_sheet(preview, State.NEW),
        "changed": _by_sheet(preview, State.CHANGED),
        "same": _by_sheet(preview, State.SAME),
        "meanwhile": list(_meanwhile(preview, shown)),
        "fingerprint": preview.fingerprint,
        "has_errors": preview.has_errors,
        "does": _does(counts) if not preview.has_errors else "",
    }


def _by_sheet(preview: Preview, state: State) -> list[Group]:
    groups: dict[str, Group] = {}
    for row in preview.rows:
        if row.state is state:
            group = groups.setdefault(row.sheet, Group(row.sheet))
            if len(group.rows) < MOST_LISTED:
                group.rows.append(row)
            else:
                group.left += 1
    return list(groups.values())


def _does(counts: Mapping[str, int]) -> str:
    """What the button does; nothing where nothing would change."""
    rows = said_rows(counts[State.NEW], counts[State.CHANGED])
    return f"Ghi {rows}" if rows else ""


def said_rows(new: int, changed: int) -> str:
    """ "12 dòng mới, 03 dòng thay đổi"; what there is none of is not said."""
    counted = ((new, "dòng mới"), (changed, "dòng thay đổi"))
    return ", ".join(f"{format_count(count)} {word}" for count, word in counted if count)


def _meanwhile(preview: Preview, shown: Sequence[Any]) -> Iterator[str]:
    """Rows that no longer become what they were first shown to become, because others wrote meanwhile."""
    before = {(sheet, number): (state, mark) for sheet, number, state, mark in shown}
    for sheet, number, state, mark in digest(preview):
        then, then_mark = before.get((sheet, number), (state, mark))
        if state != then:
            yield f"{sheet}, dòng {number}: lúc tải lên là “{WORDS[then][1]}”, nay là “{WORDS[state][1]}”."
        elif mark != then_mark:
            yield f"{sheet}, dòng {number}: điều hệ thống đang ghi đã khác lúc tải lên."
