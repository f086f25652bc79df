"""The legal deadlines around a session, worked out from its opening under the rules of that day."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dienhong.council_sessions.due import PAPERS, VERIFICATION, Law, law_now
from dienhong.council_sessions.models import CouncilSession
from dienhong.council_sessions.rules import days_late
from dienhong.council_sessions.states import SessionKind, SessionStatus
from dienhong.registers.declaration import Fact, Task
from dienhong.registers.models import RecordQuerySet
from dienhong.vietnamese.dates import format_date


def _rule(session: CouncilSession, act: str) -> str:
    """Which deadline binds an act, by the kind of session."""
    return f"session.{act}_{'regular' if session.kind == SessionKind.REGULAR else 'other'}"


def due_of(session: CouncilSession, code: str, law: Law) -> date | None:
    due = law.due(code, session.opens_on, session.council.level)
    return due.day if due else None


def facts(session: CouncilSession) -> Iterable[Fact]:
    """For the session's page: until when what must be done before it opens, and by how much that came late."""
    law = law_now()
    told: list[tuple[str, str, date | None]] = [
        (_rule(session, "convene"), "Quyết định triệu tập chậm nhất", session.convened_on),
        (_rule(session, "announce"), "Công bố dự kiến chương trình chậm nhất", session.announced_on),
        (PAPERS, "Gửi tài liệu chậm nhất", None),
        (VERIFICATION, "Họp thẩm tra chậm nhất", None),
    ]
    for code, label, done_on in told:
        due = law.due(code, session.opens_on, session.council.level)
        if due:
            yield Fact(label, format_date(due.day) + _late(due.day, done_on), due.explanation)


def _late(due_on: date, done_on: date | None) -> str:
    late = days_late(due_on, done_on, due_on)
    return f" (thực hiện ngày {format_date(done_on)}, chậm {late} ngày)" if late and done_on else ""


def tasks(sessions: RecordQuerySet, today: date) -> Iterable[Task]:
    """For the desk: convene what is planned; tell of what is over."""
    law = law_now()
    for session in sessions.filter(status=SessionStatus.PLANNED).select_related("council"):
        due_on = due_of(session, _rule(session, "convene"), law) or session.opens_on
        yield Task(f"Quyết định triệu tập {session.title}", due_on, session)
    for session in sessions.filter(status=SessionStatus.CONVENED, closes_on__lt=today):
        yield Task(f"Ghi nhận đã bế mạc {session.title}", session.closes_on, session)
