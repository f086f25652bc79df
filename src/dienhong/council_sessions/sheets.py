"""What a sheet tells of a day's attendance and of a vote's count, beside the fields of the record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db import models

from dienhong.accounts.models import User
from dienhong.council_sessions import rules
from dienhong.council_sessions.actions import Attended, Count, close_vote, take_attendance
from dienhong.council_sessions.attendance import delegates_on
from dienhong.council_sessions.models import Attendance, SittingDay, Vote
from dienhong.council_sessions.models.votes import BALLOTS, COUNTS
from dienhong.council_sessions.states import AttendanceState
from dienhong.kernel.errors import Refused, RuleViolation
from dienhong.people.models import Mandate
from dienhong.registers.declaration import Carried, Extra, each, like

# --- attendance -------------------------------------------------------------------------------------------------------
PRESENT = AttendanceState.PRESENT
APART = tuple(state for state in AttendanceState if state != PRESENT)
OTHERS = "others_present"

ATTENDANCE = (
    Extra(
        OTHERS,
        models.BooleanField(),
        "Những người còn lại có mặt",
        "Ghi x nếu mọi đại biểu không nêu tên ở các cột sau đều có mặt; để trống nếu chưa điểm danh.",
    ),
    *(
        Extra(
            state,
            like(Attendance, "mandate"),
            str(state.label),
            "Họ tên từng đại biểu.",
            many=True,
        )
        for state in APART
    ),
)


def tell_attendance(sittings: Sequence[SittingDay]) -> Mapping[int, Mapping[str, Any]]:
    """By name whoever was not simply there, and whether others were: one statement."""
    named: dict[int, dict[str, set[Mandate]]] = defaultdict(lambda: defaultdict(set))
    for row in Attendance.objects.filter(sitting__in=sittings).select_related("mandate"):
        named[row.sitting_id][row.state].add(row.mandate)
    return {
        sitting: {OTHERS: PRESENT in states, **{s: frozenset(states[s]) for s in APART if s in states}}
        for sitting, states in named.items()
    }


def _attend(row: Carried, by: User, at: datetime) -> None:
    """Take the attendance of a day as the row tells it; a reason that is known of somebody stays."""
    sitting: SittingDay = row.record
    named = {state: sorted(row.cells.get(state) or (), key=lambda one: one.sort_key) for state in APART}
    expected = set(delegates_on(sitting.council, sitting.held_on).values_list("pk", flat=True))
    Refused.if_any(_misnamed(named, expected))
    others = dict.fromkeys(expected, PRESENT) if row.cells.get(OTHERS) else {}
    states = others | {one.pk: state for state, people in named.items() for one in people}
    before = {a.mandate_id: Attended(AttendanceState(a.state), a.note) for a in sitting.attendances.all()}
    said = {k: before[k] if k in before and before[k].state == s else Attended(s) for k, s in states.items()}
    take_attendance(sitting, states=said, expected_version=sitting.version, by=by, at=at)


def _misnamed(
    named: Mapping[AttendanceState, Sequence[Mandate]], expected: Collection[int]
) -> Iterator[RuleViolation | None]:
    for state, people in named.items():
        yield rules.delegates_of_the_day([one.full_name for one in people if one.pk not in expected], state)
    yield rules.named_once([one.full_name for people in named.values() for one in people], OTHERS)


carry_out_attendance = each(_attend)

# --- votes ------------------------------------------------------------------------------------------------------------
COUNTED = ("present", *COUNTS, *BALLOTS)
COUNT = tuple(Extra(name, like(Vote, name)) for name in COUNTED)
"""What was counted: the result follows from it by rule and is no cell."""


def tell_count(votes: Sequence[Vote]) -> Mapping[int, Mapping[str, Any]]:
    """Of those that have a result."""
    return {vote.pk: dict(_told(vote)) for vote in votes if not vote.is_open}


def _told(vote: Vote) -> Iterator[tuple[str, Any]]:
    return ((name, getattr(vote, name)) for name in COUNTED)


def _close(row: Carried, by: User, at: datetime) -> None:
    """Find the result from the count."""
    vote: Vote = row.record
    counted = {name: row.cells.get(name) for name in COUNTED}
    needed = [rules.counted(counted[name], name) for name in ("present", "in_favour")]
    Refused.if_any(needed)
    count = Count(**{name: value for name, value in counted.items() if value is not None})
    close_vote(vote, count=count, expected_version=vote.version, by=by, at=at)


carry_out_count = each(_close)
