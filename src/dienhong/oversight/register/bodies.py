"""Which bodies and delegates may lead oversight: the council's own."""

from __future__ import annotations

from typing import Any

from dienhong.organisations.models import Council, Organisation
from dienhong.oversight.states import BODY_OF
from dienhong.people.models import Mandate


def leading_bodies(council: Council) -> Any:
    """The committees and the groups of the council, past ones included, in that order."""
    return Organisation.objects.filter(council=council, kind__in=BODY_OF.values()).order_by(
        "kind", "number", "sort_key"
    )


def delegates(council: Council) -> Any:
    """The delegates of every term, by given name."""
    return Mandate.objects.counted().filter(council=council).order_by("sort_key")
