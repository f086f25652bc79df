"""The periods of an address: parts of a year, terms, any two days; and the words that mean one."""

from __future__ import annotations

from datetime import date

import pytest

from dienhong.indicators.periods import parts_of_year, read_period, words_of
from dienhong.kernel.period import Period

TERM = ("khoa-14", "Nhiệm kỳ 2021–2026", Period.between(date(2021, 5, 23), date(2026, 5, 22)))


@pytest.mark.parametrize(
    ("address", "period"),
    [
        ({}, Period.year(2025)),
        ({"nam": "2023"}, Period.year(2023)),
        ({"nam": "2023", "ky": "quy-2"}, Period.quarter(2023, 2)),
        ({"nam": "2023", "ky": "6-thang-dau"}, Period.half_year(2023, 1)),
        ({"nam": "2023", "ky": "9-thang"}, Period.nine_months(2023)),
        ({"nam": "2023", "ky": "thang-12"}, Period.month(2023, 12)),
        ({"nam": "2023", "ky": "khoa-14"}, TERM[2]),
        ({"tu": "2023-01-05", "den": "2023-06-20"}, Period.between(date(2023, 1, 5), date(2023, 6, 20))),
        (
            {"ky": "khac", "tu": "05/01/2023", "den": "20/6/2023"},
            Period.between(date(2023, 1, 5), date(2023, 6, 20)),
        ),
    ],
)
def test_what_an_address_means(address: dict[str, str], period: Period) -> None:
    assert read_period(address, 2025, [TERM]) == period


@pytest.mark.parametrize(
    "address",
    [
        {"nam": "x"},
        {"nam": "99999"},
        {"nam": "1"},
        {"ky": "quy-9"},
        {"tu": "2023-06-20", "den": "2023-01-05"},
        {"tu": "2023-06-20"},
        {"tu": "0001-01-01", "den": "9999-12-31"},
        {"ky": "khac"},
    ],
)
def test_what_it_cannot_mean_is_the_year(address: dict[str, str]) -> None:
    assert read_period(address, 2025) == Period.year(2025)


def test_free_days_give_way_to_a_part_that_is_named() -> None:
    address = {"nam": "2023", "ky": "quy-1", "tu": "2022-01-01", "den": "2022-02-01"}
    assert read_period(address, 2025) == Period.quarter(2023, 1)


def test_words_mean_their_period() -> None:
    periods = [period for _, _, period in parts_of_year(2023)]
    for period in [*periods, Period.between(date(2023, 1, 5), date(2024, 2, 27))]:
        assert read_period(words_of(period), 2025) == period
    assert words_of(Period.year(2023)) == {"nam": "2023"}
