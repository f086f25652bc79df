"""Papers of a session."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.council_sessions import divisions, rules
from dienhong.council_sessions.due import law_now, paper_rule
from dienhong.council_sessions.models import Paper
from dienhong.council_sessions.queries import current_session, openings_of
from dienhong.council_sessions.register.naming import items_of, sessions_of
from dienhong.council_sessions.states import SessionStatus
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Column, Fact, Group, Link, Panel, Register, Sheet, Task
from dienhong.registers.models import RecordQuerySet
from dienhong.vietnamese.dates import format_date


def check(paper: Paper, today: date) -> Iterable[RuleViolation | None]:
    yield rules.not_in_the_future(paper.received_on, today, "received_on")
    yield rules.of_this_session(paper.session_id, paper.item.session_id if paper.item else None, "item")


def propose(council: Council, today: date) -> dict[str, Any]:
    session = current_session(council, today)
    return {"session": session} if session else {}


def standing(paper: Paper, today: date) -> tuple[str, str]:
    """In time, late by how many days, or still to come."""
    late = rules.days_late(paper.due_on, paper.received_on, today)
    if paper.received_on:
        return ("due_soon" if late else "done"), paper.status
    return ("overdue", f"{paper.status}, chậm {late} ngày") if late else ("draft", paper.status)


def facts(paper: Paper) -> Iterable[Fact]:
    if paper.due_set_on:
        yield Fact("Hạn gửi", format_date(paper.due_set_on), "Do Thường trực đặt.")
        return
    due = law_now().due(paper_rule(paper.normative), paper.session.opens_on, paper.council.level)
    if due:
        yield Fact("Hạn gửi", format_date(due.day), due.explanation)


def panels(paper: Paper, user: User) -> Iterable[Panel]:
    """Its versions with their files; who has opened them, for clerk and standing committee."""
    versions = paper.versions.select_related("file").order_by("-number")
    told = [
        Fact(
            f"Bản {version.number}",
            str(version.file or "không kèm tệp"),
            f"Nhận ngày {format_date(version.received_on)}. {version.note}".strip(),
            paper if version.file else None,
            f"ban/{version.number}/" if version.file else "",
        )
        for version in versions
    ]
    yield Panel("Các bản đã nhận", tuple(told), "Chưa có bản nào kèm tệp.")
    if access_of(user).may_act(paper.council, {Role.CLERK, Role.LEADER}):
        yield Panel("Ai đã mở", tuple(_opened(paper)), "Chưa ai mở tài liệu này.")


def _opened(paper: Paper) -> Iterable[Fact]:
    for opening in openings_of(paper):
        day = format_date(timezone.localdate(opening.first_opened_at))
        yield Fact(str(opening.user), f"bản {opening.version.number}, lần đầu ngày {day}")


def links(paper: Paper, user: User, today: date) -> Iterable[Link]:
    yield Link("Nhận bản mới" if paper.received_on else "Nhận tài liệu", "nhan-ban", style="primary")


def tasks(papers: RecordQuerySet, today: date) -> Iterable[Task]:
    """What has not come, by the day on which it is due."""
    missing = papers.filter(received_on=None, due_on__isnull=False).exclude(
        session__status=SessionStatus.CLOSED
    )
    for paper in missing.order_by("due_on", "pk")[:10]:
        yield Task(f"Nhận tài liệu: {paper.title}", paper.due_on, paper)


papers = Register(
    code="papers",
    model=Paper,
    path="tai-lieu-ky-hop",
    prefix="TL",
    title="Tài liệu",
    one="tài liệu",
    group="Kỳ họp",
    purpose="Mỗi tài liệu của kỳ họp: ai gửi, hạn nào, nhận khi nào, bản thứ mấy, ai đã mở.",
    columns=(
        Column("title", "tài liệu", phone="title"),
        Column("kind", "loại"),
        Column("submitter"),
        Column("due_on", "hạn", sortable=True),
        Column("received_on", "nhận", sortable=True),
        Column("status", "tình trạng", phone="meta"),
    ),
    filters=("kind", divisions.on_time, "submitter"),
    form=(
        Group("Tài liệu", ("session", "item", "kind", "title", "submitter", "normative")),
        Group("Thời hạn, ngày nhận", ("received_on", "due_set_on")),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=check,
    propose=propose,
    standing=standing,
    facts=facts,
    panels=panels,
    links=links,
    tasks=tasks,
    choices={"item": items_of, "session": sessions_of},
    related=("submitter",),
    sheet=Sheet(
        name="Tài liệu kỳ họp",
        columns=(
            *("session", "item", "kind", "title", "submitter", "normative"),
            *("due_set_on", "received_on", "note"),
        ),
        key=("session", "kind", "title"),
        example={
            "session": "Kỳ họp thứ 7 (thường lệ)",
            "kind": "tờ trình",
            "title": "Tờ trình về điều chỉnh kế hoạch đầu tư công",
            "submitter": "Ủy ban nhân dân",
            "received_on": "10/7/2023",
        },
    ),
    part_of="session",
    within="due_on",
)
