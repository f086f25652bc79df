from collections.abc import Iterator

import pytest
from django.core.cache import cache
from django.test import Client

from dienhong.accounts.models import User

from .signing_in import PASSWORD, sign_in


@pytest.fixture(autouse=True)
def fresh_limits() -> Iterator[None]:
    """Rate limits and opened codes live in the cache: every test starts without a past."""
    cache.clear()
    yield
    cache.clear()


@pytest.fixture
def user(db: None) -> User:
    return User.objects.create_user(
        "chuyenvien01", PASSWORD, full_name="Đại biểu mẫu 01", email="Chuyenvien01@vidu.vn"
    )


@pytest.fixture
def signed_in(user: User) -> Client:
    return sign_in(Client())
