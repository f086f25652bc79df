"""A report that was taken in, with a sum that does not add up."""

from __future__ import annotations

from dienhong.accounts.models import User
from dienhong.organisations.models import Council

from .documents import WRONG_SUM, plain, received

RECORDS = {"incoming": "KT-2023-001"}
STEPS = {"incoming": "return"}


def furnish(council: Council, by: User) -> None:
    received(council, by, plain(WRONG_SUM))
