"""Data quality: each check finds what is odd, leaves alone what is not, and costs one statement."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dienhong.accounts.models import User
from dienhong.council_sessions.models import CouncilSession
from dienhong.council_sessions.states import SessionStatus
from dienhong.followup.models import Assignment, Undertaking
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.people.models import Mandate, Term
from dienhong.registers import actions
from dienhong.registers.quality import Inspection, all_checks, inspect
from dienhong.voters.models import Petition
from dienhong.voters.register import petitions

from ..factories import NOW, TODAY, make_body, make_council, make_mandate, make_session
from ..voters.factories import forward, make_meeting, make_petition, make_round


def odd(council: Council, user: User, code: str) -> list[Any]:
    """The records that one check finds."""
    (check,) = [check for check in all_checks() if check.code == code]
    (found,) = inspect([check], Inspection([council.pk], user, TODAY), most=10)
    assert found.count == len(found.records)
    for record in found.records:
        assert isinstance(check.told(record), str)
    return list(found.records)


def set_aside(model: Any, record: Any, **fields: Any) -> None:
    """Change what no action would: what came in before there was a rule."""
    model.objects.filter(pk=record.pk).update(**fields)


def test_codes_are_unique_and_every_check_says_why() -> None:
    checks = list(all_checks())
    assert len({check.code for check in checks}) == len(checks)
    assert all(check.label and check.why.endswith(".") for check in checks)


def test_a_sound_council_has_nothing_odd(commune: Council, clerk: User) -> None:
    make_session(commune, clerk, status=SessionStatus.CLOSED)
    make_mandate(commune, clerk, birth_year=1980)
    make_round(commune, clerk)
    make_meeting(commune, clerk)
    lead = make_body(commune, "department", "Phòng A")
    forward(commune, [make_petition(commune, clerk)], lead, clerk)
    found = inspect(list(all_checks()), Inspection([commune.pk], clerk, TODAY), most=5)
    assert [oddity.check.code for oddity in found if oddity.count] == []


def test_statements_do_not_grow_with_councils(district: Council, district_clerk: User) -> None:
    def statements(councils: Iterable[Council]) -> int:
        seen = Inspection([council.pk for council in councils], User.objects.operator(), TODAY)
        with CaptureQueriesContext(connection) as captured:
            inspect(list(all_checks()), seen, most=5)
        return len(captured)

    few = statements([district])
    assert few <= len(list(all_checks())) + 1
    assert (
        statements([district, *(make_council(f"xa-{n}", f"Xã {n}", upper=district) for n in range(9))]) == few
    )


def test_who_does_not_read_a_council_finds_nothing_there(
    commune: Council, clerk: User, sister_clerk: User
) -> None:
    make_mandate(commune, clerk)
    assert len(odd(commune, clerk, "mandates.age")) == 1
    assert odd(commune, sister_clerk, "mandates.age") == []


def test_more_than_is_shown_is_counted(commune: Council, clerk: User) -> None:
    for name in "ABC":
        make_mandate(commune, clerk, f"Nguyễn {name}")
    checks = [check for check in all_checks() if check.code == "mandates.age"]
    (found,) = inspect(checks, Inspection([commune.pk], clerk, TODAY), most=2)
    assert (found.count, len(found.records)) == (3, 2)


def test_records_against_the_word_that_there_were_none(commune: Council, clerk: User) -> None:
    said = {"council": commune, "period": Period.year(2023), "by": clerk, "at": NOW}
    actions.say_nothing_to_report(petitions, **said)
    petition = make_petition(commune, clerk)
    make_petition(commune, clerk, received_on=date(2022, 12, 31))
    assert odd(commune, clerk, "petitions.said_nothing") == [petition]


def test_two_seats_at_a_time(commune: Council, clerk: User) -> None:
    first, second = make_mandate(commune, clerk), make_mandate(commune, clerk, "Nguyễn Hai")
    assert odd(commune, clerk, "mandates.overlapping") == []
    set_aside(Mandate, second, person=first.person)
    assert odd(commune, clerk, "mandates.overlapping") == [first, second]
    set_aside(Mandate, first, to_on=date(2022, 5, 1), end_reason="resigned")
    assert odd(commune, clerk, "mandates.overlapping") == [first, second]
    set_aside(Mandate, second, from_on=date(2022, 5, 2))
    assert odd(commune, clerk, "mandates.overlapping") == []


def test_more_delegates_than_seats(commune: Council, clerk: User) -> None:
    for name in "AB":
        make_mandate(commune, clerk, f"Nguyễn {name}")
    term = Term.objects.get(council=commune)
    set_aside(Term, term, seats_allotted=2)
    assert odd(commune, clerk, "terms.too_many") == []
    set_aside(Term, term, seats_allotted=1)
    (found,) = odd(commune, clerk, "terms.too_many")
    assert found.sitting == 2


def test_sessions_outside_their_term_or_never_closed(commune: Council, clerk: User) -> None:
    session = make_session(commune, clerk, opens_on=date(2023, 11, 16))
    assert odd(commune, clerk, "sessions.not_closed") == []
    set_aside(CouncilSession, session, opens_on=date(2020, 1, 1), closes_on=date(2020, 1, 1))
    assert odd(commune, clerk, "sessions.outside_term") == [session]
    assert odd(commune, clerk, "sessions.not_closed") == [session]
    set_aside(CouncilSession, session, status=SessionStatus.CLOSED)
    assert odd(commune, clerk, "sessions.not_closed") == []


def test_two_sessions_on_one_day(commune: Council, clerk: User) -> None:
    pair = {make_session(commune, clerk, ordinal=7).pk, make_session(commune, clerk, ordinal=8).pk}
    make_session(commune, clerk, ordinal=9, opens_on=date(2023, 9, 1))
    assert {session.pk for session in odd(commune, clerk, "sessions.same_day")} == pair


@pytest.fixture
def forwarded(commune: Council, clerk: User) -> Petition:
    petition = make_petition(commune, clerk)
    forward(commune, [petition], make_body(commune, "department", "Phòng A"), clerk)
    return petition


def test_forwarded_and_nobody_leads(forwarded: Petition, commune: Council, clerk: User) -> None:
    for code in ("petitions.without_lead", "undertakings.nobody_leads", "undertakings.forgotten"):
        assert odd(commune, clerk, code) == []
    Assignment.objects.update(ended_on=TODAY)
    undertaking = Undertaking.objects.get()
    set_aside(Undertaking, undertaking, assigned_on=date(2022, 1, 1), due_on=date(2022, 11, 19))
    assert odd(commune, clerk, "petitions.without_lead") == [forwarded]
    assert odd(commune, clerk, "undertakings.nobody_leads") == [undertaking]
    assert odd(commune, clerk, "undertakings.forgotten") == [undertaking]


def test_written_twice(commune: Council, clerk: User) -> None:
    first = make_petition(commune, clerk)
    make_petition(commune, clerk, place="Thôn 2")
    assert odd(commune, clerk, "petitions.twice") == []
    second = make_petition(commune, clerk)
    assert {p.pk for p in odd(commune, clerk, "petitions.twice")} == {first.pk, second.pk}
    set_aside(Petition, second, repeats=first)
    assert odd(commune, clerk, "petitions.twice") == []


def test_meetings_outside_their_round_or_without_voters(commune: Council, clerk: User) -> None:
    held = make_round(commune, clerk)
    meeting = make_meeting(commune, clerk, round=held, attendees=None, opinions=None)
    assert odd(commune, clerk, "voter_meetings.outside_round") == []
    assert odd(commune, clerk, "voter_meetings.not_counted") == [meeting]
    set_aside(type(meeting), meeting, held_on=date(2023, 7, 1))
    assert odd(commune, clerk, "voter_meetings.outside_round") == [meeting]
