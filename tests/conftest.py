"""A small house for every test that needs one: a district, two communes below it, a clerk in each."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from dienhong.accounts.models import User
from dienhong.organisations.kinds import Reach, Role
from dienhong.organisations.models import Council

from .factories import make_council, make_user

# A busy machine is no fault of what is tested: slow drawing and slow examples do not fail a property.
settings.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("house")


@pytest.fixture
def district(db: None) -> Council:
    return make_council("dak-mau", "Huyện Đăk Mẫu", kind="district")


@pytest.fixture
def commune(district: Council) -> Council:
    return make_council("xa-mau", "Xã Mẫu", upper=district)


@pytest.fixture
def sister(district: Council) -> Council:
    return make_council("xa-ben", "Xã Bên", upper=district)


@pytest.fixture
def district_clerk(district: Council) -> User:
    """Writes in the district, reads everything below."""
    return make_user("vanthu.huyen", Role.CLERK, district, reach=Reach.OWN_AND_BELOW)


@pytest.fixture
def clerk(commune: Council) -> User:
    return make_user("vanthu.xa", Role.CLERK, commune)


@pytest.fixture
def sister_clerk(sister: Council) -> User:
    return make_user("vanthu.ben", Role.CLERK, sister)
