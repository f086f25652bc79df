"""Oversight for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.organisations.models import Council, Organisation
from dienhong.oversight.models import (
    Oversight,
    OversightMember,
    OversightProgramme,
    OversightReceived,
    WorkingSession,
)
from dienhong.oversight.register import members, oversights, programmes, received, working_sessions
from dienhong.registers import actions as records

from ..factories import NOW

BEGUN, ENDED, REPORTED = date(2023, 5, 10), date(2023, 5, 19), date(2023, 5, 30)
CARRIED: dict[str, Any] = {
    "starts_on": BEGUN,
    "ends_on": ENDED,
    "reported_on": REPORTED,
    "status": "concluded",
}
"""What a concluded one has."""


def make_oversight(
    council: Council, by: User, topic: str = "Việc sử dụng công trình thủy lợi", **fields: Any
) -> Oversight:
    """A topic of the standing committee in the programme of 2023; fields override."""
    usual = {"topic": topic, "programme_year": 2023}
    return records.add(oversights, council=council, values={**usual, **fields}, by=by, at=NOW)  # type: ignore[return-value]


def of_group(group: Organisation, by: User, **fields: Any) -> Oversight:
    """A topic that a group carried out."""
    led = {"lead_kind": "delegate_group", "body": group, **CARRIED}
    return make_oversight(group.council, by, f"Chuyên đề của {group}", **{**led, **fields})


def make_programme(council: Council, by: User, **fields: Any) -> OversightProgramme:
    usual = {"year": 2023, "number": "15/NQ-HĐND", "decided_on": date(2022, 7, 20)}
    return records.add(programmes, council=council, values={**usual, **fields}, by=by, at=NOW)  # type: ignore[return-value]


def make_member(oversight: Oversight, by: User, **fields: Any) -> OversightMember:
    usual = {"oversight": oversight, "role": "member"}
    return records.add(members, council=oversight.council, values={**usual, **fields}, by=by, at=NOW)  # type: ignore[return-value]


def make_working_session(oversight: Oversight, by: User, **fields: Any) -> WorkingSession:
    usual = {"oversight": oversight, "held_on": BEGUN, "unit": "UBND xã Mẫu"}
    return records.add(  # type: ignore[return-value]
        working_sessions, council=oversight.council, values={**usual, **fields}, by=by, at=NOW
    )


def make_received(council: Council, by: User, **fields: Any) -> OversightReceived:
    usual = {
        "from_level": "province",
        "sender": "Thường trực HĐND tỉnh",
        "topic": "Việc thực hiện chính sách đối với trường bán trú",
        "held_on": date(2023, 4, 12),
    }
    return records.add(received, council=council, values={**usual, **fields}, by=by, at=NOW)  # type: ignore[return-value]
