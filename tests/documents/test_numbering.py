"""Twenty at once get twenty numbers, without gap or double, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from django.db import connection, transaction

from dienhong.documents.numbering import take_number, take_numbers


def take(series: str = "TB-TTHĐND", year: int = 2023) -> int:
    try:
        with transaction.atomic():
            return take_number(council_id=1, series=series, year=year)
    finally:
        connection.close()


@pytest.mark.django_db(transaction=True)
def test_twenty_threads_get_twenty_numbers() -> None:
    with ThreadPoolExecutor(20) as threads:
        numbers = list(threads.map(lambda _: take(), range(20)))
    assert sorted(numbers) == list(range(1, 21))


@pytest.mark.django_db
def test_series_and_years_count_apart() -> None:
    with transaction.atomic():
        taken = [
            take_number(council_id=1, series=s, year=y) for s, y in [("A", 2023), ("A", 2023), ("B", 2023)]
        ]
        assert taken == [1, 2, 1]
        assert take_number(council_id=1, series="A", year=2024) == 1
        assert take_number(council_id=2, series="A", year=2023) == 1


@pytest.mark.django_db
def test_a_number_of_a_failed_transaction_is_free_again() -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        take_number(council_id=1, series="A", year=2023)
        _ = 1 / 0
    with transaction.atomic():
        assert take_number(council_id=1, series="A", year=2023) == 1


@pytest.mark.django_db(transaction=True)
def test_a_number_outside_a_transaction_is_refused() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        take_number(council_id=1, series="A", year=2023)


@pytest.mark.django_db
def test_many_numbers_are_taken_in_one_go(django_assert_num_queries: Callable[..., Any]) -> None:
    with transaction.atomic():
        assert take_number(council_id=1, series="A", year=2023) == 1
        with django_assert_num_queries(1):
            assert list(take_numbers(council_id=1, series="A", year=2023, count=3)) == [2, 3, 4]
        assert take_number(council_id=1, series="A", year=2023) == 5


@pytest.mark.django_db(transaction=True)
def test_a_number_needs_a_transaction() -> None:
    with pytest.raises(transaction.TransactionManagementError):
        take_numbers(council_id=1, series="A", year=2023, count=2)
