"""What looks odd among undertakings: open, and nobody leads; overdue for a year, and nobody said that it is done."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, OuterRef

from dienhong.followup.models import Assignment
from dienhong.followup.register import register
from dienhong.followup.states import OPEN, WITH_AGENCY
from dienhong.kernel.period import shift_months
from dienhong.registers.quality import Inspection, QualityCheck
from dienhong.vietnamese.dates import format_date


def _nobody_leads(seen: Inspection) -> Any:
    leads = Assignment.objects.running().filter(undertaking=OuterRef("pk"), leads=True)
    return seen.records(register).filter(~Exists(leads), status__in=OPEN)


def _forgotten(seen: Inspection) -> Any:
    return seen.records(register).filter(status__in=WITH_AGENCY, due_on__lt=shift_months(seen.today, -12))


checks = (
    QualityCheck(
        code="undertakings.nobody_leads",
        label="Việc chưa xong mà không còn cơ quan chủ trì",
        why="Cơ quan chủ trì đã kết thúc hoặc phần việc bị đóng; hãy giao lại.",
        find=_nobody_leads,
    ),
    QualityCheck(
        code="undertakings.forgotten",
        label="Việc quá hạn hơn một năm",
        why="Có thể đã xong mà chưa ghi trả lời; nếu chưa, hãy đôn đốc hoặc gia hạn.",
        find=_forgotten,
        told=lambda undertaking: f"hạn {format_date(undertaking.due_on)}",
    ),
)
