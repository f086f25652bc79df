"""Who sits where in a council on a day: its bodies with their members, and who is in no group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dienhong.accounts.models import User
from dienhong.organisations.kinds import OrganisationKind
from dienhong.organisations.models import Council, Organisation
from dienhong.people.bodies import OWN_BODIES, ROLES
from dienhong.people.models import Mandate, Position, Term
from dienhong.people.models.mandates import of_running_term, sits
from dienhong.people.models.positions import held
from dienhong.people.queries import running_term
from dienhong.people.states import PositionRole

SHOWN = (*OWN_BODIES, OrganisationKind.OFFICE)
HEADINGS = {
    OrganisationKind.STANDING_COMMITTEE: "Thường trực Hội đồng nhân dân",
    OrganisationKind.COMMITTEE: "Các Ban",
    OrganisationKind.DELEGATE_GROUP: "Các Tổ đại biểu",
    OrganisationKind.OFFICE: "Văn phòng",
}


@dataclass(frozen=True)
class Seat:
    """One position as it was held on the day, with the seat that it rests on."""

    position: Position
    mandate: Mandate | None


@dataclass(frozen=True)
class Body:
    """A body with its members by role, the head first."""

    organisation: Organisation
    members: dict[PositionRole, list[Seat]]


@dataclass(frozen=True)
class Seating:
    """The council on one day, in four statements whatever its size."""

    on: date
    term: Term | None
    mandates: Sequence[Mandate]
    bodies: dict[str, list[Body]]

    @cached_property
    def grouped(self) -> frozenset[int | None]:
        """The people in delegate groups; none where the council, as in a commune, has no groups."""
        groups = self.bodies.get(HEADINGS[OrganisationKind.DELEGATE_GROUP], [])
        seats = [seat for body in groups for members in body.members.values() for seat in members]
        return frozenset(seat.position.person_id for seat in seats)

    @property
    def without_group(self) -> list[Mandate]:
        """Delegates whom no group names: all of them where there are no groups."""
        return [mandate for mandate in self.mandates if mandate.person_id not in self.grouped]


def seating_of(council: Council, user: User, on: date) -> Seating:
    """As ``user`` may see it."""
    sitting = (
        Mandate.objects.visible_to(user).counted().filter(of_running_term(on), sits(on), council=council)
    )
    mandates = list(sitting.select_related("council", "constituency").order_by("sort_key", "pk"))
    by_person = {mandate.person_id: mandate for mandate in mandates}
    positions = Position.objects.visible_to(user).counted().filter(held(on), council=council)
    seats: dict[int, list[Seat]] = defaultdict(list)
    for position in positions.select_related("person", "organisation", "council").order_by("sort_key", "pk"):
        seats[position.organisation_id].append(Seat(position, by_person.get(position.person_id)))
    organisations = Organisation.objects.filter(council=council, kind__in=SHOWN).on(on)
    bodies: dict[str, list[Body]] = {HEADINGS[kind]: [] for kind in SHOWN}
    for organisation in organisations.order_by("number", "sort_key"):
        kind = OrganisationKind(organisation.kind)
        bodies[HEADINGS[kind]].append(Body(organisation, _by_role(kind, seats[organisation.pk])))
    return Seating(
        on, running_term(council, on), mandates, {name: found for name, found in bodies.items() if found}
    )


def _by_role(kind: OrganisationKind, seats: list[Seat]) -> dict[PositionRole, list[Seat]]:
    """In the order of the body's roles."""
    by_role = {role: [seat for seat in seats if seat.position.role == role] for role in ROLES[kind]}
    return {role: found for role, found in by_role.items() if found}
