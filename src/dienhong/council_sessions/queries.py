"""Reads that are more than a filter."""

from __future__ import annotations

from datetime import date

from django.db.models import Max

from dienhong.council_sessions.models import CouncilSession
from dienhong.council_sessions.states import SessionKind
from dienhong.organisations.models import Council
from dienhong.people.models import SessionNumbering, Term


def current_term(council: Council, day: date) -> Term | None:
    """The term that runs on ``day``, or the last one before it."""
    return Term.objects.filter(council=council, starts_on__lte=day).order_by("-starts_on").first()


def next_ordinal(term: Term, kind: SessionKind) -> int:
    """The number that the house's numbering would give the next session of this kind."""
    series = kind if term.session_numbering == SessionNumbering.BY_KIND else ""
    standing = CouncilSession.objects.counted().filter(term=term, series=series)
    return int(standing.aggregate(last=Max("ordinal"))["last"] or 0) + 1
