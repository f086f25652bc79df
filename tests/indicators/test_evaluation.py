"""Figures: right, by level and council, with who said nothing, and equal to the list that they open."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dienhong.accounts.models import User
from dienhong.council_sessions.register import register
from dienhong.council_sessions.states import SessionKind, SessionStatus
from dienhong.indicators.declaration import Indicator, UnknownIndicator, all_indicators, get_indicator
from dienhong.indicators.evaluation import Scope, evaluate
from dienhong.indicators.figure import Figure
from dienhong.kernel.period import Period
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.registers import actions
from dienhong.registers.filters import UNSET
from dienhong.voters.divisions import level
from dienhong.voters.models import RoundShare

from ..factories import NOW, make_body, make_council, make_mandate, make_session, make_user
from ..voters.factories import forward, make_meeting, make_petition, make_round

HELD = get_indicator("sessions.held")


@pytest.fixture
def held(district: Council, commune: Council, district_clerk: User, clerk: User) -> None:
    closed = {"status": SessionStatus.CLOSED}
    make_session(district, district_clerk, ordinal=6, **closed)
    make_session(
        district, district_clerk, ordinal=7, kind=SessionKind.THEMATIC, opens_on=date(2023, 9, 1), **closed
    )
    make_session(commune, clerk, ordinal=7, **closed)
    make_session(commune, clerk, ordinal=8, opens_on=date(2023, 11, 1))
    make_session(commune, clerk, ordinal=5, opens_on=date(2022, 12, 31), **closed)


def figure(councils: list[Council], user: User, year: int = 2023) -> Figure:
    return evaluate([HELD], Scope(councils, Period.year(year), user))["sessions.held"]


def test_totals_levels_councils_and_kinds(
    held: None, district: Council, commune: Council, sister: Council, district_clerk: User
) -> None:
    found = figure([district, commune, sister], district_clerk)
    assert found.total == 3
    assert found.by_level == {"district": 2, "commune": 1}
    assert found.by_council == {district.pk: 2, commune.pk: 1, sister.pk: 0}
    assert found.by == {"kind": {"regular": 2, "thematic": 1, "extraordinary": 0}}


def test_missing_is_not_zero(
    held: None, district: Council, commune: Council, sister: Council, district_clerk: User, sister_clerk: User
) -> None:
    assert figure([district, commune, sister], district_clerk).missing == (sister,)
    said = {"council": sister, "period": Period.year(2023), "by": sister_clerk, "at": NOW}
    actions.say_nothing_to_report(register, **said)
    assert figure([district, commune, sister], district_clerk).missing == ()
    assert figure([sister], district_clerk, year=2022).missing == (sister,)


def test_a_user_counts_what_the_user_sees(
    held: None, district: Council, commune: Council, clerk: User
) -> None:
    assert figure([district, commune], clerk).by_council == {district.pk: 0, commune.pk: 1}
    outsider = make_user("mat.tran", Role.FRONT, commune)
    assert figure([district, commune], outsider).total == 0


def test_cancelled_records_do_not_count(held: None, commune: Council, clerk: User) -> None:
    record = register.objects.get(council=commune, ordinal=7)
    actions.cancel(register, record, reason="Trùng", expected_version=1, by=clerk, at=NOW)
    assert figure([commune], clerk).total == 0


def statements(indicators: list[Indicator], councils: list[Council], user: User) -> int:
    """How many statements it takes, by somebody whose access is not yet worked out."""
    fresh = User.objects.get(pk=user.pk)
    with CaptureQueriesContext(connection) as captured:
        evaluate(indicators, Scope(councils, Period.year(2023), fresh))
    return len(captured)


def test_statements_grow_with_neither_councils_nor_indicators(
    held: None, district: Council, district_clerk: User
) -> None:
    everything = list(all_indicators())
    few = statements(everything, [district], district_clerk)
    many = [district, *(make_council(f"xa-{n}", f"Xã {n}", upper=district) for n in range(12))]
    assert statements(everything, many, district_clerk) == few
    twice = [*everything, *(replace(one, code=f"{one.code}.again") for one in everything)]
    assert statements(twice, many, district_clerk) == few


def test_statements_are_a_few_for_each_source(held: None, district: Council, district_clerk: User) -> None:
    """By council, by field where anything is broken down by one, and two for what may be shared; and what is common:
    access (3), words of silence, reported figures, and a catalogue of values for each relation broken down by. One more
    where the period is of what happened to records: who keeps the register at all."""
    everything = list(all_indicators())
    sources = {(i.register.code, i.date): i.register for i in everything}
    broken_down = {i.register.code for i in everything if any(isinstance(by, str) for by in i.by.values())}
    shared = [register for register in sources.values() if register.model.SHARED]
    catalogues = {i.catalogue(name) for i in everything for name in i.by} - {None}
    happening = [date for (_, date), register in sources.items() if date in register.happenings]
    ceiling = len(sources) + len(happening) + len(broken_down) + 2 * len(shared) + len(catalogues) + 5
    assert statements(everything, [district], district_clerk) <= ceiling


@pytest.fixture
def meetings_held(
    commune: Council,
    sister: Council,
    district: Council,
    clerk: User,
    sister_clerk: User,
    district_clerk: User,
) -> None:
    make_meeting(commune, clerk, attendees=80)
    make_meeting(commune, clerk, attendees=70, attendees_approximate=True, national_delegates=True)
    make_meeting(sister, sister_clerk, attendees=50)


def test_one_estimate_makes_a_sum_approximate(
    meetings_held: None, district: Council, commune: Council, sister: Council, district_clerk: User
) -> None:
    scope = Scope.below(district, Period.year(2023), district_clerk)
    found = evaluate([get_indicator("voter_meetings.attendees")], scope)["voter_meetings.attendees"]
    assert (found.said(), found.said(level="commune")) == ("khoảng 200", "khoảng 200")
    assert (found.said(council=commune), found.said(council=sister)) == ("khoảng 150", "50")
    assert not found.is_approximate(level="district")


def test_estimates_of_a_part_leave_the_others_exact(
    meetings_held: None, district: Council, district_clerk: User
) -> None:
    counted = replace(
        get_indicator("voter_meetings.attendees"),
        by={"level": level, "note": "note"},
        approximate="attendees_approximate",
    )
    found = evaluate([counted], Scope.below(district, Period.year(2023), district_clerk))[counted.code]
    assert found.by["level"] == {"national": 70, "province": 0, "district": 0, "commune": 200}
    assert found.is_approximate(part=("level", "national"))
    assert not found.is_approximate(part=("level", "district"))
    assert found.is_approximate(part=("note", UNSET))


def test_states_are_read_as_of_a_day_and_delegates_on_the_last_of_the_period(
    commune: Council, clerk: User
) -> None:
    lead = make_body(commune, "department", "Phòng A")
    forward(commune, [make_petition(commune, clerk)], lead, clerk)
    make_mandate(commune, clerk, "Nguyễn Sau", from_on=date(2024, 1, 15))
    codes = ("petitions.overdue", "delegates.current")
    year = Scope([commune], Period.year(2023), clerk)
    overdue, current = evaluate(map(get_indicator, codes), year).values()
    assert (overdue.total, current.total) == (1, 0)
    early = replace(year, period=Period.half_year(2023, 1), as_of=date(2023, 7, 4))
    overdue, current = evaluate(map(get_indicator, codes), early).values()
    assert (overdue.total, current.total) == (0, 0)
    assert overdue.indicator.words(early.period, early.as_of)["ngay"] == "2023-07-04"
    later = replace(year, as_of=date(2024, 2, 27))
    assert evaluate([get_indicator("delegates.current")], later)["delegates.current"].total == 0


def test_shared_things_stand_in_each_column_and_once_in_a_sum(
    district: Council, commune: Council, sister: Council, district_clerk: User, clerk: User
) -> None:
    shared = make_round(district, district_clerk)
    for council in (commune, sister):
        RoundShare.objects.create(record=shared, council=council)
    rounds = get_indicator("voter_meetings.rounds")
    found = evaluate([rounds], Scope.below(district, Period.year(2023), district_clerk))[rounds.code]
    assert (found.total, found.twice) == (1, 2)
    assert found.by_level == {"district": 1, "commune": 1}
    assert found.by_council == {district.pk: 1, commune.pk: 1, sister.pk: 1}
    assert found.by["kind"]["thematic"] == found.value(level="commune", part=("kind", "thematic")) == 1
    assert found.missing == ()
    alone = evaluate([rounds], Scope([commune], Period.year(2023), clerk))[rounds.code]
    assert (alone.total, alone.twice) == (1, 0)


def test_an_unknown_indicator_is_said_so() -> None:
    with pytest.raises(UnknownIndicator):
        get_indicator("sessions.imagined")


def test_codes_are_unique() -> None:
    declared = [indicator.code for indicator in all_indicators()]
    assert len(declared) == len(set(declared))


def test_of_many_councils_parts_of_each_are_worked_out_when_asked_for(
    held: None, district: Council, commune: Council, district_clerk: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dienhong.indicators.evaluation.MANY", 1)
    found = figure([district, commune], district_clerk)
    with CaptureQueriesContext(connection) as asked:
        assert found.value(part=("kind", "regular")) == 2
        assert found.value(level="commune", part=("kind", "regular")) == 1
    assert len(asked) == 0
    with CaptureQueriesContext(connection) as asked:
        assert found.value(council=commune, part=("kind", "regular")) == 1
    assert 0 < len(asked) < 8
    with CaptureQueriesContext(connection) as asked:
        assert found.recorded(council=district, part=("kind", "thematic")) == 1
    assert len(asked) == 0
