"""Giving and ending roles: nobody gives more than they administer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.organisations import rules
from dienhong.organisations.access import access_of, forget_access
from dienhong.organisations.administration import administrators_left
from dienhong.organisations.models import Council, Placement, RoleGrant


@transaction.atomic
def grant_role(
    *, user: User, council: Council, values: Mapping[str, Any], by: User, at: datetime
) -> RoleGrant:
    """``values``: role, organisation, reach, from_on, to_on (last day or None)."""
    grant = RoleGrant(user=user, council=council, **values)
    _require_reach(grant, by, at)
    held = list(RoleGrant.objects.filter(user=_locked(user)))
    Refused.if_any(acts.shape_violations(grant))
    has_upper = Placement.objects.filter(unit=council.unit).on(timezone.localdate(at)).exists()
    Refused.if_any([*rules.role_fits(grant, has_upper=has_upper), rules.role_not_held_yet(grant, held)])
    acts.create(grant, council_id=council.pk, by=by, at=at, verb="Giao vai trò")
    forget_access(user)
    return grant


@transaction.atomic
def end_role(
    grant: RoleGrant, *, to_on: date, reason: str, expected_version: int, by: User, at: datetime
) -> RoleGrant:
    """``to_on`` is the last day on which the role is held."""
    _require_reach(grant, by, at)
    Refused.if_any([rules.reason_given(reason), *rules.role_may_end(grant, to_on)])
    if grant.administers_below:
        left = administrators_left(without=grant, after=to_on + timedelta(days=1))
        Refused.if_any([rules.somebody_still_administers(left)])
    acts.update(
        grant,
        {"to_on": to_on},
        expected_version=expected_version,
        council_id=grant.council_id,
        by=by,
        at=at,
        verb="Kết thúc vai trò",
        reason=reason.strip(),
    )
    forget_access(grant.user)
    return grant


def _require_reach(grant: RoleGrant, by: User, at: datetime) -> None:
    if not access_of(by, timezone.localdate(at)).may_administer(grant.council, grant.reach):
        raise NotAllowed(f"Phạm vi quản trị của anh/chị không gồm vai trò này tại {grant.council.name}.")


def _locked(user: User) -> User:
    return User.objects.select_for_update().get(pk=user.pk)
