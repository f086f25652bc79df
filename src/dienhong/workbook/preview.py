"""What an import would do, row by row, in plain values: printed, stored between two pages, or sent as JSON."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any


class State(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    WARNING = "warning"
    ERROR = "error"


@dataclass(frozen=True)
class Finding:
    """One warning or error: where (the column by its heading and place, if it is about one) and what would be right."""

    state: State
    message: str
    column: str = ""
    place: int | None = None


@dataclass(frozen=True)
class Change:
    """A field with what is recorded and what the file says, in words."""

    label: str
    old: str
    new: str


@dataclass
class Row:
    """One row of one sheet, by its number as Excel shows it; ``version`` is the record's that was compared.

    ``title`` is what people call the record that it is about, as far as that can be told.
    """

    sheet: str
    number: int
    state: State = State.SAME
    code: str = ""
    title: str = ""
    version: int = 0
    changes: list[Change] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def find(self, state: State, message: str, column: str = "", place: int | None = None) -> None:
        """Add a finding; an error makes the row one that is not written."""
        self.findings.append(Finding(state, message, column, place))
        if state is State.ERROR:
            self.state = State.ERROR


@dataclass(frozen=True)
class Preview:
    """The outcome of comparing a file with the registers, and whether it was saved."""

    file_name: str
    sha256: str
    rows: tuple[Row, ...]
    saved: bool = False

    @property
    def counts(self) -> dict[str, int]:
        """Rows by what becomes of them; a warning is counted beside that."""
        by_state = Counter(row.state for row in self.rows)
        warned = sum(any(f.state is State.WARNING for f in row.findings) for row in self.rows)
        return {state.value: by_state[state] for state in State} | {State.WARNING.value: warned}

    @property
    def has_errors(self) -> bool:
        return any(row.state is State.ERROR for row in self.rows)

    @property
    def fingerprint(self) -> str:
        """The same as long as the file and everything that it was compared with are the same."""
        said = [self.sha256, [asdict(row) for row in self.rows]]
        return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()

    def findings(self) -> Iterator[tuple[Row, Finding]]:
        return ((row, finding) for row in self.rows for finding in row.findings)

    def as_document(self) -> dict[str, Any]:
        """The JSON of the contract: counts, and a line for each warning and error."""
        lines = [
            {"sheet": r.sheet, "row": r.number, "column": f.column, "state": f.state, "message": f.message}
            for r, f in self.findings()
        ]
        return {**self.counts, "rows": lines}


def digest(preview: Preview) -> list[list[Any]]:
    """What was shown of each row: where it stands, what becomes of it, and a mark of what it changes."""
    return [[row.sheet, row.number, row.state.value, _mark(row)] for row in preview.rows]


def _mark(row: Row) -> str:
    said = [(change.label, change.old, change.new) for change in row.changes]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:16]
