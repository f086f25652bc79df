"""A programme, a topic with a member and a working session, and a delegation received."""

from __future__ import annotations

from dienhong.accounts.models import User
from dienhong.organisations.models import Council

from .factories import make_member, make_oversight, make_programme, make_received, make_working_session

RECORDS: dict[str, str] = {
    "oversights": "GS-2023-001",
    "oversight_programmes": "CG-2023-001",
    "oversight_received": "DG-2023-001",
    "oversight_members": "TG-2023-001",
    "oversight_sessions": "LV-2023-001",
}
STEPS = {"oversights": "postpone"}
DEEDS = {"oversights": "begin"}


def furnish(council: Council, by: User) -> None:
    make_programme(council, by)
    oversight = make_oversight(council, by)
    make_member(oversight, by, full_name="Thành viên mẫu")
    make_working_session(oversight, by)
    make_received(council, by)
