"""Which roles a body has, and what each asks of who holds it."""

from __future__ import annotations

from collections.abc import Mapping

from dienhong.organisations.kinds import OrganisationKind as Kind
from dienhong.people.states import PositionRole as Role

ROLES: Mapping[Kind, tuple[Role, ...]] = {
    Kind.STANDING_COMMITTEE: (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER),
    Kind.COMMITTEE: (Role.HEAD, Role.DEPUTY_HEAD, Role.MEMBER),
    Kind.DELEGATE_GROUP: (Role.GROUP_HEAD, Role.GROUP_DEPUTY, Role.GROUP_MEMBER),
    Kind.OFFICE: (Role.CHIEF, Role.DEPUTY_CHIEF),
    Kind.EXECUTIVE: (Role.CHAIR, Role.VICE_CHAIR, Role.MEMBER),
}

OWN_BODIES = (Kind.STANDING_COMMITTEE, Kind.COMMITTEE, Kind.DELEGATE_GROUP)
"""Bodies that only delegates sit in, in the order of the council's page."""

ALONE = frozenset({Role.CHAIR, Role.HEAD, Role.GROUP_HEAD, Role.CHIEF})
"""Roles that one person holds at a time."""
