"""This week's calendar: what the registers of the council have on each day."""

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


def week_of(council: Council, user: User, today: date) -> list[Day]:
    """Monday to Friday, and the weekend too when something falls on it."""
    monday = today - timedelta(days=today.weekday())
    entries = _entries(council, user, monday, monday + timedelta(days=6))
    length = 7 if any(day.weekday() > 4 for day in entries) or today.weekday() > 4 else 5
    days = [monday + timedelta(days=place) for place in range(length)]
    return [Day(day, day == today, entries.get(day, [])) for day in days]


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
    records = register.objects.visible_to(user).counted().filter(council=council)
    for record in records.filter(**{f"{starts}__lte": last, f"{ends}__gte": first}).order_by(starts, "pk"):
        url = reverse(f"{register.code}-record", args=[council.slug, record.code])
        entry = Entry(record.title, url, getattr(record, "place", ""))
        day, end = max(first, getattr(record, starts)), min(last, getattr(record, ends))
        while day <= end:
            yield day, entry
            day += timedelta(days=1)
