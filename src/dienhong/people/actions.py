"""Verbs with a rule of their own: a seat that ends takes its positions along."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.kernel.errors import Refused
from dienhong.people.models import Mandate, Position
from dienhong.people.queries import in_own_bodies
from dienhong.registers.actions import carry_out, stand_in_line
from dienhong.registers.declaration import Register, get_register
from dienhong.registers.models import Record
from dienhong.vietnamese.dates import format_date

ENDED, RESUMED = "Ghi thôi làm đại biểu", "Bỏ ghi nhận đã thôi"


@transaction.atomic
def end_mandate(
    register: Register,
    record: Mandate,
    *,
    to_on: date,
    end_reason: str,
    decided_at: str = "",
    expected_version: int,
    by: User,
    at: datetime,
) -> Record:
    """The last day of a seat and why; positions in the council's bodies end with it. Raises as ``change`` does."""
    stand_in_line(register, record.council)
    for position in in_own_bodies(record.person_id):
        _end_with_seat(position, record, to_on, by, at)
    values = {"to_on": to_on, "end_reason": end_reason, "decided_at": decided_at}
    return _carry_out(register, record, values, ENDED, expected_version, by, at)


def _end_with_seat(position: Position, seat: Mandate, to_on: date, by: User, at: datetime) -> None:
    """One that would begin later cannot end with the seat: it has to be struck out first."""
    if not position.span.overlaps(seat.span) or (position.to_on and position.to_on <= to_on):
        return
    if position.from_on > to_on:
        sentence = (
            f"Người này giữ chức vụ {position.office} từ ngày {format_date(position.from_on)}, sau ngày thôi."
        )
        raise Refused.because("mandate.later_position", sentence, "to_on")
    values = {"to_on": to_on, "ended_at": ENDED}
    _carry_out(get_register("positions"), position, values, "Thôi giữ chức vụ", position.version, by, at)


def resume_mandate(
    register: Register, record: Mandate, *, reason: str, expected_version: int, by: User, at: datetime
) -> Record:
    """Undo an end that was recorded by mistake; the reason stays in the journal."""
    values = {"to_on": None, "end_reason": "", "decided_at": ""}
    return _carry_out(register, record, values, RESUMED, expected_version, by, at, reason)


def end_position(
    register: Register,
    record: Position,
    *,
    to_on: date,
    ended_at: str = "",
    expected_version: int,
    by: User,
    at: datetime,
) -> Record:
    """The last day of a position, and by which decision."""
    values = {"to_on": to_on, "ended_at": ended_at}
    return _carry_out(register, record, values, "Thôi giữ chức vụ", expected_version, by, at)


def resume_position(
    register: Register, record: Position, *, reason: str, expected_version: int, by: User, at: datetime
) -> Record:
    """Undo an end that was recorded by mistake."""
    values = {"to_on": None, "ended_at": ""}
    return _carry_out(register, record, values, RESUMED, expected_version, by, at, reason)


def _carry_out(
    register: Register,
    record: Record,
    values: dict[str, Any],
    verb: str,
    expected_version: int,
    by: User,
    at: datetime,
    reason: str = "",
) -> Record:
    return carry_out(
        register,
        record,
        values=values,
        expected_version=expected_version,
        by=by,
        at=at,
        verb=verb,
        reason=reason,
    )
