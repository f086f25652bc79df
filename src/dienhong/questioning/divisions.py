"""How questions and matters of hearings are divided, for lists and figures alike."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from dienhong.questioning.states import HearingStatus, QuestionStatus
from dienhong.registers.declaration import Division


def was_late(day: date) -> Q:
    """A written answer was due, and on ``day`` nobody had given it."""
    unanswered = Q(answered_on=None) | Q(answered_on__gt=day)
    return Q(answer_due_on__lt=day) & unanswered & ~Q(status=QuestionStatus.WITHDRAWN)


def _deadline(part: str, day: date) -> Q:
    return was_late(day) if part == "overdue" else ~was_late(day)


deadline = Division("han", "Hạn trả lời", {"overdue": "quá hạn", "in_time": "không quá hạn"}, _deadline)


def stands(day: date | None = None) -> Q:
    """What was put and not taken back."""
    return ~Q(status=QuestionStatus.WITHDRAWN)


standing = Division(
    "rut",
    "Rút chất vấn",
    {"no": "không rút", "yes": "đã rút"},
    lambda part, day: stands() if part == "no" else Q(status=QuestionStatus.WITHDRAWN),
)

TOOK_PLACE = (HearingStatus.HELD, HearingStatus.CONCLUDED)

held = Division(
    "to-chuc",
    "Tổ chức",
    {"yes": "đã tổ chức", "no": "dự kiến"},
    lambda part, day: Q(status__in=TOOK_PLACE) if part == "yes" else Q(status=HearingStatus.PLANNED),
)

explained = Division(
    "to-chuc",
    "Phiên giải trình",
    {"yes": "đã tổ chức", "no": "dự kiến"},
    lambda part, day: (
        Q(hearing__status__in=TOOK_PLACE) if part == "yes" else Q(hearing__status=HearingStatus.PLANNED)
    ),
)
