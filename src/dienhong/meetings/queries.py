"""Reads that are more than a filter."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Max

from dienhong.meetings.models import Conference, Meeting
from dienhong.meetings.states import Decision
from dienhong.organisations.models import Council
from dienhong.people.models import Term


def next_ordinal(term: Term, kind: str) -> int:
    """The number that the next conference of a kind would have in the term."""
    standing = Conference.objects.counted().filter(term=term, kind=kind)
    return int(standing.aggregate(last=Max("ordinal"))["last"] or 0) + 1


def undecided(meeting: Meeting) -> int:
    """How many matters of a meeting await a decision."""
    return meeting.matters.filter(cancelled_at=None, decision=Decision.PENDING).count() if meeting.pk else 0


def councils_below(council: Council, today: date) -> Any:
    """The councils that stand below, by name."""
    return Council.objects.below(council, first=today, last=today).order_by("sort_key", "pk")


def followed(record: Meeting | Conference) -> int:
    """How many undertakings follow from a record."""
    return record.origin.undertakings.filter(cancelled_at=None).count() if record.origin else 0
