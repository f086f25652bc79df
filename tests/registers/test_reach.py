"""Whom a list reaches and how it spreads over them: councils below in its period, levels, what is shared, sums."""

from __future__ import annotations

from datetime import date

import pytest

from dienhong.accounts.models import User
from dienhong.council_sessions.register import register as sessions
from dienhong.organisations.models import Council, Placement
from dienhong.people.register import mandates
from dienhong.registers.listing import Listing, Sum
from dienhong.voters.models import RoundShare
from dienhong.voters.register import meetings, petitions, rounds

from ..factories import make_council, make_mandate, make_session
from ..voters.factories import make_meeting, make_petition, make_round

ALL = {"pham-vi": "tat-ca"}


@pytest.fixture
def moved(district: Council, commune: Council) -> Council:
    """The commune stands below another district from July 2023."""
    other = make_council("huyen-khac", "Huyện Khác", kind="district")
    Placement.objects.filter(unit=commune.unit).update(to_on=date(2023, 6, 30))
    Placement.objects.create(unit=commune.unit, parent=other.unit, from_on=date(2023, 7, 1))
    return other


def codes(found: Listing) -> list[str]:
    return [record.code for record in found.rows]


def test_a_period_reaches_those_that_stood_below_in_it(
    moved: Council, district: Council, commune: Council, clerk: User
) -> None:
    operator = User.objects.operator()
    early = make_session(commune, clerk, ordinal=6, opens_on=date(2023, 3, 1))
    late = make_session(commune, clerk, ordinal=7, opens_on=date(2023, 12, 1))
    first_half, second_half = (
        {"tu": "2023-01-01", "den": "2023-06-30"},
        {"tu": "2023-07-01", "den": "2023-12-31"},
    )
    assert codes(Listing(sessions, district, operator, {**ALL, **first_half})) == [early.code]
    assert codes(Listing(sessions, district, operator, {**ALL, **second_half})) == []
    assert codes(Listing(sessions, moved, operator, {**ALL, **second_half})) == [late.code]
    assert len(codes(Listing(sessions, district, operator, {**ALL, "nam": "2023"}))) == 2
    assert len(codes(Listing(sessions, district, operator, ALL))) == 2


def test_a_list_of_a_day_reaches_those_below_on_it(
    moved: Council, district: Council, commune: Council, clerk: User
) -> None:
    operator = User.objects.operator()
    make_mandate(commune, clerk)
    on = {**ALL, "ngay": "2023-12-31"}
    assert codes(Listing(mandates, district, operator, on)) == []
    assert len(codes(Listing(mandates, moved, operator, on))) == 1
    assert len(codes(Listing(mandates, district, operator, {**on, "nam": "2023"}))) == 1
    assert codes(Listing(mandates, district, operator, {**on, "nam": "2022"})) == []
    assert Listing(mandates, district, operator, {**on, "nam": "2023"}).period is None


def test_a_list_knows_what_each_council_and_level_has(
    district: Council,
    commune: Council,
    sister: Council,
    clerk: User,
    sister_clerk: User,
    district_clerk: User,
) -> None:
    make_session(district, district_clerk, ordinal=6)
    for ordinal in (6, 7):
        make_session(commune, clerk, ordinal=ordinal)
    spread = Listing(sessions, district, district_clerk, ALL).spread
    assert (spread.total, spread.by_level) == (3, {"district": 1, "commune": 2})
    assert spread.by_council == {district.pk: 1, commune.pk: 2}
    only = Listing(sessions, district, district_clerk, {"pham-vi": "cap-xa"})
    assert only.spread.total == only.total == 2
    assert only.councils == [sister, commune]


def test_what_is_shared_spreads_over_those_that_hold_it(
    district: Council, commune: Council, sister: Council, district_clerk: User
) -> None:
    shared = make_round(district, district_clerk)
    make_round(district, district_clerk, theme="y tế")
    for council in (commune, sister):
        RoundShare.objects.create(record=shared, council=council)
    listing = Listing(rounds, district, district_clerk, ALL)
    assert (listing.total, listing.spread.total, listing.spread.twice) == (2, 2, 2)
    assert listing.spread.by_council == {district.pk: 2, commune.pk: 1, sister.pk: 1}
    assert listing.spread.by_level == {"district": 2, "commune": 1}


def test_a_list_tells_what_a_number_adds_up_to(commune: Council, clerk: User) -> None:
    make_meeting(commune, clerk, attendees=80)
    make_meeting(commune, clerk, attendees=70, attendees_approximate=True)
    make_meeting(commune, clerk, attendees=None, opinions=None)
    asked = {"tong": "attendees"}
    assert Listing(meetings, commune, clerk, asked).sum == Sum("Số cử tri dự", 150, True)
    assert Listing(meetings, commune, clerk, {**asked, "tim": "không có"}).sum == Sum(
        "Số cử tri dự", 0, False
    )
    assert Listing(meetings, commune, clerk, {"tong": "opinions"}).sum == Sum(
        "Số ý kiến, kiến nghị", 6, False
    )
    for nothing in ("", "id", "version", "place", "khong-co"):
        assert Listing(meetings, commune, clerk, {"tong": nothing}).sum is None


def test_a_common_catalogue_is_asked_for_by_key_or_code(commune: Council, clerk: User) -> None:
    petition = make_petition(commune, clerk)
    by_code = Listing(petitions, commune, clerk, {"field": "transport"})
    by_key = Listing(petitions, commune, clerk, {"field": str(petition.field_id)})
    assert codes(by_code) == codes(by_key) == [petition.code]
    assert by_code.described() == by_key.described() == ["Lĩnh vực: Giao thông"]


def test_a_code_that_nothing_has_is_still_asked_for(commune: Council, clerk: User) -> None:
    make_petition(commune, clerk)
    assert Listing(petitions, commune, clerk, {"field": "land"}).total == 0
    assert Listing(petitions, commune, clerk, {"field": "khong-co"}).total == 1
