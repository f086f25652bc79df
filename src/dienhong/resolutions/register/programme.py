"""The yearly programme of resolutions, against what was passed."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Column, Group, Register, Sheet, Task
from dienhong.registers.models import RecordQuerySet
from dienhong.resolutions import divisions, rules
from dienhong.resolutions.models import PlannedResolution
from dienhong.resolutions.states import ADOPTED, ProgrammeEntry
from dienhong.vietnamese.dates import format_date


def check(planned: PlannedResolution, today: date) -> Iterable[RuleViolation | None]:
    yield rules.added_says_why(planned.entry == ProgrammeEntry.ADDED, planned.reason)
    yield rules.postponed_says_why(planned.postponed_to, planned.reason)


def propose(council: Council, today: date) -> dict[str, Any]:
    return {"planned_for": date(today.year, 12, 31)}


def standing(planned: PlannedResolution, today: date) -> tuple[str, str]:
    """Passed, on the way, postponed or not begun; past its day it is late."""
    if planned.resolution and planned.resolution.status in ADOPTED:
        return "done", divisions.PROGRAMME["passed"]
    if planned.due_on < today:
        return "overdue", f"quá thời gian dự kiến {format_date(planned.due_on)}"
    if planned.resolution:
        return "neutral", divisions.PROGRAMME["under_way"]
    return "draft", divisions.PROGRAMME["postponed" if planned.postponed_to else "not_begun"]


def tasks(entries: RecordQuerySet, today: date) -> Iterable[Task]:
    """What the programme asks for and nobody has begun, by the day on which it is due."""
    waiting = entries.filter(resolution=None, counts_on__year=today.year).order_by("planned_for")
    for planned in waiting[:10]:
        yield Task(f"Chuẩn bị nghị quyết: {planned.title}", planned.due_on, planned)


programme = Register(
    code="resolution_programme",
    model=PlannedResolution,
    path="chuong-trinh-nghi-quyet",
    prefix="CTNQ",
    title="Chương trình nghị quyết",
    one="mục chương trình",
    group="Kỳ họp",
    purpose="Nghị quyết dự kiến trong năm: theo chương trình hay bổ sung, trình khi nào, đã thông qua hay lùi lại.",
    columns=(
        Column("title", "nghị quyết", phone="title"),
        Column("proposer"),
        Column("entry"),
        Column("planned_for", sortable=True),
        Column("postponed_to"),
        Column("status", "kết quả", phone="meta"),
    ),
    filters=("entry", divisions.programme, "proposer"),
    form=(
        Group("Nghị quyết dự kiến", ("title", "proposer", "entry", "planned_for")),
        Group("Kết quả", ("resolution", "postponed_to", "reason")),
    ),
    check=check,
    propose=propose,
    standing=standing,
    tasks=tasks,
    order="planned_for",
    related=("proposer", "resolution"),
    sheet=Sheet(
        name="Chương trình nghị quyết",
        columns=("title", "entry", "planned_for", "proposer", "postponed_to", "reason"),
        key=("title", "planned_for"),
        example={
            "title": "Nghị quyết về kế hoạch đầu tư công năm 2024",
            "entry": "theo chương trình",
            "planned_for": "31/12/2023",
        },
    ),
)
