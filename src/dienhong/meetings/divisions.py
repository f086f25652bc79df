"""How meetings, matters and conferences are divided, for lists and figures alike."""

from __future__ import annotations

from datetime import date

from django.db.models import F, Q

from dienhong.meetings.states import STANDING_KINDS, ConferenceStatus, MeetingKind, MeetingStatus
from dienhong.registers.declaration import Division

_YES_NO = {"yes": "đã họp", "no": "dự kiến"}
PLANNED = MeetingStatus.PLANNED.value


def met(prefix: str = "") -> Q:
    """Meetings, or with ``prefix`` what belongs to meetings, that took place."""
    return ~Q(**{f"{prefix}status": PLANNED})


held = Division("da-hop", "Đã họp", _YES_NO, lambda part, day: met() if part == "yes" else ~met())


def counted(part: str, day: date) -> Q:
    """Matters that count: submitted to a meeting of the standing committee that took place."""
    submitted = Q(meeting__kind__in=STANDING_KINDS) & met("meeting__")
    return submitted if part == "yes" else ~submitted


heard = Division("da-hop", "Phiên họp", {"yes": "đã họp", "no": "chưa họp"}, counted)


def regular_in_month() -> Q:
    """Monthly meetings that met in the month that they are for."""
    return Q(kind=MeetingKind.STANDING, held_on__month=F("month"), held_on__year=F("year"))


def _timely(part: str, day: date) -> Q:
    late = Q(kind=MeetingKind.STANDING) & ~regular_in_month()
    return {"late": late, "in_month": regular_in_month(), "none": ~Q(kind=MeetingKind.STANDING)}[part]


timeliness = Division(
    "dung-thang",
    "Đúng tháng",
    {"in_month": "họp đúng tháng", "late": "họp ngoài tháng", "none": "không theo tháng"},
    _timely,
)

took_place = Division(
    "to-chuc",
    "Tổ chức",
    {"yes": "đã tổ chức", "no": "dự kiến"},
    lambda part, day: (
        ~Q(status=ConferenceStatus.PLANNED) if part == "yes" else Q(status=ConferenceStatus.PLANNED)
    ),
)
