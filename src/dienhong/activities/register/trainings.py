"""The register of trainings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dienhong.activities import rules
from dienhong.activities.models import Training
from dienhong.kernel.errors import RuleViolation
from dienhong.registers.declaration import CalendarEntry, Column, Group, Register, Sheet, Task
from dienhong.registers.models import RecordQuerySet


def check(training: Training, today: date) -> Iterable[RuleViolation | None]:
    yield rules.counted_when_held(training.starts_on, training.participants, today)


def tasks(trainings: RecordQuerySet, today: date) -> Iterable[Task]:
    """What was held and whose participants nobody has counted."""
    for training in trainings.filter(starts_on__lt=today, participants=None).order_by("-starts_on")[:10]:
        yield Task(f"Ghi số lượt người dự: {training.title}", training.starts_on, training)


trainings = Register(
    code="trainings",
    model=Training,
    path="tap-huan",
    prefix="TH",
    title="Tập huấn",
    one="lớp tập huấn, hội nghị",
    group="Hoạt động khác",
    purpose="Lớp tập huấn, bồi dưỡng, hội nghị học tập của đại biểu: ai tổ chức, nội dung gì, bao nhiêu lượt người.",
    columns=(
        Column("title", phone="title"),
        Column("kind"),
        Column("organiser", phone="meta"),
        Column("starts_on", sortable=True, phone="meta"),
        Column("participants", sortable=True),
    ),
    filters=("kind", "for_level"),
    form=(
        Group("Lớp, hội nghị", ("kind", "title", "organiser", "for_level", "topics")),
        Group("Thời gian, địa điểm", ("starts_on", "ends_on", "place")),
        Group("Người dự", ("participants", "participants_approximate")),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=check,
    tasks=tasks,
    sheet=Sheet(
        name="Tập huấn",
        columns=(
            *("kind", "title", "organiser", "for_level", "starts_on", "ends_on", "place"),
            *("topics", "participants", "participants_approximate", "note"),
        ),
        key=("title", "starts_on"),
        example={
            "kind": "lớp tập huấn, bồi dưỡng",
            "title": "Bồi dưỡng kỹ năng giám sát cho đại biểu HĐND xã",
            "organiser": "Thường trực HĐND huyện",
            "for_level": "cấp xã",
            "starts_on": "14/9/2023",
            "ends_on": "15/9/2023",
            "participants": "190",
        },
    ),
    approximate={"participants": "participants_approximate"},
    calendar=CalendarEntry(starts="starts_on", ends="starts_on"),
)
