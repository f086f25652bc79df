"""Reads that are more than a filter: how far a programme was carried out, and which groups oversaw nothing."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, F, Q

from dienhong.kernel.period import Period
from dienhong.organisations.kinds import Level, OrganisationKind
from dienhong.organisations.models import Council, Organisation
from dienhong.oversight.models import Oversight, OversightProgramme
from dienhong.oversight.states import CARRIED_OUT, TOPICS, LeadKind, OversightStatus, ProgrammePlace
from dienhong.rulebook.current import rulebook

QUOTA = "oversight.topics_per_group"


@dataclass(frozen=True)
class Completion:
    """A year's programme of one kind of lead, in numbers: ``done`` of ``planned``, and what came of the rest."""

    lead_kind: LeadKind
    planned: int
    done: int
    added: int
    postponed: int
    dropped: int


def completion(council: Council, year: int) -> list[Completion]:
    """How far the programmes of a year were carried out, lead by lead; one statement."""
    planned = Q(programme_place=ProgrammePlace.PLANNED)
    rows = (
        Oversight.objects.counted()
        .filter(council=council, programme_year=year)
        .order_by()
        .values("lead_kind")
        .annotate(
            planned=Count("pk", filter=planned),
            done=Count("pk", filter=planned & Q(status=OversightStatus.CONCLUDED)),
            added=Count("pk", filter=Q(programme_place=ProgrammePlace.ADDED)),
            postponed=Count("pk", filter=Q(status=OversightStatus.POSTPONED)),
            dropped=Count("pk", filter=Q(status=OversightStatus.DROPPED)),
        )
    )
    by_lead = {row["lead_kind"]: row for row in rows}
    found = ((lead, by_lead[lead]) for lead in LeadKind if lead in by_lead)
    return [Completion(**{**row, "lead_kind": lead}) for lead, row in found]


def of_programme(programme: OversightProgramme) -> Any:
    """The oversights of a programme: those of its lead that name its year."""
    found = Oversight.objects.counted().filter(
        council=programme.council_id, programme_year=programme.year, lead_kind=programme.lead_kind
    )
    return found.filter(body=programme.body_id).order_by(F("starts_on").asc(nulls_last=True), "pk")


def groups_without_topic(councils: Collection[Council], year: int) -> list[Organisation]:
    """Delegate groups with fewer topics in the year than the rule of its last day asks; two statements, however many.

    Where no rule asks for any (a commune, a district after 30 June 2025) no group is named.
    """
    last, rules = date(year, 12, 31), rulebook()
    asked = {level: int(rule.value) for level in Level if (rule := rules.on(last, level).get(QUOTA))}
    groups = Organisation.objects.on(last).filter(
        council__in=[council.pk for council in councils if council.level in asked],
        kind=OrganisationKind.DELEGATE_GROUP,
    )
    carried = _topics_of_groups(councils, Period.year(year))
    ordered = groups.select_related("council").order_by(
        "council__sort_key", "council_id", "number", "sort_key"
    )
    return [group for group in ordered if carried.get(group.pk, 0) < asked[Level(group.council.level)]]


def _topics_of_groups(councils: Iterable[Council], period: Period) -> dict[int, int]:
    topics = (
        Oversight.objects.counted()
        .in_period(period)
        .filter(
            council__in=[council.pk for council in councils],
            lead_kind=LeadKind.DELEGATE_GROUP,
            form__in=TOPICS,
            status__in=CARRIED_OUT,
        )
    )
    counted = topics.order_by().values_list("body").annotate(topics=Count("pk"))
    return dict(counted)
