"""What looks odd among sessions: outside their term, or over for a week and not said to be."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q

from dienhong.council_sessions.register import register
from dienhong.council_sessions.states import SessionStatus
from dienhong.registers.quality import Inspection, QualityCheck
from dienhong.vietnamese.dates import format_date

GRACE = timedelta(days=7)


def _outside_term(seen: Inspection) -> Any:
    return seen.records(register).filter(
        Q(opens_on__lt=F("term__starts_on"))
        | Q(term__ends_on__isnull=False, closes_on__gt=F("term__ends_on"))
    )


def _not_closed(seen: Inspection) -> Any:
    over = seen.records(register).filter(closes_on__lt=seen.today - GRACE)
    return over.exclude(status=SessionStatus.CLOSED)


def _two_at_a_time(seen: Inspection) -> Any:
    """Sessions that open on the day another session of the council opens."""
    records = seen.records(register)
    same = records.filter(council=OuterRef("council"), opens_on=OuterRef("opens_on")).exclude(
        pk=OuterRef("pk")
    )
    return records.filter(Exists(same))


checks = (
    QualityCheck(
        code="sessions.outside_term",
        label="Kỳ họp nằm ngoài nhiệm kỳ",
        why="Ngày họp hoặc nhiệm kỳ ghi sai; kỳ họp bị tính cho nhiệm kỳ khác.",
        find=_outside_term,
        told=lambda session: f"khai mạc ngày {format_date(session.opens_on)}",
    ),
    QualityCheck(
        code="sessions.not_closed",
        label="Kỳ họp đã qua mà chưa ghi bế mạc",
        why="Chỉ kỳ họp đã bế mạc mới được tính là đã tổ chức.",
        find=_not_closed,
        told=lambda session: f"dự kiến bế mạc ngày {format_date(session.closes_on)}",
    ),
    QualityCheck(
        code="sessions.same_day",
        label="Hai kỳ họp khai mạc cùng một ngày",
        why="Có thể một kỳ họp được ghi hai lần.",
        find=_two_at_a_time,
        told=lambda session: f"khai mạc ngày {format_date(session.opens_on)}",
    ),
)
