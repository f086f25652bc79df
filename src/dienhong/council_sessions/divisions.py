"""How papers and verifications are divided, for lists and figures alike."""

from __future__ import annotations

from datetime import date

from django.db.models import F, Q

from dienhong.registers.declaration import Division


def _on_time(part: str, day: date) -> Q:
    """By the first version: in time, late (come or still missing), or not due yet; in time where nothing is due."""
    came = Q(received_on__isnull=False)
    late = Q(received_on__gt=F("due_on")) | (Q(received_on=None) & Q(due_on__lt=day))
    if part == "no":
        return late
    if part == "pending":
        return Q(received_on=None) & (Q(due_on=None) | Q(due_on__gte=day))
    return came & (Q(due_on=None) | Q(received_on__lte=F("due_on")))


on_time = Division(
    "dung-han",
    "Đúng hạn",
    {"yes": "đúng hạn", "no": "chậm", "pending": "chưa đến hạn, chưa nhận"},
    _on_time,
)


def _reported(part: str, day: date) -> Q:
    return Q(reported_on__isnull=part != "yes")


reported = Division(
    "bao-cao", "Báo cáo thẩm tra", {"yes": "đã có báo cáo", "no": "chưa có báo cáo"}, _reported
)


def _carried(part: str, day: date) -> Q:
    if part == "open":
        return Q(passed=None)
    return Q(passed=part == "yes")


result = Division(
    "ket-qua",
    "Kết quả",
    {"yes": "thông qua", "no": "không thông qua", "open": "chưa có kết quả"},
    _carried,
)
