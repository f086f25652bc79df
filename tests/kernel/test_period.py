from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dienhong.kernel.errors import Refused
from dienhong.kernel.period import Period, shift_months
from dienhong.vietnamese.dates import parse_period

days = st.dates(date(1946, 1, 1), date(2100, 12, 31))
periods = st.tuples(days, st.integers(1, 2000)).map(lambda p: Period(p[0], p[0] + timedelta(days=p[1])))

LABELS = [
    (Period.year(2023), "năm 2023"),
    (Period.half_year(2023, 1), "6 tháng đầu năm 2023"),
    (Period.half_year(2023, 2), "6 tháng cuối năm 2023"),
    (Period.nine_months(2023), "9 tháng đầu năm 2023"),
    (Period.quarter(2023, 1), "quý I năm 2023"),
    (Period.quarter(2023, 4), "quý IV năm 2023"),
    (Period.month(2023, 7), "tháng 7 năm 2023"),
    (Period.month(2023, 2), "tháng 02 năm 2023"),
    (Period.month(2023, 12), "tháng 12 năm 2023"),
    (Period.between(date(2023, 1, 5), date(2023, 6, 20)), "từ ngày 05/01/2023 đến ngày 20/6/2023"),
    (Period.between(date(2022, 12, 16), date(2023, 12, 15)), "từ ngày 16/12/2022 đến ngày 15/12/2023"),
    (Period.months(2023, 2, 3), "từ ngày 01/02/2023 đến ngày 30/4/2023"),
    (Period.months(2022, 1, 24), "từ ngày 01/01/2022 đến ngày 31/12/2023"),
]


@pytest.mark.parametrize(("period", "label"), LABELS, ids=str)
def test_a_period_is_called_as_officials_call_it(period: Period, label: str) -> None:
    assert period.label == str(period) == label


@pytest.mark.parametrize("period", [period for period, _ in LABELS if period.name], ids=str)
def test_the_name_is_read_back_as_the_same_days(period: Period) -> None:
    assert parse_period(period.label) == (period.first, period.last)


def test_a_period_typed_as_dates_is_the_named_one() -> None:
    typed = Period.between(date(2023, 1, 1), date(2023, 12, 31))
    assert typed == Period.year(2023)
    assert hash(typed) == hash(Period.year(2023))


def test_both_outer_days_belong_to_it_and_their_neighbours_do_not() -> None:
    july = Period.month(2023, 7)
    assert date(2023, 7, 1) in july
    assert july.last == date(2023, 7, 31)
    assert july.last in july
    assert date(2023, 6, 30) not in july
    assert july.until not in july
    assert "2023-07-05" not in july


PREVIOUS = [
    (Period.year(2024), Period.year(2023)),
    (Period.month(2024, 1), Period.month(2023, 12)),
    (Period.quarter(2024, 1), Period.quarter(2023, 4)),
    (Period.half_year(2024, 1), Period.half_year(2023, 2)),
    (Period.nine_months(2024), Period.nine_months(2023)),
    (
        Period.between(date(2022, 12, 16), date(2023, 12, 15)),
        Period.between(date(2021, 12, 16), date(2022, 12, 15)),
    ),
    (Period.between(date(2023, 1, 5), date(2023, 1, 8)), Period.between(date(2023, 1, 1), date(2023, 1, 4))),
]


@pytest.mark.parametrize(("period", "before"), PREVIOUS, ids=str)
def test_the_previous_period_is_of_the_same_kind(period: Period, before: Period) -> None:
    assert period.previous() == before


def test_the_same_period_of_the_year_before_minds_the_leap_day() -> None:
    assert Period.month(2024, 2).a_year_before() == Period.month(2023, 2)
    assert Period.quarter(2024, 1).a_year_before() == Period.quarter(2023, 1)
    assert Period.between(date(2024, 2, 29), date(2024, 3, 5)).a_year_before().first == date(2023, 2, 28)


@given(periods)
def test_nothing_lies_between_a_period_and_the_previous_one(period: Period) -> None:
    if period != Period.nine_months(period.first.year):
        assert period.previous().until == period.first


@given(periods, periods, days)
def test_the_overlap_holds_exactly_the_common_days(one: Period, other: Period, day: date) -> None:
    common = one.overlap(other)
    assert common == other.overlap(one)
    assert (common is not None and day in common) == (day in one and day in other)


def test_neighbours_have_no_day_in_common() -> None:
    assert Period.month(2023, 6).overlap(Period.month(2023, 7)) is None
    assert Period.half_year(2023, 1).overlap(Period.month(2023, 6)) == Period.month(2023, 6)


@given(periods)
def test_inclusive_dates_outside_and_half_open_inside_are_the_same_period(period: Period) -> None:
    assert Period.between(period.first, period.last) == period
    assert period.days == (period.last - period.first).days + 1


@given(st.integers(1946, 2100))
def test_months_quarters_and_halves_fill_the_year(year: int) -> None:
    parts = [
        [Period.month(year, n) for n in range(1, 13)],
        [Period.quarter(year, n) for n in range(1, 5)],
        [Period.half_year(year, n) for n in (1, 2)],
    ]
    for row in parts:
        assert sum(part.days for part in row) == Period.year(year).days
        assert all(part.until == following.first for part, following in pairwise(row))


@given(days, st.integers(-600, 600))
def test_shifting_by_months_keeps_the_day_or_takes_the_last_of_the_month(day: date, months: int) -> None:
    shifted = shift_months(day, months)
    assert (shifted.year - day.year) * 12 + shifted.month - day.month == months
    assert shifted.day == day.day or (shifted.day < day.day and (shifted + timedelta(days=1)).day == 1)


def test_an_end_before_the_beginning_is_refused_with_both_dates() -> None:
    with pytest.raises(Refused, match=r"Ngày cuối của kỳ \(04/01/2023\) đứng trước ngày đầu \(05/01/2023\)"):
        Period.between(date(2023, 1, 5), date(2023, 1, 4))


@pytest.mark.parametrize(
    "make",
    [
        lambda: Period.month(2023, 13),
        lambda: Period.quarter(2023, 0),
        lambda: Period.quarter(2023, 5),
        lambda: Period.half_year(2023, 3),
        lambda: Period.year(9999),
        lambda: Period.year(0),
        lambda: Period.between(date(2023, 1, 1), date.max),
        lambda: Period(date.min, date.min),
        lambda: Period.year(1).previous(),
        lambda: Period.between(date.min, date(1, 1, 5)).previous(),
    ],
)
def test_what_is_not_in_the_calendar_is_refused(make) -> None:
    with pytest.raises(Refused):
        make()
