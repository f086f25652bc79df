"""Comparing the rows of a sheet with its register: what each would do, and what stands in its way. Writes nothing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.core.exceptions import ObjectDoesNotExist, ValidationError
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.audit.acts import violations_of
from dienhong.kernel.errors import Refused, RuleViolation, Unreadable
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record
from dienhong.workbook.cells import Cell, is_blank
from dienhong.workbook.columns import CODE, STATUS, sheet_of
from dienhong.workbook.differences import (
    changes_between,
    extra_changes,
    warn_kept,
    warn_other_year,
    warn_unknown,
)
from dienhong.workbook.known import Key, Known, key_of_record
from dienhong.workbook.names import label_of
from dienhong.workbook.planned import Columns, Planned
from dienhong.workbook.preview import Row, State
from dienhong.workbook.reading import ReadRow, ReadSheet
from dienhong.workbook.references import References, Waiting
from dienhong.workbook.status import first_status, require_step


@dataclass
class Comparison:
    """A register's rows against what one council has recorded in it."""

    register: Register
    council: Council
    year: int | None
    references: References
    by: User
    at: datetime
    seen: dict[Key, Row] = field(default_factory=dict)
    _columns: dict[str, Columns] = field(default_factory=dict)

    def compare(self, rows: Sequence[tuple[ReadSheet, ReadRow]]) -> list[Planned]:
        """What becomes of each row; every sentence about it is among its findings."""
        planned = [self._drafted(sheet, row) for sheet, row in rows]
        recorded = [one.existing for one in planned if one.existing is not None and not one.is_stuck]
        told = self._sheet.tell(recorded) if self._sheet.extras and recorded else {}
        for one in planned:
            if not one.is_stuck:
                one.known = told.get(one.existing.pk, {}) if one.existing else {}
                self._decide(one)
            if one.is_stuck:
                self.give_up(one)
            elif one.record is not None:
                one.row.title = label_of(one.record)
        return planned

    def give_up(self, planned: Planned) -> None:
        """The row will not be written: what names it must wait, and need not be told that it does not exist."""
        record = planned.record or self._edited_blindly(planned)
        try:
            record.code = record.code or planned.code
            self.references.expect(record, f"dòng {planned.row.number} trang “{planned.row.sheet}”")
            planned.row.title = label_of(record)
        except (AttributeError, TypeError, ValueError, ObjectDoesNotExist):
            pass  # too little of it can be read to have a name

    # --- what the register has --------------------------------------------------------------------------------------
    @property
    def _sheet(self) -> Any:
        return sheet_of(self.register)

    @cached_property
    def known(self) -> Known:
        return Known.of(self.register, self.council)

    @cached_property
    def _complete(self) -> Any:
        return self._sheet.complete(self.council)

    @cached_property
    def _blank(self) -> Record:
        """What every new record begins as."""
        return self.register.model(council=self.council, recorded_by=self.by, recorded_at=self.at)

    @cached_property
    def _today(self) -> date:
        return timezone.localdate(self.at)

    @cached_property
    def _derived(self) -> frozenset[str]:
        """Fields that no cell fills: given by the engine, or rows that were looked up and so exist."""
        referred = {f.name for f in self.register.model._meta.concrete_fields if f.is_relation}
        return frozenset(referred | {"code", "counts_on", "folded", "recorded_at", "version"})

    def columns(self, sheet: ReadSheet) -> Columns:
        """The columns that the sheet has, with references bound to this council."""
        if sheet.name not in self._columns:
            bound = self.references.bind(tuple(sheet.layout.columns.values()))
            placed = zip(sheet.layout.columns, bound, strict=True)
            self._columns[sheet.name] = {column.name: (place, column) for place, column in placed}
        return self._columns[sheet.name]

    # --- cells and the record that they are about -------------------------------------------------------------------
    def _drafted(self, sheet: ReadSheet, read: ReadRow) -> Planned:
        planned = Planned(Row(sheet.name, read.number), self.register, self.columns(sheet))
        for name, cell in read.cells.items():
            if not is_blank(cell):
                self._take_cell(planned, name, cell)
        planned.code = planned.values.pop(CODE, "")
        if self.register.workflow:
            planned.status = planned.values.pop(STATUS, None)
        if not planned.is_stuck:
            try:
                self._match(planned)
            except Refused as refusal:
                planned.refuse(refusal.violations)
        return planned

    def _take_cell(self, planned: Planned, name: str, cell: Cell) -> None:
        column = planned.columns[name][1]
        try:
            value = column.kind.read(cell, self.year)
        except Waiting as waiting:
            planned.waits, planned.row.state = True, State.WARNING
            planned.values |= {} if column.is_extra else {name: waiting.record}
            planned.find(State.WARNING, name, waiting.sentence)
        except Unreadable as error:
            planned.find(State.ERROR, name, error.sentence)
        else:
            (planned.extra if column.is_extra else planned.values)[name] = value

    def _match(self, planned: Planned) -> None:
        """The recorded row of the code, else the one that the cells identify; else a new one."""
        existing = self.known.by_code.get(planned.code)
        if planned.code and existing is None:
            warn_unknown(planned)
        if existing is None:
            self._require_filled(planned)
            planned.record = self._edited(self._blank, planned)
            existing = self._recorded(planned.record, planned)
        planned.existing = existing

    def _recorded(self, candidate: Record, planned: Planned) -> Record | None:
        """The record that the row is about: the standing one, or a cancelled one that it only repeats."""
        key = key_of_record(self.register, candidate)
        if standing := self.known.standing.get(key):
            return standing
        cancelled = self.known.cancelled.get(key)
        if cancelled is None or planned.status not in (None, self._status_of(cancelled)):
            return None
        edited = self._edited(cancelled, planned)
        return None if any(changes_between(cancelled, edited, planned.columns)) else cancelled

    def _edited(self, existing: Record, planned: Planned) -> Record:
        edited = copy(existing)
        for name, value in planned.values.items():
            setattr(edited, name, value)
        self._complete(edited)
        return edited

    def _edited_blindly(self, planned: Planned) -> Record:
        """As far as its cells can be read."""
        edited = copy(planned.existing or self._blank)
        for name, value in planned.values.items():
            setattr(edited, name, value)
        return edited

    def _require_filled(self, planned: Planned) -> None:
        missing = [c for _, c in planned.columns.values() if c.required and c.name not in planned.values]
        Refused.if_any(
            RuleViolation("workbook.missing", f"Thiếu “{c.label}”. {c.explanation}", c.name) for c in missing
        )

    # --- what becomes of it -----------------------------------------------------------------------------------------
    def _decide(self, planned: Planned) -> None:
        try:
            if planned.existing is None:
                self._plan_new(planned)
            else:
                self._plan_existing(planned, planned.existing)
            self._once(planned)
        except Refused as refusal:
            planned.refuse(refusal.violations)

    def _plan_new(self, planned: Planned) -> None:
        record, workflow = planned.record, self.register.workflow
        assert record is not None
        if workflow:
            record.status = first_status(workflow, planned.status, access_of(self.by), self.council)  # type: ignore[attr-defined]
        Refused.if_any([*self._struck_out(planned, None), *self._violations(record)])
        planned.row.state, planned.adds = State.NEW, bool(planned.extra)
        warn_other_year(planned, record, self.year)

    def _plan_existing(self, planned: Planned, existing: Record) -> None:
        row = planned.row
        row.code, row.version = existing.code, existing.version
        edited = self._edited(existing, planned)
        self._step(existing, edited, planned.status)
        row.changes = list(changes_between(existing, edited, planned.columns))
        planned.rewrites = bool(row.changes)
        beside = list(extra_changes(planned))
        planned.adds, row.changes = bool(beside), row.changes + beside
        if existing.is_cancelled:
            planned.record = None
            self._cancelled(row)
            return
        planned.record = edited
        warn_kept(planned, existing)
        if row.changes:
            row.state = State.CHANGED
            Refused.if_any([*self._struck_out(planned, existing), *self._violations(edited)])
            warn_other_year(planned, edited, self.year)
        else:
            planned.tell(State.WARNING, self._violations(copy(existing)))

    def _step(self, existing: Record, edited: Record, status: str | None) -> None:
        old = self._status_of(existing)
        if old and status and status != old:
            assert self.register.workflow is not None
            require_step(self.register.workflow, old, status, access_of(self.by), self.council)
            edited.status = status  # type: ignore[attr-defined]

    def _status_of(self, record: Record) -> str | None:
        """Where the record stands by the register's workflow; what is worked out is no status of a sheet."""
        return getattr(record, STATUS) if self.register.workflow else None

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
            yield from self.register.check(record, self._today)

    def _struck_out(self, planned: Planned, existing: Record | None) -> Iterator[RuleViolation]:
        """What was cancelled is not referred to anew, though what referred to it before still does."""
        for name, value in planned.values.items():
            if isinstance(value, Record) and value.is_cancelled and getattr(existing, name, None) != value:
                said = f"{value.code} đã hủy nên không chọn được nữa."
                yield RuleViolation("workbook.refers_to_cancelled", said, name)

    def _once(self, planned: Planned) -> None:
        """Two rows of one file about the same thing: the clerk must say which one holds."""
        if planned.record is None:
            return
        key, row = key_of_record(self.register, planned.record), planned.row
        earlier = self.seen.setdefault(key, row)
        if earlier is not row:
            names = self._sheet.key
            labels = ", ".join(str(self.register.field(name).verbose_name) for name in names)
            page = f" trang {earlier.sheet}" if earlier.sheet != row.sheet else ""
            sentence = f"Dòng này trùng {labels} với dòng {earlier.number}{page}; hãy giữ lại một dòng."
            raise Refused.because("workbook.twice", sentence, names[-1])
