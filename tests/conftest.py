import pytest

from tests.small_country import Country, small_country


@pytest.fixture
def country(db: None) -> Country:
    return small_country()
