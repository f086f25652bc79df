"""Verbs with a rule of their own: what became of a task, a regulation that ends, a delegate's own words."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.activities.models import ActivitySheet, CoordinationRegulation, WorkPlanItem
from dienhong.audit import acts
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.organisations.access import access_of
from dienhong.registers.actions import CANCELLED, carry_out
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record

NOT_OWN = "Chỉ đại biểu của phiếu này và chuyên viên Văn phòng được ghi phần của đại biểu."


def finish(
    register: Register,
    record: WorkPlanItem,
    *,
    done_on: date,
    result: str = "",
    expected_version: int,
    by: User,
    at: datetime,
) -> Record:
    """A task was done, in time or late: that follows from the day."""
    values = {"done_on": done_on, "result": result, "not_done_why": ""}
    given: dict[str, Any] = {"expected_version": expected_version, "by": by, "at": at}
    return carry_out(register, record, values=values, verb="Ghi đã thực hiện", **given)


def give_up(
    register: Register, record: WorkPlanItem, *, reason: str, expected_version: int, by: User, at: datetime
) -> Record:
    """A task will not be done, and why."""
    values = {"done_on": None, "result": "", "not_done_why": reason.strip()}
    given: dict[str, Any] = {"expected_version": expected_version, "by": by, "at": at, "reason": reason}
    return carry_out(register, record, values=values, verb="Ghi không thực hiện", **given)


def take_up_again(
    register: Register, record: WorkPlanItem, *, reason: str, expected_version: int, by: User, at: datetime
) -> Record:
    """What was said of a task does not hold: it is open again."""
    values = {"done_on": None, "result": "", "not_done_why": ""}
    given: dict[str, Any] = {"expected_version": expected_version, "by": by, "at": at, "reason": reason}
    return carry_out(register, record, values=values, verb="Mở lại nhiệm vụ", **given)


def end_regulation(
    register: Register,
    record: CoordinationRegulation,
    *,
    ended_on: date,
    ended_why: str,
    expected_version: int,
    by: User,
    at: datetime,
) -> Record:
    """A regulation no longer holds: replaced, ended, one of its parties gone."""
    values = {"ended_on": ended_on, "ended_why": ended_why}
    given: dict[str, Any] = {"expected_version": expected_version, "by": by, "at": at}
    return carry_out(register, record, values=values, verb="Ghi hết hiệu lực", **given)


def may_write_own_part(sheet: ActivitySheet, user: User) -> bool:
    """The delegate whose sheet it is, or a clerk who writes for them."""
    return sheet.account_id == user.pk or access_of(user).may_act(sheet.council, ActivitySheet.WRITERS)


@transaction.atomic
def write_own_part(
    sheet: ActivitySheet, *, work: str, proposals: str, expected_version: int, by: User, at: datetime
) -> ActivitySheet:
    """What the delegate says of the year. Raises NotAllowed for anybody else, Changed, Refused when cancelled."""
    if not may_write_own_part(sheet, by):
        raise NotAllowed(NOT_OWN)
    if sheet.is_cancelled:
        raise Refused.because("cancelled", CANCELLED)
    return acts.update(
        sheet,
        {"work": work, "proposals": proposals},
        expected_version=expected_version,
        council_id=sheet.council_id,
        by=by,
        at=at,
        verb="Ghi phần của đại biểu",
    )
