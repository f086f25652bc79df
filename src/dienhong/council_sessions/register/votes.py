"""Votes of a session."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q

from dienhong.accounts.models import User
from dienhong.council_sessions import divisions, rules, sheets
from dienhong.council_sessions.actions.votes import reopen_vote
from dienhong.council_sessions.models import CouncilSession, Vote
from dienhong.council_sessions.models.votes import BALLOTS, COUNTS
from dienhong.council_sessions.queries import current_session
from dienhong.council_sessions.register.naming import items_of, sessions_of
from dienhong.council_sessions.states import Choice, VoteMethod, VoteStatus
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.people.models import Mandate
from dienhong.registers.declaration import Column, Deed, Fact, Group, Link, Panel, Register, Sheet, Task
from dienhong.registers.models import RecordQuerySet
from dienhong.vietnamese.numerals import format_count

FROZEN = ("session", "item", "subject", "decision", "method", "held_on")
"""What a result rests on."""


def check(vote: Vote, today: date) -> Iterable[RuleViolation | None]:
    session = vote.session
    yield rules.of_this_session(vote.session_id, vote.item.session_id if vote.item else None, "item")
    yield rules.about_something(vote.item is not None, vote.subject)
    yield rules.within_session(vote.held_on, session.opens_on, session.closes_on)
    yield rules.not_in_the_future(vote.held_on, today, "held_on")
    if before := Vote.objects.filter(pk=vote.pk).first():
        changed = any(getattr(before, name) != getattr(vote, name) for name in FROZEN)
        yield rules.closed_stays(not before.is_open, not vote.is_open, changed)


def propose(council: Council, today: date) -> dict[str, Any]:
    session = current_session(council, today)
    return {"session": session, **propose_within(session, today)} if session else {}


def propose_within(session: CouncilSession, today: date) -> dict[str, Any]:
    """The day on which it opens: most sessions of a commune sit for one day."""
    return {"held_on": session.opens_on}


def standing(vote: Vote, today: date) -> tuple[str, str]:
    if vote.is_open:
        return "draft", str(VoteStatus.OPEN.label)
    return ("done" if vote.passed else "overdue"), vote.result


def panels(vote: Vote, user: User) -> Iterable[Panel]:
    """The result and how it follows; the count; in a vote by name, whoever did not vote in favour."""
    if vote.is_open:
        yield Panel("Kết quả", (), "Chưa ghi kết quả.")
        return
    yield Panel("Kết quả", (Fact("Kết quả", vote.result, vote.explanation), *_counted(vote)))
    if vote.method == VoteMethod.BY_NAME:
        others = vote.ballots.exclude(choice=Choice.IN_FAVOUR).select_related("mandate__council")
        told = tuple(
            Fact(ballot.mandate.full_name, str(Choice(ballot.choice).label), record=ballot.mandate)
            for ballot in others.order_by("choice", "mandate__sort_key", "pk")
        )
        yield Panel("Ý kiến khác", told, "Mọi đại biểu có mặt đều tán thành.")


def _counted(vote: Vote) -> Iterable[Fact]:
    ballots = BALLOTS if vote.method == VoteMethod.SECRET else ()
    for name in ("entitled", "present", *ballots, *COUNTS):
        count = getattr(vote, name)
        words = str(vote._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
        yield Fact(words[:1].upper() + words[1:], "" if count is None else format_count(count))


def links(vote: Vote, user: User, today: date) -> Iterable[Link]:
    if vote.is_open:
        yield Link("Ghi kết quả", "ket-qua", style="primary")


def tasks(votes: RecordQuerySet, today: date) -> Iterable[Task]:
    """What was voted on and has no result."""
    for vote in votes.filter(status=VoteStatus.OPEN).select_related("item").order_by("held_on")[:10]:
        yield Task(f"Ghi kết quả biểu quyết: {vote.title}", vote.held_on, vote)


votes = Register(
    code="votes",
    model=Vote,
    path="bieu-quyet",
    prefix="BQ",
    title="Biểu quyết",
    one="lần biểu quyết",
    group="Kỳ họp",
    purpose="Mỗi lần biểu quyết: về việc gì, hình thức nào; kết quả do hệ thống tính trên tổng số đại biểu.",
    columns=(
        Column("title", "nội dung", phone="title"),
        Column("decision", "loại quyết định"),
        Column("method", "hình thức"),
        Column("held_on", "ngày", sortable=True, phone="meta"),
        Column("status", "kết quả", phone="meta"),
    ),
    filters=("decision", "method", divisions.result),
    form=(
        Group("Biểu quyết", ("session", "item", "subject", "decision", "method", "held_on")),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=check,
    propose=propose,
    propose_within=propose_within,
    standing=standing,
    panels=panels,
    links=links,
    tasks=tasks,
    deeds=(
        Deed(
            name="mo-lai",
            label="Mở lại để sửa kết quả",
            effect="Kết quả đã ghi bị bỏ; số liệu kiểm được giữ lại để sửa rồi tính lại.",
            do=reopen_vote,
            offered=lambda vote, today: not vote.is_open,
            needs_reason=True,
        ),
    ),
    choices={"session": sessions_of, "item": items_of},
    related=("item",),
    sheet=Sheet(
        name="Biểu quyết",
        columns=("session", "item", "subject", "decision", "method", "held_on", "note"),
        key=("session", "item", "subject", "held_on"),
        example={
            "session": "Kỳ họp thứ 7 (thường lệ)",
            "subject": "Thông qua chương trình kỳ họp",
            "decision": "chương trình, thủ tục của kỳ họp",
            "method": "giơ tay",
            "held_on": "18/7/2023",
            "present": "24",
            "in_favour": "23",
            "against": "0",
            "abstained": "1",
        },
        without=Q(method=VoteMethod.BY_NAME),
        extras=sheets.COUNT,
        tell=sheets.tell_count,
        carry_out=sheets.carry_out_count,
        after=(Mandate,),
    ),
    part_of="session",
    within="held_on",
)
