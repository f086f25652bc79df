"""The years that a list offers: those in which its scope has anything, whoever's index tells it."""

from __future__ import annotations

from datetime import date

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.registers import actions
from dienhong.registers.listing import Listing
from dienhong.voters.models import PetitionShare
from dienhong.voters.register import petitions

from ..factories import NOW
from ..voters.factories import make_petition


def years(council: Council, user: User, scope: str = "", cancelled: str = "") -> list[int]:
    return Listing(petitions, council, user, {"pham-vi": scope, "da-huy": cancelled}).years


def test_nothing_occurs_in_no_year(commune: Council, clerk: User) -> None:
    assert years(commune, clerk) == []


def test_years_between_that_have_nothing_are_left_out(
    commune: Council,
    sister: Council,
    district: Council,
    clerk: User,
    sister_clerk: User,
    district_clerk: User,
) -> None:
    for year in (2022, 2018):
        make_petition(commune, clerk, received_on=date(year, 12, 31))
    make_petition(sister, sister_clerk, received_on=date(2020, 1, 1))
    assert years(commune, clerk) == [2022, 2018]
    assert years(district, district_clerk) == []
    assert years(district, district_clerk, "tat-ca") == [2022, 2020, 2018]


def test_the_year_of_what_others_share_is_offered(
    commune: Council, sister: Council, clerk: User, sister_clerk: User
) -> None:
    make_petition(sister, sister_clerk, received_on=date(2022, 3, 1))
    shared = make_petition(commune, clerk, received_on=date(2020, 3, 1))
    PetitionShare.objects.create(record=shared, council=sister, passed_on=date(2020, 3, 5))
    assert years(sister, sister_clerk) == [2022, 2020]


def test_cancelled_records_have_a_year_where_they_show(commune: Council, clerk: User) -> None:
    petition = make_petition(commune, clerk, received_on=date(2022, 3, 1))
    actions.cancel(
        petitions, petition, reason="Ghi trùng", expected_version=petition.version, by=clerk, at=NOW
    )
    assert years(commune, clerk) == []
    assert years(commune, clerk, cancelled="1") == [2022]
