"""Rounds of voter meetings."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.registers.declaration import (
    CalendarEntry,
    Column,
    Fact,
    Group,
    Link,
    Panel,
    Register,
    Sheet,
    each,
)
from dienhong.vietnamese.numerals import format_count
from dienhong.voters import rules
from dienhong.voters.models import VoterMeeting, VoterRound
from dienhong.voters.sheets import TOGETHER, hold, tell_rounds
from dienhong.voters.states import RoundKind


def check(round_: VoterRound, today: date) -> Iterable[RuleViolation | None]:
    session = round_.session
    yield rules.session_or_theme(round_.kind, session is not None, round_.theme)
    yield rules.on_its_side_of_the_session(
        round_.kind,
        round_.starts_on,
        round_.ends_on,
        session.opens_on if session else None,
        session.closes_on if session else None,
    )


def propose(council: Council, today: date) -> dict[str, Any]:
    return {"kind": RoundKind.BEFORE_SESSION}


def panels(round_: VoterRound, user: User) -> Iterable[Panel]:
    """Who holds it together, and its points as far as the reader sees them."""
    names = [s.council.name for s in round_.shares.filter(ended_at=None).select_related("council")]
    if names:
        yield Panel("Hội đồng cùng tổ chức", tuple(Fact(name, "cùng tổ chức") for name in names))
    seen = VoterMeeting.objects.visible_to(user).counted().filter(round=round_)
    points = seen.select_related("council").order_by("held_on", "pk")
    facts = tuple(Fact(m.council.short_name, m.title, attendance(m), m) for m in points[:50])
    yield Panel(f"Điểm tiếp xúc ({format_count(points.count())})", facts, "Chưa ghi điểm tiếp xúc nào.")


def attendance(meeting: VoterMeeting) -> str:
    """ "khoảng 150 cử tri, 12 ý kiến"."""
    about = "khoảng " if meeting.attendees_approximate else ""
    came = "" if meeting.attendees is None else f"{about}{format_count(meeting.attendees)} cử tri"
    said = "" if meeting.opinions is None else f"{format_count(meeting.opinions)} ý kiến"
    return ", ".join(filter(None, (came, said)))


def links(round_: VoterRound, user: User, today: date) -> Iterable[Link]:
    yield Link("Hội đồng cùng tổ chức", "cung-to-chuc")


rounds = Register(
    code="voter_rounds",
    model=VoterRound,
    path="dot-tiep-xuc",
    prefix="DT",
    title="Đợt tiếp xúc cử tri",
    one="đợt tiếp xúc",
    group="Cử tri",
    purpose="Mỗi đợt tiếp xúc ghi một lần; hai, ba cấp cùng tổ chức thì nêu các Hội đồng ấy, vẫn là một đợt.",
    columns=(
        Column("title", "đợt tiếp xúc", phone="title"),
        Column("starts_on", sortable=True, phone="meta"),
        Column("ends_on"),
    ),
    filters=("kind",),
    form=(
        Group("Đợt tiếp xúc", ("kind", "session", "theme")),
        Group("Thời gian", ("starts_on", "ends_on")),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=check,
    propose=propose,
    panels=panels,
    links=links,
    sheet=Sheet(
        name="Đợt tiếp xúc cử tri",
        columns=("kind", "session", "theme", "starts_on", "ends_on", "note"),
        key=("kind", "starts_on"),
        example={
            "kind": "trước kỳ họp",
            "session": "Kỳ họp thứ 7 (thường lệ)",
            "starts_on": "26/6/2023",
            "ends_on": "30/6/2023",
            "councils": "xã Tân Cảnh; xã Ngọc Tụ",
        },
        extras=(TOGETHER,),
        tell=tell_rounds,
        carry_out=each(hold),
    ),
    calendar=CalendarEntry(starts="starts_on", ends="ends_on"),
    related=("session",),
)
