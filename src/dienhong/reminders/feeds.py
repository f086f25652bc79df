"""A person's calendar as other programmes read it (RFC 5545)."""

from __future__ import annotations

from datetime import date, timedelta

from django.urls import reverse
from icalendar import Calendar, Event

from dienhong.accounts.models import User
from dienhong.organisations.access import access_of
from dienhong.registers.diary import DiaryEntry, diary_of
from dienhong.reminders.actions import hash_of
from dienhong.reminders.letters import address_of
from dienhong.reminders.models import CalendarFeed

BEFORE, AFTER = timedelta(days=60), timedelta(days=365)
"""How far back and ahead a feed tells."""


def owner_of(secret: str) -> User | None:
    """Whose feed the secret opens; None for an unknown or ended one, or an account that is no longer active."""
    feeds = CalendarFeed.objects.filter(token_hash=hash_of(secret), ended_at=None, user__is_active=True)
    feed = feeds.select_related("user").first()
    return feed.user if feed else None


def feed_of(user: User, today: date) -> bytes:
    """Everything that the councils in which the user has a role have in their calendars, as the user may read it."""
    calendar = Calendar()
    calendar.add("prodid", "-//Dien Hong//Lich cong tac//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Lịch công tác Hội đồng nhân dân")
    councils = {grant.council_id for grant in access_of(user).grants}
    for entry in diary_of(councils, user, today - BEFORE, today + AFTER):
        calendar.add_component(_event(entry))
    return bytes(calendar.to_ical())


def _event(entry: DiaryEntry) -> Event:
    """Whole days; the end of an event is the day after its last (RFC 5545, 3.6.1)."""
    record, register = entry.record, entry.register
    path = reverse(f"{register.code}-record", args=[record.council.slug, record.code])
    event = Event()
    event.add("uid", f"{register.code}-{record.council.slug}-{record.code}@dienhong")
    event.add("dtstamp", record.recorded_at)
    event.add("sequence", record.version)
    event.add("dtstart", entry.first)
    event.add("dtend", entry.last + timedelta(days=1))
    event.add("summary", f"{record.said('title')} ({record.council.short_name})")
    event.add("description", f"{register.title}: {record.code} {address_of(path)}".strip())
    if place := getattr(record, "place", ""):
        event.add("location", place)
    return event
