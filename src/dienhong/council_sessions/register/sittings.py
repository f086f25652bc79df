"""The days on which a session sits, with their attendance."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.council_sessions import rules, sheets
from dienhong.council_sessions.attendance import delegates_on, states_of, summed, with_counts
from dienhong.council_sessions.models import CouncilSession, SittingDay
from dienhong.council_sessions.queries import current_session
from dienhong.council_sessions.register.naming import sessions_of
from dienhong.council_sessions.states import AttendanceState
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Column, Fact, Group, Link, Panel, Register, Sheet, Task
from dienhong.registers.models import RecordQuerySet
from dienhong.vietnamese.numerals import format_count


def check(sitting: SittingDay, today: date) -> Iterable[RuleViolation | None]:
    yield rules.within_session(sitting.held_on, sitting.session.opens_on, sitting.session.closes_on)
    yield rules.higher_delegates_counted(sitting.higher_count, sitting.higher_names)


def propose(council: Council, today: date) -> dict[str, Any]:
    session = current_session(council, today)
    return {"session": session, **propose_within(session, today)} if session else {}


def propose_within(session: CouncilSession, today: date) -> dict[str, Any]:
    """The day on which it opens: most sessions of a commune sit for one day."""
    return {"held_on": session.opens_on}


def panels(sitting: SittingDay, user: User) -> Iterable[Panel]:
    """The counts, then by name whoever was not there from beginning to end."""
    delegates, states = delegates_on(sitting.council, sitting.held_on), states_of(sitting)
    people = list(delegates.select_related("council"))
    summary = summed([delegate.pk for delegate in people], states)
    counts = [Fact("Tổng số đại biểu", format_count(summary.expected))]
    counts += [Fact(_capital(str(s.label)), format_count(summary.count(s))) for s in AttendanceState]
    yield Panel("Điểm danh", tuple(counts))
    notes = dict(sitting.attendances.values_list("mandate", "note"))
    apart = {AttendanceState.PRESENT.value, AttendanceState.UNKNOWN.value}
    told = tuple(
        Fact(
            delegate.full_name, str(AttendanceState(states[delegate.pk]).label), notes[delegate.pk], delegate
        )
        for delegate in people
        if states.get(delegate.pk, AttendanceState.UNKNOWN.value) not in apart
    )
    if told:
        yield Panel("Vắng mặt, đến muộn, về sớm", told)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def links(sitting: SittingDay, user: User, today: date) -> Iterable[Link]:
    if sitting.held_on <= today:
        yield Link("Điểm danh", "diem-danh", style="primary")


def tasks(sittings: RecordQuerySet, today: date) -> Iterable[Task]:
    """What was held and whose attendance nobody has taken."""
    for sitting in sittings.filter(held_on__lt=today, attendances=None).order_by("-held_on")[:10]:
        yield Task(f"Điểm danh: {sitting.title}", sitting.held_on, sitting)


sittings = Register(
    code="sittings",
    model=SittingDay,
    path="ngay-hop",
    prefix="NH",
    title="Ngày họp, điểm danh",
    one="ngày họp",
    group="Kỳ họp",
    purpose="Mỗi ngày họp một lần: bao nhiêu đại biểu, ai vắng, đại biểu HĐND cấp trên nào dự.",
    columns=(
        Column("title", "ngày họp", phone="title"),
        Column("turnout", "dự họp", phone="meta"),
        Column("excused_count", "vắng có phép", counts=True),
        Column("absent_count", "vắng không phép", counts=True),
        Column("unknown_count", "chưa rõ", counts=True),
        Column("higher_count", "đại biểu cấp trên"),
    ),
    form=(
        Group("Ngày họp", ("session", "held_on")),
        Group("Đại biểu HĐND cấp trên dự", ("higher_count", "higher_names")),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=check,
    propose=propose,
    propose_within=propose_within,
    panels=panels,
    links=links,
    tasks=tasks,
    choices={"session": sessions_of},
    fetched=with_counts,
    sheet=Sheet(
        name="Ngày họp, điểm danh",
        columns=("session", "held_on", "higher_count", "higher_names", "note"),
        key=("session", "held_on"),
        example={
            "session": "Kỳ họp thứ 7 (thường lệ)",
            "held_on": "18/7/2023",
            "others_present": "x",
            "excused": "Đại biểu mẫu 05",
            "higher_count": "2",
        },
        extras=sheets.ATTENDANCE,
        tell=sheets.tell_attendance,
        carry_out=sheets.carry_out_attendance,
    ),
    part_of="session",
    within="held_on",
)
