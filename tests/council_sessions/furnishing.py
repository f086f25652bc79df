"""A session."""

from __future__ import annotations

from dienhong.accounts.models import User
from dienhong.organisations.models import Council

from ..factories import make_session

RECORDS = {"council_sessions": "KH-2023-001"}
STEPS = {"council_sessions": "convene"}


def furnish(council: Council, by: User) -> None:
    make_session(council, by)
