"""How rated people are divided, for lists and figures alike."""

from __future__ import annotations

from datetime import date

from django.db.models import Q

from dienhong.registers.declaration import Division


def _counted(part: str, day: date) -> Q:
    return ~Q(outcome="") if part == "yes" else Q(outcome="")


counted = Division("kiem-phieu", "Kiểm phiếu", {"yes": "đã có kết quả", "no": "chưa có kết quả"}, _counted)
