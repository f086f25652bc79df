"""The registers of working with others: regulations of coordination, meetings attended."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from dienhong.activities import actions, rules
from dienhong.activities.divisions import force
from dienhong.activities.models import AttendedMeeting, CoordinationRegulation
from dienhong.kernel.errors import RuleViolation
from dienhong.registers.declaration import CalendarEntry, Column, Deed, Group, Register, Sheet, Task
from dienhong.registers.models import RecordQuerySet
from dienhong.vietnamese.dates import format_date

AHEAD = timedelta(days=60)


def check(regulation: CoordinationRegulation, today: date) -> Iterable[RuleViolation | None]:
    yield rules.in_the_past("Ngày ký", "signed_on", regulation.signed_on, today)
    yield rules.reviewed_after_signing(regulation.review_on, regulation.signed_on)


def standing(regulation: CoordinationRegulation, today: date) -> tuple[str, str]:
    if regulation.ended_on and regulation.ended_on <= today:
        return "cancelled", f"hết hiệu lực từ {format_date(regulation.ended_on)}"
    return "done", "đang hiệu lực"


def tasks(regulations: RecordQuerySet, today: date) -> Iterable[Task]:
    """What is to be looked at again within two months."""
    for regulation in regulations.filter(ended_on=None, review_on__lte=today + AHEAD).order_by("review_on"):
        yield Task(f"Sơ kết, tổng kết: {regulation.title}", regulation.review_on, regulation)


coordination = Register(
    code="coordination",
    model=CoordinationRegulation,
    path="quy-che-phoi-hop",
    prefix="QC",
    title="Quy chế phối hợp",
    one="quy chế phối hợp",
    group="Hoạt động khác",
    purpose="Quy chế, chương trình phối hợp đã ký: với ai, số nào, khi nào sơ kết, còn hiệu lực hay không.",
    columns=(
        Column("title", phone="title"),
        Column("number", phone="meta"),
        Column("signed_on", sortable=True),
        Column("review_on", "sơ kết"),
        Column("status", "hiệu lực", phone="meta"),
    ),
    filters=(force,),
    form=(
        Group("Quy chế", ("title", "parties")),
        Group("Văn bản", ("number", "signed_on", "review_on")),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=check,
    standing=standing,
    tasks=tasks,
    deeds=(
        Deed(
            name="het-hieu-luc",
            label="Ghi hết hiệu lực",
            effect="Quy chế vẫn xem được và không còn nhắc sơ kết.",
            do=actions.end_regulation,
            offered=lambda regulation, today: regulation.ended_on is None,
            fields=("ended_on", "ended_why"),
        ),
    ),
    sheet=Sheet(
        name="Quy chế phối hợp",
        columns=("title", "parties", "number", "signed_on", "review_on", "note"),
        key=("title", "signed_on"),
        example={
            "title": "Quy chế phối hợp công tác giữa Thường trực HĐND, UBND và Ủy ban MTTQ xã",
            "parties": "Thường trực HĐND xã; UBND xã; Ủy ban MTTQ Việt Nam xã",
            "number": "01/QCPH",
            "signed_on": "15/7/2021",
            "review_on": "30/6/2024",
        },
    ),
    told=Group("Hết hiệu lực", ("ended_on", "ended_why")),
    calendar=CalendarEntry(starts="review_on", ends="review_on"),
)


def check_attended(meeting: AttendedMeeting, today: date) -> Iterable[RuleViolation | None]:
    yield rules.in_the_past("Ngày họp", "held_on", meeting.held_on, today)


attended_meetings = Register(
    code="attended_meetings",
    model=AttendedMeeting,
    path="du-hop",
    prefix="DH",
    title="Dự họp UBND",
    one="cuộc họp đã dự",
    group="Hoạt động khác",
    purpose="Các phiên họp của UBND và cơ quan khác mà Thường trực, Ban, Văn phòng dự: ai dự, tham gia ý kiến gì.",
    columns=(
        Column("title", "nội dung", phone="title"),
        Column("host", phone="meta"),
        Column("held_on", sortable=True, phone="meta"),
        Column("attended_by"),
    ),
    form=(
        Group("Cuộc họp", ("host", "held_on", "subject")),
        Group("Tham dự", ("attended_by", "opinion")),
    ),
    check=check_attended,
    sheet=Sheet(
        name="Dự họp UBND",
        columns=("host", "held_on", "subject", "attended_by", "opinion"),
        key=("host", "held_on", "subject"),
        example={
            "host": "UBND xã",
            "held_on": "05/6/2023",
            "subject": "Phiên họp thường kỳ tháng 5",
            "attended_by": "Phó Chủ tịch HĐND xã",
            "opinion": "Đề nghị đẩy nhanh tiến độ giải ngân vốn đầu tư công",
        },
    ),
)
