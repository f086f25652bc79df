"""What councils below propose at a conference, each with what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone

from dienhong.kernel.errors import RuleViolation
from dienhong.meetings import rules
from dienhong.meetings.models import Proposal
from dienhong.meetings.queries import councils_below
from dienhong.meetings.states import Reply
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Column, Group, Register, Sheet, Task
from dienhong.registers.models import RecordQuerySet


def check(proposal: Proposal, today: date) -> Iterable[RuleViolation | None]:
    yield rules.somebody_proposes(proposal.raised_by is not None, proposal.raised_by_other)
    yield from rules.answer_is_whole(
        proposal.reply, proposal.answer, proposal.answered_on, proposal.passed_to
    )
    yield rules.not_before(proposal.answered_on, proposal.conference.held_on, "answered_on")


def below(council: Council) -> Any:
    return councils_below(council, timezone.localdate())


def tasks(proposals: RecordQuerySet, today: date) -> Iterable[Task]:
    """What nobody has answered since the conference."""
    waiting = proposals.filter(reply=Reply.PENDING, counts_on__lt=today)
    for proposal in waiting.order_by("counts_on", "pk")[:10]:
        yield Task(f"Trả lời đề xuất: {proposal.title}", proposal.counts_on, proposal)


proposals = Register(
    code="proposals",
    model=Proposal,
    path="de-xuat",
    prefix="DX",
    title="Đề xuất, kiến nghị tại hội nghị",
    one="đề xuất",
    group="Thường trực",
    purpose="Từng đề xuất của Thường trực HĐND cấp dưới tại hội nghị giao ban, và được trả lời thế nào.",
    part_of="conference",
    columns=(
        Column("title", "nội dung", phone="title"),
        Column("proposer", "nơi đề xuất", phone="meta"),
        Column("reply", phone="meta"),
        Column("passed_to"),
    ),
    filters=("reply", "raised_by"),
    form=(
        Group("Đề xuất", ("conference", "text", "raised_by", "raised_by_other", "field")),
        Group("Trả lời", ("reply", "answer", "answered_on", "passed_to")),
    ),
    check=check,
    tasks=tasks,
    within="pk",
    related=("raised_by",),
    choices={"raised_by": below},
    sheet=Sheet(
        name="Đề xuất tại hội nghị",
        columns=(
            *("conference", "text", "raised_by", "raised_by_other", "field"),
            *("reply", "answer", "answered_on", "passed_to"),
        ),
        key=("conference", "text", "raised_by", "raised_by_other"),
        example={
            "conference": "Hội nghị giao ban quý II",
            "text": "Bố trí kinh phí tập huấn cho đại biểu HĐND xã",
            "raised_by": "HĐND xã",
            "field": "Lĩnh vực khác",
            "reply": "đã trả lời",
            "answer": "Sẽ đưa vào dự toán năm 2024",
            "answered_on": "30/6/2023",
        },
    ),
)
