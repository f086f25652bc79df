"""Figures: right, by level and council, with who said nothing, and equal to the list that they open."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dienhong.accounts.models import User
from dienhong.council_sessions.register import register
from dienhong.council_sessions.states import SessionKind, SessionStatus
from dienhong.indicators.declaration import UnknownIndicator, all_indicators, get_indicator
from dienhong.indicators.evaluation import Scope, evaluate
from dienhong.indicators.figure import Figure
from dienhong.kernel.period import Period
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.registers import actions
from dienhong.registers.listing import ALL_SCOPE, SCOPE, Listing

from ..factories import NOW, make_council, make_session, make_user

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


def test_a_figure_equals_the_length_of_the_list_it_opens(
    held: None, district: Council, commune: Council, sister: Council, district_clerk: User
) -> None:
    for indicator in all_indicators():
        scope = Scope([district, commune, sister], Period.year(2023), district_clerk)
        address = {**indicator.words(scope.period), SCOPE: ALL_SCOPE}
        total = evaluate([indicator], scope)[indicator.code].total
        listed = Listing(indicator.register, district, district_clerk, address)
        for records in (listed.records.order_by(), scope.records(indicator)):
            assert (records.aggregate(of_list=indicator.measure)["of_list"] or 0) == total
    assert figure([district, commune, sister], district_clerk).total > 0


def test_statements_do_not_grow_with_councils(held: None, district: Council, district_clerk: User) -> None:
    def statements(councils: list[Council]) -> int:
        with CaptureQueriesContext(connection) as captured:
            figure(councils, User.objects.get(pk=district_clerk.pk))
        return len(captured)

    few = statements([district])
    many = [district, *(make_council(f"xa-{n}", f"Xã {n}", upper=district) for n in range(12))]
    assert statements(many) == few


def test_an_unknown_indicator_is_said_so() -> None:
    with pytest.raises(UnknownIndicator):
        get_indicator("sessions.imagined")


def test_codes_are_unique() -> None:
    declared = [indicator.code for indicator in all_indicators()]
    assert len(declared) == len(set(declared))
