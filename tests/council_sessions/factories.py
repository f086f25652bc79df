"""What belongs to a session, recorded through its actions."""

from __future__ import annotations

from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.council_sessions import actions
from dienhong.council_sessions.models import (
    AgendaItem,
    CouncilSession,
    Discussion,
    Paper,
    SittingDay,
    Verification,
    Vote,
)
from dienhong.council_sessions.register import (
    agenda_items,
    discussions,
    papers,
    sittings,
    verifications,
    votes,
)
from dienhong.organisations.models import Council, Organisation
from dienhong.registers import actions as records
from dienhong.registers.declaration import Register

from ..factories import NOW, make_mandate, make_session

OPENS = date(2023, 7, 18)


def _add(register: Register, session: CouncilSession, by: User, **values: Any) -> Any:
    given = {"session": session, **values}
    return records.add(register, council=session.council, values=given, by=by, at=NOW)


def session_of(council: Council, by: User, **fields: Any) -> CouncilSession:
    return make_session(council, by, **fields)  # type: ignore[return-value]


def make_item(session: CouncilSession, by: User, **fields: Any) -> AgendaItem:
    usual = {"title": "Báo cáo kinh tế - xã hội 6 tháng", "kind": "other"}
    return _add(agenda_items, session, by, **{**usual, **fields})  # type: ignore[no-any-return]


def make_paper(session: CouncilSession, by: User, **fields: Any) -> Paper:
    usual = {"title": "Tờ trình về phí chợ", "kind": "submission"}
    return _add(papers, session, by, **{**usual, **fields})  # type: ignore[no-any-return]


def make_verification(session: CouncilSession, lead: Organisation, by: User, **fields: Any) -> Verification:
    usual = {"subject": "Dự thảo nghị quyết về phí chợ", "lead": lead}
    return _add(verifications, session, by, **{**usual, **fields})  # type: ignore[no-any-return]


def make_sitting(session: CouncilSession, by: User, **fields: Any) -> SittingDay:
    return _add(sittings, session, by, **{"held_on": session.opens_on, **fields})  # type: ignore[no-any-return]


def make_discussion(session: CouncilSession, by: User, **fields: Any) -> Discussion:
    usual = {"kind": "plenary", "held_on": session.opens_on, "speakers": 4, "opinions": 6}
    return _add(discussions, session, by, **{**usual, **fields})  # type: ignore[no-any-return]


def make_vote(session: CouncilSession, by: User, **fields: Any) -> Vote:
    usual = {"subject": "Nghị quyết về phí chợ", "held_on": session.opens_on}
    return _add(votes, session, by, **{**usual, **fields})  # type: ignore[no-any-return]


def make_delegates(council: Council, by: User, number: int, **fields: Any) -> list[Any]:
    """Delegates "Đại biểu mẫu 01", "Đại biểu mẫu 02"…"""
    names = [f"Đại biểu mẫu {place:02d}" for place in range(1, number + 1)]
    return [make_mandate(council, by, name, **fields) for name in names]


def step(register: Register, record: Any, name: str, by: User, reason: str = "") -> Any:
    """A step of the workflow, on the record as it is now."""
    record.refresh_from_db()
    return records.move(
        register, record, step=name, expected_version=record.version, by=by, at=NOW, reason=reason
    )


def close_hands(vote: Vote, by: User, **count: int) -> Vote:
    given = actions.Count(**count)
    return actions.close_vote(vote, count=given, expected_version=vote.version, by=by, at=NOW)
