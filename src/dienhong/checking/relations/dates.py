"""Dates that no calendar has, ranges that run backwards, wrong weekdays, years far from the period."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import pairwise

from dienhong.checking.findings import WARNING, Relation
from dienhong.checking.reading import Reading
from dienhong.vietnamese.dates import FoundDate, find_dates, format_date, parse_date, weekday_name

ONE = re.compile(
    r"\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}|\d{1,2}\s+tháng\s+\d{1,2}\s*,?\s*năm\s+\d{4}", re.IGNORECASE
)
RANGE = re.compile(r"\btừ\s+(?:ngày\s+)?$", re.IGNORECASE)
UNTIL = re.compile(r"^\s*(?:đến|-|–|tới)\s*(?:hết\s+)?(?:ngày\s+)?$", re.IGNORECASE)
TITLE = re.compile(r"\s*(?:BÁO CÁO|THÔNG BÁO|KẾT LUẬN|BIÊN BẢN|TỜ TRÌNH)\b")
TITLE_YEAR = re.compile(r"(?:năm|/)\s*((?:19|20)\d\d)\b")
AHEAD = re.compile(
    r"kế hoạch|dự kiến|phương hướng|giai đoạn|đến năm|mục tiêu|quy hoạch|thời hạn|nhiệm kỳ", re.IGNORECASE
)
FARTHEST = 3
TITLE_LINES = 12


def dates(reading: Reading) -> Iterator[Relation]:
    """One relation for each date that can be wrong in itself, and for each pair "từ ngày … đến ngày …"."""
    found = find_dates(reading.text)
    year = _period(reading)
    for place in found:
        yield from _calendar(place)
        if place.value and place.weekday is not None:
            yield _weekday(place, place.value)
        if place.value and year and abs(place.value.year - year) > 100:
            yield _far(place, year)
    yield from _ranges(reading.text, found)
    yield from _years_ahead(reading, found, year)


def _period(reading: Reading) -> int | None:
    """The year of the report, from its title: the lines from "BÁO CÁO" (or another kind in capitals) on."""
    first = reading.structure.passages[:TITLE_LINES]
    title = next((place for place, passage in enumerate(first) if TITLE.match(passage.text)), None)
    for passage in first[title : title + 3] if title is not None else ():
        years = TITLE_YEAR.findall(passage.text)
        if years:
            return int(years[0])
    return None


def _relation(
    place: FoundDate, *, holds: bool, message: str, computed: str = "", severity: str = ""
) -> Relation:
    return Relation(
        "date", holds, place.start, place.end, place.text, place.text, computed, message, severity
    )


def _calendar(place: FoundDate) -> Iterator[Relation]:
    """What no calendar has; a date that exists is no relation."""
    if place.value is not None:
        return
    days = [parse_date(one) for one in ONE.findall(place.text)]
    if None in days:
        yield _relation(place, holds=False, message=f"Không có ngày “{place.text}” trong lịch.")
    else:
        message = f"Khoảng ngày “{place.text}” có ngày cuối trước ngày đầu hoặc không đúng."
        yield _relation(place, holds=False, message=message, severity=WARNING)


def _weekday(place: FoundDate, day: date) -> Relation:
    true = weekday_name(day)
    message = f"{format_date(day)} là {true}, không phải ngày thứ như đã ghi."
    return _relation(
        place, holds=day.weekday() == place.weekday, message=message, computed=true, severity=WARNING
    )


def _far(place: FoundDate, year: int) -> Relation:
    message = f"Ngày “{place.text}” cách xa kỳ báo cáo năm {year}."
    return _relation(place, holds=False, message=message, computed=str(year), severity=WARNING)


def _ranges(text: str, found: list[FoundDate]) -> Iterator[Relation]:
    for first, last in pairwise(found):
        if not (
            first.value and last.value and UNTIL.match(text[first.end : min(last.start, first.end + 30)])
        ):
            continue
        if RANGE.search(text[max(0, first.start - 12) : first.start]) and last.start - first.end < 30:
            whole = FoundDate(first.start, last.end, first.value, text[first.start : last.end], last.value)
            message = f"Khoảng “{whole.text}” có ngày cuối trước ngày đầu."
            yield _relation(whole, holds=first.value <= last.value, message=message, severity=WARNING)


def _years_ahead(reading: Reading, found: list[FoundDate], year: int | None) -> Iterator[Relation]:
    """A day more than a few years after the period, in a sentence that plans nothing."""
    for place in found if year else ():
        before = reading.text[max(0, place.start - 150) : place.start]
        if place.value and year and FARTHEST < place.value.year - year <= 100 and not AHEAD.search(before):
            yield _far(place, year)
