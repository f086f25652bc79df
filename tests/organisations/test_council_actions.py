from datetime import date
from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.organisations.access import access_of
from dienhong.organisations.actions.councils import add_council, change_council
from dienhong.organisations.models import AdministrativeUnit, Council, Placement
from tests.small_country import NOON, TODAY, Country

NEW: dict[str, Any] = {
    "code": "23009",
    "name": "Xã Tây Mẫu",
    "kind": "commune",
    "established_on": date(2026, 9, 1),
    "short_name": "",
}


def codes(refusal: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {violation.code for violation in refusal.value.violations}


def test_a_council_comes_with_its_unit_in_its_place(country: Country) -> None:
    council = add_council(upper=country.province, values=NEW, by=country.upper, at=NOON)
    assert (council.slug, council.name, council.unit.code) == ("tay-mau", "HĐND xã Tây Mẫu", "23009")
    placement = Placement.objects.get(unit=council.unit)
    assert (placement.parent, placement.from_on) == (country.province.unit, date(2026, 9, 1))
    assert [e.verb for e in Entry.objects.order_by("pk")] == [
        "Thêm đơn vị hành chính",
        "Đặt trực thuộc",
        "Thêm Hội đồng",
    ]
    assert access_of(country.upper, TODAY).may_administer(council)


def test_a_name_that_is_taken_gives_an_address_with_the_parent(country: Country) -> None:
    council = add_council(
        upper=country.province, values={**NEW, "name": "Phường Tân Mẫu"}, by=country.upper, at=NOON
    )
    assert council.slug == "tan-mau-quang-mau"


def test_without_a_first_day_it_is_placed_from_today(country: Country) -> None:
    values = {**NEW, "established_on": None}
    council = add_council(upper=country.province, values=values, by=country.upper, at=NOON)
    assert Placement.objects.get(unit=council.unit).from_on == TODAY


@pytest.mark.parametrize(
    ("values", "code"),
    [
        ({"code": "23001"}, "shape"),
        ({"name": ""}, "shape"),
        ({"kind": "village"}, "shape"),
        ({"kind": "province"}, "unit.level"),
    ],
)
def test_a_council_that_does_not_fit_leaves_nothing_behind(
    country: Country, values: dict[str, Any], code: str
) -> None:
    before = (AdministrativeUnit.objects.count(), Entry.objects.count())
    with pytest.raises(Refused) as refusal:
        add_council(upper=country.province, values={**NEW, **values}, by=country.upper, at=NOON)
    assert code in codes(refusal)
    assert (AdministrativeUnit.objects.count(), Entry.objects.count()) == before


def test_only_an_administrator_from_above_adds_a_council(country: Country) -> None:
    for by in (country.local, country.clerk, country.stranger):
        with pytest.raises(NotAllowed):
            add_council(upper=country.province, values=NEW, by=by, at=NOON)
    with pytest.raises(NotAllowed):
        add_council(upper=country.commune, values=NEW, by=country.local, at=NOON)


def test_only_the_operator_adds_a_council_at_the_top(country: Country) -> None:
    values = {**NEW, "name": "Tỉnh Mới", "kind": "province"}
    with pytest.raises(NotAllowed):
        add_council(upper=None, values=values, by=country.upper, at=NOON)
    council = add_council(upper=None, values=values, by=User.objects.operator(), at=NOON)
    assert not Placement.objects.filter(unit=council.unit).exists()


def test_a_council_is_renamed_at_its_old_address(country: Country) -> None:
    names: dict[str, Any] = {"name": "Hội đồng nhân dân xã Tân Mẫu", "short_name": "Tân Mẫu", "at": NOON}
    change_council(country.commune, **names, expected_version=1, by=country.local)
    council = Council.objects.get(pk=country.commune.pk)
    assert (council.name, council.slug, council.version) == (names["name"], "tan-mau", 2)
    assert Entry.objects.get().council_id == council.pk
    with pytest.raises(Changed):
        change_council(council, **{**names, "name": "Khác"}, expected_version=1, by=country.local)


def test_a_council_is_renamed_by_those_who_administer_it(country: Country) -> None:
    for by in (country.clerk, country.stranger):
        with pytest.raises(NotAllowed):
            change_council(country.commune, name="A", short_name="a", expected_version=1, by=by, at=NOON)
    with pytest.raises(NotAllowed):
        change_council(
            country.sister, name="A", short_name="a", expected_version=1, by=country.local, at=NOON
        )
    change_council(country.sister, name="A", short_name="a", expected_version=1, by=country.upper, at=NOON)
