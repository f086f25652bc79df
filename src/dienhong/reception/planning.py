"""A year's calendar of reception from one pattern: a day of each month, or the next working day."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from dienhong.rulebook.working_days import Calendar


@dataclass(frozen=True)
class Pattern:
    """The 15th of each month from January to December."""

    year: int
    day: int
    first_month: int = 1
    last_month: int = 12


@dataclass(frozen=True)
class PlannedDay:
    """A day of the calendar, and why it is not the day of the pattern."""

    day: date
    by_pattern: date
    closed: str = ""


def days_of(pattern: Pattern, calendar: Calendar) -> Iterator[PlannedDay]:
    """The days that the pattern gives; a month without a 31st takes its last day."""
    for month in range(pattern.first_month, pattern.last_month + 1):
        last = monthrange(pattern.year, month)[1]
        wanted = date(pattern.year, month, min(pattern.day, last))
        yield PlannedDay(
            calendar.nearest_working_day(wanted, 1), wanted, closed=calendar.day_off(wanted) or ""
        )
