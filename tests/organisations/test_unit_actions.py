from collections.abc import Sequence
from datetime import date

import pytest

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.organisations.actions.units import end_units
from dienhong.organisations.kinds import UnitKind
from dienhong.organisations.models import Council, Placement, Succession, ids_below
from tests.small_country import NOON, REFORM, Country, council

DAY = date(2027, 1, 1)
EVE = date(2026, 12, 31)


def end(
    ending: Sequence[Council], successors: Sequence[Council], by: User, on: date = DAY, reason: str = "NQ 01"
) -> None:
    end_units(ending=ending, successors=successors, on=on, reason=reason, by=by, at=NOON)


def parents(of: Council, day: date) -> list[str]:
    return [placement.parent.name for placement in of.unit.placements.on(day)]


def codes(refusal: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {violation.code for violation in refusal.value.violations}


def test_two_communes_merge_into_a_third(country: Country) -> None:
    end([country.commune, country.sister], [country.third], country.upper)
    country.commune.unit.refresh_from_db()
    assert country.commune.unit.dissolved_on == DAY
    assert parents(country.commune, EVE) == ["Tỉnh Quảng Mẫu"]
    assert parents(country.commune, DAY) == []
    found = Succession.objects.filter(successor=country.third.unit, on=DAY, whole=True)
    assert {s.predecessor for s in found} == {country.commune.unit, country.sister.unit}


def test_a_roll_up_keeps_the_tree_of_its_own_year(country: Country) -> None:
    end([country.commune], [country.third], country.upper)
    top = [country.province.unit_id]
    assert country.commune.pk in ids_below(top, first=REFORM, last=EVE)
    assert country.commune.pk not in ids_below(top, first=DAY, last=DAY)


def test_a_commune_is_split_in_parts(country: Country) -> None:
    end([country.commune], [country.sister, country.third], country.upper)
    assert set(Succession.objects.values_list("successor__name", "whole")) == {
        ("Xã Đông Mẫu", False),
        ("Phường Nam Mẫu", False),
    }


def test_the_communes_of_a_merged_province_follow_it(country: Country) -> None:
    end([country.province], [country.other], User.objects.operator())
    assert parents(country.commune, EVE) == ["Tỉnh Quảng Mẫu"]
    assert parents(country.commune, DAY) == ["Tỉnh Bình Mẫu"]


def test_the_communes_of_an_ended_district_come_under_the_province(country: Country) -> None:
    district = council("600", "Huyện Mẫu", UnitKind.DISTRICT, country.province, date(2016, 1, 1))
    commune = council("60001", "Xã Trong Mẫu", UnitKind.COMMUNE, district, date(2016, 1, 1))
    end([district], [], country.upper, on=REFORM)
    assert parents(commune, date(2025, 6, 30)) == ["Huyện Mẫu"]
    assert parents(commune, REFORM) == ["Tỉnh Quảng Mẫu"]


def test_a_unit_below_that_ends_with_it_needs_no_place(country: Country) -> None:
    district = council("600", "Huyện Mẫu", UnitKind.DISTRICT, country.province, date(2016, 1, 1))
    commune = council("60001", "Xã Trong Mẫu", UnitKind.COMMUNE, district, date(2016, 1, 1))
    end([commune, district], [country.third], country.upper)
    assert parents(commune, DAY) == []


def test_communes_are_not_left_without_a_place(country: Country) -> None:
    district = council("600", "Huyện Mẫu", UnitKind.DISTRICT, country.province, date(2016, 1, 1))
    council("60001", "Xã Trong Mẫu", UnitKind.COMMUNE, district, date(2016, 1, 1))
    with pytest.raises(Refused) as refusal:
        end([district], [country.third], country.upper)
    assert codes(refusal) == {"units.below"}
    assert not Succession.objects.exists()


def test_a_place_planned_for_later_is_not_undone(country: Country) -> None:
    Placement.objects.filter(unit=country.commune.unit).update(from_on=date(2027, 6, 1))
    with pytest.raises(Refused) as refusal:
        end([country.commune], [country.third], country.upper)
    assert codes(refusal) == {"units.placed_later"}
    country.commune.unit.refresh_from_db()
    assert country.commune.unit.dissolved_on is None


def test_every_broken_rule_is_told_at_once(country: Country) -> None:
    with pytest.raises(Refused) as refusal:
        end([country.commune], [], country.upper, on=REFORM, reason=" ")
    assert codes(refusal) == {"reason", "units.before_start", "units.no_successor"}


def test_a_unit_ends_once(country: Country) -> None:
    end([country.commune], [country.third], country.upper)
    with pytest.raises(Refused) as refusal:
        end([country.commune], [country.sister], country.upper)
    assert codes(refusal) == {"units.ended"}


def test_the_journal_of_each_council_tells_of_its_end(country: Country) -> None:
    end([country.commune], [country.third], country.upper, reason="Nghị quyết 01/NQ-UBTVQH16")
    ended, heirs = Entry.objects.filter(council_id=country.commune.pk).order_by("sequence")
    assert (ended.verb, ended.reason) == ("Kết thúc đơn vị hành chính", "Nghị quyết 01/NQ-UBTVQH16")
    assert heirs.changes["successors"] == [None, ["Phường Nam Mẫu"]]


def test_units_are_ended_from_above_and_within_the_own_area(country: Country) -> None:
    for by in (country.local, country.clerk, country.stranger):
        with pytest.raises(NotAllowed):
            end([country.commune], [country.third], by)
    with pytest.raises(NotAllowed):
        end([country.province], [country.other], country.upper)
    with pytest.raises(NotAllowed):
        end([country.commune], [country.other], country.upper)
