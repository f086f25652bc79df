"""The calendar of reception."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.people.models import Position
from dienhong.people.models.positions import held
from dienhong.reception import deadlines, divisions, rules
from dienhong.reception.actions.days import call_off, mark_held, move_day
from dienhong.reception.checks import day_violations
from dienhong.reception.models import Reception, ReceptionDay
from dienhong.reception.states import DAY_TONES, DayState
from dienhong.registers.declaration import (
    CalendarEntry,
    Column,
    Deed,
    Fact,
    Group,
    Link,
    Panel,
    Register,
    Sheet,
)
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_count


def check_cancel(day: ReceptionDay) -> Iterable[RuleViolation | None]:
    yield rules.nobody_was_received(day.receptions.filter(cancelled_at=None).count())


def propose(council: Council, today: date) -> dict[str, Any]:
    """Where citizens were received the last time, and by whom."""
    last = ReceptionDay.objects.counted().filter(council=council).order_by("-held_on", "-pk").first()
    if last is None:
        return {}
    return {name: getattr(last, name) for name in ("place", "body", "receiver", "receiver_name")}


def positions(council: Council) -> Any:
    """Who may receive: the positions held today in the council's bodies."""
    return (
        Position.objects.counted()
        .filter(held(timezone.localdate()), council=council)
        .order_by("sort_key", "pk")
    )


def standing(day: ReceptionDay, today: date) -> tuple[str, str]:
    state = day.state_on(today)
    return DAY_TONES[state], str(state.label)


def panels(day: ReceptionDay, user: User) -> Iterable[Panel]:
    """Who was received, and the day that took its place."""
    seen = Reception.objects.readable_by(user).counted().filter(day=day).select_related("council")
    facts = tuple(Fact(r.code, r.title, f"{format_count(r.citizens)} công dân", r) for r in seen[:50])
    yield Panel("Lượt tiếp", facts, "Chưa ghi lượt tiếp nào.")
    if day.moved_to:
        yield Panel(
            "Ngày tiếp thay", (Fact(format_date(day.moved_to.held_on), day.moved_to.title, "", day.moved_to),)
        )


def links(day: ReceptionDay, user: User, today: date) -> Iterable[Link]:
    if day.held_on <= today and day.state_on(today) in {DayState.MISSED, DayState.HELD, DayState.PLANNED}:
        yield Link("Ghi lượt tiếp", "ghi-luot-tiep", style="primary")


def _open(day: ReceptionDay, today: date) -> bool:
    return day.state_on(today) in {DayState.PLANNED, DayState.MISSED}


days = Register(
    code="reception_days",
    model=ReceptionDay,
    path="lich-tiep-cong-dan",
    prefix="LTD",
    title="Lịch tiếp công dân",
    one="ngày tiếp công dân",
    group="Tiếp dân",
    purpose="Lịch tiếp công dân cả năm: ai tiếp, ở đâu, đã công bố chưa. Ngày đã qua mà chưa ghi gì hiện là bỏ trống.",
    columns=(
        Column("title", "buổi tiếp", phone="title"),
        Column("held_on", sortable=True, phone="meta"),
        Column("receiver_said", "người tiếp"),
        Column("place"),
        Column("published_on", "công bố"),
        Column("status", "tình trạng", phone="meta"),
    ),
    filters=(divisions.state, "body"),
    form=(
        Group("Buổi tiếp", ("held_on", "place", "body", "receiver", "receiver_name")),
        Group("Công bố", ("published_on",)),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=day_violations,
    check_cancel=check_cancel,
    propose=propose,
    choices={"receiver": positions},
    facts=deadlines.facts_of_day,
    tasks=deadlines.tasks_of_days,
    panels=panels,
    links=links,
    standing=standing,
    told=Group("Không tiếp theo lịch", ("moved_on", "not_held_reason")),
    pages=(Link("Lập lịch cả năm", "lap-lich"),),
    deeds=(
        Deed(
            name="da-tiep",
            label="Ghi nhận đã tiếp",
            effect="Buổi tiếp được tính là đã tiếp, kể cả khi không có công dân nào đến.",
            do=mark_held,
            offered=lambda day, today: day.held_on <= today and _open(day, today),
        ),
        Deed(
            name="khong-tiep",
            label="Ghi lý do không tiếp",
            effect="Buổi tiếp không được tính là đã tiếp; lý do hiện trong lịch.",
            do=call_off,
            offered=_open,
            needs_reason=True,
        ),
        Deed(
            name="chuyen-ngay",
            label="Chuyển sang ngày khác",
            effect="Một buổi tiếp mới được ghi vào lịch thay cho buổi này; cả hai đều còn trong lịch.",
            do=move_day,
            offered=_open,
            fields=("moved_on",),
            needs_reason=True,
        ),
    ),
    related=("receiver", "receiver__person"),
    fetched=lambda found: found.prefetch_related("receptions"),
    calendar=CalendarEntry(starts="held_on", ends="held_on"),
    sheet=Sheet(
        name="Lịch tiếp công dân",
        columns=(
            "held_on",
            "place",
            "body",
            "receiver_name",
            "published_on",
            "outcome",
            "not_held_reason",
            "note",
        ),
        key=("held_on", "body", "place"),
        example={
            "held_on": "15/5/2023",
            "place": "Trụ sở tiếp công dân huyện",
            "body": "Thường trực HĐND",
            "receiver_name": "Nguyễn Văn A, Phó Chủ tịch HĐND",
            "published_on": "03/01/2023",
            "outcome": "đã tiếp",
        },
    ),
)
