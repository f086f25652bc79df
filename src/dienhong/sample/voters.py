"""Meetings with voters and petitions of the sample, through the very actions that an office uses."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from dienhong.accounts.models import User
from dienhong.council_sessions.models import CouncilSession
from dienhong.council_sessions.states import SessionKind
from dienhong.followup import actions as following
from dienhong.followup.actions import Happened
from dienhong.organisations.models import Council
from dienhong.registers.actions import add
from dienhong.rulebook.models import Field
from dienhong.voters import actions
from dienhong.voters.models import Petition, VoterMeeting, VoterRound
from dienhong.voters.register import meetings, petitions, rounds

TOP = "dak-to"


def load_voters(councils: Mapping[str, Council], data: Mapping[str, Any], *, by: User, at: datetime) -> None:
    who: dict[str, Any] = {"by": by, "at": at}
    held = [_load_round(councils, row, who) for row in data["rounds"]]
    points = {row["council"]: _load_meeting(councils, row, held[0], who) for row in data["meetings"]}
    fields = {field.code: field for field in Field.objects.all()}
    for row in data["petitions"]:
        council = councils[row["council"]]
        point = points.get(row["council"])
        same_day = point if point and point.held_on == row["received_on"] else None
        values = {name: row[name] for name in ("text", "place", "received_on")}
        petition = add(
            petitions,
            council=council,
            values={**values, "field": fields[row["field"]], "meeting": same_day},
            **who,
        )
        assert isinstance(petition, Petition)
        if "lead" in row:
            _follow(council, petition, row, who)


def _load_round(
    councils: Mapping[str, Council], row: Mapping[str, Any], who: Mapping[str, Any]
) -> VoterRound:
    top = councils[TOP]
    session = CouncilSession.objects.get(council=top, kind=SessionKind.REGULAR, ordinal=row["session"])
    record = add(rounds, council=top, values={**row, "session": session}, **who)
    assert isinstance(record, VoterRound)
    others = [council for council in councils.values() if council != top]
    return actions.hold_together(record, councils=others, expected_version=record.version, **who)


def _load_meeting(
    councils: Mapping[str, Council], row: Mapping[str, Any], round_: VoterRound, who: Mapping[str, Any]
) -> VoterMeeting:
    values = {name: value for name, value in row.items() if name not in {"council", "levels"}}
    values |= {f"{level}_delegates": True for level in row["levels"]}
    record = add(meetings, council=councils[row["council"]], values={**values, "round": round_}, **who)
    assert isinstance(record, VoterMeeting)
    return record


def _follow(council: Council, petition: Petition, row: Mapping[str, Any], who: Mapping[str, Any]) -> None:
    """Forward; answer as the body did; assess as the standing committee did."""
    lead = council.organisations.get(short_name=row["lead"])
    actions.forward(council, [petition], lead=lead, on=row["forwarded_on"], **who)
    petition.refresh_from_db()
    undertaking = petition.undertaking
    assert undertaking is not None
    part = undertaking.assignments.get(leads=True)
    if "answer" in row:
        said = {name: value for name, value in row["answer"].items() if name != "said_on"}
        told = Happened(on=row["answer"]["said_on"], **said)
        undertaking = following.answer(part, happened=told, expected_version=undertaking.version, **who)
    if "settle" in row:
        decided = Happened(on=row["answer"]["said_on"], text="Thường trực HĐND đã xem xét.")
        following.take_step(
            part, step=row["settle"], happened=decided, expected_version=undertaking.version, **who
        )
