"""Reading dates, day first: a field that is one date, and every date that stands in a text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from .text import normalise

_WEEKDAYS = {
    "hai": 0,
    "ba": 1,
    "tư": 2,
    "năm": 3,
    "sáu": 4,
    "bảy": 5,
    "bẩy": 5,
    "nhật": 6,
    **{str(number): number - 2 for number in range(2, 8)},
}

# Bounded gaps keep every pattern linear, also over a page of spaces.
_GAP = r"\s{1,4}"
_SLIT = r"\s{0,4}"
_WEEKDAY = rf"(?:thứ{_GAP}(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ{_GAP}nhật)"
_DATE = (
    rf"(?P<day>\d{{1,2}})(?:(?P<mark>[/.-])(?P<month>\d{{1,2}})(?:(?P=mark)(?P<year>\d{{4}}))?"
    rf"|{_GAP}tháng{_GAP}(?P<month_word>\d{{1,2}})(?:(?:{_SLIT},?{_SLIT}năm{_GAP}|/)(?P<year_word>\d{{4}}))?)"
)
_FIRST = (
    rf"(?P<first_day>\d{{1,2}})(?:(?:/|{_GAP}tháng{_GAP})(?P<first_month>\d{{1,2}})"
    rf"(?:(?:/|{_GAP}năm{_GAP})(?P<first_year>\d{{4}}))?)?"
    rf"(?P<until>{_SLIT}[-–]{_SLIT}|{_GAP}đến(?:{_GAP}hết)?{_GAP})(?:ngày{_GAP})?"
)
_ONE = re.compile(rf"(?:{_WEEKDAY},?{_GAP})?(?:ngày{_GAP})?(?:(?:mùng|mồng){_GAP})?{_DATE}", re.IGNORECASE)
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_IN_TEXT = re.compile(rf"(?<![\d/])(?<!\d[.,])(?:{_FIRST})?{_DATE}(?!\d|/[^\W_])", re.IGNORECASE)
# "kỳ họp thứ Bảy" is no Saturday: a weekday stands at a beginning, after a mark, or after a word of time.
_BEFORE = re.compile(
    rf"(?:(?:^|[^\w\s]{_SLIT}|\n{_SLIT}|\b(?:vào|sáng|trưa|chiều|tối|ngày|hôm|từ|đến){_GAP})"
    rf"(?P<weekday>{_WEEKDAY}){_SLIT}[,(]?{_SLIT})?(?P<word>\bngày{_GAP}(?:(?:mùng|mồng){_GAP})?)?\Z",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date or a range of days in a text; value and last are its first and last day.

    Both are None when no calendar has such a day ("31/02/2023") or the range runs backwards. The weekday is
    the one written before it, Monday 0, which need not be the true one.
    """

    start: int
    end: int
    value: date | None
    text: str
    last: date | None
    weekday: int | None = None


def day(year: str | int, month: str | int, day_of_month: str | int) -> date | None:
    """The date, or None where there is no such day."""
    try:
        return date(int(year), int(month), int(day_of_month))
    except ValueError:
        return None


def parse_date(text: str, *, year: int | None = None) -> date | None:
    """One date: "8/5/2023", "08-05-2023", "ngày 30 tháng 01 năm 2024", "2023-05-08"; "5/11" with a year.

    The day always comes first, except in the ISO form. None for what is no date or is impossible.
    """
    clean = normalise(text)
    if iso := _ISO.fullmatch(clean):
        return day(*iso.groups())
    found = _ONE.fullmatch(clean)
    return _last_day(found, year) if found and (found["mark"] in (None, "/") or found["year"]) else None


def find_dates(text: str, *, year: int | None = None) -> list[FoundDate]:
    """Every date of a repaired text, in order, impossible ones too; without a year only if one is given."""
    return list(_found_dates(text, year))


def _found_dates(text: str, year: int | None) -> Iterator[FoundDate]:
    for match in _IN_TEXT.finditer(text):
        start = match.start()
        before = _before(text, start)
        ranged = bool(match["until"]) and _is_range(match, before)
        if match["until"] and not ranged:
            start = match.start("day")
            before = _before(text, start)
        if not _written_year(match) and not (year and before["word"]):
            continue
        last = _last_day(match, year)
        first = _first_day(match, last) if ranged else last
        start, end = _start(before, start), match.end()
        yield FoundDate(
            start, end, first, text[start:end], last if first else None, _weekday(before["weekday"])
        )


def _before(text: str, offset: int) -> re.Match[str]:
    found = _BEFORE.search(text, max(offset - 40, 0), offset)
    assert found, "the pattern also matches nothing"
    return found


def _start(before: re.Match[str], digits: int) -> int:
    return next((place for name in ("weekday", "word") if (place := before.start(name)) >= 0), digits)


def _weekday(words: str | None) -> int | None:
    return _WEEKDAYS[words.split()[-1].lower()] if words else None


def _written_year(match: re.Match[str]) -> str | None:
    return match["year"] or match["year_word"]


def _last_day(match: re.Match[str], year: int | None) -> date | None:
    return day(_written_year(match) or year or 0, match["month"] or match["month_word"], match["day"])


def _is_range(match: re.Match[str], before: re.Match[str]) -> bool:
    """A bare number and a spaced dash before a date are something else: "Tổ 3 - 25/7/2023"."""
    return bool(match["first_month"] or before["word"] or match["until"] in ("-", "–"))


def _first_day(match: re.Match[str], last: date | None) -> date | None:
    """The first day of a range, completed by the last; 28/12-05/01/2024 begins the year before."""
    if last is None:
        return None
    year, month = match["first_year"] or last.year, match["first_month"] or last.month
    if not match["first_year"] and int(month) > last.month:
        year = last.year - 1
    first = day(year, month, match["first_day"])
    return first if first and first <= last else None
