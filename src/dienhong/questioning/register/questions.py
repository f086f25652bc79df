"""Questions, and the delegates who ask together."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Prefetch

from dienhong.accounts.models import User
from dienhong.council_sessions.models import CouncilSession
from dienhong.followup import following
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.kinds import OrganisationKind
from dienhong.organisations.models import Council
from dienhong.questioning import deadlines, divisions, rules
from dienhong.questioning.actions import answer
from dienhong.questioning.models import CoAsker, Question
from dienhong.questioning.queries import followed
from dienhong.questioning.register.bodies import (
    ANSWERING,
    NOT_ANSWERING,
    answering,
    groups,
    of_standing_committee,
)
from dienhong.questioning.states import ANSWER, QUESTION_TONES, QUESTION_WORKFLOW, QuestionStatus, Venue
from dienhong.registers.declaration import Column, Deed, Fact, Group, Link, Panel, Register, Sheet, Task
from dienhong.registers.models import RecordQuerySet
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_count

BRING = "viec-qua-han"
"""Below a question's or hearing's address: the page that brings overdue work before it."""


def check(question: Question, today: date) -> Iterable[RuleViolation | None]:
    session, group = question.session, question.group
    yield rules.session_named(question.venue, session is not None)
    yield rules.meeting_named(question.venue, question.meeting is not None)
    yield rules.of_the_standing_committee(question.meeting.kind if question.meeting else None)
    yield rules.somebody_asks(question.asker is not None, group is not None, question.asked_by)
    if question.asker:
        sits = question.asked_on in question.asker.span
        yield rules.asked_while_sitting(str(question.asker), sits)
    if group:
        of_delegates = {OrganisationKind.DELEGATE_GROUP}
        yield rules.body_of_kind(group.kind, of_delegates, "Hãy chọn một Tổ đại biểu HĐND.", "group")
    yield rules.body_of_kind(question.body.kind, ANSWERING, NOT_ANSWERING)
    yield rules.not_ahead(question.asked_on, today, "asked_on")
    yield rules.not_after_session(question.asked_on, session.closes_on if session else None)
    yield rules.answered_in_writing(question.venue, question.answer_manner)
    yield rules.answer_has_its_day(question.answered_on is not None, question.is_said)
    yield rules.not_before(question.answered_on, question.asked_on, "Chất vấn", "answered_on")
    yield rules.not_ahead(question.answered_on, today, "answered_on")


def check_cancel(question: Question) -> Iterable[RuleViolation | None]:
    yield rules.not_followed(followed(question))


def propose(council: Council, today: date) -> dict[str, Any]:
    """A question of the session that opened last."""
    opened = CouncilSession.objects.counted().filter(council=council, opens_on__lte=today)
    session = opened.order_by("-opens_on").first()
    if session is None:
        return {"venue": Venue.SESSION}
    return {"venue": Venue.SESSION, "session": session, "asked_on": session.opens_on}


def standing(question: Question, today: date) -> tuple[str, str]:
    """As it stands, or how many days a written answer is overdue."""
    status, due = QuestionStatus(question.status), question.answer_due_on
    if status == QuestionStatus.PUT and due and due < today:
        return "overdue", f"Quá hạn trả lời {format_count((today - due).days)} ngày"
    return QUESTION_TONES[status], str(status.label)


def facts(question: Question) -> Iterable[Fact]:
    level = question.council.level
    if question.answer_due_on:
        due = deadlines.deadline(deadlines.WRITTEN_ANSWER, question.asked_on, level)
        explained = due.explanation if due and due.day == question.answer_due_on else ""
        yield Fact("Trả lời bằng văn bản chậm nhất", format_date(question.answer_due_on), explained)
    opens = question.due_from(question.asked_on)
    report = deadlines.deadline(deadlines.PROMISE_REPORT, opens, level) if opens else None
    if report:
        yield Fact("Báo cáo thực hiện lời hứa chậm nhất", format_date(report.day), report.explanation)


def panels(question: Question, user: User) -> Iterable[Panel]:
    yield following.panel(question, user)
    yield from following.escalated_panels(question, user)


def links(question: Question, user: User, today: date) -> Iterable[Link]:
    yield from following.links(question, user, today)
    yield Link("Đưa việc quá hạn ra chất vấn", BRING, rare=True)


def tasks(questions: RecordQuerySet, today: date) -> Iterable[Task]:
    """Whose answer is due, the earliest first."""
    waiting = questions.filter(status=QuestionStatus.PUT)
    for question in waiting.order_by("answer_due_on", "asked_on")[:10]:
        due = question.answer_due_on or question.asked_on
        yield Task(f"Ghi trả lời chất vấn: {question.title}", due, question)


def fetched(found: Any) -> Any:
    together = CoAsker.objects.counted().select_related("mandate").order_by("pk")
    return found.prefetch_related(Prefetch("co_askers", queryset=together))


questions = Register(
    code="questions",
    model=Question,
    path="chat-van",
    prefix="CHV",
    title="Chất vấn",
    one="chất vấn",
    group="Giám sát",
    purpose="Mỗi nội dung chất vấn ghi một lần: ai hỏi, hỏi ai, được trả lời thế nào, đã hứa gì và thực hiện ra sao.",
    columns=(
        Column("title", "nội dung", phone="title"),
        Column("askers", "người chất vấn"),
        Column("body", "cơ quan", phone="meta"),
        Column("field"),
        Column("asked_on", "ngày", sortable=True, phone="meta"),
        Column("status", phone="meta"),
    ),
    filters=("status", "venue", divisions.deadline, "field"),
    more_filters=("session", "body", divisions.standing),
    form=(
        Group("Nội dung chất vấn", ("text", "field")),
        Group("Chất vấn ở đâu, khi nào", ("venue", "session", "meeting", "asked_on", "manner")),
        Group("Người chất vấn", ("asker", "group", "asked_by")),
        Group("Người bị chất vấn", ("body", "person", "post", "answer_manner")),
        Group(
            "Trả lời",
            ("answered_on", "answered_by", "answer_number", "answer", "satisfaction"),
            folded=True,
        ),
    ),
    check=check,
    check_cancel=check_cancel,
    propose=propose,
    workflow=QUESTION_WORKFLOW,
    tones=QUESTION_TONES,
    standing=standing,
    facts=facts,
    panels=panels,
    links=links,
    tasks=tasks,
    related=("asker", "group", "body", "field"),
    fetched=fetched,
    choices={"group": groups, "body": answering, "meeting": of_standing_committee},
    deeds=(
        Deed(
            name=ANSWER,
            label="Ghi trả lời",
            effect="Chất vấn được ghi là đã trả lời. Điều đã hứa thì giao thành việc phải theo dõi.",
            do=answer,
            offered=lambda question, today: question.status == QuestionStatus.PUT,
            fields=("answered_on", "answer_manner"),
            optional=("answered_by", "answer_number", "answer", "satisfaction"),
        ),
    ),
    sheet=Sheet(
        name="Chất vấn",
        columns=(
            "text",
            "field",
            "venue",
            "session",
            "meeting",
            "asked_on",
            "manner",
            "asker",
            "group",
            "asked_by",
            "body",
            "person",
            "post",
            "answer_manner",
            "answered_on",
            "answered_by",
            "answer_number",
            "answer",
            "satisfaction",
        ),
        key=("asked_on", "text"),
        example={
            "text": "Giải pháp bảo đảm nước sinh hoạt tập trung cho các thôn trong mùa khô",
            "field": "Nước sinh hoạt",
            "venue": "tại kỳ họp",
            "asked_on": "19/7/2023",
            "asked_by": "Đại biểu Trần Thị Mẫu",
            "body": "Ủy ban nhân dân",
            "answered_on": "19/7/2023",
        },
    ),
)


def check_co_asker(part: CoAsker, today: date) -> Iterable[RuleViolation | None]:
    yield rules.asked_once(part.question.asker_id == part.mandate_id)
    yield rules.asked_while_sitting(str(part.mandate), part.question.asked_on in part.mandate.span)


co_askers = Register(
    code="co_askers",
    model=CoAsker,
    path="cung-chat-van",
    prefix="CCV",
    title="Đại biểu cùng chất vấn",
    one="đại biểu cùng chất vấn",
    group="Giám sát",
    purpose="Những đại biểu cùng nêu một nội dung chất vấn.",
    part_of="question",
    columns=(Column("title", "đại biểu", phone="title"),),
    form=(Group("Đại biểu cùng chất vấn", ("question", "mandate")),),
    check=check_co_asker,
    within="pk",
    related=("mandate",),
)
