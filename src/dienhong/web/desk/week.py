"""Weeks of the calendar: what the registers of the council have on each day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.urls import reverse

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.registers.diary import DiaryEntry, diary_of


@dataclass(frozen=True)
class Entry:
    """Something in the calendar, as ``components/calendar_week.html`` draws it."""

    title: str
    url: str
    place: str
    time: str = ""


@dataclass
class Day:
    date: date
    today: bool
    entries: list[Entry] = field(default_factory=list)
    outside: bool = False


@dataclass(frozen=True)
class Week:
    title: str
    days: tuple[Day, ...]

    @property
    def with_weekend(self) -> bool:
        return len(self.days) > 5


def week_of(council: Council, user: User, today: date) -> Week:
    """Monday to Friday, and the weekend where something falls on it; on a weekend, the week to come."""
    to_come = today.weekday() > 4
    monday = today - timedelta(days=today.weekday() - 7 * to_come)
    entries = entries_of(council, user, monday, monday + timedelta(days=6))
    length = 7 if any(day.weekday() > 4 for day in entries) else 5
    days = [monday + timedelta(days=place) for place in range(length)]
    title = "Tuần tới" if to_come else "Tuần này"
    return Week(title, tuple(Day(day, day == today, entries.get(day, [])) for day in days))


def entries_of(council: Council, user: User, first: date, last: date) -> dict[date, list[Entry]]:
    """What stands on each day; a record stands on each of its days."""
    found: dict[date, list[Entry]] = defaultdict(list)
    for entry in diary_of([council.pk], user, first, last):
        for day in entry.days(first, last):
            found[day].append(_shown(entry, council))
    return found


def _shown(entry: DiaryEntry, council: Council) -> Entry:
    url = reverse(f"{entry.register.code}-record", args=[council.slug, entry.record.code])
    return Entry(str(entry.record.said("title")), url, getattr(entry.record, "place", ""))
