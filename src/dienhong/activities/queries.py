"""Reads that are more than a filter: who is chosen from, and whose account a delegate uses."""

from __future__ import annotations

from typing import Any

from dienhong.accounts.models import User
from dienhong.activities.models import ActivitySheet, Assessment
from dienhong.activities.models.delegates import PersonalRecord
from dienhong.organisations.kinds import COUNCIL_ROLES, Role
from dienhong.organisations.models import Council
from dienhong.people.models import Mandate

DELEGATES = COUNCIL_ROLES - {Role.CLERK}


def delegates(council: Council) -> Any:
    """The delegates of every term, by given name."""
    return Mandate.objects.counted().filter(council=council).order_by("sort_key")


def accounts(council: Council) -> Any:
    """Accounts with a role that delegates have in the council."""
    return (
        User.objects.filter(grants__council=council, grants__role__in=DELEGATES)
        .distinct()
        .order_by("sort_key")
    )


def remember_account(record: PersonalRecord) -> None:
    """The account that the delegate's last sheet or assessment names, for one that names none."""
    if record.account_id is not None:
        return
    same = {"mandate__person": record.mandate.person_id, "account__isnull": False}
    for model in (ActivitySheet, Assessment):
        others = (
            model.objects.counted().filter(**same).exclude(pk=record.pk if type(record) is model else None)
        )
        if last := others.order_by("-year").first():
            record.account_id = last.account_id
            return
