"""Reads that are more than a filter: how petitions stood on a day, and which earlier ones say the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, FilteredRelation, Max, Q, Sum

from dienhong.followup.standing import LINE, beside_line, is_late, late_beside, lines_on, stood_beside
from dienhong.followup.states import Status
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council, CouncilQuerySet, Placement
from dienhong.voters.models import Carrying, Petition
from dienhong.voters.similarity import Corpus, Match, Said
from dienhong.voters.states import STATUS_OF, PetitionStatus

MOST_COMPARED, MOST_PROPOSED = 5_000, 5


def status_was(status: str, day: date) -> Q:
    """Petitions whose undertaking made them so on ``day``; what was not forwarded yet is in progress."""
    if status == PetitionStatus.IN_PROGRESS:
        return ~Q(origin__in=_origins(day, list(STATUS_OF)))
    return Q(origin__in=_origins(day, [own for own, made in STATUS_OF.items() if made == status]))


def was_overdue(day: date) -> Q:
    """Petitions that nobody had answered past the date that was due on that day."""
    return Q(origin__in=lines_on(day).filter(is_late(day)).values("undertaking__origin"))


def beside(petitions: Any, day: date, since: date) -> Any:
    """Petitions with the line of their undertaking's history that held on ``day``; none is older than they are."""
    forwarded = FilteredRelation("follows", condition=Q(follows__counts_on__gte=since))
    return beside_line(petitions.annotate(forwarded=forwarded), day, since, "forwarded__history")


def status_beside(status: str, day: date) -> Q:
    """``status_was`` of petitions that have their line beside them."""
    if status == PetitionStatus.IN_PROGRESS:
        return Q(**{LINE: None}) | stood_beside([own for own in Status if own not in STATUS_OF])
    return stood_beside([own for own, made in STATUS_OF.items() if made == status])


overdue_beside = late_beside
"""``was_overdue`` of the same."""


def was_carried(day: date) -> Q:
    """Petitions that some session up to ``day`` had left open."""
    return Q(pk__in=Carrying.objects.filter(carried_on__lte=day).values("petition"))


def carried_in(period: Period) -> Any:
    """The keys of petitions that went on to a next session in the period."""
    carried = Carrying.objects.filter(carried_on__gte=period.first, carried_on__lt=period.until)
    return carried.values("petition")


def _origins(day: date, statuses: list[str]) -> object:
    return lines_on(day).filter(status__in=statuses).values("undertaking__origin")


@dataclass(frozen=True)
class LikelyRepeat:
    """An earlier petition, how near it is, and why it is proposed."""

    petition: Petition
    match: Match
    same_field: bool


def likely_repeats(
    council: Council, *, text: str, place: str = "", field_id: int | None = None, but: int | None = None
) -> list[LikelyRepeat]:
    """Earlier petitions of the council that ask for the same: same place and field first, then wording."""
    if len(text.strip()) < 12:
        return []
    earlier = Petition.objects.counted().filter(Petition.of_councils([council.pk]))
    asked = Said(text, place, field_id)
    matches = [m for m in _corpus(council).nearest(asked, most=MOST_PROPOSED + 1) if m.key != but]
    found = earlier.select_related("field", "council").in_bulk([match.key for match in matches])
    return [
        LikelyRepeat(petition := found[match.key], match, same_field=petition.field_id == field_id)
        for match in matches
        if match.key in found
    ][:MOST_PROPOSED]


_prepared: dict[int, tuple[object, Corpus]] = {}


def _corpus(council: Council) -> Corpus:
    """The council's petitions prepared for comparison, anew when one of them was added, changed or struck out."""
    standing = Petition.objects.counted().filter(Petition.of_councils([council.pk]))
    token = tuple(standing.aggregate(Count("pk"), Max("pk"), Sum("version")).values())
    known = _prepared.get(council.pk)
    if known is None or known[0] != token:
        rows = standing.order_by("-pk").values_list("pk", "text", "place", "field_id")[:MOST_COMPARED]
        known = _prepared[council.pk] = (token, Corpus({pk: Said(*said) for pk, *said in rows}))
    return known[1]


def family_of(petition: Petition) -> list[Petition]:
    """Every petition that asks for the same, the first one first, this one left out."""
    root = petition.repeats_id or petition.pk
    family = Petition.objects.counted().filter(Q(pk=root) | Q(repeats=root)).exclude(pk=petition.pk)
    return list(family.select_related("council").order_by("received_on", "pk"))


def neighbours(council: Council) -> CouncilQuerySet:
    """The councils directly above and below: those that share an area with this one, by whatever date."""
    above = Placement.objects.filter(unit=council.unit_id).values("parent")
    below = Placement.objects.filter(parent=council.unit_id).values("unit")
    near = Council.objects.filter(unit__in=above) | Council.objects.filter(unit__in=below)
    return near.in_order()
