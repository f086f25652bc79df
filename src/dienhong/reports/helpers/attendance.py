"""Who stayed away from the sittings without leave; excused is not absent, and unknown is not absent."""

from __future__ import annotations

from collections import Counter

from dienhong.council_sessions.models import Attendance
from dienhong.council_sessions.states import AttendanceState
from dienhong.people.models import Mandate
from dienhong.reports.coverage import OWN
from dienhong.reports.helpers.source import Source, joined
from dienhong.reports.language import Written, escape
from dienhong.vietnamese.numerals import format_count


def vang_mat(source: Source, level: str = OWN) -> Written:
    """Đại biểu vắng họp không phép, kèm số ngày: Đại biểu A: 02; Đại biểu B: 01."""
    days = _absences(source, level)
    names = Mandate.objects.in_bulk(list(days))
    counted = sorted(days.items(), key=lambda pair: (-pair[1], names[pair[0]].sort_key))
    return joined(f"{escape(str(names[key]))}: {escape(format_count(count))}" for key, count in counted)


def dem_vang_mat(source: Source, level: str = OWN) -> int:
    """Có bao nhiêu đại biểu vắng họp không phép."""
    return len(_absences(source, level))


def _absences(source: Source, level: str) -> Counter[int]:
    """Days of absence by mandate, at the sittings of the period."""
    period = source.coverage.period
    rows = Attendance.objects.filter(
        state=AttendanceState.ABSENT,
        sitting__council__in=[council.pk for council in source.coverage.part(level)],
        sitting__cancelled_at=None,
        sitting__held_on__gte=period.first,
        sitting__held_on__lt=period.until,
    )
    return Counter(rows.values_list("mandate_id", flat=True))
