"""A month of the calendar, in whole weeks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.web.desk.week import Day, Week, entries_of


@dataclass(frozen=True)
class Month:
    """Weeks from Monday to Sunday; days of the months beside it are ``outside``."""

    first: date
    weeks: tuple[Week, ...]

    @property
    def before(self) -> str:
        return f"{self.first - timedelta(days=1):%Y-%m}"

    @property
    def after(self) -> str:
        return f"{self.first + timedelta(days=31):%Y-%m}"


def month_asked(text: str, today: date) -> date:
    """The first day of the month of an address (2023-11); anything else is this month."""
    try:
        asked = date.fromisoformat(f"{text}-01")
    except ValueError:
        return today.replace(day=1)
    return asked if 1945 < asked.year < 2100 else today.replace(day=1)


def month_of(council: Council, user: User, first: date, today: date) -> Month:
    start = first - timedelta(days=first.weekday())
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    end = last + timedelta(days=6 - last.weekday())
    entries = entries_of(council, user, start, end)
    days = [start + timedelta(days=place) for place in range((end - start).days + 1)]
    shown = [Day(day, day == today, entries.get(day, []), outside=day.month != first.month) for day in days]
    weeks = tuple(Week("", tuple(shown[place : place + 7])) for place in range(0, len(shown), 7))
    return Month(first, weeks)
