"""The writers of every plain register: permission, rules, write, audit, in one transaction."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from datetime import datetime
from typing import Any

from django.db import models, transaction
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.audit.journal import append
from dienhong.documents.numbering import take_number
from dienhong.kernel.errors import NotAllowed, Refused, RuleViolation
from dienhong.kernel.period import Period
from dienhong.kernel.workflow import Transition
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register
from dienhong.registers.models import NothingToReport, Record

CANCELLED = "Bản ghi này đã hủy nên không sửa được nữa."


@transaction.atomic
def add(register: Register, *, council: Council, values: Mapping[str, Any], by: User, at: datetime) -> Record:
    """Record something new. Raises NotAllowed, or Refused with every sentence at once; nothing is half-saved."""
    require_writer(register, council, by)
    stand_in_line(register, council)
    record = register.model(council=council, recorded_by=by, recorded_at=at, **values)
    examine(register, record, at)
    number = take_number(council_id=council.pk, series=register.prefix, year=record.counts_on.year)
    record.code = register.record_code(record.counts_on.year, number)
    return acts.create(record, council_id=council.pk, by=by, at=at)


@transaction.atomic
def change(
    register: Register,
    record: Record,
    *,
    values: Mapping[str, Any],
    expected_version: int,
    by: User,
    at: datetime,
) -> Record:
    """Change fields of a record that still stands. Raises NotAllowed, Changed or Refused."""
    return carry_out(
        register, record, values=values, expected_version=expected_version, by=by, at=at, verb="Sửa"
    )


@transaction.atomic
def carry_out(
    register: Register,
    record: Record,
    *,
    values: Mapping[str, Any],
    expected_version: int,
    by: User,
    at: datetime,
    verb: str,
    reason: str = "",
) -> Record:
    """Set fields under a verb of the register's own, with every check of a change."""
    require_writer(register, record.council, by)
    stand_in_line(register, record.council)
    Refused.if_any([_cancelled(record)])
    edited = copy(record)
    for name, value in values.items():
        setattr(edited, name, value)
    examine(register, edited, at)
    changed = acts.update(
        record,
        {**values, "counts_on": edited.counts_on},
        expected_version=expected_version,
        council_id=record.council_id,
        by=by,
        at=at,
        verb=verb,
        reason=reason.strip(),
    )
    move_parts(register, changed, by=by, at=at)
    return changed


@transaction.atomic
def cancel(
    register: Register, record: Record, *, reason: str, expected_version: int, by: User, at: datetime
) -> Record:
    """Strike a record out, with the reason that stays in the audit; it no longer counts but can be read.

    Its parts go with it: what belongs to something that no longer counts does not count either.
    """
    require_writer(register, record.council, by)
    stand_in_line(register, record.council)
    Refused.if_any([_cancelled(record), _missing(reason), *register.check_cancel(record)])
    for part, row in _standing_parts(register, record):
        cancel(part, row, reason=reason, expected_version=row.version, by=by, at=at)
    return acts.update(
        record,
        {"cancelled_at": at, "cancel_reason": reason.strip()},
        expected_version=expected_version,
        council_id=record.council_id,
        by=by,
        at=at,
        verb="Hủy",
        reason=reason.strip(),
    )


@transaction.atomic
def move(
    register: Register,
    record: Record,
    *,
    step: str,
    expected_version: int,
    by: User,
    at: datetime,
    reason: str = "",
) -> Record:
    """Take a step of the register's workflow. Who may take it stands in the table."""
    assert register.workflow is not None
    transition = register.workflow.transition(step)
    if not access_of(by).may_act(record.council, transition.roles):  # type: ignore[arg-type]
        raise NotAllowed(not_for_this_role(transition, record.council))
    stand_in_line(register, record.council)
    violation = register.workflow.violation(step, record.status, reason)  # type: ignore[attr-defined]
    Refused.if_any([_cancelled(record), violation])
    Refused.if_any(register.check_step(record, step, timezone.localdate(at)))
    values = _as_moved(register, transition, reason)
    moved = copy(record)
    for name, value in values.items():
        setattr(moved, name, value)
    examine(register, moved, at)
    return acts.update(
        record,
        values,
        expected_version=expected_version,
        council_id=record.council_id,
        by=by,
        at=at,
        verb=transition.label,
        reason=reason.strip(),
    )


@transaction.atomic
def say_nothing_to_report(
    register: Register, *, council: Council, period: Period, by: User, at: datetime
) -> NothingToReport:
    """Record the council's word that the register has nothing in the period; refused while it has something."""
    require_writer(register, council, by)
    if register.objects.of_councils([council.pk]).counted().in_period(period).exists():
        raise Refused.because(
            "nothing.but_records", f"Sổ {register.title} đã có bản ghi trong {period.label}."
        )
    word, fresh = NothingToReport.objects.get_or_create(
        council=council,
        register=register.code,
        first=period.first,
        last=period.last,
        withdrawn_at=None,
        defaults={"recorded_by": by, "recorded_at": at},
    )
    if fresh:
        append(council_id=council.pk, by=by, verb="Báo không phát sinh", record=word, at=at)
    return word


@transaction.atomic
def take_back_nothing(
    register: Register, word: NothingToReport, *, reason: str, by: User, at: datetime
) -> NothingToReport:
    """Take back the word that there was nothing: the register is silent again. The reason stays in the audit."""
    require_writer(register, word.council, by)
    current = NothingToReport.objects.select_for_update().get(pk=word.pk)
    gone = RuleViolation("nothing.withdrawn", "Báo “không phát sinh” này đã được rút lại trước đó.")
    missing = RuleViolation("reason", "Hãy ghi lý do rút lại.", "reason")
    Refused.if_any([gone if current.withdrawn_at else None, None if reason.strip() else missing])
    current.withdrawn_at = at
    current.save(update_fields=["withdrawn_at"])
    verb, council_id = "Rút lại “không phát sinh”", current.council_id
    append(council_id=council_id, by=by, verb=verb, record=current, at=at, reason=reason.strip())
    return current


def not_a_writer(register: Register, council: Council) -> str:
    """Why a reader may not write."""
    return f"Anh/chị xem được sổ {register.title} của {council.name} nhưng không được ghi hoặc sửa."


def not_for_this_role(step: Transition, council: Council) -> str:
    """Why a step is not this person's to take."""
    return f"Vai trò của anh/chị không được “{step.label}” tại {council.name}."


def require_writer(register: Register, council: Council, by: User) -> None:
    """Raise NotAllowed unless the user may write in this register of this very council."""
    access_of(by).require(council, register.model.WRITERS, not_a_writer(register, council))


def require_standing(record: Record) -> None:
    """Raise Refused for a record that was cancelled."""
    Refused.if_any([_cancelled(record)])


def stand_in_line(register: Register, council: Council) -> None:
    """Where a rule looks at other records, nobody else may write them between its look and this write."""
    if register.in_line:
        Council.objects.select_for_update(no_key=True).get(pk=council.pk)


def examine(register: Register, record: Record, at: datetime) -> None:
    """Raise Refused with all that forbids the record as it stands.

    Shape first (a rule may then rely on it), law second; what nobody types is filled in between.
    """
    shape = acts.shape_violations(record, exclude=("code", "counts_on", "folded"))
    Refused.if_any([*shape, *_strangers(record)])
    register.complete(record)
    record.derive()
    Refused.if_any(register.check(record, timezone.localdate(at)))


def _as_moved(register: Register, transition: Transition, reason: str) -> dict[str, str]:
    """The state that a step leads to, and why where the record keeps it."""
    kept = {register.model.REASON_FIELD: reason.strip() if transition.needs_reason else ""}
    return {"status": transition.target, **{name: why for name, why in kept.items() if name}}


def _strangers(record: Record) -> list[RuleViolation]:
    """What the record refers to must be of its own council."""
    return [
        RuleViolation("other_council", "Mục được chọn thuộc một Hội đồng khác.", field.name)
        for field in record._meta.concrete_fields
        if isinstance(field, models.ForeignKey)
        and getattr(record, field.attname) is not None
        and not _belongs(getattr(record, field.name), record.council_id)
    ]


def _belongs(other: Any, council_id: int) -> bool:
    """Whether something is the council's own, shared with it, or nobody's."""
    if getattr(other, "council_id", council_id) == council_id:
        return True
    shared = isinstance(other, Record) and other.SHARED
    return shared and type(other).share_rows().filter(record=other.pk, council=council_id).exists()


def _standing_parts(register: Register, whole: Record) -> Iterator[tuple[Register, Record]]:
    """What belongs to a record and has not been struck out."""
    for part in register.parts:
        rows = part.objects.counted().filter(**{part.part_of: whole.pk}).select_related("council")
        yield from ((part, row) for row in rows.order_by("pk"))


def move_parts(register: Register, whole: Record, *, by: User, at: datetime) -> None:
    """Parts count on a day of their whole: where that was moved, they follow."""
    for part, row in _standing_parts(register, whole):
        names = ("counts_on", *row.FOLLOWS)
        before = {name: getattr(row, name) for name in names}
        setattr(row, part.part_of, whole)
        row.derive()
        given: dict[str, Any] = {"council_id": row.council_id, "by": by, "at": at}
        moved = {name: getattr(row, name) for name in names}
        if moved != before:
            acts.update(row, moved, expected_version=row.version, verb=f"Sửa theo {whole.code}", **given)


def _cancelled(record: Record) -> RuleViolation | None:
    return RuleViolation("cancelled", CANCELLED) if record.is_cancelled else None


def _missing(reason: str) -> RuleViolation | None:
    return None if reason.strip() else RuleViolation("reason", "Hãy ghi lý do hủy.", "reason")
