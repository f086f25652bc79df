"""The register of positions in the bodies of a council, its office and the executive."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dienhong.kernel.errors import RuleViolation
from dienhong.people import actions, rules
from dienhong.people.models import Position
from dienhong.people.models.positions import held
from dienhong.people.queries import others_in_role, seats_of
from dienhong.registers.declaration import Column, Deed, Group, Register, Sheet


def check(position: Position, today: date) -> Iterable[RuleViolation | None]:
    others = others_in_role(position)
    same_person = [
        other.span for other in others if position.person_id and other.person_id == position.person_id
    ]
    yield rules.role_of_that_body(position.role, position.organisation.kind)
    yield rules.within_body(position.span, position.organisation)
    yield rules.not_in_the_future(position.to_on, today)
    yield rules.not_twice(position.span, same_person)
    if not same_person:
        yield rules.one_at_a_time(position.role, position.span, [(o.holder, o.span) for o in others])
    if position.is_in_own_body:
        yield rules.a_delegate(position.span, seats_of(position.person_id))


DEEDS = (
    Deed(
        name="thoi-giu",
        label="Ghi thôi giữ chức vụ",
        effect="Trang Hội đồng của những ngày trước đó vẫn nêu người này.",
        do=actions.end_position,
        offered=lambda position, today: position.to_on is None,
        fields=("to_on",),
        optional=("ended_at",),
    ),
    Deed(
        name="bo-ghi-nhan-thoi",
        label="Bỏ ghi nhận đã thôi",
        effect="Người này lại giữ chức vụ.",
        do=actions.resume_position,
        offered=lambda position, today: position.to_on is not None,
        needs_reason=True,
    ),
)

positions = Register(
    code="positions",
    model=Position,
    path="chuc-vu",
    prefix="CV",
    title="Chức vụ",
    one="chức vụ",
    group="Tổ chức",
    purpose="Ghi ai giữ chức vụ gì, từ ngày nào, trong Thường trực, các Ban, các Tổ đại biểu, Văn phòng, UBND.",
    columns=(
        Column("holder", "họ và tên", phone="title", sortable=True, sorted_by="sort_key"),
        Column("role", phone="meta"),
        Column("organisation", phone="meta"),
        Column("full_time", "chuyên trách"),
        Column("from_on", sortable=True),
        Column("to_on"),
    ),
    filters=("organisation", "role", "full_time"),
    form=(
        Group("Chức vụ", ("organisation", "role")),
        Group("Người giữ chức vụ", ("person", "full_name", "full_time")),
        Group("Thời gian", ("from_on", "decided_at")),
    ),
    check=check,
    in_line=True,
    valid_on=held,
    shows_all=True,
    deeds=DEEDS,
    told=Group("Thôi giữ chức vụ", ("to_on", "ended_at")),
    order="sort_key",
    related=("person", "organisation"),
    sheet=Sheet(
        name="Chức vụ",
        columns=(
            "organisation",
            "role",
            "person",
            "full_name",
            "full_time",
            "from_on",
            "to_on",
            "decided_at",
        ),
        key=("organisation", "role", "person", "full_name", "from_on"),
        example={
            "organisation": "Ban Pháp chế",
            "role": "Trưởng ban",
            "full_time": "có",
            "from_on": "30/6/2021",
        },
    ),
)
