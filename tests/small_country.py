"""A small country for tests: two provinces, one with a district (ended) and three communes, and who works there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from dienhong.accounts.models import User
from dienhong.organisations.kinds import OrganisationKind, Reach, Role, UnitKind
from dienhong.organisations.models import AdministrativeUnit, Council, Organisation, Placement, RoleGrant
from dienhong.organisations.slugs import bare_slug
from dienhong.organisations.unit_list import council_of

NOON = datetime(2026, 11, 20, 5, 0, tzinfo=UTC)
"""Noon of 20 November 2026 in Vietnam."""
TODAY = date(2026, 11, 20)
REFORM = date(2025, 7, 1)


def council(
    code: str, name: str, kind: UnitKind, above: Council | None = None, since: date = REFORM
) -> Council:
    """A unit with its council, placed under another one's."""
    unit = AdministrativeUnit.objects.create(code=code, name=name, kind=kind, established_on=since)
    if above is not None:
        Placement.objects.create(unit=unit, parent=above.unit, from_on=since)
    made = council_of(unit, slug=bare_slug(name))
    made.save()
    return made


def organisation(of: Council, name: str, kind: str = OrganisationKind.DEPARTMENT) -> Organisation:
    return Organisation.objects.create(council=of, name=name, kind=kind, established_on=REFORM)


def grant(
    user: User,
    of: Council,
    role: Role,
    reach: Reach = Reach.OWN,
    *,
    body: Organisation | None = None,
    from_on: date = REFORM,
    to_on: date | None = None,
) -> RoleGrant:
    return RoleGrant.objects.create(
        user=user, council=of, role=role, reach=reach, organisation=body, from_on=from_on, to_on=to_on
    )


def user(name: str, of: Council | None = None, role: Role = Role.CLERK, reach: Reach = Reach.OWN) -> User:
    """A user "Cán bộ mẫu <name>" with at most one role."""
    made = User.objects.create_user(name, "mat-khau-mau-2026", full_name=f"Cán bộ mẫu {name}")
    if of is not None:
        grant(made, of, role, reach)
    return made


@dataclass(frozen=True)
class Country:
    """Administrators: ``upper`` of the province and all below, ``local`` of one commune, ``stranger`` elsewhere."""

    province: Council
    commune: Council
    sister: Council
    third: Council
    other: Council
    upper: User
    local: User
    stranger: User
    clerk: User


def small_country() -> Country:
    province = council("51", "Tỉnh Quảng Mẫu", UnitKind.PROVINCE)
    other = council("52", "Tỉnh Bình Mẫu", UnitKind.PROVINCE)
    commune = council("23001", "Xã Tân Mẫu", UnitKind.COMMUNE, province)
    return Country(
        province=province,
        commune=commune,
        sister=council("23002", "Xã Đông Mẫu", UnitKind.COMMUNE, province),
        third=council("23003", "Phường Nam Mẫu", UnitKind.WARD, province),
        other=other,
        upper=user("quantri-tinh", province, Role.ADMINISTRATOR, Reach.OWN_AND_BELOW),
        local=user("quantri-xa", commune, Role.ADMINISTRATOR),
        stranger=user("quantri-khac", other, Role.ADMINISTRATOR),
        clerk=user("chuyenvien", commune, Role.CLERK),
    )


@pytest.fixture
def country(db: None) -> Country:
    """For the ``conftest.py`` of a folder that tests administration."""
    return small_country()
