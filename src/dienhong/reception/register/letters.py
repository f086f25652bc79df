"""Letters of citizens."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Q

from dienhong.accounts.models import User
from dienhong.followup import following
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.reception import deadlines, divisions, rules
from dienhong.reception.checks import letter_violations
from dienhong.reception.models import Letter
from dienhong.reception.queries import likely_same
from dienhong.reception.register.steps import deeds
from dienhong.reception.states import LETTER_PREFIX, LETTER_TONES, WORKFLOW, LetterKind
from dienhong.registers.declaration import Column, Fact, Group, Link, Panel, Register, Sheet
from dienhong.vietnamese.dates import format_date


def check(letter: Letter, today: date) -> Iterable[RuleViolation | None]:
    """By the common form and by workbook: everything but denunciations."""
    yield rules.denunciation_apart(letter.is_denunciation)
    yield from letter_violations(letter, today)


def propose(council: Council, today: date) -> dict[str, Any]:
    return {"received_on": today, "kind": LetterKind.PETITION}


def panels(letter: Letter, user: User) -> Iterable[Panel]:
    """What follows from it, and letters of other levels that may be the same one."""
    if found := likely_same(letter, user):
        yield Panel("Có thể cùng một đơn", tuple(_likely(pair.other, pair.why, pair.same) for pair in found))
    if letter.origin:
        yield following.panel(letter, user)


WORDS = {None: "chưa xác định", True: "cùng một đơn", False: "hai đơn khác nhau"}


def _likely(other: Letter, why: Iterable[str], same: bool | None) -> Fact:
    said = f"{other.code} ngày {format_date(other.received_on)}: {WORDS[same]}"
    return Fact(other.council.short_name, said, "; ".join(why), other)


def links(letter: Letter, user: User, today: date) -> Iterable[Link]:
    if letter.is_denunciation:
        yield Link("Đọc đơn", "doc", style="primary")
        return
    yield Link("Đơn trùng", "trung", rare=True)
    if letter.origin:
        yield from following.links(letter, user, today)


letters = Register(
    code="letters",
    model=Letter,
    path="don-thu",
    prefix=LETTER_PREFIX,
    title="Đơn thư",
    one="đơn",
    group="Tiếp dân",
    purpose=(
        "Đơn khiếu nại, tố cáo, kiến nghị, phản ánh của công dân: của ai, xử lý ra sao, hạn nào phải trả lời. "
        "Đơn tố cáo chỉ người được giao xử lý đọc được."
    ),
    columns=(
        Column("title", "nội dung", phone="title"),
        Column("kind", "loại"),
        Column("received_on", sortable=True, phone="meta"),
        Column("sender"),
        Column("field"),
        Column("competence", "thẩm quyền"),
        Column("status", phone="meta"),
    ),
    filters=("kind", "status", "competence", "field"),
    more_filters=(divisions.signed, divisions.twice, "channel"),
    form=(
        Group("Đơn", ("kind", "received_on", "matter", "field", "place", "competence")),
        Group("Người gửi", ("sender", "sender_address", "signatories")),
        Group("Tiếp nhận", ("channel", "reception", "passed_by")),
    ),
    check=check,
    propose=propose,
    facts=deadlines.facts_of_letter,
    tasks=deadlines.tasks_of_letters,
    panels=panels,
    links=links,
    workflow=WORKFLOW,
    tones=LETTER_TONES,
    deeds=tuple(deeds()),
    told=Group(
        "Xử lý đơn",
        (
            "handled_on",
            "accepted_on",
            "passed_to",
            "passed_to_name",
            "slip_number",
            "report_due_on",
            "filing_ground",
            "outcome",
        ),
    ),
    pages=(
        Link("Đơn trùng giữa các cấp", "trung-nhau"),
        Link("Ghi đơn tố cáo", "ghi-to-cao"),
        Link("Người xử lý đơn tố cáo", "nguoi-xu-ly"),
    ),
    related=("field",),
    changeable=lambda letter: not letter.is_denunciation,
    sheet=Sheet(
        name="Đơn thư",
        columns=(
            "received_on",
            "kind",
            "sender",
            "sender_address",
            "signatories",
            "matter",
            "field",
            "place",
            "channel",
            "passed_by",
            "competence",
            "status",
            "handled_on",
            "passed_to_name",
            "slip_number",
            "filing_ground",
            "outcome",
        ),
        key=("received_on", "sender", "matter"),
        without=Q(kind=LetterKind.DENUNCIATION),
        example={
            "received_on": "05/12/2023",
            "kind": "kiến nghị",
            "sender": "Nguyễn Văn A",
            "matter": "Đề nghị xem xét việc cấp đất ở cho hộ gia đình",
            "field": "Đất đai",
            "place": "Thôn 2",
            "channel": "gửi trực tiếp",
            "competence": "của cấp khác",
            "status": "đã chuyển",
            "handled_on": "08/12/2023",
            "passed_to_name": "UBND xã Mẫu",
        },
    ),
)
