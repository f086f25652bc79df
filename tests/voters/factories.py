"""Petitions and meetings for tests."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.organisations.models import Council, Organisation
from dienhong.registers import actions as records
from dienhong.rulebook.models import Field
from dienhong.voters import actions
from dienhong.voters.models import Dispatch, Petition, VoterMeeting, VoterRound
from dienhong.voters.register import meetings, petitions, rounds

from ..factories import NOW

HELD = date(2023, 6, 27)


def field(code: str = "transport") -> Field:
    return Field.objects.get(code=code)


def make_round(council: Council, by: User, **fields: Any) -> VoterRound:
    usual = {
        "kind": "thematic",
        "theme": "nông thôn mới",
        "starts_on": date(2023, 6, 26),
        "ends_on": date(2023, 6, 30),
    }
    return records.add(rounds, council=council, values={**usual, **fields}, by=by, at=NOW)  # type: ignore[return-value]


def make_meeting(council: Council, by: User, **fields: Any) -> VoterMeeting:
    usual = {
        "held_on": HELD,
        "place": "Nhà văn hóa thôn 1",
        "commune_delegates": True,
        "attendees": 80,
        "opinions": 3,
    }
    return records.add(meetings, council=council, values={**usual, **fields}, by=by, at=NOW)  # type: ignore[return-value]


def make_petition(council: Council, by: User, text: str = "Sửa cầu treo qua suối", **fields: Any) -> Petition:
    usual = {"text": text, "field": field(), "place": "Thôn 1", "received_on": HELD}
    return records.add(petitions, council=council, values={**usual, **fields}, by=by, at=NOW)  # type: ignore[return-value]


def forward(
    council: Council, chosen: Iterable[Petition], lead: Organisation, by: User, **fields: Any
) -> Dispatch:
    usual = {"on": date(2023, 7, 3), "at": NOW, "number": "12/TTHĐND"}
    return actions.forward(council, chosen, lead=lead, by=by, **{**usual, **fields})
