"""The delegation and its working sessions, which stand on the page of their oversight."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dienhong.kernel.errors import RuleViolation
from dienhong.oversight import rules
from dienhong.oversight.models import OversightMember, WorkingSession
from dienhong.oversight.register.bodies import delegates
from dienhong.registers.declaration import CalendarEntry, Column, Group, Register, Sheet


def check(session: WorkingSession, today: date) -> Iterable[RuleViolation | None]:
    yield rules.within(session.held_on, session.oversight.starts_on, session.oversight.ends_on)


members = Register(
    code="oversight_members",
    model=OversightMember,
    path="thanh-vien-doan-giam-sat",
    prefix="TG",
    title="Đoàn giám sát",
    one="thành viên Đoàn",
    group="Giám sát",
    purpose="Ai ở trong Đoàn giám sát, với vai trò gì.",
    columns=(
        Column("holder", "họ và tên", phone="title"),
        Column("role", phone="meta"),
        Column("office", phone="meta"),
    ),
    form=(Group("Thành viên", ("oversight", "role", "mandate", "full_name", "office")),),
    choices={"mandate": delegates},
    related=("mandate",),
    part_of="oversight",
    within="pk",
)

working_sessions = Register(
    code="oversight_sessions",
    model=WorkingSession,
    path="buoi-lam-viec-giam-sat",
    prefix="LV",
    title="Buổi làm việc",
    one="buổi làm việc",
    group="Giám sát",
    purpose="Đoàn giám sát làm việc với đơn vị nào, ngày nào, ở đâu.",
    columns=(
        Column("unit", phone="title"),
        Column("held_on", phone="meta"),
        Column("place", phone="meta"),
        Column("note"),
    ),
    form=(Group("Buổi làm việc", ("oversight", "held_on", "unit", "place", "note")),),
    check=check,
    calendar=CalendarEntry(starts="held_on", ends="held_on"),
    sheet=Sheet(
        name="Buổi làm việc giám sát",
        columns=("oversight", "held_on", "unit", "place", "note"),
        key=("oversight", "held_on", "unit"),
        example={
            "oversight": "Giám sát chương trình nông thôn mới",
            "held_on": "16/5/2023",
            "unit": "UBND xã",
            "place": "Hội trường UBND xã",
        },
    ),
    part_of="oversight",
    within="held_on",
)
