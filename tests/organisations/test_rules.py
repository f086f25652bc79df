from datetime import date, timedelta
from typing import Any

import pytest

from dienhong.organisations import rules
from dienhong.organisations.kinds import Level, Reach, Role, UnitKind
from dienhong.organisations.models import AdministrativeUnit, Council, Organisation, RoleGrant

DAY = date(2026, 7, 1)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)


def unit(pk: int = 1, kind: UnitKind = UnitKind.COMMUNE, **values: Any) -> AdministrativeUnit:
    return AdministrativeUnit(pk=pk, name=f"Đơn vị {pk}", kind=kind, level=kind.level, **values)


def body(pk: int = 1, council_id: int = 1, **values: Any) -> Organisation:
    return Organisation(pk=pk, council_id=council_id, name=f"Cơ quan {pk}", **values)


def held(role: Role = Role.CLERK, **values: Any) -> RoleGrant:
    council = Council(pk=1, name="HĐND xã Mẫu", level=Level.COMMUNE)
    return RoleGrant(**{"role": role, "council": council, "from_on": DAY, **values})


def codes(violations: Any) -> list[str]:
    return [violation.code for violation in violations if violation]


@pytest.mark.parametrize(
    ("kind", "upper", "expected"),
    [
        (UnitKind.COMMUNE, UnitKind.PROVINCE, []),
        (UnitKind.COMMUNE, UnitKind.DISTRICT, []),
        (UnitKind.DISTRICT, UnitKind.CITY, []),
        (UnitKind.WARD, UnitKind.COMMUNE, ["unit.level"]),
        (UnitKind.PROVINCE, UnitKind.CITY, ["unit.level"]),
    ],
)
def test_a_unit_stands_under_a_higher_level(kind: UnitKind, upper: UnitKind, expected: list[str]) -> None:
    assert codes(rules.unit_fits_below(kind, DAY, unit(kind=upper))) == expected


def test_the_upper_unit_must_still_be_there() -> None:
    upper = unit(kind=UnitKind.PROVINCE, dissolved_on=DAY)
    assert codes(rules.unit_fits_below(UnitKind.COMMUNE, BEFORE, upper)) == []
    assert codes(rules.unit_fits_below(UnitKind.COMMUNE, None, upper)) == []
    assert codes(rules.unit_fits_below(UnitKind.COMMUNE, DAY, upper)) == ["unit.upper_ended"]


@pytest.mark.parametrize(
    ("ending", "successors", "expected"),
    [
        ([unit(1)], [unit(2)], []),
        ([unit(1), unit(2)], [unit(3), unit(4)], []),
        ([], [unit(2)], ["units.none"]),
        ([unit(1)], [], ["units.no_successor"]),
        ([unit(1, UnitKind.DISTRICT)], [], []),
        ([unit(1)], [unit(1)], ["units.itself"]),
        ([unit(1, dissolved_on=BEFORE)], [unit(2)], ["units.ended"]),
        ([unit(1, established_on=DAY)], [unit(2)], ["units.before_start"]),
        ([unit(1, established_on=BEFORE)], [unit(2, established_on=DAY)], []),
        ([unit(1)], [unit(2, dissolved_on=DAY)], ["units.successor_absent"]),
        ([unit(1)], [unit(2, dissolved_on=AFTER)], []),
        ([unit(1)], [unit(2, established_on=AFTER)], ["units.successor_absent"]),
    ],
)
def test_units_end_once_and_leave_their_area_to_others(
    ending: list[AdministrativeUnit], successors: list[AdministrativeUnit], expected: list[str]
) -> None:
    assert codes(rules.units_may_end(ending, successors, DAY)) == expected


def test_those_below_follow_the_only_successor_of_their_level_or_go_to_the_upper_unit() -> None:
    province, other, district = unit(1, UnitKind.PROVINCE), unit(2, UnitKind.CITY), unit(3, UnitKind.DISTRICT)
    assert rules.heir_of(province, [other], None) == other
    assert rules.heir_of(district, [], province) == province
    assert rules.heir_of(district, [province], province) is None
    assert rules.heir_of(province, [other, unit(4, UnitKind.PROVINCE)], None) is None


def test_nobody_below_is_left_without_a_place() -> None:
    gone = unit(1, UnitKind.PROVINCE)
    assert rules.units_below_are_provided_for(gone, [], None) is None
    assert rules.units_below_are_provided_for(gone, [unit(2)], unit(3, UnitKind.CITY)) is None
    violation = rules.units_below_are_provided_for(gone, [unit(2)], None)
    assert violation is not None
    assert "Còn 1 đơn vị" in violation.sentence


def test_a_later_place_in_the_tree_stays() -> None:
    assert rules.placed_before(unit(), BEFORE, DAY) is None
    assert codes([rules.placed_before(unit(), DAY, DAY)]) == ["units.placed_later"]


@pytest.mark.parametrize(
    ("organisation", "successors", "expected"),
    [
        (body(1), [], []),
        (body(1), [body(2), body(3)], []),
        (body(1, established_on=BEFORE), [], []),
        (body(1, established_on=DAY), [], ["organisation.before_start"]),
        (body(1, dissolved_on=BEFORE), [], ["organisation.ended"]),
        (body(1), [body(1)], ["organisation.itself"]),
        (body(1), [body(2, council_id=2)], ["organisation.other_area"]),
        (body(1), [body(2, dissolved_on=DAY)], ["organisation.successor_absent"]),
        (body(1), [body(2, established_on=AFTER)], ["organisation.successor_absent"]),
        (body(1), [body(2, established_on=DAY)], []),
    ],
)
def test_an_organisation_ends_once_and_its_successors_live_on_in_the_area(
    organisation: Organisation, successors: list[Organisation], expected: list[str]
) -> None:
    assert codes(rules.organisation_may_end(organisation, successors, DAY)) == expected


@pytest.mark.parametrize(
    ("grant", "has_upper", "expected"),
    [
        (held(), True, []),
        (held(Role.AGENCY), True, ["role.organisation"]),
        (held(Role.AGENCY, organisation=body()), True, []),
        (held(Role.AGENCY, organisation=body(council_id=2)), True, ["role.other_area"]),
        (held(Role.AGENCY, organisation=body(dissolved_on=DAY)), True, ["role.organisation_absent"]),
        (held(Role.COMMITTEE, organisation=body()), True, []),
        (held(Role.FRONT, reach=Reach.OWN_AND_BELOW), False, ["role.reach"]),
        (held(reach=Reach.OWN_AND_BELOW), True, ["role.nothing_below"]),
        (held(Role.ADMINISTRATOR, reach=Reach.OWN_AND_BELOW), False, []),
        (held(reach=Reach.OWN_AND_BELOW, council=Council(pk=1, level=Level.PROVINCE)), False, []),
    ],
)
def test_a_role_names_its_body_and_reaches_no_further_than_there_is(
    grant: RoleGrant, has_upper: bool, expected: list[str]
) -> None:
    assert codes(rules.role_fits(grant, has_upper=has_upper)) == expected


@pytest.mark.parametrize(
    ("other", "twice"),
    [
        (held(), True),
        (held(from_on=AFTER), True),
        (held(from_on=BEFORE, to_on=DAY), True),
        (held(from_on=BEFORE, to_on=BEFORE), False),
        (held(Role.LEADER), False),
        (held(organisation=body()), False),
    ],
)
def test_the_same_role_is_not_held_twice_at_a_time(other: RoleGrant, twice: bool) -> None:
    assert (rules.role_not_held_yet(held(), [other]) is not None) is twice


def test_a_role_ends_within_its_own_time() -> None:
    grant = held(to_on=AFTER)
    assert codes(rules.role_may_end(grant, BEFORE)) == ["role.before_start"]
    assert codes(rules.role_may_end(grant, DAY)) == []
    assert codes(rules.role_may_end(grant, AFTER)) == []
    assert codes(rules.role_may_end(grant, AFTER + timedelta(days=1))) == ["role.ended"]
    assert codes(rules.role_may_end(held(), date(2040, 1, 1))) == []


def test_somebody_must_still_administer() -> None:
    assert codes([rules.somebody_still_administers(0)]) == ["role.last_administrator"]
    assert rules.somebody_still_administers(1) is None


def test_a_reason_is_more_than_blanks() -> None:
    assert codes([rules.reason_given(" ")]) == ["reason"]
    assert rules.reason_given("Nghị quyết 01") is None
