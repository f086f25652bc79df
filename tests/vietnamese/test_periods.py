from datetime import date

import pytest
from hypothesis import given

from dienhong.vietnamese.dates import format_range, parse_period

from .strategies import anything


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("quý I/2023", date(2023, 1, 1), date(2023, 3, 31)),
        ("Quý IV năm 2023", date(2023, 10, 1), date(2023, 12, 31)),
        ("quý 2/2024", date(2024, 4, 1), date(2024, 6, 30)),
        ("quý tư năm 2023", date(2023, 10, 1), date(2023, 12, 31)),
        ("6 tháng đầu năm 2023", date(2023, 1, 1), date(2023, 6, 30)),
        ("06 tháng cuối năm 2023", date(2023, 7, 1), date(2023, 12, 31)),
        ("sáu tháng đầu năm 2023", date(2023, 1, 1), date(2023, 6, 30)),
        ("9 tháng năm 2023", date(2023, 1, 1), date(2023, 9, 30)),
        ("tháng 7/2023", date(2023, 7, 1), date(2023, 7, 31)),
        ("tháng 02 năm 2024", date(2024, 2, 1), date(2024, 2, 29)),
        ("07/2023", date(2023, 7, 1), date(2023, 7, 31)),
        ("năm 2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("cả năm 2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("nhiệm kỳ 2021-2026", date(2021, 1, 1), date(2026, 12, 31)),
        ("giai đoạn 2021 - 2025", date(2021, 1, 1), date(2025, 12, 31)),
        ("từ ngày 15/12/2022 đến ngày 14/6/2023", date(2022, 12, 15), date(2023, 6, 14)),
        ("01/7/2023 - 30/6/2024", date(2023, 7, 1), date(2024, 6, 30)),
        ("25-26/7/2023", date(2023, 7, 25), date(2023, 7, 26)),
        ("từ 25 đến 26/7/2023", date(2023, 7, 25), date(2023, 7, 26)),
        ("8/5/2023", date(2023, 5, 8), date(2023, 5, 8)),
    ],
)
def test_periods(text: str, first: date, last: date) -> None:
    assert parse_period(text) == (first, last)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "6 tháng đầu năm",
        "quý I",
        "quý V/2023",
        "tháng 13/2023",
        "13 tháng năm 2023",
        "² tháng năm 2023",
        "nhiệm kỳ 2026-2021",
        "31/02/2023",
        "năm 0000",
        "năm nay",
        "họp ngày 8/5/2023 tại huyện",
    ],
)
def test_what_is_no_period(text: str) -> None:
    assert parse_period(text) is None


def test_a_known_year_completes_a_period() -> None:
    assert parse_period("6 tháng đầu năm", year=2023) == (date(2023, 1, 1), date(2023, 6, 30))
    assert parse_period("quý III", year=2023) == (date(2023, 7, 1), date(2023, 9, 30))
    assert parse_period("tháng 7", year=2023) == (date(2023, 7, 1), date(2023, 7, 31))
    assert parse_period("năm 2022", year=2023) == (date(2022, 1, 1), date(2022, 12, 31))


@given(anything)
def test_any_text_has_an_answer(text: str) -> None:
    period = parse_period(text, year=2023)
    assert period is None or period[0] <= period[1]
    assert period is None or parse_period(format_range(*period)) == period
