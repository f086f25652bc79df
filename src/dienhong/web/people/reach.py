"""Over which councils a page of people reaches: this one, those below, one level of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.registers.listing import ALL_SCOPE, LEVEL_OF_SCOPE, SCOPES


def scopes_of(council: Council, user: User, on: date) -> Mapping[str, str]:
    """The reaches to choose from: only one's own where nothing lay below on the day."""
    levels = {below.level for below in _below(council, user, on)}
    offered = {scope for scope, level in LEVEL_OF_SCOPE.items() if level in levels}
    return {s: words for s, words in SCOPES.items() if not s or (s == ALL_SCOPE and levels) or s in offered}


def councils_of(council: Council, user: User, on: date, scope: str) -> list[Council]:
    """The councils of a reach on the day, this one first."""
    if not scope:
        return [council]
    found = [council, *_below(council, user, on)]
    level = LEVEL_OF_SCOPE.get(scope)
    return [one for one in found if level in (None, one.level)]


def _below(council: Council, user: User, on: date) -> list[Council]:
    return list(Council.objects.visible_to(user).below(council, first=on, last=on).in_order())
