"""A constituency, a delegate and the head of a committee."""

from __future__ import annotations

from dienhong.accounts.models import User
from dienhong.organisations.models import Council

from ..factories import make_body, make_constituency, make_mandate, make_position

RECORDS = {
    "mandates": "DB-2021-001",
    "positions": "CV-2021-001",
    "terms": "NK-2021-001",
    "constituencies": "BC-2021-001",
}
DEEDS = {"mandates": "thoi-lam-dai-bieu", "positions": "thoi-giu"}


def furnish(council: Council, by: User) -> None:
    make_constituency(council, by)
    mandate = make_mandate(council, by)
    make_position(make_body(council, "committee", "Ban mẫu"), "head", mandate, by)
