"""Reads that are more than a filter: what the rules look at, and who sits where on a day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet, Sum

from dienhong.organisations.models import Council
from dienhong.people.bodies import OWN_BODIES
from dienhong.people.models import Constituency, Mandate, Position, Term
from dienhong.people.models.mandates import sits
from dienhong.people.models.terms import term_runs
from dienhong.people.spans import Span
from dienhong.vietnamese.text import fold


def running_term(council: Council, day: date) -> Term | None:
    """The term that runs on ``day``."""
    return Term.objects.filter(term_runs(day), council=council).first()


def terms_by_day(council: Council) -> Callable[[date], Term | None]:
    """The standing term that had begun last on a day, for many days, from one statement."""
    terms = list(Term.objects.counted().filter(council=council).order_by("-starts_on"))
    return lambda day: next((term for term in terms if term.starts_on <= day), None)


def other_terms(term: Term) -> list[Term]:
    return list(Term.objects.counted().filter(council_id=term.council_id).exclude(pk=term.pk))


def seats_in_constituencies(term: Term, but: Constituency | None = None) -> int:
    """How many delegates the recorded constituencies elect."""
    others = Constituency.objects.counted().filter(term=term).exclude(pk=but.pk if but else None)
    return int(others.aggregate(seats=Sum("seats"))["seats"] or 0)


def typed_days(mandates: Iterable[Mandate]) -> list[tuple[str, Span]]:
    """Who, from when, and the last day that was typed for them, whatever their term says."""
    return [(m.full_name, Span(m.from_on, m.to_on or m.from_on)) for m in mandates]


def perhaps_the_same(mandate: Mandate) -> list[Mandate]:
    """Other seats in the council of this person, or of somebody of the name whom no birth tells apart."""
    same = Q(person=mandate.person_id) if mandate.person_id else Q()
    others = Mandate.objects.counted().filter(council_id=mandate.council_id).exclude(pk=mandate.pk)
    namesakes = Q(person__folded=fold(mandate.full_name))
    return [m for m in others.filter(same | namesakes).select_related("term") if not _told_apart(m, mandate)]


def _told_apart(one: Mandate, other: Mandate) -> bool:
    """Whether births differ, as far as both are known."""
    if one.person_id == other.person_id:
        return False
    if one.born_on and other.born_on:
        return one.born_on != other.born_on
    return bool(one.birth_year and other.birth_year) and one.birth_year != other.birth_year


def taken_seats(mandate: Mandate, day: date) -> int:
    """How many others of the term sit on ``day``."""
    others = Mandate.objects.counted().filter(sits(day), term=mandate.term_id)
    return others.exclude(pk=mandate.pk).count()


def positions_of(person_id: int | None, *, but: int | None = None) -> QuerySet[Position, Any]:
    """Standing positions of a person, oldest first."""
    found = Position.objects.counted().filter(person=person_id, person__isnull=False).exclude(pk=but)
    return found.select_related("organisation", "council", "person").order_by("from_on", "pk")


def in_own_bodies(person_id: int | None) -> QuerySet[Position, Any]:
    """Those that take a seat in the council."""
    return positions_of(person_id).filter(organisation__kind__in=OWN_BODIES)


def seats_of(person_id: int | None) -> list[Span]:
    mandates = Mandate.objects.counted().filter(person=person_id, person__isnull=False)
    return [mandate.span for mandate in mandates.select_related("term")]


def others_in_role(position: Position) -> list[Position]:
    """Who else holds, held or will hold the very role."""
    same = Position.objects.counted().filter(organisation=position.organisation_id, role=position.role)
    return list(same.exclude(pk=position.pk).select_related("person"))
