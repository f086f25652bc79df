"""The periods that offices report by, as an address names them: a year and a part of it, or any two days."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from dienhong.kernel.errors import Refused
from dienhong.kernel.period import Period
from dienhong.registers.listing import FIRST, LAST, YEAR, read_day

KIND = "ky"
"""The word of the address for a part of the year (quy-1), for a term (khoa-14), or for free days (khac)."""

WHOLE, FREE = "nam", "khac"
YEARS = range(1946, 2201)


def parts_of_year(year: int) -> Iterator[tuple[str, str, Period]]:
    """(word, label, period): the year, its halves, nine months, quarters and months."""
    yield WHOLE, "Cả năm", Period.year(year)
    yield "6-thang-dau", "6 tháng đầu năm", Period.half_year(year, 1)
    yield "6-thang-cuoi", "6 tháng cuối năm", Period.half_year(year, 2)
    yield "9-thang", "9 tháng đầu năm", Period.nine_months(year)
    for number, name in enumerate(("I", "II", "III", "IV"), start=1):
        yield f"quy-{number}", f"Quý {name}", Period.quarter(year, number)
    for month in range(1, 13):
        yield f"thang-{month}", f"Tháng {month}", Period.month(year, month)


def read_period(
    address: Mapping[str, str], default: int, more: Iterable[tuple[str, str, Period]] = ()
) -> Period:
    """The period that an address asks for; what it cannot mean is the whole of its year, or of the ``default`` one."""
    if address.get(KIND, FREE) == FREE and (free := _free(address)):
        return free
    year = year_of(address, default)
    named = {word: period for word, _, period in (*parts_of_year(year), *more)}
    return named.get(address.get(KIND, WHOLE), Period.year(year))


def year_of(address: Mapping[str, str], default: int) -> int:
    asked = address.get(YEAR, "")
    return int(asked) if asked.isdecimal() and len(asked) == 4 and int(asked) in YEARS else default


def _free(address: Mapping[str, str]) -> Period | None:
    first, last = (read_day(address.get(word, "")) for word in (FIRST, LAST))
    try:
        return Period.between(first, last) if first and last and usual(first) and usual(last) else None
    except Refused:
        return None


def usual(day: date) -> bool:
    """A day of a year that has councils: the calendar ends somewhere, and so do comparisons with the year before."""
    return day.year in YEARS


def words_of(period: Period) -> dict[str, str]:
    """The shortest words of an address that mean the period."""
    named = {found: word for word, _, found in parts_of_year(period.first.year)}
    if period in named:
        part = {} if named[period] == WHOLE else {KIND: named[period]}
        return {YEAR: str(period.first.year), **part}
    return {FIRST: period.first.isoformat(), LAST: period.last.isoformat()}
