"""The legal deadlines around a session, worked out from its opening under the rules of that day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dienhong.council_sessions.models import CouncilSession
from dienhong.council_sessions.states import SessionKind, SessionStatus
from dienhong.registers.declaration import Fact, Task
from dienhong.registers.models import RecordQuerySet
from dienhong.rulebook.current import calendar, rulebook
from dienhong.rulebook.due_dates import DueDate, due_date
from dienhong.vietnamese.dates import format_date

PAPERS = "paper.to_delegates"


def convening_rule(session: CouncilSession) -> str:
    """Which deadline binds the decision to convene."""
    return "session.convene_regular" if session.kind == SessionKind.REGULAR else "session.convene_other"


def due_before(session: CouncilSession, code: str) -> DueDate:
    """A deadline counted back from the opening, with how it was worked out."""
    rules_then = rulebook().on(session.opens_on, session.council.level)
    return due_date(rules_then[code], session.opens_on, calendar())


def facts(session: CouncilSession) -> Iterable[Fact]:
    """For the session's page: until when it must be convened and its papers be with the delegates."""
    labels = {convening_rule(session): "Quyết định triệu tập chậm nhất", PAPERS: "Gửi tài liệu chậm nhất"}
    for code, label in labels.items():
        due = due_before(session, code)
        yield Fact(label, format_date(due.day), due.explanation)


def tasks(sessions: RecordQuerySet, today: date) -> Iterable[Task]:
    """For the desk: convene what is planned; tell of what is over."""
    for session in sessions.filter(status=SessionStatus.PLANNED).select_related("council"):
        due = due_before(session, convening_rule(session))
        yield Task(f"Quyết định triệu tập {session.title}", due.day, session)
    for session in sessions.filter(status=SessionStatus.CONVENED, closes_on__lt=today):
        yield Task(f"Ghi nhận đã bế mạc {session.title}", session.closes_on, session)
