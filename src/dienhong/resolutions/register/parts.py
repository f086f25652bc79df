"""What belongs to one resolution: how it was prepared, what it does to earlier ones, the targets that it sets."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Column, Group, Register, Sheet
from dienhong.resolutions import divisions, rules
from dienhong.resolutions.models import ResolutionPreparation, ResolutionRelation, ResolutionTarget


def check_preparation(step: ResolutionPreparation, today: date) -> Iterable[RuleViolation | None]:
    yield rules.in_the_past(step.held_on, today, "held_on")


preparations = Register(
    code="resolution_preparations",
    model=ResolutionPreparation,
    path="chuan-bi-nghi-quyet",
    prefix="CB",
    title="Chuẩn bị",
    one="việc chuẩn bị",
    group="Kỳ họp",
    purpose="Lấy ý kiến, cho ý kiến về chính sách, thẩm định, thẩm tra của từng nghị quyết.",
    columns=(
        Column("title", "việc", phone="title"),
        Column("body"),
        Column("held_on", sortable=True, phone="meta"),
        Column("document"),
    ),
    filters=("kind",),
    form=(
        Group("Việc chuẩn bị", ("resolution", "kind", "body", "held_on")),
        Group("Kết quả", ("document", "summary")),
    ),
    check=check_preparation,
    order="held_on",
    part_of="resolution",
    related=("resolution",),
)


def check_relation(relation: ResolutionRelation, today: date) -> Iterable[RuleViolation | None]:
    earlier, later = relation.earlier, relation.resolution
    yield rules.one_earlier(earlier is not None, relation.outside)
    yield rules.relation_goes_back(
        later.passed_on,
        earlier.passed_on if earlier else None,
        earlier is not None and earlier.pk == later.pk,
    )


relations = Register(
    code="resolution_relations",
    model=ResolutionRelation,
    path="quan-he-nghi-quyet",
    prefix="QH",
    title="Sửa đổi, thay thế nghị quyết trước",
    one="quan hệ",
    group="Kỳ họp",
    purpose="Nghị quyết nào sửa đổi, thay thế, bãi bỏ nghị quyết nào.",
    columns=(Column("title", "quan hệ", phone="title"), Column("clauses")),
    filters=("kind",),
    form=(Group("Quan hệ", ("resolution", "kind", "earlier", "outside", "clauses")),),
    check=check_relation,
    part_of="resolution",
    related=("resolution", "earlier"),
)


def check_target(target: ResolutionTarget, today: date) -> Iterable[RuleViolation | None]:
    yield rules.reading_has_its_day(target.actual, target.reported_on)
    yield rules.in_the_past(target.reported_on, today, "reported_on")


def propose_target(council: Council, today: date) -> dict[str, Any]:
    return {"year": today.year}


def attained(target: ResolutionTarget, today: date) -> tuple[str, str]:
    """Whether it is met, worked out from the last value."""
    return {None: ("draft", "chưa có số liệu"), True: ("done", "đạt"), False: ("due_soon", "chưa đạt")}[
        target.is_met
    ]


targets = Register(
    code="resolution_targets",
    model=ResolutionTarget,
    path="chi-tieu-nghi-quyet",
    prefix="CT",
    title="Chỉ tiêu",
    one="chỉ tiêu",
    group="Kỳ họp",
    purpose="Chỉ tiêu do nghị quyết đặt ra và kết quả thực hiện.",
    columns=(
        Column("name", phone="title"),
        Column("year", "năm"),
        Column("unit", "đơn vị"),
        Column("target", "mức đề ra"),
        Column("actual", "kết quả"),
        Column("reported_on", "số liệu đến"),
        Column("status", "mức đạt", phone="meta"),
    ),
    filters=(divisions.attainment,),
    form=(
        Group("Chỉ tiêu", ("resolution", "name", "unit", "year", "direction", "target")),
        Group("Kết quả thực hiện", ("actual", "reported_on", "note")),
    ),
    check=check_target,
    propose=propose_target,
    standing=attained,
    part_of="resolution",
    related=("resolution",),
    sheet=Sheet(
        name="Chỉ tiêu nghị quyết",
        columns=(
            "resolution",
            "name",
            "unit",
            "year",
            "direction",
            "target",
            "actual",
            "reported_on",
            "note",
        ),
        key=("resolution", "name", "year"),
        example={
            "resolution": "12",
            "name": "Thu ngân sách nhà nước trên địa bàn",
            "unit": "tỷ đồng",
            "year": "2023",
            "direction": "từ mức này trở lên",
            "target": "68,5",
            "actual": "71,2",
            "reported_on": "31/12/2023",
        },
    ),
)
