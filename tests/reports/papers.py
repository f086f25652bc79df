"""A small kind of report over the registers that every test has: sessions, petitions, rounds."""

from __future__ import annotations

from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.reports.actions import begin_report
from dienhong.reports.coverage import OWN, Coverage
from dienhong.reports.figures import Asked
from dienhong.reports.kinds import Appendix, AppendixColumn, Kind
from dienhong.reports.models import Report

from ..factories import NOW

YEAR = Period.year(2023)

TEMPLATE = """
[[ cac_cap ]] báo cáo kết quả [[ ky ]].

## I. KẾT QUẢ {#ket-qua}

### 1. Kỳ họp {#ky-hop}

Đã tổ chức {{ so("sessions.held") }} kỳ họp[^ky].

[^ky]: HĐND [[ cap ]]: {{ so("sessions.held", level="own") }}; {{ theo_hoi_dong("sessions.held") }}.

### 2. Kiến nghị {#kien-nghi}

Đã tiếp nhận {{ so("petitions.received") }} kiến nghị: {{ liet_ke("petitions.received", "text") }}.
[% if dem_khong_co("sessions.held") %]

- Chưa tổ chức kỳ họp: {{ khong_co("sessions.held") }}.
[% endif %]

Trên đây là báo cáo của [[ cac_cap ]].

## Nơi nhận {#noi-nhan}

- Thường trực [[ cap_uy ]] (báo cáo);
- Lưu: VT.

## Chữ ký {#chu-ky}

TM. THƯỜNG TRỰC HĐND
CHỦ TỊCH
"""

KIND = Kind(
    code="small",
    name="Báo cáo thử",
    document="report",
    subject="Kết quả hoạt động của [[ cac_cap ]] [[ ky ]]",
    template=TEMPLATE,
    appendices=(
        Appendix(
            "1",
            "Kiến nghị của cử tri",
            Asked("petitions.received"),
            (AppendixColumn("Nội dung", "text", 3), AppendixColumn("Ngày", "received_on", align="center")),
        ),
        Appendix(
            "2",
            "Kỳ họp",
            Asked("sessions.held"),
            (AppendixColumn("Kỳ họp", lambda session: session.title), AppendixColumn("Năm", "nominal_year")),
            level=OWN,
        ),
    ),
)


def values(**fields: Any) -> dict[str, Any]:
    """What a clerk types to begin the small report of 2023."""
    return {"kind": KIND.code, "year": 2023, "span": "year", "as_of": None, "title": "", **fields}


def begun(council: Council, by: User, **fields: Any) -> Report:
    return begin_report(council=council, values=values(**fields), by=by, at=NOW)


def covered(council: Council, as_of: date | None = None) -> Coverage:
    return Coverage.of(council, YEAR, as_of, User.objects.operator())
