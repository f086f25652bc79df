from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dienhong.kernel.errors import Refused
from dienhong.rulebook.working_days import Calendar, DayKind, SpecialDay

FEAST = SpecialDay(date(2024, 5, 8), DayKind.HOLIDAY, "Hội làng", True, "lệ làng")  # a Wednesday
WORKED = SpecialDay(date(2024, 5, 11), DayKind.WORKED, "làm bù", True, "lệ làng")  # a Saturday
VILLAGE = Calendar([FEAST, WORKED])

days = st.dates(date(2020, 1, 1), date(2030, 12, 31))
special = st.builds(SpecialDay, days, st.sampled_from(DayKind), st.just("ngày riêng"))
calendars = st.lists(special, max_size=60).map(Calendar)


def test_weekends_and_holidays_are_off_and_a_swapped_saturday_is_worked() -> None:
    assert VILLAGE.is_working_day(date(2024, 5, 7))
    assert not VILLAGE.is_working_day(FEAST.day)
    assert VILLAGE.is_working_day(WORKED.day)
    assert not VILLAGE.is_working_day(date(2024, 5, 12))


def test_counting_passes_over_what_is_closed() -> None:
    assert VILLAGE.add_working_days(date(2024, 5, 7), 3) == date(2024, 5, 11)
    assert VILLAGE.add_working_days(date(2024, 5, 7), 4) == date(2024, 5, 13)
    assert VILLAGE.subtract_working_days(date(2024, 5, 13), 4) == date(2024, 5, 7)


def test_why_a_day_is_off_is_told() -> None:
    assert VILLAGE.day_off(FEAST.day) == "Hội làng"
    assert VILLAGE.day_off(date(2024, 5, 4)) == "thứ Bảy"
    assert VILLAGE.day_off(date(2024, 5, 5)) == "Chủ nhật"
    assert VILLAGE.day_off(WORKED.day) is None


def test_a_correction_wins() -> None:
    corrected = VILLAGE.with_days([SpecialDay(FEAST.day, DayKind.WORKED, "hội dời sang tuần sau")])
    assert corrected.is_working_day(FEAST.day)
    assert not VILLAGE.is_working_day(FEAST.day)
    assert corrected.special(WORKED.day) == WORKED


def test_only_what_differs_from_the_weekday_is_an_exception() -> None:
    on_sunday = SpecialDay(date(2024, 5, 12), DayKind.HOLIDAY, "Hội làng")
    village = VILLAGE.with_days([on_sunday])
    assert list(village.exceptions(date(2024, 5, 8), date(2024, 5, 12))) == [FEAST, WORKED]
    assert list(village.exceptions(date(2024, 5, 9), date(2024, 5, 10))) == []


@pytest.mark.parametrize("count", ["add_working_days", "subtract_working_days"])
def test_a_negative_count_is_refused(count: str) -> None:
    with pytest.raises(Refused, match="không được âm"):
        getattr(VILLAGE, count)(FEAST.day, -1)


@given(calendars, days, st.integers(0, 40))
def test_adding_and_then_subtracting_comes_back_to_the_working_day(
    calendar: Calendar, day: date, count: int
) -> None:
    start = calendar.nearest_working_day(day, 1)
    there = calendar.add_working_days(start, count)
    assert calendar.subtract_working_days(there, count) == start
    assert calendar.add_working_days(calendar.subtract_working_days(start, count), count) == start


@given(calendars, days, st.integers(1, 40))
def test_a_span_holds_exactly_as_many_working_days_as_were_added(
    calendar: Calendar, day: date, count: int
) -> None:
    there = calendar.add_working_days(day, count)
    span = [day + timedelta(days=n) for n in range(1, (there - day).days + 1)]
    assert sum(map(calendar.is_working_day, span)) == count
    assert calendar.is_working_day(there)


@given(calendars, days, st.integers(0, 20), st.integers(0, 20))
def test_adding_twice_is_adding_the_sum(calendar: Calendar, day: date, one: int, two: int) -> None:
    twice = calendar.add_working_days(calendar.add_working_days(day, one), two)
    assert twice == calendar.add_working_days(day, one + two)


@given(calendars, days)
def test_a_day_is_off_for_a_reason(calendar: Calendar, day: date) -> None:
    assert calendar.is_working_day(day) == (calendar.day_off(day) is None)
