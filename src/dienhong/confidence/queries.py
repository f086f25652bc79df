"""Who is to be rated on a day."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date

from dienhong.organisations.kinds import OrganisationKind as Kind
from dienhong.organisations.models import Council
from dienhong.people.models import Position
from dienhong.people.models.positions import held
from dienhong.people.states import PositionRole as Role

RATED = {
    Kind.STANDING_COMMITTEE: (Role.CHAIR, Role.VICE_CHAIR),
    Kind.COMMITTEE: (Role.HEAD,),
    Kind.EXECUTIVE: (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER),
}
"""Chair, vice-chairs and heads of committees; chair, vice-chairs and members of the executive (96/2023/QH15, 2.2)."""


@dataclass(frozen=True)
class ToRate:
    """A person with all the offices that one ballot is about (96/2023/QH15, 2.4)."""

    name: str
    office: str


def offices_to_rate(council: Council, day: date) -> list[ToRate]:
    """By body; without those elected in the year of the rating (96/2023/QH15, 2.5)."""
    positions = Position.objects.counted().filter(held(day), council=council, organisation__kind__in=RATED)
    offices: defaultdict[str, list[str]] = defaultdict(list)
    elected_this_year = set()
    for position in positions.select_related("organisation", "person").order_by("organisation_id", "pk"):
        if position.role in RATED[Kind(position.organisation.kind)]:
            offices[position.holder].append(position.office)
            if position.from_on.year == day.year:
                elected_this_year.add(position.holder)
    return [
        ToRate(name, "; ".join(of_one)) for name, of_one in offices.items() if name not in elected_this_year
    ]
