"""A day with somebody who came, a letter, and a denunciation that only its handler reads."""

from __future__ import annotations

from dienhong.accounts.models import User
from dienhong.organisations.models import Council

from .factories import make_day, make_denunciation, make_handler, make_letter, make_reception

RECORDS: dict[str, str] = {
    "reception_days": "LTD-2023-001",
    "receptions": "TCD-2023-001",
    "letters": "DTH-2023-001",
    "denunciations": "DTH-2023-002",
}
DEEDS = {"reception_days": "khong-tiep", "letters": "accept"}


def furnish(council: Council, by: User) -> None:
    make_day(council, by)
    make_reception(council, by)
    make_letter(council, by)
    make_denunciation(council, make_handler(council, f"mat.{council.slug}"))
