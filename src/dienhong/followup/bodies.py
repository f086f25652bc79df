"""For which bodies a user answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import Role

if TYPE_CHECKING:
    from dienhong.accounts.models import User


def agencies_of(user: User) -> frozenset[int]:
    """The bodies for which the user answers."""
    grants = access_of(user).grants
    return frozenset(g.organisation_id for g in grants if g.role == Role.AGENCY and g.organisation_id)
