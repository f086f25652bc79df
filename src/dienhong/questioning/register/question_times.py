"""Question times: when questions were put and answered before everybody."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.questioning import rules
from dienhong.questioning.models import Question, QuestionTime
from dienhong.questioning.register.bodies import of_standing_committee
from dienhong.questioning.register.questions import propose as propose_question
from dienhong.registers.declaration import CalendarEntry, Column, Fact, Group, Panel, Register, Sheet


def check(time: QuestionTime, today: date) -> Iterable[RuleViolation | None]:
    session = time.session
    yield rules.session_named(time.venue, session is not None)
    yield rules.meeting_named(time.venue, time.meeting is not None)
    yield rules.of_the_standing_committee(time.meeting.kind if time.meeting else None)
    yield rules.not_ahead(time.held_on, today, "held_on")
    yield rules.in_session(
        time.held_on, session.opens_on if session else None, session.closes_on if session else None
    )


def propose(council: Council, today: date) -> dict[str, Any]:
    """The session that opened last, on its first day."""
    proposed = propose_question(council, today)
    return {"held_on" if name == "asked_on" else name: value for name, value in proposed.items()}


def panels(time: QuestionTime, user: User) -> Iterable[Panel]:
    """What was asked at the session, or on the day of the meeting."""
    seen = Question.objects.visible_to(user).counted().select_related("council", "body")
    same = {"session": time.session} if time.session else {"council": time.council, "asked_on": time.held_on}
    asked = seen.filter(venue=time.venue, **same).order_by("asked_on", "pk")[:100]
    facts = tuple(Fact(str(q.body), q.title, str(q.said("status")), q) for q in asked)
    yield Panel("Nội dung chất vấn", facts, "Chưa ghi chất vấn nào ở đây.")


question_times = Register(
    code="question_times",
    model=QuestionTime,
    path="phien-chat-van",
    prefix="PCV",
    title="Phiên chất vấn",
    one="phiên chất vấn",
    group="Giám sát",
    purpose="Mỗi phiên chất vấn đã tổ chức: ở đâu, bao lâu, bao nhiêu người hỏi, có truyền trực tiếp không.",
    columns=(
        Column("title", "phiên chất vấn", phone="title"),
        Column("held_on", sortable=True, phone="meta"),
        Column("minutes", "phút"),
        Column("speakers", "đại biểu hỏi"),
        Column("broadcast"),
    ),
    filters=("venue", "broadcast"),
    form=(
        Group("Phiên chất vấn", ("venue", "session", "meeting", "held_on", "chair")),
        Group("Diễn biến", ("minutes", "speakers", "answerers", "broadcast")),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=check,
    propose=propose,
    panels=panels,
    related=("session",),
    choices={"meeting": of_standing_committee},
    sheet=Sheet(
        name="Phiên chất vấn",
        columns=(
            "venue",
            "session",
            "meeting",
            "held_on",
            "chair",
            "minutes",
            "speakers",
            "answerers",
            "broadcast",
            "note",
        ),
        key=("venue", "held_on"),
        example={
            "venue": "tại kỳ họp",
            "held_on": "19/7/2023",
            "minutes": "150",
            "speakers": "9",
            "broadcast": "truyền hình, truyền thanh trực tiếp",
        },
    ),
    calendar=CalendarEntry(starts="held_on", ends="held_on"),
)
