"""Writing the rows of one register: compared, written, and what their extra columns say carried out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property
from typing import Any

from django.db import IntegrityError, transaction

from dienhong.accounts.models import User
from dienhong.audit.journal import Gathered
from dienhong.audit.rows import insert_rows, update_rows
from dienhong.documents.numbering import take_numbers
from dienhong.kernel.errors import Refused, RuleViolation
from dienhong.organisations.models import Council
from dienhong.registers.actions import examine, move_parts
from dienhong.registers.declaration import Carried, Register
from dienhong.workbook.actions.clashes import CLASH, broken_constraints
from dienhong.workbook.actions.journal import note
from dienhong.workbook.columns import sheet_of
from dienhong.workbook.comparing import Comparison
from dienhong.workbook.dependencies import refers_to_itself, written_with
from dienhong.workbook.planned import Planned
from dienhong.workbook.planning import Plan
from dienhong.workbook.preview import State
from dienhong.workbook.reading import ReadRow, ReadSheet

Rows = Sequence[tuple[ReadSheet, ReadRow]]


def take_rows(taking: Taking, rows: Rows) -> None:
    """Compare the rows and write them all at once; where the database refuses, one by one, to find which and why."""
    plan, written = taking.plan, written_with(taking.register)
    try:
        with taking.gathered.unless_undone(), transaction.atomic():
            planned = taking.take(rows)
    except IntegrityError:
        plan.references.forget(written)
        planned = replace(taking, careful=True).take(rows)
    plan.planned += planned
    plan.references.forget(written)


@dataclass(frozen=True)
class Taking:
    """One attempt at the rows of a register; a careful one writes each row for itself."""

    plan: Plan
    register: Register
    gathered: Gathered
    by: User
    at: datetime
    careful: bool = False

    def take(self, rows: Rows) -> list[Planned]:
        comparison = Comparison(
            self.register, self.plan.council, self.plan.book.year, self.plan.references, self.by, self.at
        )
        planned: list[Planned] = []
        for batch in self._batches(rows):
            compared = comparison.compare(batch)
            for one in self._write(compared):
                comparison.give_up(one)
            self._carry_out(compared)
            planned += compared
        return planned

    @cached_property
    def _names_itself(self) -> bool:
        return refers_to_itself(self.register)

    def _batches(self, rows: Rows) -> Iterator[Rows]:
        """All rows at once; but one by one, in the order of the file, where a rule or a row looks at other records.

        There each row is examined when those before it are written: a seat taken by row 7 is not free for row 8.
        """
        if self.register.in_line or self._names_itself:
            return ([row] for row in rows)
        return iter([rows])

    def _write(self, compared: Sequence[Planned]) -> list[Planned]:
        """The rows that were refused."""
        refused = [one for one in compared if one.is_written and not self._examined(one)]
        written = [one for one in compared if one.is_written]
        if not self.careful:
            self._save(written)
            return refused
        return refused + [one for one in written if not self._saved_alone(one)]

    def _examined(self, planned: Planned) -> bool:
        if not self.register.in_line:
            return True
        assert planned.record is not None
        try:
            examine(self.register, planned.record, self.at)
        except Refused as refusal:
            planned.refuse(refusal.violations)
        return planned.row.state is not State.ERROR

    def _saved_alone(self, planned: Planned) -> bool:
        assert planned.record is not None
        planned.refuse(broken_constraints(self.register, planned.record))
        if planned.is_written:
            try:
                with transaction.atomic():
                    self._save([planned])
            except IntegrityError:
                planned.refuse([RuleViolation("workbook.clash", CLASH)])
        return planned.is_written

    def _save(self, planned: Sequence[Planned]) -> None:
        new = [one for one in planned if one.row.state is State.NEW]
        _create(self.register, self.plan.council, new)
        changed = [one for one in planned if one.row.state is State.CHANGED and one.rewrites]
        _update(self.register, changed)
        note(self.gathered, (one for one in planned if one.row.state is State.NEW or one.rewrites))
        for one in changed:
            assert one.record is not None
            move_parts(self.register, one.record, by=self.by, at=self.at)
        for one in new:
            if one.code:
                assert one.record is not None
                self.plan.references.give_code(one.code, one.record)
        if self._names_itself:
            self.plan.references.forget({self.register.model})

    def _carry_out(self, compared: Sequence[Planned]) -> None:
        """What the extra columns say, once the records are there."""
        carrying = [one for one in compared if one.is_written and one.adds]
        rows = [Carried(one.record, one.extra, one.known) for one in carrying]
        for planned, row in zip(carrying, self._carried(rows), strict=True):
            planned.refuse(row.violations)

    def _carried(self, rows: list[Carried]) -> list[Carried]:
        act = sheet_of(self.register).carry_out
        for part in [[row] for row in rows] if self.careful else [rows] if rows else []:
            try:
                with transaction.atomic() if self.careful else nullcontext():
                    act(part, self.by, self.at)
            except IntegrityError:
                if not self.careful:
                    raise
                part[0].violations.append(RuleViolation("workbook.clash", CLASH))
        return rows


def _create(register: Register, council: Council, rows: Sequence[Planned]) -> None:
    """Insert new records in the order of the file, their numbers taken in one go per year."""
    by_year: dict[int, list[Any]] = defaultdict(list)
    for planned in rows:
        assert planned.record is not None
        by_year[planned.record.counts_on.year].append(planned.record)
    for year, records in by_year.items():
        count = len(records)
        numbers = take_numbers(council_id=council.pk, series=register.prefix, year=year, count=count)
        for record, number in zip(records, numbers, strict=True):
            record.take_code(register.record_code(year, number))
        insert_rows(register.model, records)


def _update(register: Register, rows: Sequence[Planned]) -> None:
    records: list[Any] = [planned.record for planned in rows]
    for planned, record in zip(rows, records, strict=True):
        assert planned.existing is not None
        record.version = planned.existing.version + 1
        record.derive()
    fields = [f.name for f in register.model._meta.concrete_fields if not f.primary_key]
    update_rows(register.model, records, fields)
