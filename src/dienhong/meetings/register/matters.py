"""Matters that the executive submits to the standing committee."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dienhong.kernel.errors import RuleViolation
from dienhong.meetings import divisions, rules
from dienhong.meetings.models import MatterSubmitted
from dienhong.meetings.states import Decision
from dienhong.organisations.kinds import OrganisationKind as Kind
from dienhong.organisations.models import Council, Organisation
from dienhong.registers.declaration import Column, Group, Register, Sheet

SUBMITTING = (Kind.EXECUTIVE, Kind.DEPARTMENT, Kind.COURT, Kind.PROCURACY, Kind.ENFORCEMENT, Kind.OTHER)
"""The executive, which submits nearly everything, its departments, and who else may have to."""


def check(matter: MatterSubmitted, today: date) -> Iterable[RuleViolation | None]:
    pending = matter.decision == Decision.PENDING
    yield rules.submitted_to_standing(matter.meeting.kind)
    yield rules.decided_where_closed(matter.meeting.is_closed, pending)
    yield rules.submitted_before(matter.submitted_on, matter.meeting.held_on)
    yield rules.reply_needs_decision(pending, bool(matter.reply_number.strip()))
    yield rules.number_with_day(matter.reply_number, matter.reply_on, "reply_number", "reply_on")
    yield rules.not_before(matter.reply_on, matter.meeting.held_on, "reply_on")


def submitters(council: Council) -> Any:
    return Organisation.objects.filter(council=council, kind__in=SUBMITTING).order_by("sort_key", "pk")


matters = Register(
    code="matters_submitted",
    model=MatterSubmitted,
    path="noi-dung-trinh",
    prefix="NDT",
    title="Nội dung trình Thường trực",
    one="nội dung trình",
    group="Thường trực",
    purpose="Từng nội dung UBND trình Thường trực giữa hai kỳ họp: tờ trình, căn cứ, quyết định, văn bản trả lời.",
    part_of="meeting",
    columns=(
        Column("title", "nội dung", phone="title"),
        Column("submitter", phone="meta"),
        Column("submission_number", "tờ trình"),
        Column("decision", phone="meta"),
        Column("reply_number", "trả lời"),
    ),
    filters=("decision", divisions.heard, "submitter", "field"),
    form=(
        Group(
            "Nội dung trình", ("meeting", "text", "submitter", "submission_number", "submitted_on", "field")
        ),
        Group("Quyết định", ("decision", "legal_basis", "decision_text", "reply_number", "reply_on")),
    ),
    check=check,
    in_line=True,
    within="pk",
    related=("submitter", "field"),
    choices={"submitter": submitters},
    sheet=Sheet(
        name="Nội dung trình Thường trực",
        columns=(
            "meeting",
            "text",
            "submitter",
            "submission_number",
            "submitted_on",
            "field",
            "decision",
            "legal_basis",
            "decision_text",
            "reply_number",
            "reply_on",
        ),
        key=("meeting", "text"),
        example={
            "meeting": "Phiên họp Thường trực tháng 7/2023",
            "text": "Phân bổ chi tiết vốn sự nghiệp bổ sung năm 2023",
            "submitter": "Ủy ban nhân dân",
            "submission_number": "112/TTr-UBND",
            "submitted_on": "20/7/2023",
            "field": "Ngân sách - đầu tư công",
            "decision": "thống nhất",
        },
    ),
)
