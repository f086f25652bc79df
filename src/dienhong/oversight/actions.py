"""Steps that ask for their days: work begins on one, and ends on one with a report or a conclusion."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.oversight.models import Oversight
from dienhong.registers.actions import change, move
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record


def begin(
    register: Register, record: Oversight, *, starts_on: date, expected_version: int, by: User, at: datetime
) -> Record:
    """Work has begun, on that day. Raises NotAllowed, Changed or Refused."""
    given: dict[str, Any] = {"expected_version": expected_version, "by": by, "at": at}
    return _dated(register, record, "begin", {"starts_on": starts_on}, **given)


def conclude(
    register: Register,
    record: Oversight,
    *,
    starts_on: date,
    ends_on: date,
    report_number: str = "",
    reported_on: date | None = None,
    conclusion_number: str = "",
    concluded_on: date | None = None,
    expected_version: int,
    by: User,
    at: datetime,
) -> Record:
    """Work is over, with what came of it. Raises NotAllowed, Changed or Refused."""
    values = {
        "starts_on": starts_on,
        "ends_on": ends_on,
        "report_number": report_number,
        "reported_on": reported_on,
        "conclusion_number": conclusion_number,
        "concluded_on": concluded_on,
    }
    given: dict[str, Any] = {"expected_version": expected_version, "by": by, "at": at}
    return _dated(register, record, "conclude", values, **given)


@transaction.atomic
def _dated(
    register: Register,
    record: Oversight,
    step: str,
    values: dict[str, Any],
    *,
    expected_version: int,
    by: User,
    at: datetime,
) -> Record:
    """The days first, the step second: both or neither."""
    dated = change(register, record, values=values, expected_version=expected_version, by=by, at=at)
    return move(register, dated, step=step, expected_version=dated.version, by=by, at=at)
