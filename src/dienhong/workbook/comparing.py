"""Comparing a workbook with the registers: what each row would do, and what stands in its way. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from copy import copy
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.audit.acts import violations_of
from dienhong.kernel.errors import Refused, RuleViolation, Unreadable
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record
from dienhong.vietnamese.dates import format_date
from dienhong.workbook.cells import is_blank, typed
from dienhong.workbook.columns import CODE, STATUS, SheetColumn, sheet_of
from dienhong.workbook.known import Key, Known, key_of_record
from dienhong.workbook.preview import Change, Row, State
from dienhong.workbook.reading import ReadRow, ReadSheet
from dienhong.workbook.status import first_status, require_step


@dataclass
class Planned:
    """A row of the preview with the record that it would write, and the recorded one that it would change."""

    row: Row
    register: Register
    record: Record | None = None
    existing: Record | None = None

    @property
    def is_written(self) -> bool:
        return self.record is not None and self.row.state in {State.NEW, State.CHANGED}


@dataclass
class SheetComparison:
    """One sheet against its register, for one council."""

    sheet: ReadSheet
    council: Council
    year: int | None
    by: User
    at: datetime
    seen: dict[Key, Row] = field(default_factory=dict)

    @property
    def register(self) -> Register:
        return self.sheet.register

    @cached_property
    def columns(self) -> dict[str, tuple[int, SheetColumn]]:
        """The columns that the sheet has, by field, with their places."""
        return {column.name: (place, column) for place, column in self.sheet.layout.columns.items()}

    @cached_property
    def known(self) -> Known:
        return Known.of(self.register, self.council)

    @cached_property
    def _complete(self) -> Any:
        return sheet_of(self.register).complete(self.council)

    @cached_property
    def _blank(self) -> Record:
        """What every new record begins as."""
        return self.register.model(council=self.council, recorded_by=self.by, recorded_at=self.at)

    @cached_property
    def _derived(self) -> frozenset[str]:
        """Fields that no cell fills: given by the engine, or rows that were looked up and so exist."""
        referred = {f.name for f in self.register.model._meta.concrete_fields if f.is_relation}
        return frozenset(referred | {"code", "counts_on", "folded", "recorded_at", "version"})

    def compare(self, read: ReadRow) -> Planned:
        """What becomes of one row; every sentence about it is among its findings."""
        planned = Planned(Row(self.sheet.name, read.number), self.register)
        values = self._values(read, planned.row)
        if planned.row.state is not State.ERROR:
            try:
                self._plan(planned, values)
            except Refused as refusal:
                self.refuse(planned.row, refusal.violations)
        return planned

    # --- cells ------------------------------------------------------------------------------------------------------
    def _values(self, read: ReadRow, row: Row) -> dict[str, Any]:
        """The values of the cells that hold something."""
        values = {}
        for name, cell in read.cells.items():
            if not is_blank(cell):
                place, column = self.columns[name]
                try:
                    values[name] = column.kind.read(cell, self.year)
                except Unreadable as error:
                    row.find(State.ERROR, error.sentence, column.label, place)
        return values

    # --- the record of a row ----------------------------------------------------------------------------------------
    def _plan(self, planned: Planned, values: dict[str, Any]) -> None:
        row, code = planned.row, values.pop(CODE, "")
        status = values.pop(STATUS, None) if self.register.workflow else None
        existing = self.known.by_code.get(code)
        if code and existing is None:
            self._warn_unknown(row, code)
        if existing is None:
            self._require_filled(row, values)
            candidate = self._edited(self._blank, values)
            existing = self._recorded(candidate, values, status)
        if existing is None:
            self._plan_new(planned, candidate, status)
        else:
            self._plan_existing(planned, existing, values, status)
        self._once(planned)

    def _recorded(self, candidate: Record, values: Mapping[str, Any], status: str | None) -> Record | None:
        """The record that the row is about: the standing one, or a cancelled one that it only repeats."""
        key = key_of_record(self.register, candidate)
        if standing := self.known.standing.get(key):
            return standing
        cancelled = self.known.cancelled.get(key)
        if cancelled is None or status not in (None, getattr(cancelled, STATUS, None)):
            return None
        return None if any(self._changes(cancelled, self._edited(cancelled, values))) else cancelled

    def _edited(self, existing: Record, values: Mapping[str, Any]) -> Record:
        edited = copy(existing)
        for name, value in values.items():
            setattr(edited, name, value)
        self._complete(edited)
        return edited

    def _plan_new(self, planned: Planned, record: Record, status: str | None) -> None:
        row, workflow = planned.row, self.register.workflow
        if workflow:
            record.status = first_status(workflow, status, access_of(self.by), self.council)  # type: ignore[attr-defined]
        Refused.if_any(self._violations(record))
        row.state, planned.record = State.NEW, record
        self._warn_other_year(row, record)

    def _plan_existing(
        self, planned: Planned, existing: Record, values: Mapping[str, Any], status: str | None
    ) -> None:
        row = planned.row
        row.code, row.version = existing.code, existing.version
        edited = self._edited(existing, values)
        self._step(existing, edited, status)
        row.changes = list(self._changes(existing, edited))
        if existing.is_cancelled:
            self._cancelled(row)
            return
        planned.existing, planned.record = existing, edited
        self._warn_kept(row, existing, values)
        if row.changes:
            row.state = State.CHANGED
            Refused.if_any(self._violations(edited))
            self._warn_other_year(row, edited)
        else:
            self._warn_old(row, existing)

    def _step(self, existing: Record, edited: Record, status: str | None) -> None:
        workflow, old = self.register.workflow, getattr(existing, STATUS, None)
        if workflow and old and status and status != old:
            require_step(workflow, old, status, access_of(self.by), self.council)
            edited.status = status  # type: ignore[attr-defined]

    def _cancelled(self, row: Row) -> None:
        if row.changes:
            row.changes = []
            said = f"Bản ghi {row.code} đã hủy nên không sửa được nữa."
            raise Refused.because("workbook.cancelled", said, CODE)
        row.state = State.WARNING
        said = f"Bản ghi {row.code} đã hủy nên dòng này không được ghi lại; hãy xóa dòng khỏi tệp."
        row.find(State.WARNING, said)

    # --- what the model and the law say -----------------------------------------------------------------------------
    def _violations(self, record: Record) -> Iterator[RuleViolation | None]:
        """Shape first, law second, as for a form; what takes other records to know is checked when writing."""
        try:
            record.clean_fields(exclude=self._derived)
            record.clean()
        except ValidationError as error:
            yield from violations_of(error)
            return
        record.derive()
        if not self.register.in_line:
            yield from self.register.check(record, timezone.localdate(self.at))

    def _once(self, planned: Planned) -> None:
        """Two rows of one file about the same thing: the clerk must say which one holds."""
        if planned.record is None:
            return
        key, row = key_of_record(self.register, planned.record), planned.row
        earlier = self.seen.setdefault(key, row)
        if earlier is not row:
            names = sheet_of(self.register).key
            labels = ", ".join(str(self.register.field(name).verbose_name) for name in names)
            page = f" trang {earlier.sheet}" if earlier.sheet != row.sheet else ""
            sentence = f"Dòng này trùng {labels} với dòng {earlier.number}{page}; hãy giữ lại một dòng."
            raise Refused.because("workbook.twice", sentence, names[-1])

    def _require_filled(self, row: Row, values: Mapping[str, Any]) -> None:
        missing = [c for _, c in self.columns.values() if c.required and c.name not in values]
        Refused.if_any(
            RuleViolation("workbook.missing", f"Thiếu “{c.label}”. {c.explanation}", c.name) for c in missing
        )

    def refuse(self, row: Row, violations: Iterable[RuleViolation]) -> None:
        """Turn what a rule does not allow into errors of the row, each at its column."""
        for violation in violations:
            place, column = self.columns.get(violation.field or "", (None, None))
            row.find(State.ERROR, violation.sentence, column.label if column else "", place)

    # --- differences and warnings -----------------------------------------------------------------------------------
    def _changes(self, old: Record, new: Record) -> Iterator[Change]:
        for name, (_, column) in self.columns.items():
            before, after = getattr(old, name), getattr(new, name)
            if name != CODE and before != after and not _equal(column, before, after):
                yield Change(column.label, _words(column, before), _words(column, after))

    def _warn_kept(self, row: Row, existing: Record, values: Mapping[str, Any]) -> None:
        """A blank cell never erases; a clerk who meant it to is told."""
        for name, (place, column) in self.columns.items():
            value = None if name in {CODE, STATUS} or name in values else getattr(existing, name)
            if value != column.default and not is_blank(column.write(value)):
                said = f"Ô để trống nhưng hệ thống đang ghi “{_words(column, value)}”; điều đã ghi được giữ nguyên."
                row.find(State.WARNING, said, column.label, place)

    def _warn_old(self, row: Row, existing: Record) -> None:
        """What is recorded but would not be accepted today is told, and left as it is."""
        for violation in self._violations(copy(existing)):
            if violation:
                place, column = self.columns.get(violation.field or "", (None, None))
                row.find(State.WARNING, violation.sentence, column.label if column else "", place)

    def _warn_other_year(self, row: Row, record: Record) -> None:
        if self.year and not self.register.valid_on and record.counts_on.year != self.year:
            day = format_date(record.counts_on)
            row.find(
                State.WARNING,
                f"Dòng này tính vào ngày {day}, ngoài năm {self.year} của tệp; hãy xem lại ngày.",
            )

    def _warn_unknown(self, row: Row, code: str) -> None:
        place, column = self.columns[CODE]
        said = f"Không có bản ghi mang mã {code}; dòng được nhận theo nội dung và sẽ có mã mới nếu chưa ghi."
        row.find(State.WARNING, said, column.label, place)


def _equal(column: SheetColumn, before: Any, after: Any) -> bool:
    return before is not None and after is not None and column.kind.equal(before, after)


def _words(column: SheetColumn, value: Any) -> str:
    return typed(column.write(value)) or "(trống)"
