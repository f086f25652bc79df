"""Roles read as far as they reach and write at home; all of it dated."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dienhong.accounts.models import User
from dienhong.organisations.access import access_of, forget_access
from dienhong.organisations.kinds import COUNCIL_ROLES, Reach, Role
from dienhong.organisations.models import Council, Organisation, Placement, RoleGrant

from ..factories import make_council, make_user


def test_a_clerk_knows_own_council_only(
    clerk: User, commune: Council, sister: Council, district: Council
) -> None:
    assert set(Council.objects.visible_to(clerk)) == {commune}
    assert access_of(clerk).may_act(commune, {Role.CLERK})
    assert not access_of(clerk).may_read(district, COUNCIL_ROLES)


def test_an_upper_clerk_reads_below_and_writes_at_home(
    district_clerk: User, district: Council, commune: Council, sister: Council
) -> None:
    access = access_of(district_clerk)
    assert set(Council.objects.visible_to(district_clerk)) == {district, commune, sister}
    assert access.may_read(commune, {Role.CLERK})
    assert not access.may_act(commune, {Role.CLERK})
    assert access.may_act(district, {Role.CLERK})


def test_reach_goes_two_levels_down(district: Council, commune: Council) -> None:
    province = make_council("tinh-mau", "Tỉnh Mẫu", kind="province")
    Placement.objects.create(unit=district.unit, parent=province.unit, from_on=date(2016, 1, 1))
    clerk = make_user("vanthu.tinh", Role.CLERK, province, reach=Reach.OWN_AND_BELOW)
    assert set(Council.objects.visible_to(clerk)) == {province, district, commune}


def test_the_tree_of_a_year_is_the_tree_of_that_year(
    district: Council, commune: Council, sister: Council
) -> None:
    Placement.objects.filter(unit=sister.unit).update(to_on=date(2022, 12, 31))
    below = Council.objects.below
    assert set(below(district, first=date(2022, 1, 1), last=date(2022, 12, 31))) == {commune, sister}
    assert set(below(district, first=date(2023, 1, 1), last=date(2023, 12, 31))) == {commune}


@pytest.mark.parametrize("role", [Role.AGENCY, Role.FRONT, Role.ADMINISTRATOR])
def test_some_roles_know_the_council_but_not_its_records(role: Role, commune: Council) -> None:
    body = Organisation.objects.create(council=commune, kind="department", name="Phòng mẫu")
    user = make_user("nguoi.ngoai", role, commune, organisation=body)
    assert set(Council.objects.visible_to(user)) == {commune}
    assert not access_of(user).may_read(commune, COUNCIL_ROLES)


def test_a_role_holds_from_its_first_to_its_last_day(commune: Council) -> None:
    user = make_user("nhiem.ky")
    first, last = date(2023, 3, 1), date(2023, 3, 31)
    RoleGrant.objects.create(user=user, role=Role.CLERK, council=commune, from_on=first, to_on=last)
    day = timedelta(days=1)
    held = {
        on: access_of(user, on).may_act(commune, {Role.CLERK})
        for on in (first - day, first, last, last + day)
    }
    assert list(held.values()) == [False, True, True, False]


def test_nobody_without_a_role_a_name_or_an_active_account(commune: Council, clerk: User) -> None:
    from django.contrib.auth.models import AnonymousUser

    assert not access_of(AnonymousUser()).known_councils
    assert not access_of(make_user("khong.vai.tro")).known_councils
    clerk.is_active = False
    forget_access(clerk)
    assert not access_of(clerk).known_councils


def test_several_roles_of_one_person_add_up(commune: Council, sister: Council, clerk: User) -> None:
    RoleGrant.objects.create(user=clerk, role=Role.LEADER, council=sister, from_on=date(2021, 5, 23))
    forget_access(clerk)
    assert access_of(clerk).may_act(commune, {Role.CLERK})
    assert access_of(clerk).may_act(sister, {Role.LEADER})
    assert not access_of(clerk).may_act(sister, {Role.CLERK})


def test_the_operator_reads_and_acts_everywhere(commune: Council, district: Council) -> None:
    operator = User.objects.operator()
    assert access_of(operator).everywhere
    assert set(Council.objects.visible_to(operator)) == {commune, district}
