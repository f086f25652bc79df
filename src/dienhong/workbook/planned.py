"""One row on its way into the registers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from dienhong.kernel.errors import RuleViolation
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record
from dienhong.workbook.columns import SheetColumn, columns_of
from dienhong.workbook.preview import Row, State

Columns = Mapping[str, tuple[int, SheetColumn]]
"""The columns that a sheet has, by name, with their places."""


@dataclass
class Planned:
    """A row of the preview with what its cells say, the record that it would write, and the one that it would change.

    ``values`` are those of the record's fields, ``extra`` those of the extra columns; ``known`` is what these said
    before. ``rewrites``: fields of a recorded one change; ``adds``: the extra columns say something that is not
    recorded yet; ``waits``: the row names one that must be mended first.
    """

    row: Row
    register: Register
    columns: Columns
    code: str = ""
    status: str | None = None
    values: dict[str, Any] = field(default_factory=dict)
    extra: dict[str, Any] = field(default_factory=dict)
    known: Mapping[str, Any] = field(default_factory=dict)
    record: Record | None = None
    existing: Record | None = None
    rewrites: bool = False
    adds: bool = False
    waits: bool = False

    @property
    def is_written(self) -> bool:
        return self.record is not None and self.row.state in {State.NEW, State.CHANGED}

    @property
    def is_stuck(self) -> bool:
        """Whether it cannot be taken as it is."""
        return self.waits or self.row.state is State.ERROR

    def refuse(self, violations: Iterable[RuleViolation | None]) -> None:
        """Turn what a rule does not allow into errors, each at its column."""
        self.tell(State.ERROR, violations)

    def tell(self, state: State, violations: Iterable[RuleViolation | None]) -> None:
        for violation in violations:
            if violation:
                place, column = self.columns.get(violation.field or "", (None, None))
                label = column.label if column else self._label(violation.field)
                self.row.find(state, violation.sentence, label, place)

    def _label(self, name: str | None) -> str:
        """The heading of a column that the sheet lacks."""
        return next((column.label for column in columns_of(self.register) if column.name == name), "")

    def find(self, state: State, name: str, message: str) -> None:
        """A finding at a column of the sheet."""
        place, column = self.columns[name]
        self.row.find(state, message, column.label, place)
