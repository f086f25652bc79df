"""What the registers say of one delegate in one year: filled in beside sheet and assessment, never typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Count, Q

from dienhong.accounts.models import User
from dienhong.activities.models import Pledge
from dienhong.council_sessions.models import Attendance, CouncilSession, SittingDay
from dienhong.council_sessions.states import ATTENDED, AttendanceState, SessionStatus
from dienhong.kernel.period import Period
from dienhong.oversight.models import Oversight, OversightMember
from dienhong.oversight.states import CARRIED_OUT, MemberRole
from dienhong.people.models import Mandate
from dienhong.questioning.models import CoAsker, Question
from dienhong.questioning.states import QuestionStatus
from dienhong.registers.declaration import Fact, Panel
from dienhong.vietnamese.numerals import format_count


def panel(mandate: Mandate, year: int, user: User) -> Panel:
    """The figures of the year, as far as the reader sees the records behind them."""
    return Panel(f"Số liệu năm {year} từ các sổ", tuple(_figures(mandate, Period.year(year), user)))


def _figures(mandate: Mandate, period: Period, user: User) -> Iterable[Fact]:
    held = format_count(_sessions(mandate, period, user))
    yield Fact("Kỳ họp đã tổ chức", held, "Trong thời gian là đại biểu.")
    yield _attended(mandate, period, user)
    asked = Question.objects.visible_to(user).counted().in_period(period)
    asked = asked.exclude(status=QuestionStatus.WITHDRAWN)
    put = asked.filter(Q(asker=mandate) | Q(pk__in=_asked_along(mandate))).count()
    yield Fact("Chất vấn đã nêu", format_count(put), "Kể cả cùng chất vấn với đại biểu khác.")
    yield from _oversight(mandate, period, user)
    pledges = Pledge.objects.visible_to(user).counted().filter(mandate=mandate).count()
    yield Fact("Lời hứa với cử tri", format_count(pledges), "Cả nhiệm kỳ.")


def _attended(mandate: Mandate, period: Period, user: User) -> Fact:
    """Days of sessions; where nobody called the roll nothing is known, and nobody was absent."""
    came, label = _attendance(mandate, period, user), "Ngày họp đã dự"
    if not came["called"]:
        return Fact(label, "chưa điểm danh")
    away = f"Vắng có phép: {format_count(came['excused'])}; vắng không phép: {format_count(came['absent'])}."
    return Fact(label, f"{format_count(came['attended'])}/{format_count(came['called'])}", away)


def _oversight(mandate: Mandate, period: Period, user: User) -> Iterable[Fact]:
    seats = OversightMember.objects.counted().filter(mandate=mandate)
    headed = seats.filter(role=MemberRole.HEAD)
    overseen = Oversight.objects.visible_to(user).counted().in_period(period).filter(status__in=CARRIED_OUT)
    part, led = (
        overseen.filter(Q(pk__in=chosen.values("oversight")) | Q(delegate=mandate)).count()
        for chosen in (seats, headed)
    )
    how = f"Làm Trưởng Đoàn hoặc tự giám sát: {format_count(led)}."
    yield Fact("Cuộc giám sát, khảo sát đã tham gia", format_count(part), how)


def _sessions(mandate: Mandate, period: Period, user: User) -> int:
    span = mandate.span
    held = CouncilSession.objects.visible_to(user).counted().in_period(period)
    sat = held.filter(term=mandate.term_id, status=SessionStatus.CLOSED, opens_on__gte=span.first)
    return (sat.filter(opens_on__lte=span.last) if span.last else sat).count()


def _attendance(mandate: Mandate, period: Period, user: User) -> dict[str, int]:
    sittings = SittingDay.objects.visible_to(user).counted().in_period(period)
    rows = Attendance.objects.filter(mandate=mandate, sitting__in=sittings.values("pk"))
    return rows.aggregate(
        called=Count("pk", filter=~Q(state=AttendanceState.UNKNOWN)),
        attended=Count("pk", filter=Q(state__in=ATTENDED)),
        excused=Count("pk", filter=Q(state=AttendanceState.EXCUSED)),
        absent=Count("pk", filter=Q(state=AttendanceState.ABSENT)),
    )


def _asked_along(mandate: Mandate) -> Any:
    return CoAsker.objects.counted().filter(mandate=mandate).values("question")
