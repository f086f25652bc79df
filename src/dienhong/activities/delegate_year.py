"""What the registers say of one delegate in one year: filled in beside sheet and assessment, never typed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Q

from dienhong.accounts.models import User
from dienhong.activities.models import Pledge
from dienhong.council_sessions.models import CouncilSession
from dienhong.council_sessions.states import SessionStatus
from dienhong.kernel.period import Period
from dienhong.oversight.models import Oversight, OversightMember
from dienhong.oversight.states import CARRIED_OUT, MemberRole
from dienhong.people.models import Mandate
from dienhong.registers.declaration import Fact, Panel
from dienhong.vietnamese.numerals import format_count


def panel(mandate: Mandate, year: int, user: User) -> Panel:
    """The figures of the year, as far as the reader sees the records behind them."""
    return Panel(f"Số liệu năm {year} từ các sổ", tuple(_figures(mandate, Period.year(year), user)))


def _figures(mandate: Mandate, period: Period, user: User) -> Iterable[Fact]:
    held = _sessions(mandate, period, user)
    yield Fact("Kỳ họp đã tổ chức", format_count(held), "Trong thời gian là đại biểu.")
    seats = _seats(mandate).values("oversight")
    overseen = Oversight.objects.visible_to(user).counted().in_period(period).filter(status__in=CARRIED_OUT)
    part = overseen.filter(Q(pk__in=seats) | Q(delegate=mandate)).count()
    headed = _seats(mandate).filter(role=MemberRole.HEAD).values("oversight")
    led = overseen.filter(Q(pk__in=headed) | Q(delegate=mandate)).count()
    yield Fact(
        "Cuộc giám sát, khảo sát đã tham gia", format_count(part), f"Làm Trưởng Đoàn: {format_count(led)}"
    )
    pledges = Pledge.objects.visible_to(user).counted().filter(mandate=mandate).count()
    yield Fact("Lời hứa với cử tri", format_count(pledges), "Cả nhiệm kỳ.")


def _sessions(mandate: Mandate, period: Period, user: User) -> int:
    span = mandate.span
    sat = (
        CouncilSession.objects.visible_to(user)
        .counted()
        .in_period(period)
        .filter(term=mandate.term_id, status=SessionStatus.CLOSED, opens_on__gte=span.first)
    )
    return (sat.filter(opens_on__lte=span.last) if span.last else sat).count()


def _seats(mandate: Mandate) -> Any:
    return OversightMember.objects.counted().filter(mandate=mandate)
