"""Every figure equals the length of the list that it opens: for every role, level, council and part, whatever is there.

Walks all indicators of the installation over random records in all registers: a new one is covered by being there.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.indicators.addresses import address_of
from dienhong.indicators.declaration import all_indicators, all_ratios
from dienhong.indicators.evaluation import Scope, evaluate, evaluate_ratios
from dienhong.indicators.figure import Figure
from dienhong.kernel.period import Period
from dienhong.organisations.kinds import COUNCIL_ROLES, Reach, Role
from dienhong.organisations.models import Council, Placement
from dienhong.registers.declaration import Division
from dienhong.registers.filters import UNSET, name_of
from dienhong.registers.listing import Listing
from dienhong.registers.sight import Sight

from ..factories import make_body, make_council, make_mandate, make_user
from .scatter import scatter

YEAR = Period.year(2023)
BESIDE = 8
"""So many readers share out the parts of all figures."""
Place = dict[str, Any]


@pytest.fixture
def province(district: Council, commune: Council, sister: Council) -> Council:
    """Three levels: the district stands below a province."""
    upper = make_council("tinh-mau", "Tỉnh Mẫu", kind="province")
    Placement.objects.create(unit=district.unit, parent=upper.unit, from_on=date(2016, 1, 1))
    return upper


@pytest.fixture
def scattered(
    province: Council, district: Council, commune: Council, sister: Council, district_clerk: User, clerk: User
) -> random.Random:
    chance = random.Random(2023)
    scatter([(district, district_clerk), (commune, clerk)], [province, district, commune, sister], chance)
    return chance


def places(figure: Figure) -> Iterator[Place]:
    """In all, each level, each council; and each part within each of them."""
    levels: list[Place] = [{"level": level} for level in figure.by_level]
    councils: list[Place] = [{"council": council} for council in figure.councils]
    for place in ({}, *levels, *councils):
        yield place
        for name, values in figure.by.items():
            yield from ({**place, "part": (name, value)} for value in values)


def length(figure: Figure, place: Place) -> int | None:
    """What the list behind a figure comes to; None where it may not be opened."""
    address = address_of(figure, **place)
    if address is None:
        return None
    listing = Listing(address.register, address.council, figure.scope.user, address.words)
    measure = figure.indicator.measure
    return int(listing.records.order_by().aggregate(of_list=measure)["of_list"] or 0)


def may_know(figure: Figure, place: Place) -> bool:
    """Whether the user reads, in every council meant, the fields by which the list is chosen."""
    indicator = figure.indicator
    names = (*indicator.rests_on, *(indicator.part_rests_on(place["part"][0]) if "part" in place else ()))
    meant = [place["council"]] if "council" in place else figure.councils
    councils = [c.pk for c in meant if place.get("level") in (None, c.level)]
    return Sight(indicator.register.model, figure.scope.user).reads_all(names, councils)


def wrong(figure: Figure, place: Place) -> str | None:
    """What is not as it should be; None if nothing."""
    told = f"{figure.indicator.code} {place}"
    found, listed = figure.recorded(**place), length(figure, place)
    if listed is None:
        return f"{told} opens nothing" if may_know(figure, place) else None
    if listed != found:
        return f"{told} is {found}, its list comes to {listed}"
    measure, records = figure.indicator.measure, figure.scope.records(figure.indicator, **place)
    behind = int(records.aggregate(behind=measure)["behind"] or 0)
    return None if behind == found else f"{told} is {found}, the records behind it come to {behind}"


def all_wrong(scope: Scope, turn: int = 0, turns: int = 1, *, totals: bool = True) -> list[str]:
    """Of the totals, levels, councils and parts of every indicator those whose turn it is; or all totals as well."""
    figures = evaluate(all_indicators(), scope).values()
    asked = [(figure, place) for figure in figures for place in places(figure)]
    taken = [(f, p) for number, (f, p) in enumerate(asked) if number % turns == turn or (totals and not p)]
    return [told for figure, place in taken if (told := wrong(figure, place))]


def test_every_figure_opens_its_records(
    scattered: random.Random, province: Council, district: Council, district_clerk: User
) -> None:
    """Every total, level, council and part, without exception."""
    assert all_wrong(Scope.below(district, YEAR, district_clerk)) == []
    operator, turn = User.objects.operator(), scattered.randrange(20)
    assert all_wrong(Scope.below(province, Period.half_year(2023, 1), operator), turn, turns=20) == []


@pytest.mark.parametrize("home", ["dak-mau", "xa-mau"])
def test_for_every_role(home: str, scattered: random.Random) -> None:
    """Those who read the records of a council share out all parts and places among them; the others see their own."""
    council, found = Council.objects.get(slug=home), {}
    lead = make_body(council, "department", "Phòng mẫu")
    people = list(product(Role, Reach))
    readers = [person for person in people if person[0] in COUNCIL_ROLES]
    assert len(readers) >= BESIDE, "every part has somebody who reads it"
    for number, (role, reach) in enumerate([*readers, *(p for p in people if p not in readers)]):
        user = make_user(f"{role}.{reach}", role, council, reach=reach, organisation=lead)
        scope = Scope.below(council, YEAR, user, as_of=date(2024, 2, 27))
        reads = role in COUNCIL_ROLES
        turns = BESIDE if reads else BESIDE * 5
        found[role, reach] = all_wrong(scope, number % turns, turns, totals=reads)
    assert {who: told for who, told in found.items() if told} == {}


def test_sums_over_councils_levels_and_many_councils(
    scattered: random.Random, province: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Councils add up to the total but for what they share; many councils are told by level as few are."""
    term = Period.between(date(2021, 1, 1), date(2025, 12, 31))
    scope = Scope.below(province, term, User.objects.operator())
    figures = evaluate(all_indicators(), scope)
    counted = [figure for figure in figures.values() if figure.recorded()]
    assert len(counted) > len(figures) * 0.7, "too little to be sure"
    assert any(figure.twice for figure in figures.values())
    for figure in figures.values():
        sums = [figure.records.whole, *figure.records.parts.values()]
        assert figure.indicator.shared or not any(tally.twice for tally in sums), figure.indicator.code
        assert all(sum(tally.by_level.values()) >= tally.total for tally in sums), figure.indicator.code
        for name in (name for name, by in figure.indicator.by.items() if isinstance(by, str)):
            assert sum(figure.by[name].values()) == figure.total, "what has no value is a part too"
    assert any(UNSET in values for figure in figures.values() for values in figure.by.values())
    monkeypatch.setattr("dienhong.indicators.evaluation.MANY", 1)
    for code, many in evaluate(all_indicators(), scope).items():
        few = figures[code]
        assert (few.by, few.by_level, few.by_council) == (many.by, many.by_level, many.by_council)
        for name, values in few.by.items():
            for value, level in product(values, few.by_level):
                place = {"level": level, "part": (name, value)}
                assert few.value(**place) == many.value(**place)
            for value, council in product(values, scope.councils):
                told = {"council": council, "part": (name, value)}
                assert few.value(**told) == many.value(**told), "worked out once it is asked for"


def test_every_breakdown_has_a_filter_in_its_register() -> None:
    for indicator in all_indicators():
        named = {name_of(declared) for declared in indicator.register.all_filters}
        for by in indicator.by.values():
            word = by.name if isinstance(by, Division) else by.partition("__")[0]
            assert word in named, (
                f"{indicator.code}: register {indicator.register.code} has no filter “{word}”"
            )


def test_a_ratio_is_of_the_sums_not_of_the_shares(
    commune: Council,
    sister: Council,
    district: Council,
    clerk: User,
    sister_clerk: User,
    district_clerk: User,
) -> None:
    """One of one, and none of three: a quarter, and not the half that the average of the shares would be."""
    make_mandate(commune, clerk, sex="female")
    for name in "ABC":
        make_mandate(sister, sister_clerk, f"Nguyễn {name}", sex="male")
    shares = evaluate_ratios(all_ratios(), Scope.below(district, YEAR, district_clerk))
    women = shares["delegates.women_share"]
    assert (women.value(), women.said(), women.base()) == (Fraction(1, 4), "25%", 4)
    assert (women.said(council=commune), women.said(council=sister)) == ("100%", "0%")
    assert (women.value(council=district), women.said(level="district")) == (None, "–")
