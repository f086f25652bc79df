"""How resolutions, entries of the programme and targets are divided, for lists and figures alike."""

from __future__ import annotations

from datetime import date

from django.db.models import F, Q

from dienhong.registers.declaration import Division
from dienhong.resolutions.models import ResolutionRelation
from dienhong.resolutions.states import ADOPTED, ENDING, Direction, ResolutionStatus


def _adoption(part: str, day: date) -> Q:
    return Q(status__in=ADOPTED) if part == "yes" else ~Q(status__in=ADOPTED)


adoption = Division("thong-qua", "Thông qua", {"yes": "đã thông qua", "no": "chưa thông qua"}, _adoption)


def ended_by(day: date) -> Q:
    """Replaced or repealed by a resolution that was in force on the day."""
    ending = ResolutionRelation.objects.counted().filter(kind__in=ENDING, earlier__isnull=False)
    return Q(pk__in=ending.filter(resolution__in_force_from__lte=day).values("earlier"))


def in_force(day: date) -> Q:
    """Issued, begun, not expired, not replaced: what binds on a day."""
    begun = Q(status=ResolutionStatus.ISSUED, in_force_from__lte=day)
    running = Q(expires_on=None) | Q(expires_on__gt=day)
    return begun & running & ~ended_by(day)


EFFECTS = {"not_yet": "chưa có hiệu lực", "in_force": "đang có hiệu lực", "ended": "hết hiệu lực"}


def _effect(part: str, day: date) -> Q:
    not_yet = ~Q(status=ResolutionStatus.ISSUED) | Q(in_force_from=None) | Q(in_force_from__gt=day)
    return {"not_yet": not_yet, "in_force": in_force(day), "ended": ~not_yet & ~in_force(day)}[part]


effect = Division("hieu-luc", "Hiệu lực", EFFECTS, _effect)

PROGRAMME = {
    "passed": "đã thông qua",
    "under_way": "đang chuẩn bị",
    "postponed": "lùi thời gian",
    "not_begun": "chưa lập",
}


def _programme(part: str, day: date) -> Q:
    passed, begun = Q(resolution__status__in=ADOPTED), Q(resolution__isnull=False)
    return {
        "passed": passed,
        "under_way": begun & ~passed,
        "postponed": ~begun & Q(postponed_to__isnull=False),
        "not_begun": ~begun & Q(postponed_to=None),
    }[part]


programme = Division("ket-qua", "Kết quả", PROGRAMME, _programme)

TARGETS = {"met": "đạt", "not_met": "chưa đạt", "unknown": "chưa có số liệu"}


def _attainment(part: str, day: date) -> Q:
    up = Q(direction=Direction.AT_LEAST, actual__gte=F("target"))
    down = Q(direction=Direction.AT_MOST, actual__lte=F("target"))
    known = Q(actual__isnull=False)
    return {"met": known & (up | down), "not_met": known & ~(up | down), "unknown": ~known}[part]


attainment = Division("muc-dat", "Mức đạt", TARGETS, _attainment)
