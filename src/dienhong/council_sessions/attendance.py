"""Who is expected on a day, and who came: one function for every page, count and vote."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import F, Func, IntegerField, OuterRef, QuerySet, Subquery

from dienhong.council_sessions.models import Attendance, SittingDay
from dienhong.council_sessions.states import ATTENDED, AttendanceState
from dienhong.organisations.models import Council
from dienhong.people.models import Mandate
from dienhong.people.models.mandates import of_running_term, sits
from dienhong.vietnamese.numerals import format_count


def _holding(day: Any) -> QuerySet[Mandate, Any]:
    """Mandates that hold on a day, be it a date or the field of an outer row."""
    return Mandate.objects.counted().filter(of_running_term(day), sits(day))


def delegates_on(council: Council, day: date) -> QuerySet[Mandate, Any]:
    """All delegates of a council on a day: those expected at a sitting, and the base of every majority."""
    return _holding(day).filter(council=council).order_by("sort_key", "pk")


@dataclass(frozen=True)
class Summary:
    """How many of those expected are in each state; whoever was not named is unknown."""

    expected: int
    by_state: Mapping[AttendanceState, int]

    @property
    def attended(self) -> int:
        return sum(self.by_state.get(state, 0) for state in ATTENDED)

    @property
    def unknown(self) -> int:
        known = sum(count for state, count in self.by_state.items() if state != AttendanceState.UNKNOWN)
        return max(self.expected - known, 0)

    def count(self, state: AttendanceState) -> int:
        return self.unknown if state == AttendanceState.UNKNOWN else self.by_state.get(state, 0)

    def told(self) -> str:
        """có mặt 20; đến muộn 01; chưa rõ 02"""
        counts = ((state.label, self.count(state)) for state in AttendanceState)
        return "; ".join(f"{label} {format_count(count)}" for label, count in counts if count)


def summary_of(sitting: SittingDay) -> Summary:
    """Of one day."""
    return summed(
        delegates_on(sitting.council, sitting.held_on).values_list("pk", flat=True), states_of(sitting)
    )


def summed(expected: Iterable[int], states: Mapping[int, str]) -> Summary:
    """Only who is expected counts: a row of somebody whose mandate was shortened later does not."""
    keys = set(expected)
    by_state = {
        state: sum(1 for key, held in states.items() if key in keys and held == state)
        for state in AttendanceState
    }
    return Summary(len(keys), by_state)


def states_of(sitting: SittingDay) -> dict[int, str]:
    """What was said of whom, by mandate."""
    return dict(Attendance.objects.filter(sitting=sitting).values_list("mandate", "state"))


def with_counts(sittings: QuerySet[SittingDay, Any]) -> QuerySet[SittingDay, Any]:
    """Sittings with the counts of ``Summary`` as columns, in the same statement."""
    counted = sittings.annotate(
        expected_count=_counted(_holding(OuterRef("held_on")).filter(council=OuterRef("council"))),
        attended_count=_in_states(*ATTENDED),
        excused_count=_in_states(AttendanceState.EXCUSED),
        absent_count=_in_states(AttendanceState.ABSENT),
    )
    known = F("attended_count") + F("excused_count") + F("absent_count")
    return counted.annotate(unknown_count=F("expected_count") - known)


def _in_states(*states: AttendanceState) -> Subquery:
    """How many of those expected on the day are in one of the states."""
    expected = _holding(OuterRef(OuterRef("held_on"))).filter(council=OuterRef(OuterRef("council")))
    rows = Attendance.objects.filter(sitting=OuterRef("pk"), state__in=states)
    return _counted(rows.filter(mandate__in=expected.values("pk")))


def _counted(rows: QuerySet[Any, Any]) -> Subquery:
    """The number of rows of a correlated query, 0 of none: without grouping, which would give none instead."""
    number = Func(F("pk"), function="COUNT", output_field=IntegerField())
    return Subquery(rows.order_by().annotate(number=number).values("number"))
