"""The week's calendar: what the registers of the council have on each day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.urls import reverse

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register, all_registers


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
    entries = _entries(council, user, monday, monday + timedelta(days=6))
    length = 7 if any(day.weekday() > 4 for day in entries) else 5
    days = [monday + timedelta(days=place) for place in range(length)]
    title = "Tuần tới" if to_come else "Tuần này"
    return Week(title, tuple(Day(day, day == today, entries.get(day, [])) for day in days))


def _entries(council: Council, user: User, first: date, last: date) -> dict[date, list[Entry]]:
    found: dict[date, list[Entry]] = defaultdict(list)
    for register in all_registers():
        for day, entry in _of_register(register, council, user, first, last):
            found[day].append(entry)
    return found


def _of_register(
    register: Register, council: Council, user: User, first: date, last: date
) -> Iterator[tuple[date, Entry]]:
    """A record stands on each of its days within the week."""
    if register.calendar is None:
        return
    starts, ends = register.calendar.starts, register.calendar.ends
    records = register.objects.readable_by(user).counted().filter(council=council)
    for record in records.filter(**{f"{starts}__lte": last, f"{ends}__gte": first}).order_by(starts, "pk"):
        url = reverse(f"{register.code}-record", args=[council.slug, record.code])
        entry = Entry(record.title, url, getattr(record, "place", ""))
        day, end = max(first, getattr(record, starts)), min(last, getattr(record, ends))
        while day <= end:
            yield day, entry
            day += timedelta(days=1)
