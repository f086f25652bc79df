"""Discussions, in plenary and in delegate groups."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dienhong.council_sessions import rules
from dienhong.council_sessions.models import CouncilSession, Discussion
from dienhong.council_sessions.queries import current_session
from dienhong.council_sessions.register.naming import groups_of, sessions_of
from dienhong.council_sessions.states import DiscussionKind
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Column, Group, Register, Sheet


def check(discussion: Discussion, today: date) -> Iterable[RuleViolation | None]:
    """Groups may meet before the session opens; the plenary is part of it."""
    session = discussion.session
    yield rules.not_in_the_future(discussion.held_on, today, "held_on")
    yield rules.group_is_named(discussion.kind, discussion.group is not None)
    if discussion.kind == DiscussionKind.PLENARY:
        yield rules.within_session(discussion.held_on, session.opens_on, session.closes_on)


def propose(council: Council, today: date) -> dict[str, Any]:
    session = current_session(council, today)
    return {"session": session, **propose_within(session, today)} if session else {}


def propose_within(session: CouncilSession, today: date) -> dict[str, Any]:
    """The day on which it opens: most sessions of a commune sit for one day."""
    return {"held_on": session.opens_on}


discussions = Register(
    code="discussions",
    model=Discussion,
    path="thao-luan",
    prefix="THL",
    title="Thảo luận",
    one="phiên thảo luận",
    group="Kỳ họp",
    purpose="Mỗi phiên thảo luận tại hội trường, tại Tổ: bao nhiêu đại biểu phát biểu, bao nhiêu lượt ý kiến.",
    columns=(
        Column("title", "thảo luận", phone="title"),
        Column("topic", "nội dung"),
        Column("speakers", "phát biểu", sortable=True),
        Column("opinions", "ý kiến", sortable=True),
    ),
    filters=("kind", "group"),
    form=(
        Group("Phiên thảo luận", ("session", "kind", "group", "held_on", "topic")),
        Group("Ý kiến", ("speakers", "opinions")),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=check,
    propose=propose,
    propose_within=propose_within,
    choices={"session": sessions_of, "group": groups_of},
    related=("group",),
    sheet=Sheet(
        name="Thảo luận tại kỳ họp",
        columns=("session", "kind", "group", "held_on", "topic", "speakers", "opinions", "note"),
        key=("session", "kind", "group", "held_on", "topic"),
        example={
            "session": "Kỳ họp thứ 7 (thường lệ)",
            "kind": "tại hội trường",
            "held_on": "18/7/2023",
            "speakers": "6",
            "opinions": "9",
        },
    ),
    part_of="session",
    within="held_on",
)
