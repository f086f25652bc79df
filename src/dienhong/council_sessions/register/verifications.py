"""Verification by committees."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.council_sessions import divisions, rules
from dienhong.council_sessions.due import VERIFICATION, law_now
from dienhong.council_sessions.models import Verification
from dienhong.council_sessions.queries import current_session
from dienhong.council_sessions.register.naming import (
    committees_of,
    items_of,
    paper_fact,
    sessions_of,
    verification_papers,
)
from dienhong.council_sessions.states import SessionStatus
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Column, Fact, Group, Link, Panel, Register, Sheet, Task
from dienhong.registers.models import RecordQuerySet
from dienhong.vietnamese.dates import format_date


def check(verification: Verification, today: date) -> Iterable[RuleViolation | None]:
    item, paper = verification.item, verification.paper
    yield rules.of_this_session(verification.session_id, item.session_id if item else None, "item")
    yield rules.of_this_session(verification.session_id, paper.session_id if paper else None, "paper")
    yield rules.about_something(item is not None, verification.subject)
    yield rules.reported_in_full(verification.reported_on, verification.conclusion)
    yield rules.assigned_before_reported(verification.assigned_on, verification.reported_on)
    yield rules.not_in_the_future(verification.reported_on, today, "reported_on")


def propose(council: Council, today: date) -> dict[str, Any]:
    session = current_session(council, today)
    return {"session": session} if session else {}


def standing(verification: Verification, today: date) -> tuple[str, str]:
    """What the committee said, or how long it is overdue."""
    if verification.conclusion or verification.met_on:
        return ("done" if verification.conclusion else "neutral"), verification.status
    late = rules.days_late(verification.due_on, None, today)
    return ("overdue", f"{verification.status}, chậm {late} ngày") if late else ("draft", verification.status)


def facts(verification: Verification) -> Iterable[Fact]:
    due = law_now().due(VERIFICATION, verification.session.opens_on, verification.council.level)
    if due:
        yield Fact("Họp thẩm tra chậm nhất", format_date(due.day), due.explanation)


def panels(verification: Verification, user: User) -> Iterable[Panel]:
    """Who supports, and the report to be opened."""
    supports = verification.supports.select_related("committee").order_by("committee__sort_key", "pk")
    told = tuple(Fact("Ban phối hợp", str(support.committee)) for support in supports)
    yield Panel("Phối hợp thẩm tra", told, "Không có Ban phối hợp.")
    if verification.paper:
        yield Panel("Báo cáo thẩm tra", (paper_fact(verification.paper),))


def links(verification: Verification, user: User, today: date) -> Iterable[Link]:
    yield Link("Ban phối hợp", "phoi-hop")


def tasks(verifications: RecordQuerySet, today: date) -> Iterable[Task]:
    """What has not been verified, by the day on which it is due."""
    waiting = verifications.filter(reported_on=None, due_on__isnull=False)
    waiting = waiting.exclude(session__status=SessionStatus.CLOSED).select_related("item")
    for verification in waiting.order_by("due_on", "pk")[:10]:
        yield Task(f"Thẩm tra: {verification.title}", verification.due_on, verification)


verifications = Register(
    code="verifications",
    model=Verification,
    path="tham-tra",
    prefix="TTR",
    title="Thẩm tra",
    one="việc thẩm tra",
    group="Kỳ họp",
    purpose="Ban nào thẩm tra nội dung nào, họp khi nào, báo cáo số mấy, kết luận ra sao.",
    columns=(
        Column("title", "nội dung", phone="title"),
        Column("lead", "Ban chủ trì"),
        Column("due_on", "hạn họp", sortable=True),
        Column("met_on", "họp", sortable=True),
        Column("reported_on", "báo cáo", sortable=True),
        Column("status", "tình trạng", phone="meta"),
    ),
    filters=("lead", divisions.reported, "conclusion"),
    form=(
        Group("Phân công", ("session", "item", "subject", "lead", "assigned_on")),
        Group("Kết quả", ("met_on", "report_number", "reported_on", "conclusion", "paper")),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=check,
    propose=propose,
    standing=standing,
    facts=facts,
    panels=panels,
    links=links,
    tasks=tasks,
    choices={
        "item": items_of,
        "session": sessions_of,
        "lead": committees_of,
        "paper": verification_papers,
    },
    related=("lead", "item"),
    sheet=Sheet(
        name="Thẩm tra",
        columns=(
            *("session", "item", "subject", "lead", "assigned_on", "met_on"),
            *("report_number", "reported_on", "conclusion", "note"),
        ),
        key=("session", "item", "subject", "lead"),
        example={
            "session": "Kỳ họp thứ 7 (thường lệ)",
            "subject": "Dự thảo nghị quyết về kế hoạch đầu tư công",
            "lead": "Ban Kinh tế - Xã hội",
            "met_on": "5/7/2023",
            "report_number": "12/BC-HĐND",
            "reported_on": "7/7/2023",
            "conclusion": "nhất trí",
        },
    ),
    part_of="session",
    within="due_on",
)
