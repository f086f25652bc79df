"""The years in which something occurs, told by an index: reading the day of every record took longer than the list."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any

from django.db.models import Exists, Max, Min, OuterRef, Q, Subquery

from dienhong.organisations.among import Among
from dienhong.organisations.models import Council

_MOST = 100
"""Years that are looked at: what a slip of the pen recorded in the year 202 is found by its days."""


def years_of(pieces: Sequence[Any], councils: Collection[int]) -> list[int]:
    """Of the records of these councils, and of those that others share with them; the newest first."""
    own, *shared = (piece.order_by() for piece in pieces)
    bounds = [_by_council(own, councils), *(piece.aggregate(_FIRST, _LAST) for piece in shared)]
    days = [day for bound in bounds for day in bound.values() if day]
    if not days:
        return []
    last = max(days).year
    years = range(last, max(min(days).year, last - _MOST) - 1, -1)
    return [year for year, there in zip(years, _there(pieces, years), strict=True) if there]


_FIRST, _LAST = Min("counts_on"), Max("counts_on")


def _by_council(own: Any, councils: Collection[int]) -> dict[str, date | None]:
    """First and last day: each council's stand at the ends of its stretch of the index."""
    ones = own.filter(council=OuterRef("pk")).values("counts_on")
    first, last = (Subquery(ones.order_by(order)[:1]) for order in ("counts_on", "-counts_on"))
    return Council.objects.filter(Among("pk", councils)).aggregate(first=Min(first), last=Max(last))


def _there(pieces: Sequence[Any], years: Sequence[int]) -> tuple[bool, ...]:
    """Whether there is anything in each of the years; one statement."""
    within = [Q(counts_on__gte=date(year, 1, 1), counts_on__lte=date(year, 12, 31)) for year in years]
    asked = [Q(*(Exists(piece.filter(days)) for piece in pieces), _connector=Q.OR) for days in within]
    one = Council.objects.annotate(**{f"y{year}": told for year, told in zip(years, asked, strict=True)})
    return tuple(one.values_list(*(f"y{year}" for year in years))[:1][0])
