"""Matters of hearings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dienhong.kernel.errors import RuleViolation
from dienhong.questioning import divisions, rules
from dienhong.questioning.models import HearingMatter
from dienhong.questioning.register.bodies import ANSWERING, NOT_ANSWERING, answering
from dienhong.registers.declaration import Column, Group, Register, Sheet


def check(matter: HearingMatter, today: date) -> Iterable[RuleViolation | None]:
    yield rules.body_of_kind(matter.body.kind, ANSWERING, NOT_ANSWERING)


matters = Register(
    code="hearing_matters",
    model=HearingMatter,
    path="noi-dung-giai-trinh",
    prefix="NGT",
    title="Nội dung giải trình",
    one="nội dung giải trình",
    group="Giám sát",
    purpose="Từng nội dung được yêu cầu giải trình tại một phiên: cơ quan nào, ai giải trình.",
    part_of="hearing",
    columns=(
        Column("title", "nội dung", phone="title"),
        Column("body", phone="meta"),
        Column("explained_by"),
        Column("field", phone="meta"),
    ),
    filters=("field", "body", divisions.explained),
    form=(
        Group("Nội dung giải trình", ("hearing", "text", "field")),
        Group("Cơ quan, người giải trình", ("body", "other_bodies", "explained_by")),
        Group("Đã giải trình", ("explanation",), folded=True),
    ),
    check=check,
    within="pk",
    related=("body", "field"),
    choices={"body": answering},
    sheet=Sheet(
        name="Nội dung giải trình",
        columns=("hearing", "text", "field", "body", "other_bodies", "explained_by", "explanation"),
        key=("hearing", "text"),
        example={
            "hearing": "Phiên giải trình lần thứ 2, nhiệm kỳ 2021-2026",
            "text": "Việc chuyển nguồn ngân sách huyện năm 2021, 2022",
            "field": "Ngân sách - đầu tư công",
            "body": "Ủy ban nhân dân",
        },
    ),
)
