"""The list of undertakings, as the engines serve it; they are made by actions and have a page of their own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dienhong.followup.models import Undertaking
from dienhong.followup.standing import beside_line, dueness, lateness, openness, origin_kind, shown, standing
from dienhong.followup.states import TONES, WITH_AGENCY, WITH_COUNCIL
from dienhong.registers.declaration import CalendarEntry, Column, Group, Register, Task
from dienhong.registers.models import RecordQuerySet


def tasks(undertakings: RecordQuerySet, today: date) -> Iterable[Task]:
    """For the desk: what a body owes, and what it has answered and the council has not assessed."""
    for undertaking in (
        undertakings.filter(status__in=WITH_AGENCY).select_related("lead").order_by("due_on")[:20]
    ):
        yield Task(f"{undertaking.lead}: {undertaking.title}", undertaking.due_on, undertaking)
    for undertaking in (
        undertakings.filter(status__in=WITH_COUNCIL).select_related("lead").order_by("due_on")[:20]
    ):
        yield Task(
            f"Xem xét trả lời của {undertaking.lead}: {undertaking.title}", undertaking.due_on, undertaking
        )


register = Register(
    code="undertakings",
    model=Undertaking,
    path="viec-theo-doi",
    prefix="VT",
    title="Việc phải theo dõi",
    one="việc phải theo dõi",
    group="Theo dõi",
    purpose="Mọi việc đã được kiến nghị, hứa hoặc kết luận: ai làm, hạn nào, đến đâu. Sinh ra khi chuyển kiến nghị.",
    columns=(
        Column("title", "việc", phone="title"),
        Column("lead", phone="meta"),
        Column("origin"),
        Column("assigned_on", sortable=True),
        Column("due_on", sortable=True),
        Column("status", phone="meta"),
    ),
    filters=(standing, openness, origin_kind, "lead", "field"),
    more_filters=(lateness, dueness),
    form=(
        Group("Việc phải làm", ("text", "field", "origin", "assigned_on")),
        Group("Thời hạn", ("due_on", "due_basis", "due_explanation")),
    ),
    tasks=tasks,
    standing=shown,
    tones=TONES,
    calendar=CalendarEntry(starts="due_on", ends="due_on"),
    related=("lead", "origin", "field"),
    by_hand=False,
    beside=beside_line,
)
