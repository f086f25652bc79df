"""Importing a workbook: compared and written in one transaction, all of it or nothing.

A preview is the very import, undone: so it says exactly what saving would say, the database's own refusals included.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.db.models import BaseConstraint, CheckConstraint, Field, Q

from dienhong.accounts.models import User
from dienhong.audit.journal import append
from dienhong.documents.numbering import take_numbers
from dienhong.kernel.errors import Changed, Refused, RuleViolation
from dienhong.organisations.models import Council
from dienhong.registers.actions import examine, require_writer, say_nothing_to_report
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record
from dienhong.workbook.columns import sheet_of
from dienhong.workbook.comparing import Planned
from dienhong.workbook.planning import Plan, plan_of
from dienhong.workbook.preview import Preview, State
from dienhong.workbook.reading import ReadBook

IMPORT = "Nhập từ Excel"
STALE = "Số liệu đã thay đổi từ lúc xem trước nên chưa ghi gì; hãy xem lại rồi xác nhận lần nữa."
CLASH = "Dòng này mâu thuẫn với một bản ghi đã có hoặc với một dòng khác của tệp."


def preview_workbook(book: ReadBook, *, council: Council, by: User, at: datetime) -> Preview:
    """What importing would do; nothing is kept. Raises NotAllowed."""
    return _import(book, council, by, at, keep=False)


def import_workbook(
    book: ReadBook, *, council: Council, by: User, at: datetime, expected: str | None = None
) -> Preview:
    """Save the whole file if no row has an error, and nothing otherwise; ``Preview.saved`` tells which.

    ``expected`` is the fingerprint of the preview that was confirmed. Raises NotAllowed, and Changed where the file
    or what it is compared with is no longer what the preview showed.
    """
    return _import(book, council, by, at, keep=True, expected=expected)


@transaction.atomic
def _import(
    book: ReadBook, council: Council, by: User, at: datetime, *, keep: bool, expected: str | None = None
) -> Preview:
    for register in {sheet.register.code: sheet.register for sheet in book.sheets}.values():
        require_writer(register, council, by)
    Council.objects.select_for_update(no_key=True).get(pk=council.pk)
    plan = plan_of(book, council, by, at)
    try:
        _write(plan, by, at)
    except IntegrityError:
        _blame(plan)
    preview = plan.preview()
    if expected is not None and preview.fingerprint != expected:
        raise Changed(STALE)
    saved = keep and not preview.has_errors
    if not saved:
        transaction.set_rollback(True)
    return replace(preview, saved=saved)


@transaction.atomic
def _write(plan: Plan, by: User, at: datetime) -> None:
    for register, rows in _by_register(plan):
        for batch in _batches(plan, register, rows, at):
            _create(register, plan.council, [p for p in batch if p.row.state is State.NEW])
            _update([p for p in batch if p.row.state is State.CHANGED])
    _journal(plan, by, at)
    for register, word in plan.words:
        try:
            say_nothing_to_report(register, council=plan.council, period=plan.period, by=by, at=at)
        except Refused as refusal:
            word.find(State.ERROR, refusal.sentence)


def _by_register(plan: Plan) -> Iterator[tuple[Register, list[Planned]]]:
    rows: dict[str, list[Planned]] = defaultdict(list)
    for planned in plan.planned:
        if planned.is_written:
            rows[planned.register.code].append(planned)
    return ((found[0].register, found) for found in rows.values())


def _batches(plan: Plan, register: Register, rows: list[Planned], at: datetime) -> Iterator[list[Planned]]:
    """All rows at once; but one by one, in the order of the file, where a rule looks at other records.

    There each row is examined when those before it are written: a seat taken by row 7 is not free for row 8.
    """
    if not register.in_line:
        yield rows
        return
    for planned in rows:
        assert planned.record is not None
        try:
            examine(register, planned.record, at)
        except Refused as refusal:
            plan.refuse(planned, refusal.violations)
        else:
            yield [planned]


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
        register.objects.bulk_create(records, batch_size=500)


def _update(rows: Sequence[Planned]) -> None:
    for planned in rows:
        assert planned.record is not None and planned.existing is not None
        planned.record.version = planned.existing.version + 1
        planned.record.save(force_update=True)


def _journal(plan: Plan, by: User, at: datetime) -> None:
    """One entry for the file: its name and hash, the counts, and under each record's code what was written."""
    written = [p for p in plan.planned if p.is_written]
    if not written:
        return
    counts = plan.preview().counts
    said = {"file": plan.book.file_name, "sha256": plan.book.sha256, "new": counts["new"]}
    changes: dict[str, Any] = {name: [None, value] for name, value in said.items()}
    changes["changed"] = [None, counts["changed"]]
    for planned in written:
        assert planned.record is not None
        changes[planned.record.code] = _old_and_new(planned)
    records = [p.record for p in written if p.record is not None]
    append(
        council_id=plan.council.pk,
        by=by,
        verb=IMPORT,
        record=plan.council,
        at=at,
        changes=changes,
        about=records,
    )


def _old_and_new(planned: Planned) -> list[dict[str, Any] | None]:
    """The fields that changed, old and new; of a new record all that say something."""
    shown = sheet_of(planned.register).columns
    model = planned.register.model
    fields = [f for f in model._meta.concrete_fields if _is_told(f, shown) and f.name not in model.UNTOLD]
    new = {f.name: getattr(planned.record, f.attname) for f in fields}
    if planned.existing is None:
        return [None, {name: value for name, value in new.items() if value not in (None, "")}]
    old = {f.name: getattr(planned.existing, f.attname) for f in fields}
    names = [name for name in new if old[name] != new[name]]
    return [{name: old[name] for name in names}, {name: new[name] for name in names}]


def _is_told(field: Field[Any, Any], shown: Collection[str]) -> bool:
    """What people fill in; not what follows from it."""
    return not field.primary_key and (field.editable or field.name in shown)


def _blame(plan: Plan) -> None:
    """The database refused the whole: write row by row, undone at the end, to find which and why."""
    written = [p for p in plan.planned if p.is_written]
    with transaction.atomic():
        for planned in written:
            plan.refuse(planned, _try_alone(planned))
        transaction.set_rollback(True)
    if written and not any(p.row.state is State.ERROR for p in written):
        plan.refuse(written[0], [RuleViolation("workbook.clash", CLASH)])


def _try_alone(planned: Planned) -> tuple[RuleViolation, ...]:
    record = planned.record
    assert record is not None
    if planned.existing is None:
        record.pk, record.code = None, f"?{planned.row.number}"
        record._state.adding = True
    if broken := tuple(_broken_constraints(planned.register, record)):
        return broken
    try:
        with transaction.atomic():
            record.save()
    except IntegrityError:
        return (RuleViolation("workbook.clash", CLASH),)
    return ()


def _broken_constraints(register: Register, record: Record) -> Iterator[RuleViolation]:
    """The model's constraints that do not hold, each at the last column of the sheet that it speaks of."""
    for model, constraints in record.get_constraints():
        for constraint in constraints:
            try:
                constraint.validate(model, record)
            except ValidationError as error:
                spoken_of = _fields_of(constraint)
                field = next((n for n in reversed(sheet_of(register).columns) if n in spoken_of), None)
                yield RuleViolation("shape", " ".join(error.messages), field)


def _fields_of(constraint: BaseConstraint) -> Collection[str]:
    if isinstance(constraint, CheckConstraint) and isinstance(constraint.condition, Q):
        referred: set[str] = constraint.condition.referenced_base_fields
        return referred
    return getattr(constraint, "fields", ())
