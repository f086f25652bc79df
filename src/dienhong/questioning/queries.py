"""Reads that are more than a filter."""

from __future__ import annotations

from datetime import date

from django.db.models import Max, Q

from dienhong.organisations.kinds import OrganisationKind
from dienhong.organisations.models import Council
from dienhong.people.models import Position, Term
from dienhong.questioning.models import Hearing


def next_ordinal(term: Term) -> int:
    """The number that the next hearing of the term would have."""
    standing = Hearing.objects.counted().filter(term=term)
    return int(standing.aggregate(last=Max("ordinal"))["last"] or 0) + 1


def standing_members(council: Council, day: date) -> int:
    """How many sat in the standing committee on a day, by the register of positions."""
    held = Q(from_on__lte=day) & (Q(to_on=None) | Q(to_on__gte=day))
    of_body = Q(organisation__council=council, organisation__kind=OrganisationKind.STANDING_COMMITTEE)
    return Position.objects.counted().filter(held, of_body).values("person").distinct().count()


def followed(record: object) -> int:
    """How many undertakings follow from a record."""
    origin = getattr(record, "origin", None)
    return origin.undertakings.filter(cancelled_at=None).count() if origin else 0
