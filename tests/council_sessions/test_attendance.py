"""Attendance: expected is who sits that day; excused is not absent, unknown is not absent."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.council_sessions import actions
from dienhong.council_sessions.actions import Attended
from dienhong.council_sessions.attendance import delegates_on, summary_of, with_counts
from dienhong.council_sessions.models import CouncilSession, SittingDay
from dienhong.council_sessions.register.sittings import tasks
from dienhong.council_sessions.states import AttendanceState as State
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.people.actions import end_mandate
from dienhong.people.register import mandates

from ..factories import NOW, TODAY, make_mandate, make_user
from .factories import OPENS, make_delegates, make_discussion, make_sitting, session_of


@pytest.fixture
def people(commune: Council, clerk: User) -> list[Any]:
    return make_delegates(commune, clerk, 6)


@pytest.fixture
def session(commune: Council, clerk: User) -> CouncilSession:
    return session_of(commune, clerk, closes_on=date(2023, 7, 19))


def take(sitting: SittingDay, by: User, states: dict[int, Attended], **fields: Any) -> SittingDay:
    sitting.refresh_from_db()
    told = {"expected_version": sitting.version, "by": by, "at": NOW, **fields}
    return actions.take_attendance(sitting, states=states, **told)


def counts(sitting: SittingDay) -> tuple[int, ...]:
    """expected, attended, excused, absent, unknown, as the table shows them."""
    row: Any = with_counts(SittingDay.objects.all()).get(pk=sitting.pk)
    names = ("expected", "attended", "excused", "absent", "unknown")
    return tuple(getattr(row, f"{name}_count") for name in names)


def test_expected_are_those_whose_mandate_holds_on_the_day(
    people: list[Any], session: CouncilSession, commune: Council, clerk: User, sister: Council
) -> None:
    make_mandate(commune, clerk, "Đại biểu bầu bổ sung", origin="by_elected", from_on=date(2023, 9, 1))
    gone = people[0]
    ended = {"to_on": OPENS, "end_reason": "deceased", "expected_version": 1, "by": clerk, "at": NOW}
    end_mandate(mandates, gone, **ended)
    assert delegates_on(commune, OPENS).count() == 6
    assert delegates_on(commune, date(2023, 7, 19)).count() == 5
    assert delegates_on(commune, date(2023, 9, 1)).count() == 6
    assert delegates_on(sister, OPENS).count() == 0
    first, second = (make_sitting(session, clerk, held_on=day) for day in (OPENS, date(2023, 7, 19)))
    assert (counts(first)[0], counts(second)[0]) == (6, 5)
    assert (summary_of(first).expected, summary_of(second).expected) == (6, 5)


def test_excused_is_not_absent_and_unknown_is_not_absent(
    people: list[Any], session: CouncilSession, clerk: User
) -> None:
    sitting = make_sitting(session, clerk)
    assert counts(sitting) == (6, 0, 0, 0, 6)
    said = [State.PRESENT, State.LATE, State.LEFT_EARLY, State.EXCUSED, State.ABSENT, State.UNKNOWN]
    states = {person.pk: Attended(state) for person, state in zip(people, said, strict=True)}
    take(sitting, clerk, states)
    assert counts(sitting) == (6, 3, 1, 1, 1)
    summary = summary_of(sitting)
    assert (summary.attended, summary.unknown, summary.count(State.ABSENT)) == (3, 1, 1)
    assert summary.told() == (
        "có mặt 01; đến muộn 01; về sớm 01; vắng có phép 01; vắng không phép 01; chưa rõ 01"
    )


def test_attendance_is_corrected_and_the_journal_names_who_was_away(
    people: list[Any], session: CouncilSession, clerk: User
) -> None:
    sitting = make_sitting(session, clerk)
    take(sitting, clerk, {person.pk: Attended(State.PRESENT) for person in people})
    take(sitting, clerk, {people[0].pk: Attended(State.EXCUSED, "ốm")})
    assert counts(sitting) == (6, 5, 1, 0, 0)
    last = Entry.objects.of_record(sitting).last()
    assert last and "Đại biểu mẫu 01: vắng có phép (ốm)" in last.reason


def test_who_does_not_sit_is_not_marked(
    people: list[Any], session: CouncilSession, clerk: User, sister: Council, sister_clerk: User
) -> None:
    stranger = make_mandate(sister, sister_clerk)
    sitting = make_sitting(session, clerk)
    with pytest.raises(Refused, match="không phải là đại biểu"):
        take(sitting, clerk, {stranger.pk: Attended(State.PRESENT)})


def test_attendance_is_taken_by_who_writes_of_what_was_held(
    people: list[Any], session: CouncilSession, commune: Council, clerk: User
) -> None:
    sitting = make_sitting(session, clerk)
    with pytest.raises(NotAllowed):
        take(sitting, make_user("daibieu", Role.DELEGATE, commune), {})
    with pytest.raises(Changed):
        take(sitting, clerk, {}, expected_version=9)
    coming = session_of(commune, clerk, ordinal=8, opens_on=date(2023, 12, 12))
    with pytest.raises(Refused, match="chưa đến"):
        take(make_sitting(coming, clerk), clerk, {})


def test_a_shortened_mandate_leaves_no_one_too_many(
    people: list[Any], session: CouncilSession, clerk: User
) -> None:
    sitting = make_sitting(session, clerk)
    take(sitting, clerk, {person.pk: Attended(State.PRESENT) for person in people})
    ended = {"to_on": date(2023, 7, 17), "end_reason": "deceased", "by": clerk, "at": NOW}
    end_mandate(mandates, people[0], expected_version=1, **ended)
    assert counts(sitting) == (5, 5, 0, 0, 0)
    assert summary_of(sitting).attended == 5


def test_the_counts_of_many_days_are_one_statement(
    people: list[Any], session: CouncilSession, clerk: User
) -> None:
    for day in (OPENS, date(2023, 7, 19)):
        make_sitting(session, clerk, held_on=day)
    with CaptureQueriesContext(connection) as queries:
        assert [row.expected_count for row in with_counts(SittingDay.objects.all())] == [6, 6]
    assert len(queries) == 1


def test_a_day_is_recorded_once_within_its_session(session: CouncilSession, clerk: User) -> None:
    make_sitting(session, clerk)
    with pytest.raises(Refused, match="Ngày họp này đã có"):
        make_sitting(session, clerk)
    with pytest.raises(Refused, match="Kỳ họp họp từ"):
        make_sitting(session, clerk, held_on=date(2023, 7, 20))


def test_days_without_attendance_are_to_be_done(
    people: list[Any], session: CouncilSession, clerk: User
) -> None:
    taken = make_sitting(session, clerk)
    take(taken, clerk, {people[0].pk: Attended(State.PRESENT)})
    make_sitting(session, clerk, held_on=date(2023, 7, 19))
    found = list(tasks(SittingDay.objects.all(), TODAY))
    assert [task.what for task in found] == ["Điểm danh: Ngày họp 19/7/2023"]


def test_groups_may_discuss_before_the_session_the_plenary_within(
    session: CouncilSession, clerk: User
) -> None:
    assert make_discussion(session, clerk, kind="group", held_on=date(2023, 7, 17)).opinions == 6
    with pytest.raises(Refused, match="Kỳ họp họp từ"):
        make_discussion(session, clerk, held_on=date(2023, 7, 17))
