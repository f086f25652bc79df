"""A draft with one section, as short as a report can be."""

from __future__ import annotations

from typing import cast

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.registers import actions
from dienhong.reports.models import Report, ReportSection
from dienhong.reports.register import register

from ..factories import NOW

RECORDS = {"reports": "BTH-2023-001"}
STEPS = {"reports": "issue"}
TEXTS = {
    "ky-hop": 'Đã tổ chức {{ so("sessions.held") }} kỳ họp.',
    "noi-nhan": "- Lưu: VT.",
    "chu-ky": "CHỦ TỊCH",
}


def furnish(council: Council, by: User) -> None:
    values = {
        "kind": "annual-summary",
        "year": 2023,
        "span": "year",
        "as_of": None,
        "title": "Kết quả hoạt động",
    }
    report = cast(Report, actions.add(register, council=council, values=values, by=by, at=NOW))
    for place, (key, text) in enumerate(TEXTS.items()):
        ReportSection.objects.create(report=report, key=key, place=place, text=text)
