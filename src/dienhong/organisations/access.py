"""Who may: the roles a user holds today and how far each of them reaches.

A role reads as far as its reach; it writes in its own council only. An upper office reads, requests, returns and
accepts; it never edits a record of a council below.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from django.utils import timezone

from dienhong.kernel.errors import NotAllowed
from dienhong.organisations.kinds import Reach, Role
from dienhong.organisations.models import Council, RoleGrant, ids_below

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

    from dienhong.accounts.models import User


@dataclass(frozen=True)
class Access:
    """What the dated roles of one user come to on one day."""

    everywhere: bool
    grants: tuple[RoleGrant, ...]
    on: date

    @cached_property
    def _roles_here(self) -> dict[int, frozenset[Role]]:
        """Roles by council, in the councils that granted them."""
        return {
            council_id: frozenset(Role(g.role) for g in self.grants if g.council_id == council_id)
            for council_id in {g.council_id for g in self.grants}
        }

    @cached_property
    def _roles_below(self) -> dict[int, frozenset[Role]]:
        """Roles by council, in the councils below the reach of a grant, past ones included."""
        far = [g for g in self.grants if g.reach == Reach.OWN_AND_BELOW]
        roles: dict[int, frozenset[Role]] = {}
        for unit_id in {g.council.unit_id for g in far}:
            held = frozenset(Role(g.role) for g in far if g.council.unit_id == unit_id)
            for council_id in ids_below([unit_id]):
                roles[council_id] = roles.get(council_id, frozenset()) | held
        return roles

    @property
    def known_councils(self) -> frozenset[int]:
        """Councils that the user has anything to do with."""
        return frozenset(self._roles_here) | frozenset(self._roles_below)

    def councils_read_by(self, roles: Collection[Role]) -> frozenset[int]:
        """Councils whose records, open to ``roles``, the user reads."""
        wanted = frozenset(roles)
        return frozenset(
            c for held in (self._roles_here, self._roles_below) for c, r in held.items() if r & wanted
        )

    def roles_in(self, council: Council) -> frozenset[Role]:
        """Roles with which the user may act in this very council."""
        return self._roles_here.get(council.pk, frozenset())

    def may_read(self, council: Council, roles: Collection[Role]) -> bool:
        """Whether the user reads, in this council, what is open to ``roles``."""
        return self.everywhere or council.pk in self.councils_read_by(roles)

    def may_act(self, council: Council, roles: Collection[Role]) -> bool:
        return self.everywhere or bool(self.roles_in(council) & frozenset(roles))

    def require(self, council: Council, roles: Collection[Role], sentence: str) -> None:
        """Raise NotAllowed with ``sentence`` unless one of ``roles`` is held in ``council``."""
        if not self.may_act(council, roles):
            raise NotAllowed(sentence)

    @cached_property
    def administers(self) -> frozenset[int]:
        """Councils that the user administers: own, and those below where the role reaches them."""
        return self.councils_read_by({Role.ADMINISTRATOR})

    @cached_property
    def arranges(self) -> frozenset[int]:
        """Councils below a grant of administration that reaches below: there the user makes, merges and ends."""
        far = [g.council.unit_id for g in self.grants if g.administers_below]
        return frozenset(ids_below(far)) if far else frozenset()

    def may_administer(self, council: Council, reach: str = Reach.OWN) -> bool:
        """Whether the user looks after ``council``; with the wider reach, after all below it too."""
        if reach == Reach.OWN:
            return self.everywhere or council.pk in self.administers
        own = {g.council_id for g in self.grants if g.administers_below}
        return self.everywhere or council.pk in own | self.arranges

    def may_arrange(self, council: Council) -> bool:
        """Whether the user administers ``council`` from above, and so may merge or end its unit."""
        return self.everywhere or council.pk in self.arranges

    @property
    def administers_installation(self) -> bool:
        """Rules, holidays and fields are common to all: changed by whoever administers a council and all below it."""
        return self.everywhere or any(g.administers_below for g in self.grants)


NOBODY = Access(everywhere=False, grants=(), on=date.min)


def access_of(user: User | AnonymousUser, on: date | None = None) -> Access:
    """The user's access on a day (default: today), worked out once per request and user object."""
    day = on or timezone.localdate()
    known: Access | None = getattr(user, "_access", None)
    if known is None or known.on != day:
        known = _work_out(user, day)
        user._access = known  # type: ignore[union-attr]
    return known


def first_council(user: User) -> Council | None:
    """Where the user is at home: the first council with a role of the user's, else the first in reach."""
    own = {grant.council_id for grant in access_of(user).grants}
    home = Council.objects.filter(pk__in=own).in_order().first()
    return home or Council.objects.visible_to(user).in_order().first()


def forget_access(user: User) -> None:
    """After a grant was given or ended: the next question is worked out anew."""
    if hasattr(user, "_access"):
        del user._access


def _work_out(user: User | AnonymousUser, day: date) -> Access:
    if user.pk is None:
        return NOBODY
    everywhere = bool(getattr(user, "is_operator", False))
    if not everywhere and not user.is_active:
        return NOBODY
    grants = RoleGrant.objects.filter(user_id=user.pk).on(day).select_related("council", "organisation")
    return Access(everywhere=everywhere, grants=tuple(grants), on=day)
