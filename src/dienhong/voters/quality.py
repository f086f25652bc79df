"""What looks odd among petitions and meetings: forwarded to nobody, outside their round, written twice."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, F, OuterRef, Q

from dienhong.followup.models import Assignment
from dienhong.registers.quality import Inspection, QualityCheck
from dienhong.vietnamese.dates import format_date
from dienhong.voters.register import meetings, petitions


def _without_lead(seen: Inspection) -> Any:
    """Forwarded, and no body leads what follows from it any more."""
    leads = Assignment.objects.running().filter(leads=True, undertaking__origin=OuterRef("origin"))
    return seen.records(petitions).filter(~Exists(leads), forwarded_on__isnull=False)


def _outside_round(seen: Inspection) -> Any:
    before, after = Q(held_on__lt=F("round__starts_on")), Q(held_on__gt=F("round__ends_on"))
    return seen.records(meetings).filter(before | after).select_related("round__session")


def _written_twice(seen: Inspection) -> Any:
    """The same words on the same day from the same place, and nobody said that one repeats the other."""
    records = seen.records(petitions).filter(repeats=None)
    same = {name: OuterRef(name) for name in ("council", "received_on", "text", "place")}
    return records.filter(Exists(records.filter(**same).exclude(pk=OuterRef("pk"))))


def _not_counted(seen: Inspection) -> Any:
    return seen.records(meetings).filter(held_on__lt=seen.today, attendees=None)


checks = (
    QualityCheck(
        code="petitions.without_lead",
        label="Kiến nghị đã chuyển mà không có cơ quan chủ trì",
        why="Không ai phải trả lời kiến nghị này; hãy giao lại cơ quan chủ trì.",
        find=_without_lead,
        told=lambda petition: f"chuyển ngày {format_date(petition.forwarded_on)}",
    ),
    QualityCheck(
        code="petitions.twice",
        label="Kiến nghị giống hệt nhau, cùng ngày, cùng nơi",
        why="Có thể ghi hai lần; nếu là hai kiến nghị thì hãy nối chúng ở trang Kiến nghị trùng.",
        find=_written_twice,
        told=lambda petition: f"tiếp nhận ngày {format_date(petition.received_on)}",
    ),
    QualityCheck(
        code="voter_meetings.outside_round",
        label="Điểm tiếp xúc nằm ngoài thời gian của đợt",
        why="Ngày của điểm hoặc của đợt ghi sai, hoặc điểm thuộc đợt khác.",
        find=_outside_round,
        told=lambda meeting: f"ngày {format_date(meeting.held_on)}, {meeting.round.title}",
    ),
    QualityCheck(
        code="voter_meetings.not_counted",
        label="Cuộc tiếp xúc đã qua mà chưa ghi số cử tri",
        why="Tổng số lượt cử tri dự tiếp xúc đang thiếu các cuộc này.",
        find=_not_counted,
        told=lambda meeting: f"ngày {format_date(meeting.held_on)}",
    ),
)
