"""Reception days: a year's calendar in one go, held, called off, moved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council
from dienhong.reception import rules
from dienhong.reception.models import ReceptionDay
from dienhong.reception.states import DayOutcome
from dienhong.registers.actions import add, carry_out, require_writer
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record


@transaction.atomic
def plan_days(
    register: Register,
    *,
    council: Council,
    days: Sequence[date],
    values: Mapping[str, Any],
    by: User,
    at: datetime,
) -> list[Record]:
    """The days of a year's calendar at once: all of them, or none. Raises NotAllowed or Refused."""
    require_writer(register, council, by)
    Refused.if_any([rules.some_days(len(days))])
    return [
        add(register, council=council, values={**values, "held_on": day}, by=by, at=at)
        for day in sorted(set(days))
    ]


@transaction.atomic
def mark_held(
    register: Register, record: ReceptionDay, *, expected_version: int, by: User, at: datetime
) -> Record:
    """Somebody sat there to receive, though perhaps nobody came."""
    Refused.if_any([rules.held_in_the_past(True, record.held_on, timezone.localdate(at))])
    values = {"outcome": DayOutcome.HELD, "not_held_reason": ""}
    return _set(register, record, values, "Ghi nhận đã tiếp", "", expected_version, by, at)


@transaction.atomic
def call_off(
    register: Register, record: ReceptionDay, *, reason: str, expected_version: int, by: User, at: datetime
) -> Record:
    """Nobody received on the day, for a reason that is told."""
    Refused.if_any([rules.nobody_was_received(_received(record))])
    values = {"outcome": DayOutcome.NOT_HELD, "not_held_reason": reason.strip()}
    return _set(register, record, values, "Ghi nhận không tiếp", reason, expected_version, by, at)


@transaction.atomic
def move_day(
    register: Register,
    record: ReceptionDay,
    *,
    moved_on: date,
    reason: str,
    expected_version: int,
    by: User,
    at: datetime,
) -> Record:
    """Another day takes the place of this one; both stand in the calendar."""
    Refused.if_any(
        [
            rules.nobody_was_received(_received(record)),
            rules.moved_to_another_day(moved_on, record.held_on),
        ]
    )
    kept = {name: getattr(record, name) for name in ("place", "body", "receiver", "receiver_name")}
    other = add(register, council=record.council, values={**kept, "held_on": moved_on}, by=by, at=at)
    values = {
        "outcome": DayOutcome.MOVED,
        "moved_on": moved_on,
        "moved_to": other,
        "not_held_reason": reason.strip(),
    }
    return _set(register, record, values, "Chuyển sang ngày khác", reason, expected_version, by, at)


def _received(record: ReceptionDay) -> int:
    return record.receptions.filter(cancelled_at=None).count()


def _set(
    register: Register,
    record: ReceptionDay,
    values: Mapping[str, Any],
    verb: str,
    reason: str,
    expected_version: int,
    by: User,
    at: datetime,
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
