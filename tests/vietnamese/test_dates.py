from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dienhong.vietnamese.dates import (
    FoundDate,
    find_dates,
    format_date,
    format_long_date,
    format_range,
    parse_date,
    weekday_name,
)

from .strategies import anything

days = st.dates()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("8/5/2023", date(2023, 5, 8)),
        ("08-05-2023", date(2023, 5, 8)),
        ("08.05.2023", date(2023, 5, 8)),
        ("ngày 30 tháng 01 năm 2024", date(2024, 1, 30)),
        ("Thứ Hai, ngày 08/5/2023", date(2023, 5, 8)),
        ("2023-05-08", date(2023, 5, 8)),
        ("03/04/2026", date(2026, 4, 3)),
        ("31/02/2023", None),
        ("5/13/2023", None),
        ("29/02/2023", None),
        ("8/5-2023", None),
        ("8/5/23", None),
        ("8/5/0000", None),
        ("5/11", None),
        ("hôm qua", None),
        ("", None),
    ],
)
def test_a_date_is_read_day_first(text: str, day: date | None) -> None:
    assert parse_date(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("5/11", date(2023, 11, 5)),
        ("ngày 5 tháng 11", date(2023, 11, 5)),
        ("5/11/2022", date(2022, 11, 5)),
        ("5-11", None),
    ],
)
def test_a_known_year_completes_a_date(text: str, day: date | None) -> None:
    assert parse_date(text, year=2023) == day


def test_only_january_and_february_take_a_zero() -> None:
    assert format_date(date(2023, 5, 9)) == "09/5/2023"
    assert format_date(date(2024, 2, 27)) == "27/02/2024"
    assert format_date(date(2024, 3, 27)) == "27/3/2024"
    assert format_date(date(2023, 12, 1)) == "01/12/2023"
    assert format_long_date(date(2024, 1, 30)) == "ngày 30 tháng 01 năm 2024"
    assert format_long_date(date(2023, 5, 9)) == "ngày 09 tháng 5 năm 2023"


@given(days)
def test_dates_return(day: date) -> None:
    assert parse_date(format_date(day)) == day
    assert parse_date(format_long_date(day)) == day
    assert parse_date(f"{weekday_name(day)}, {format_long_date(day)}") == day
    assert parse_date(day.isoformat()) == day


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        (date(2023, 7, 25), date(2023, 7, 26), "25-26/7/2023"),
        (date(2023, 1, 5), date(2023, 1, 6), "05-06/01/2023"),
        (date(2023, 7, 28), date(2023, 8, 2), "28/7-02/8/2023"),
        (date(2023, 12, 28), date(2024, 1, 5), "28/12/2023-05/01/2024"),
        (date(2023, 5, 9), date(2023, 5, 9), "09/5/2023"),
    ],
)
def test_ranges_say_once_what_is_shared(first: date, last: date, text: str) -> None:
    assert format_range(first, last) == format_range(last, first) == text


@given(days, days)
def test_ranges_return(one: date, other: date) -> None:
    text = format_range(one, other)
    (found,) = find_dates(f"({text})")
    assert (found.value, found.last) == (min(one, other), max(one, other))
    assert found.text == text


@given(days)
def test_the_week_begins_on_thu_hai(day: date) -> None:
    monday = day.toordinal() - day.weekday()
    if monday > 0:
        assert weekday_name(date.fromordinal(monday)) == "Thứ Hai"
    assert (weekday_name(day) == "Chủ nhật") == (day.isoweekday() == 7)


def _found(text: str, **options: int) -> list[tuple[str, date | None, int | None]]:
    return [(found.text, found.value, found.weekday) for found in find_dates(text, **options)]


def test_dates_are_found_in_prose() -> None:
    text = "Thông báo số 04/TB-TTHĐND ngày 09/05/2023; họp ngày 30 tháng\n 01 năm 2024; hết hạn 12/9/2022./."
    assert [found.value for found in find_dates(text)] == [
        date(2023, 5, 9),
        date(2024, 1, 30),
        date(2022, 9, 12),
    ]


def test_what_only_looks_like_a_date_is_left() -> None:
    text = "134/2023/NQ-HĐND, 12/9/2023/KH-UBND, chỉ 03/09 xã, mục 2.1, quý I/2023, tháng 7/2023, cụm 24/4"
    assert find_dates(text) == []
    assert find_dates(text, year=2023) == []


def test_an_impossible_date_is_found_without_value() -> None:
    assert _found("họp ngày 31/02/2023.") == [("ngày 31/02/2023", None, None)]
    assert _found("họp ngày 26-25/7/2023.") == [("ngày 26-25/7/2023", None, None)]


@pytest.mark.parametrize(
    ("text", "weekday"),
    [
        ("Thứ Hai, ngày 31/7/2023", 0),
        ("vào thứ 3 ngày 31/7/2023", 1),
        ("sáng Chủ nhật (30/7/2023)", 6),
        ("Khai mạc: thứ tư 31/7/2023", 2),
        ("kỳ họp thứ Bảy ngày 31/7/2023", None),
        ("Hội nghị lần thứ Hai, ngày 31/7/2023", None),
        ("ngày 31/7/2023", None),
    ],
)
def test_a_weekday_is_told_from_an_ordinal(text: str, weekday: int | None) -> None:
    (found,) = find_dates(text)
    assert found.weekday == weekday


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("25-26/7/2023", date(2023, 7, 25), date(2023, 7, 26)),
        ("ngày 28/7 - 02/8/2023", date(2023, 7, 28), date(2023, 8, 2)),
        ("ngày 25 đến ngày 26 tháng 7 năm 2023", date(2023, 7, 25), date(2023, 7, 26)),
        ("28/12-05/01/2024", date(2023, 12, 28), date(2024, 1, 5)),
        ("15/12/2022 đến hết ngày 14/6/2023", date(2022, 12, 15), date(2023, 6, 14)),
    ],
)
def test_ranges_in_prose(text: str, first: date, last: date) -> None:
    assert find_dates(f"từ {text}, tại") == [FoundDate(3, 3 + len(text), first, text, last)]


def test_a_number_before_a_dash_is_no_first_day() -> None:
    assert _found("Tổ 3 - 25/7/2023") == [("25/7/2023", date(2023, 7, 25), None)]


def test_days_without_a_year_are_found_when_it_is_known() -> None:
    assert _found("họp ngày 5/11 và 12/14 người", year=2023) == [("ngày 5/11", date(2023, 11, 5), None)]
    assert _found("họp ngày 5/11") == []


@given(anything)
def test_any_text_has_an_answer(text: str) -> None:
    assert parse_date(text, year=2023) is None or parse_date(text, year=2023) <= date.max
    for found in find_dates(text, year=2023):
        assert text[found.start : found.end] == found.text
        assert (found.value is None) == (found.last is None)
        assert found.value is None or found.last - found.value >= timedelta(0)
