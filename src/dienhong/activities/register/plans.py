"""The register of the yearly work programme."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dienhong.activities import actions, rules
from dienhong.activities.divisions import outcome
from dienhong.activities.models import WorkPlanItem
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.registers.declaration import CalendarEntry, Column, Deed, Fact, Group, Register, Sheet, Task
from dienhong.registers.models import RecordQuerySet
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_count

SOON = 15


def check(item: WorkPlanItem, today: date) -> Iterable[RuleViolation | None]:
    yield rules.planned_in_its_year(item.year, item.planned_month, item.due_on)
    yield rules.in_the_past("Ngày thực hiện xong", "done_on", item.done_on, today)


def standing(item: WorkPlanItem, today: date) -> tuple[str, str]:
    """Done in time or late, not done, overdue or open: worked out from the days."""
    if item.done_on:
        late = (item.done_on - item.due_by).days
        return "done", f"xong, chậm {format_count(late)} ngày" if late > 0 else "xong, đúng hạn"
    if item.not_done_why:
        return "cancelled", "không thực hiện"
    late = (today - item.due_by).days
    if late > 0:
        return "overdue", f"Quá hạn {format_count(late)} ngày"
    return ("due_soon" if late >= -SOON else "draft"), "chưa thực hiện"


def facts(item: WorkPlanItem) -> Iterable[Fact]:
    how = (
        "Ngày nêu trong chương trình."
        if item.due_on
        else "Ngày cuối của tháng dự kiến, nếu không thì của năm."
    )
    yield Fact("Chậm nhất", format_date(item.due_by), how)


def tasks(items: RecordQuerySet, today: date) -> Iterable[Task]:
    """What the programme wants done and nobody has said to be."""
    for item in items.filter(done_on=None, not_done_why="", due_by__year=today.year).order_by("due_by")[:10]:
        yield Task(f"Chương trình công tác: {item.title}", item.due_by, item)


def propose(council: Council, today: date) -> dict[str, Any]:
    return {"year": today.year}


def _open(item: WorkPlanItem, today: date) -> bool:
    return item.done_on is None and not item.not_done_why


DEEDS = (
    Deed(
        name="xong",
        label="Ghi đã thực hiện",
        effect="Hệ thống tự tính đúng hạn hay chậm.",
        do=actions.finish,
        offered=_open,
        fields=("done_on",),
        optional=("result",),
    ),
    Deed(
        name="khong-thuc-hien",
        label="Không thực hiện",
        effect="Nhiệm vụ vẫn đứng trong chương trình, với lý do.",
        do=actions.give_up,
        offered=_open,
        needs_reason=True,
    ),
    Deed(
        name="mo-lai",
        label="Mở lại",
        effect="Nhiệm vụ lại là chưa thực hiện.",
        do=actions.take_up_again,
        offered=lambda item, today: not _open(item, today),
        needs_reason=True,
    ),
)

work_plan = Register(
    code="work_plan",
    model=WorkPlanItem,
    path="chuong-trinh-cong-tac",
    prefix="CC",
    title="Chương trình công tác",
    one="nhiệm vụ",
    group="Hoạt động khác",
    purpose="Chương trình công tác năm, từng nhiệm vụ một: ai làm, tháng nào, đã xong, chậm hay không thực hiện.",
    columns=(
        Column("title", "nhiệm vụ", phone="title"),
        Column("body", phone="meta"),
        Column("due_by", "thời hạn", sortable=True),
        Column("done_on", "xong ngày"),
        Column("status", "kết quả", phone="meta"),
    ),
    filters=(outcome, "year", "body"),
    form=(
        Group("Nhiệm vụ", ("year", "task", "body", "supporting")),
        Group("Thời hạn", ("planned_month", "due_on")),
    ),
    check=check,
    standing=standing,
    facts=facts,
    tasks=tasks,
    propose=propose,
    deeds=DEEDS,
    told=Group("Đến nay", ("done_on", "result", "not_done_why")),
    order="due_by",
    sheet=Sheet(
        name="Chương trình công tác",
        columns=(
            *("year", "task", "body", "supporting", "planned_month", "due_on"),
            *("done_on", "result", "not_done_why"),
        ),
        key=("year", "task"),
        example={
            "year": "2023",
            "task": "Tổ chức hội nghị giao ban với Thường trực HĐND các xã, thị trấn",
            "planned_month": "tháng 10",
            "done_on": "20/10/2023",
        },
    ),
    calendar=CalendarEntry(starts="due_on", ends="due_on"),
    related=("body",),
)
