"""The legal deadlines around a session, worked out from its opening under the rules of that day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dienhong.council_sessions.models import CouncilSession
from dienhong.council_sessions.states import SessionKind, SessionStatus
from dienhong.registers.declaration import Fact, Task
from dienhong.registers.models import RecordQuerySet
from dienhong.rulebook.current import calendar, rulebook
from dienhong.rulebook.due_dates import DueDate, due_date
from dienhong.rulebook.rulebook import Rulebook
from dienhong.rulebook.working_days import Calendar
from dienhong.vietnamese.dates import format_date

PAPERS = "paper.to_delegates"


def convening_rule(session: CouncilSession) -> str:
    """Which deadline binds the decision to convene."""
    return "session.convene_regular" if session.kind == SessionKind.REGULAR else "session.convene_other"


@dataclass(frozen=True)
class Law:
    """Rules and calendar as they stand, read once for many sessions."""

    rulebook: Rulebook
    calendar: Calendar

    def due_before(self, session: CouncilSession, code: str) -> DueDate:
        """A deadline counted back from the opening, under the rules of that day, with how it was worked out."""
        rules_then = self.rulebook.on(session.opens_on, session.council.level)
        return due_date(rules_then[code], session.opens_on, self.calendar)


def facts(session: CouncilSession) -> Iterable[Fact]:
    """For the session's page: until when it must be convened and its papers be with the delegates."""
    law = Law(rulebook(), calendar())
    labels = {convening_rule(session): "Quyết định triệu tập chậm nhất", PAPERS: "Gửi tài liệu chậm nhất"}
    for code, label in labels.items():
        due = law.due_before(session, code)
        yield Fact(label, format_date(due.day), due.explanation)


def tasks(sessions: RecordQuerySet, today: date) -> Iterable[Task]:
    """For the desk: convene what is planned; tell of what is over."""
    law = Law(rulebook(), calendar())
    for session in sessions.filter(status=SessionStatus.PLANNED).select_related("council"):
        due = law.due_before(session, convening_rule(session))
        yield Task(f"Quyết định triệu tập {session.title}", due.day, session)
    for session in sessions.filter(status=SessionStatus.CONVENED, closes_on__lt=today):
        yield Task(f"Ghi nhận đã bế mạc {session.title}", session.closes_on, session)
