"""How delegates are divided for the composition table, worked out on a day; every division has its "chưa rõ"."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from django.db.models import Q

from dienhong.kernel.period import shift_months
from dienhong.people.ethnicity import MAJORITY
from dienhong.people.models import Position
from dienhong.people.models.mandates import sits
from dienhong.people.models.positions import held
from dienhong.people.states import (
    UNKNOWN,
    Education,
    EndReason,
    Party,
    PoliticalTheory,
    Religion,
    Said,
    Sex,
)
from dienhong.registers.declaration import ALL, Division

UNSAID = {UNKNOWN: "chưa rõ"}


def _by_value(name: str, label: str, choices: Mapping[str, str]) -> Division:
    """As the field says."""
    return Division(name, label, choices, lambda value, day: Q(**{name: value}))


def _labels(choices: type) -> dict[str, str]:
    return {str(value): str(label) for value, label in choices.choices}  # type: ignore[attr-defined]


def _standing(value: str, day: date) -> Q:
    parts: dict[str, Callable[[], Q]] = {
        "current": lambda: sits(day),
        "left": lambda: Q(to_on__lt=day),
        "coming": lambda: Q(from_on__gt=day),
    }
    return parts[value]()


def _age(value: str, day: date) -> Q:
    """By completed years on the day. Of who is known by the year of birth only, what holds for any day of that year."""
    forty, fifty_one = (shift_months(day, -12 * years) for years in (40, 51))
    parts = {
        "under_40": Q(born_from__gt=forty),
        "40_50": Q(born_to__lte=forty, born_from__gt=fifty_one),
        "over_50": Q(born_to__lte=fifty_one),
        UNKNOWN: Q(born_from=None)
        | Q(born_from__lte=forty, born_to__gt=forty)
        | Q(born_from__lte=fifty_one, born_to__gt=fifty_one),
    }
    return parts[value]


def _party(value: str, day: date) -> Q:
    """Who joined after the day was not a member on it."""
    later = Q(party=Party.MEMBER, party_joined_on__gt=day)
    since = Q(party=Party.MEMBER) & (Q(party_joined_on=None) | Q(party_joined_on__lte=day))
    parts = {
        Party.MEMBER: since,
        Party.NOT_MEMBER: Q(party=Party.NOT_MEMBER) | later,
        UNKNOWN: Q(party=UNKNOWN),
    }
    return parts[Party(value)]


def _religion(value: str, day: date) -> Q:
    parts = {"religious": ~Q(religion__in=(Religion.NONE, UNKNOWN)), "none": Q(religion=Religion.NONE)}
    return parts.get(value, Q(religion=UNKNOWN))


def _ethnicity(value: str, day: date) -> Q:
    parts = {"minority": ~Q(ethnicity__in=(MAJORITY, UNKNOWN)), "kinh": Q(ethnicity=MAJORITY)}
    return parts.get(value, Q(ethnicity=UNKNOWN))


def _holds(full_time: Said, day: date) -> Q:
    """Who holds a position on the day of which this was said."""
    holders = Position.objects.filter(held(day), cancelled_at=None, person__isnull=False)
    return Q(person__in=holders.filter(full_time=full_time).values("person"))


def _full_time(value: str, day: date) -> Q:
    """Full-time who holds one full-time position on the day; unknown while one of theirs was not said of."""
    full, unsaid = _holds(Said.YES, day), _holds(Said.UNKNOWN, day)
    return {"yes": full, UNKNOWN: ~full & unsaid, "no": ~full & ~unsaid}[value]


def _counted_full_time(value: str, day: date) -> Q:
    """The same of those that are left when the parts are asked in their order."""
    return {"yes": _holds(Said.YES, day), "no": ~_holds(Said.UNKNOWN, day), UNKNOWN: Q()}[value]


standing = Division(
    "standing",
    "Tình trạng",
    {"current": "đương nhiệm", "left": "đã thôi làm đại biểu", "coming": "chưa bắt đầu"},
    _standing,
    usual="current",
)
everybody = {standing.name: ALL}

sex = _by_value("sex", "Giới tính", _labels(Sex))
age_band = Division(
    "age_band",
    "Độ tuổi",
    {"under_40": "dưới 40", "40_50": "từ 40 đến 50", "over_50": "trên 50", **UNSAID},
    _age,
)
party = Division("party", "Đảng", _labels(Party), _party, ("party", "party_joined_on"))
ethnicity = Division(
    "ethnicity",
    "Dân tộc",
    {"minority": "dân tộc thiểu số", "kinh": "Kinh", **UNSAID},
    _ethnicity,
    ("ethnicity",),
)
religion = Division(
    "religion",
    "Tôn giáo",
    {"religious": "có tôn giáo", "none": "không tôn giáo", **UNSAID},
    _religion,
    ("religion",),
)
education = _by_value("education", "Trình độ học vấn", _labels(Education))
political_theory = _by_value("political_theory", "Lý luận chính trị", _labels(PoliticalTheory))
reelected = _by_value("reelected", "Tái cử", {"yes": "tái cử", "no": "trúng cử lần đầu", **UNSAID})
self_nominated = _by_value(
    "self_nominated", "Ứng cử", {"yes": "tự ứng cử", "no": "được giới thiệu", **UNSAID}
)
full_time = Division(
    "full_time",
    "Hoạt động",
    {"yes": "chuyên trách", "no": "kiêm nhiệm", **UNSAID},
    _full_time,
    counted=_counted_full_time,
)
reason = _by_value("end_reason", "Lý do thôi", _labels(EndReason))

MAKE_UP = (
    sex,
    age_band,
    ethnicity,
    religion,
    party,
    education,
    political_theory,
    reelected,
    self_nominated,
    full_time,
)
"""What a composition table shows, in its order."""
