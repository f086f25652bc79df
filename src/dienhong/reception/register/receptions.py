"""Who was received."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.reception import divisions
from dienhong.reception.checks import reception_violations
from dienhong.reception.models import Letter, Reception, ReceptionDay
from dienhong.registers.declaration import Column, Fact, Group, Link, Panel, Register, Sheet


def propose(council: Council, today: date) -> dict[str, Any]:
    """Today, on the day of the calendar where there is one."""
    day = ReceptionDay.objects.counted().filter(council=council, held_on=today).first()
    return {"received_on": today, "day": day}


def days_of(council: Council) -> Any:
    """The days of the calendar on which somebody may have come, the latest first."""
    standing = ReceptionDay.objects.counted().filter(council=council, outcome__in=["", "held"])
    return standing.order_by("-held_on", "pk")


def panels(reception: Reception, user: User) -> Iterable[Panel]:
    """The letters that were handed over; denunciations are never linked with who brought them."""
    seen = Letter.objects.readable_by(user).counted().filter(reception=reception).select_related("council")
    yield Panel(
        "Đơn nhận tại buổi tiếp",
        tuple(Fact(letter.code, letter.title, str(letter.get_status_display()), letter) for letter in seen),
        "Chưa ghi đơn nào.",
    )


def links(reception: Reception, user: User, today: date) -> Iterable[Link]:
    yield Link("Ghi đơn nhận được", "ghi-don")


receptions = Register(
    code="receptions",
    model=Reception,
    path="luot-tiep",
    prefix="TCD",
    title="Lượt tiếp",
    one="lượt tiếp",
    group="Tiếp dân",
    purpose="Ai đã được tiếp, trình bày việc gì, xử lý ra sao: theo lịch hoặc đột xuất.",
    columns=(
        Column("title", "nội dung", phone="title"),
        Column("received_on", sortable=True, phone="meta"),
        Column("citizens", "công dân", sortable=True, phone="meta"),
        Column("citizen", "người được tiếp"),
        Column("field"),
        Column("handling"),
    ),
    filters=("handling", "field", divisions.crowd),
    form=(
        Group("Buổi tiếp", ("day", "received_on")),
        Group("Công dân", ("citizens", "citizen", "address")),
        Group("Sự việc", ("matter", "field", "place")),
        Group("Xử lý", ("handling", "result")),
    ),
    check=reception_violations,
    propose=propose,
    choices={"day": days_of},
    panels=panels,
    links=links,
    related=("field", "day"),
    sheet=Sheet(
        name="Lượt tiếp công dân",
        columns=(
            "received_on",
            "citizens",
            "citizen",
            "address",
            "matter",
            "field",
            "place",
            "handling",
            "result",
        ),
        key=("received_on", "matter"),
        example={
            "received_on": "15/5/2023",
            "citizens": "1",
            "citizen": "Nguyễn Văn A",
            "matter": "Đề nghị cấp giấy chứng nhận quyền sử dụng đất",
            "field": "Đất đai",
            "handling": "giải thích, hướng dẫn tại chỗ",
        },
    ),
)
