"""Discussion groups of conferences."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dienhong.kernel.errors import RuleViolation
from dienhong.meetings import rules
from dienhong.meetings.models import DiscussionGroup
from dienhong.registers.declaration import Column, Group, Register


def check(group: DiscussionGroup, today: date) -> Iterable[RuleViolation | None]:
    yield rules.counts_from_one(group.number, "number")


groups = Register(
    code="discussion_groups",
    model=DiscussionGroup,
    path="to-thao-luan",
    prefix="TTL",
    title="Tổ thảo luận",
    one="tổ thảo luận",
    group="Thường trực",
    purpose="Các tổ thảo luận của một hội nghị và chủ đề của từng tổ.",
    part_of="conference",
    columns=(
        Column("title", "tổ thảo luận", phone="title"),
        Column("chair", phone="meta"),
        Column("participants"),
        Column("speakers"),
    ),
    form=(
        Group("Tổ thảo luận", ("conference", "number", "theme", "chair")),
        Group("Diễn biến", ("participants", "speakers", "summary")),
    ),
    check=check,
    within="number",
)
