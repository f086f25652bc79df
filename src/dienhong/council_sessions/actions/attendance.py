"""Taking attendance: a whole day in one act."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import NamedTuple

from django.db import transaction
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.council_sessions import rules
from dienhong.council_sessions.attendance import delegates_on, summed
from dienhong.council_sessions.models import Attendance, SittingDay
from dienhong.council_sessions.states import AttendanceState
from dienhong.kernel.errors import Refused
from dienhong.registers.actions import require_standing, require_writer
from dienhong.registers.declaration import get_register

UNNAMED = {AttendanceState.PRESENT, AttendanceState.UNKNOWN}
"""States whose delegates the journal counts and does not name."""


class Attended(NamedTuple):
    """How somebody attended, and why not."""

    state: AttendanceState
    note: str = ""


@transaction.atomic
def take_attendance(
    sitting: SittingDay,
    *,
    states: Mapping[int, Attended],
    expected_version: int,
    by: User,
    at: datetime,
) -> SittingDay:
    """Who attended, by mandate; who is not named stays as they were. Raises NotAllowed, Changed or Refused."""
    require_writer(get_register("sittings"), sitting.council, by)
    require_standing(sitting)
    expected = delegates_on(sitting.council, sitting.held_on)
    names = dict(expected.values_list("pk", "full_name"))
    Refused.if_any(
        [
            rules.not_in_the_future(sitting.held_on, timezone.localdate(at), "held_on"),
            rules.everybody_expected(states, names),
        ]
    )
    acts.update(
        sitting,
        {},
        expected_version=expected_version,
        council_id=sitting.council_id,
        by=by,
        at=at,
        verb="Điểm danh",
        reason=_told(states, names),
        always=True,
    )
    rows = [Attendance(sitting=sitting, mandate_id=key, **said._asdict()) for key, said in states.items()]
    Attendance.objects.bulk_create(
        rows,
        update_conflicts=True,
        update_fields=["state", "note"],
        unique_fields=["sitting", "mandate"],
    )
    return sitting


def _told(states: Mapping[int, Attended], names: Mapping[int, str]) -> str:
    """The counts, and by name whoever was not simply there, as the journal keeps it."""
    counts = summed(names, {key: said.state for key, said in states.items()}).told()
    apart = [
        f"{names[key]}: {said.state.label}{f' ({said.note})' if said.note else ''}"
        for key, said in states.items()
        if said.state not in UNNAMED
    ]
    return ". ".join(filter(None, (counts, "; ".join(apart))))
