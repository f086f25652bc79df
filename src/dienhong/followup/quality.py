"""What looks odd among undertakings: open, and nobody leads; due before it was given."""

from __future__ import annotations

from typing import Any

from django.db.models import Exists, F, OuterRef

from dienhong.followup.models import Assignment
from dienhong.followup.register import register
from dienhong.followup.states import OPEN
from dienhong.registers.quality import Inspection, QualityCheck
from dienhong.vietnamese.dates import format_date


def _nobody_leads(seen: Inspection) -> Any:
    leads = Assignment.objects.running().filter(undertaking=OuterRef("pk"), leads=True)
    return seen.records(register).filter(~Exists(leads), status__in=OPEN)


def _due_before_given(seen: Inspection) -> Any:
    return seen.records(register).filter(due_on__lt=F("assigned_on"))


checks = (
    QualityCheck(
        code="undertakings.nobody_leads",
        label="Việc chưa xong mà không còn cơ quan chủ trì",
        why="Cơ quan chủ trì đã kết thúc hoặc phần việc bị đóng; hãy giao lại.",
        find=_nobody_leads,
    ),
    QualityCheck(
        code="undertakings.due_before_given",
        label="Hạn đứng trước ngày giao việc",
        why="Việc như vậy quá hạn ngay khi giao; hãy xem lại ngày giao hoặc gia hạn.",
        find=_due_before_given,
        told=lambda undertaking: (
            f"giao {format_date(undertaking.assigned_on)}, hạn {format_date(undertaking.due_on)}"
        ),
    ),
)
