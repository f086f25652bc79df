"""Reading periods: quý I/2023, 6 tháng đầu năm 2023, tháng 7/2023, nhiệm kỳ 2021-2026."""

import re
from calendar import monthrange
from collections.abc import Callable
from datetime import date

from .date_reading import FoundDate, day, find_dates
from .ordinals import parse_roman
from .text import normalise
from .words import parse_words

Days = tuple[date, date]

_YEAR = r"(?:(?: ?[/-] ?|,? ?năm )(?P<year>\d{4}))?"
_MONTH = re.compile(rf"tháng (?P<month>\d{{1,2}}){_YEAR}|(?P<bare_month>\d{{1,2}})/(?P<bare_year>\d{{4}})")
_QUARTER = re.compile(rf"quý (?P<quarter>[ivx]+|\d|[a-zư]+){_YEAR}")
_MONTHS = re.compile(
    r"(?P<count>\d{1,2}|\w+(?: \w+)?) tháng(?: (?P<part>đầu|cuối))?(?: năm(?: (?P<year>\d{4}))?)?"
)
_YEARS = re.compile(r"(?:(?:nhiệm kỳ|giai đoạn|khóa|các năm) )?(?P<first>\d{4}) ?[-–] ?(?P<last>\d{4})")
_WHOLE_YEAR = re.compile(r"(?:(?:cả )?năm )?(?P<year>\d{4})")


def parse_period(text: str, *, year: int | None = None) -> Days | None:
    """First and last day, inclusive, of a period or a date, else None; `year` completes "6 tháng đầu năm".

    "2021-2026" is whole calendar years; when a term really began and ended, its council knows.
    """
    clean = normalise(text[:200]).lower()
    for form, read in _FORMS:
        if found := form.fullmatch(clean):
            return read(found, year)
    return _days(clean, year)


def _months(year: str | int | None, first: int, last: int) -> Days | None:
    begin, end = day(year or 0, first, 1), day(year or 0, last, 1)
    if begin is None or end is None or begin > end:
        return None
    return begin, end.replace(day=monthrange(end.year, end.month)[1])


def _month(found: re.Match[str], year: int | None) -> Days | None:
    month = int(found["month"] or found["bare_month"])
    return _months(found["year"] or found["bare_year"] or year, month, month)


_QUARTER_WORDS = {"nhất": 1, "tư": 4}


def _quarter(found: re.Match[str], year: int | None) -> Days | None:
    text = found["quarter"]
    number = (
        int(text)
        if text.isdecimal()
        else parse_roman(text) or parse_words(text) or _QUARTER_WORDS.get(text, 0)
    )
    return _months(found["year"] or year, 3 * number - 2, 3 * number) if 1 <= number <= 4 else None


def _part_of_year(found: re.Match[str], year: int | None) -> Days | None:
    """The first months of the year unless it says the last ones: "9 tháng năm 2023"."""
    text = found["count"]
    count = int(text) if text.isdecimal() else parse_words(text) or 0
    if not 1 <= count <= 12:
        return None
    first, last = (13 - count, 12) if found["part"] == "cuối" else (1, count)
    return _months(found["year"] or year, first, last)


def _years(found: re.Match[str], _year: int | None) -> Days | None:
    first, last = day(found["first"], 1, 1), day(found["last"], 12, 31)
    return (first, last) if first and last and first <= last else None


def _whole_year(found: re.Match[str], _year: int | None) -> Days | None:
    return _months(found["year"], 1, 12)


def _days(clean: str, year: int | None) -> Days | None:
    """One date or one range that fills the text: 25-26/7/2023, từ 25 đến 26/7/2023."""
    whole = "ngày " + clean.removeprefix("từ ").removeprefix("ngày ")
    match find_dates(whole, year=year):
        case [FoundDate(text=text, value=date() as first, last=date() as last)] if text == whole:
            return first, last
    return None


_FORMS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], int | None], Days | None]], ...] = (
    (_MONTH, _month),
    (_QUARTER, _quarter),
    (_MONTHS, _part_of_year),
    (_YEARS, _years),
    (_WHOLE_YEAR, _whole_year),
)
