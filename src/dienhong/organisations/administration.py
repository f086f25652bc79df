"""Who looks after whose account: whoever administers every council in which the account has a role.

A password given anew is the way into an account, so an administrator of one commune may not give one to the clerk
of its province, even where both work in that commune.
"""

from __future__ import annotations

from datetime import date

from django.db import models

from dienhong.accounts.models import User
from dienhong.organisations.access import access_of
from dienhong.organisations.models import RoleGrant


def users_known_to(by: User, day: date) -> models.QuerySet[User]:
    """The accounts with a role, now or once, in a council that ``by`` administers."""
    people = User.objects.filter(is_operator=False)
    access = access_of(by, day)
    if access.everywhere:
        return people
    granted = RoleGrant.objects.filter(council__in=access.administers)
    return people.filter(pk__in=granted.values("user_id"))


def may_administer_user(by: User, user: User, day: date) -> bool:
    """Whether ``by`` administers as far as any role of ``user`` reaches; past roles count when none is left."""
    access = access_of(by, day)
    if access.everywhere or user.is_operator:
        return not user.is_operator
    grants = RoleGrant.objects.filter(user=user).select_related("council__unit")
    deciding = list(grants.open(day)) or list(grants)
    return bool(deciding) and all(access.may_administer(g.council, g.reach) for g in deciding)


def administrators_left(
    *, without_user: User | None = None, without: RoleGrant | None = None, after: date
) -> int:
    """How many grants would still make an administrator of the installation the day after; the rows are locked."""
    grants = RoleGrant.objects.select_for_update().administering_below()
    running = grants.filter(from_on__lte=after).open(after)
    if without_user is not None:
        running = running.exclude(user=without_user)
    if without is not None:
        running = running.exclude(pk=without.pk)
    return len(running)
