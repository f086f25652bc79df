"""How petitions and meetings are divided, for lists and figures alike."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from dienhong.registers.declaration import Division
from dienhong.voters.queries import status_beside, status_was, was_carried, was_overdue
from dienhong.voters.states import PetitionStatus

status = Division("tinh-trang", "Tình trạng", dict(PetitionStatus.choices), status_was, counted=status_beside)


def _deadline(part: str, day: date) -> Q:
    return was_overdue(day) if part == "overdue" else ~was_overdue(day)


deadline = Division("han", "Hạn trả lời", {"overdue": "quá hạn", "in_time": "chưa quá hạn"}, _deadline)


def _forwarded(part: str, day: date) -> Q:
    done = Q(forwarded_on__lte=day)
    return done if part == "yes" else ~done | Q(forwarded_on=None)


forwarded = Division("da-chuyen", "Đã chuyển", {"yes": "đã chuyển", "no": "chưa chuyển"}, _forwarded)


def _repeated(part: str, day: date) -> Q:
    return Q(repeats__isnull=part != "yes")


repeated = Division("neu-lai", "Nêu lại", {"yes": "nêu lại", "no": "nêu lần đầu"}, _repeated)


def _carried(part: str, day: date) -> Q:
    return was_carried(day) if part == "yes" else ~was_carried(day)


carried = Division("ton-dong", "Tồn đọng", {"yes": "tồn đọng qua kỳ họp", "no": "không"}, _carried)

LEVELS = {
    "national": "đại biểu Quốc hội",
    "province": "đại biểu HĐND cấp tỉnh",
    "district": "đại biểu HĐND cấp huyện",
    "commune": "đại biểu HĐND cấp xã",
}


def _level(part: str, day: date) -> Q:
    return Q(**{f"{part}_delegates": True})


level = Division("dai-bieu", "Đại biểu", LEVELS, _level, overlapping=True)
"""A joint meeting is a meeting of each level that takes part: here parts overlap, as reports count them."""
