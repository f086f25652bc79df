"""Dates as officials write them, day first: 09/5/2023, ngày 09 tháng 5 năm 2023, 25-26/7/2023, quý I/2023."""

from datetime import date

from .date_reading import FoundDate, find_dates, parse_date
from .periods import parse_period

__all__ = [
    "FoundDate",
    "find_dates",
    "format_date",
    "format_long_date",
    "format_range",
    "parse_date",
    "parse_period",
    "weekday_name",
]

_WEEKDAYS = ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật")


def _month(number: int) -> str:
    """Decree 30/2020: of the months only 1 and 2 take a zero, so that nobody turns them into 11 or 12."""
    return f"{number:02d}" if number < 3 else str(number)


def _day_and_month(day: date) -> str:
    return f"{day.day:02d}/{_month(day.month)}"


def format_date(day: date) -> str:
    """The short form: 09/5/2023, 27/02/2024."""
    return f"{_day_and_month(day)}/{day.year:04d}"


def format_long_date(day: date) -> str:
    """The form of headings: ngày 09 tháng 5 năm 2023."""
    return f"ngày {day.day:02d} tháng {_month(day.month)} năm {day.year:04d}"


def format_range(first: date, last: date) -> str:
    """Several days, what they share written once: 25-26/7/2023, 28/7-02/8/2023; one day as `format_date`."""
    first, last = sorted((first, last))
    if first == last:
        return format_date(last)
    if first.year != last.year:
        return f"{format_date(first)}-{format_date(last)}"
    begin = f"{first.day:02d}" if first.month == last.month else _day_and_month(first)
    return f"{begin}-{format_date(last)}"


def weekday_name(day: date) -> str:
    """Thứ Hai … Thứ Bảy, Chủ nhật."""
    return _WEEKDAYS[day.weekday()]
