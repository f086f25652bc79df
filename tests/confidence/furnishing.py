"""What the addresses of this module ask for."""

from __future__ import annotations

from dienhong.accounts.models import User
from dienhong.organisations.models import Council

RECORDS: dict[str, str] = {}


def furnish(council: Council, by: User) -> None:
    """One record in each register."""
