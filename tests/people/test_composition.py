"""The make-up: right against counting by hand, whole in every division, and of the very day."""

from __future__ import annotations

import random
from collections import Counter
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dienhong.accounts.models import User
from dienhong.indicators.declaration import get_indicator
from dienhong.indicators.evaluation import Scope, evaluate
from dienhong.kernel.period import Period
from dienhong.organisations.kinds import Reach, Role
from dienhong.organisations.models import Council
from dienhong.people.composition import LEFT, SEATS, Composition
from dienhong.people.divisions import MAKE_UP
from dienhong.people.indicators import indicators
from dienhong.people.models import Mandate
from dienhong.people.models.mandates import of_running_term, sits
from dienhong.people.register import mandates
from dienhong.registers.listing import ALL_SCOPE, SCOPE, Listing
from dienhong.vietnamese.numerals import format_percent

from ..factories import TERM_START, make_body, make_council, make_mandate, make_position, make_user
from .crowd import fill, sitting
from .test_actions import end

TODAY = date(2023, 11, 20)
NONE_YET = 1


@pytest.fixture
def communes(district: Council) -> list[Council]:
    """Seventeen communes below the district; the last has recorded nobody."""
    return [make_council(f"xa-{n:02d}", f"Xã {n:02d}", upper=district) for n in range(17)]


@pytest.fixture
def crowd(district: Council, communes: list[Council], district_clerk: User) -> list[Mandate]:
    chance = random.Random(17)
    filled = [district, *communes[:-NONE_YET]]
    return [m for c in filled for m in fill(c, chance.randrange(15, 36), district_clerk, chance)]


def composition(councils: list[Council], user: User, on: date = TODAY) -> Composition:
    return Composition(councils, on, User.objects.get(pk=user.pk))


def parts(made: Composition) -> dict[str, dict[str, int]]:
    return {s.division.name: {p.value: p.count for p in s.parts} for s in made.sections}


def test_a_district_with_seventeen_communes_rolls_up(
    district: Council, communes: list[Council], crowd: list[Mandate], district_clerk: User
) -> None:
    councils = [district, *communes]
    made = composition(councils, district_clerk)
    now = list(sitting(crowd, TODAY))
    left = [m for m in crowd if m.to_on and m.to_on < TODAY]
    assert (made.base, made.total(LEFT), made.total(SEATS)) == (len(now), len(left), 105 * 18)
    assert made.base < len(crowd)
    counted = Counter(m.sex for m in now)
    assert parts(made)["sex"] == {value: counted[value] for value in ("female", "male", "unknown")}
    minority = sum(m.ethnicity not in ("Kinh", "unknown") for m in now)
    assert parts(made)["ethnicity"]["minority"] == minority == made.total("delegates.ethnic_minority")
    share = format_percent(minority, made.base)
    assert share == f"{round(1000 * minority / len(now)) / 10:g}%".replace(".", ",")
    assert made.missing == (communes[-1],)
    assert made.vacant == 105 * 17 - len(now)
    assert {p.value: p.count for p in made.left_by_reason.parts} == {
        reason: sum(m.end_reason == reason for m in left)
        for reason in ("deceased", "transferred", "resigned", "dismissed", "removed")
    }


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.integers(0, 1200))
def test_every_division_adds_up_to_the_whole_on_any_day(
    days: int, district: Council, crowd_of_the_district: list[Mandate], district_clerk: User
) -> None:
    on = TERM_START + timedelta(days=days)
    made = composition([district], district_clerk, on)
    assert made.base == len(list(sitting(crowd_of_the_district, on)))
    assert [section.total for section in made.sections] == [made.base] * len(MAKE_UP)
    assert made.left_by_reason.total == made.total(LEFT)


@pytest.fixture
def crowd_of_the_district(district: Council, district_clerk: User) -> list[Mandate]:
    return fill(district, 60, district_clerk, random.Random(3))


@pytest.mark.parametrize("division", MAKE_UP, ids=lambda division: division.name)
def test_parts_never_overlap_and_leave_nobody_out(
    division: Any, district: Council, crowd_of_the_district: list[Mandate]
) -> None:
    for on in (TERM_START, date(2024, 2, 29), TODAY):
        of_part = {
            value: set(Mandate.objects.filter(division.part(value, on)).values_list("pk", flat=True))
            for value in division.parts
        }
        assert sum(map(len, of_part.values())) == len(crowd_of_the_district)
        assert set().union(*of_part.values()) == {m.pk for m in crowd_of_the_district}


@pytest.mark.parametrize(
    ("born", "on", "band"),
    [
        ({"born_on": date(1983, 11, 21)}, TODAY, "under_40"),
        ({"born_on": date(1983, 11, 20)}, TODAY, "40_50"),
        ({"born_on": date(1972, 11, 21)}, TODAY, "40_50"),
        ({"born_on": date(1972, 11, 20)}, TODAY, "over_50"),
        ({"birth_year": 1984}, TODAY, "under_40"),
        ({"birth_year": 1983}, TODAY, "unknown"),
        ({"birth_year": 1982}, TODAY, "40_50"),
        ({"birth_year": 1972}, TODAY, "unknown"),
        ({"birth_year": 1971}, TODAY, "over_50"),
        ({}, TODAY, "unknown"),
    ],
)
def test_age_is_counted_in_full_years_and_never_guessed(
    born: dict[str, Any], on: date, band: str, commune: Council, clerk: User
) -> None:
    make_mandate(commune, clerk, **born)
    found = parts(composition([commune], clerk, on))["age_band"]
    assert found[band] == 1 and sum(found.values()) == 1


def test_who_joined_the_party_later_was_no_member_then(commune: Council, clerk: User) -> None:
    make_mandate(commune, clerk, party="member", party_joined_on=date(2022, 9, 2))
    before, after = (
        parts(composition([commune], clerk, day))["party"] for day in (date(2022, 9, 1), date(2022, 9, 2))
    )
    assert (before["non_party"], before["member"]) == (1, 0)
    assert (after["non_party"], after["member"]) == (0, 1)


def test_the_make_up_of_both_days_around_an_end(commune: Council, clerk: User) -> None:
    make_mandate(commune, clerk, "Lê Văn Ở Lại", sex="male")
    end(make_mandate(commune, clerk, "Trần Thị Đi", sex="female"), clerk, to_on=date(2023, 6, 14))
    before = composition([commune], clerk, date(2023, 6, 14))
    after = composition([commune], clerk, date(2023, 6, 15))
    assert (before.base, before.total("delegates.women"), before.total(LEFT)) == (2, 1, 0)
    assert (after.base, after.total("delegates.women"), after.total(LEFT)) == (1, 0, 1)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(days=st.integers(-5, 1500))
def test_the_database_and_the_span_agree_who_sits(
    days: int, district: Council, crowd_of_the_district: list[Mandate]
) -> None:
    on = TERM_START + timedelta(days=days)
    found = set(Mandate.objects.filter(of_running_term(on), sits(on)).values_list("pk", flat=True))
    assert found == {m.pk for m in crowd_of_the_district if on in m.span}


@pytest.mark.parametrize("role", [Role.CLERK, Role.LEADER, Role.DELEGATE, Role.AGENCY])
@pytest.mark.parametrize("reach", list(Reach))
def test_a_figure_is_as_long_as_the_list_it_opens_for_every_role(
    role: Role, reach: Reach, district: Council, communes: list[Council], crowd: list[Mandate]
) -> None:

    body = make_body(district, "department", "Phòng mẫu")
    user = make_user("nguoi.xem", role, district, reach=reach, organisation=body)
    period = Period.between(TODAY, TODAY)
    figures = evaluate(indicators, Scope([district, *communes], period, user))
    for code, figure in figures.items():
        indicator = figure.indicator
        listing = Listing(indicator.register, district, user, {**indicator.words(period), SCOPE: ALL_SCOPE})
        if listing.sight.reads_all(indicator.rests_on, [c.pk for c in figure.councils]):
            found = listing.records.order_by().aggregate(of_list=indicator.measure)["of_list"]
            assert (found or 0) == figure.total, code


def test_statements_do_not_grow_with_councils(
    district: Council, communes: list[Council], crowd: list[Mandate], district_clerk: User
) -> None:
    def statements(councils: list[Council]) -> int:
        user = User.objects.get(pk=district_clerk.pk)
        with CaptureQueriesContext(connection) as captured:
            evaluate(indicators, Scope(councils, Period.between(TODAY, TODAY), user))
        return len(captured)

    assert statements([district]) == statements([district, *communes])


def test_rows_of_a_list_bring_what_they_refer_to(
    district: Council, crowd_of_the_district: list[Mandate], district_clerk: User
) -> None:
    def statements(page_size: int) -> int:
        user = User.objects.get(pk=district_clerk.pk)
        listing = Listing(mandates, district, user, {}, page_size)
        with CaptureQueriesContext(connection) as captured:
            rows = [[listing.sight.said(r, c.name) for c in mandates.columns] for r in listing.rows]
        assert len(rows) == page_size
        return len(captured)

    assert statements(1) == statements(50)


def test_delegates_are_listed_by_given_name_page_after_page(
    district: Council, crowd_of_the_district: list[Mandate], district_clerk: User
) -> None:
    whole = [m.pk for m in Listing(mandates, district, district_clerk, {}).records]
    assert whole == [m.pk for m in sorted(sitting(crowd_of_the_district, date.today()), key=_order)]
    seen, address = [], {}
    while True:
        page = Listing(mandates, district, district_clerk, address, 7)
        seen += [m.pk for m in page.rows]
        if page.next_address is None:
            break
        address = {"sau": page.next_address.split("sau=")[1].split("&")[0]}
    assert seen == whole


def _order(mandate: Mandate) -> tuple[bytes, int]:
    return bytes(mandate.sort_key), mandate.pk


def test_who_is_full_time_is_counted_as_it_is_listed(commune: Council, clerk: User) -> None:
    """One full-time position is enough; of who holds none, or only others, it is known that they are not."""
    committee = make_body(commune, "committee", "Ban Pháp chế")
    group = make_body(commune, "delegate_group", "Tổ đại biểu số 1")
    full, part, unsaid, _ = (
        make_mandate(commune, clerk, f"Nguyễn Văn {name}") for name in ("An", "Bình", "Cường", "Dũng")
    )
    make_position(committee, "head", full, clerk, full_time="yes")
    make_position(group, "group_head", full, clerk, full_time="unknown")
    make_position(committee, "deputy_head", part, clerk, full_time="no")
    make_position(committee, "member", unsaid, clerk, full_time="unknown")
    scope = Scope([commune], Period.between(TODAY, TODAY), clerk)
    figure = evaluate([get_indicator("delegates.current")], scope)["delegates.current"]
    assert figure.by["full_time"] == {"yes": 1, "no": 2, "unknown": 1}
    for value, count in figure.by["full_time"].items():
        assert scope.records(figure.indicator, part=("full_time", value)).count() == count
    assert evaluate([get_indicator("delegates.full_time")], scope)["delegates.full_time"].total == 1
