"""A round, a meeting, a petition that was forwarded and one that was not."""

from __future__ import annotations

from dienhong.accounts.models import User
from dienhong.organisations.models import Council, Organisation

from .factories import forward, make_meeting, make_petition, make_round

RECORDS = {
    "voter_rounds": "DT-2023-001",
    "voter_meetings": "TX-2023-001",
    "petitions": "KN-2023-001",
}
DEEDS = {"petitions": "ky-sau"}


def furnish(council: Council, by: User) -> None:
    lead = Organisation.objects.create(council=council, kind="department", name="Phòng A")
    make_round(council, by)
    make_meeting(council, by)
    forward(council, [make_petition(council, by)], lead, by)
    make_petition(council, by, text="Kiến nghị chưa chuyển")
