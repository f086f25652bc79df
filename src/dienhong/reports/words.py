"""Words that a text may use: names of the council and of what lies below it, the period, the day."""

from __future__ import annotations

from dienhong.council_sessions.queries import current_term
from dienhong.organisations.kinds import UnitKind
from dienhong.organisations.naming import bare_name, kind_word
from dienhong.reports.coverage import Coverage
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import to_roman

PARTY_BODIES = {
    UnitKind.PROVINCE: "Tỉnh ủy",
    UnitKind.CITY: "Thành ủy",
    UnitKind.DISTRICT: "Huyện ủy",
    UnitKind.URBAN_DISTRICT: "Quận ủy",
    UnitKind.TOWN: "Thị ủy",
    UnitKind.PROVINCIAL_CITY: "Thành ủy",
}
"""The party committee to which a council of such a unit reports; below the district it is the "Đảng ủy"."""


def words_of(coverage: Coverage) -> dict[str, str | bool]:
    """By the name that texts use; days and years are words here, so that nobody groups their digits."""
    council, period = coverage.council, coverage.period
    term = current_term(council, period.last)
    return {
        "nam": str(period.last.year),
        "nam_sau": str(period.until.year),
        "ky": period.label,
        "den_ngay": format_date(coverage.as_of),
        "hoi_dong": council.name,
        "noi": council.short_name,
        "ten": bare_name(council.unit),
        "cap": kind_word(council.unit.kind),
        "cap_do": council.get_level_display(),
        "cap_uy": PARTY_BODIES.get(UnitKind(council.unit.kind)) or f"Đảng ủy {kind_word(council.unit.kind)}",
        "cac_cap": "HĐND các cấp" if coverage.below else f"HĐND {kind_word(council.unit.kind)}",
        "co_cap_duoi": bool(coverage.below),
        "cap_duoi": ", ".join(map(kind_word, coverage.kinds_below)),
        "nhiem_ky": f"{term.first_year}-{term.last_year}" if term else "",
        "khoa": to_roman(term.ordinal) if term else "",
    }


WORDS = {
    "nam": "năm của báo cáo",
    "nam_sau": "năm tiếp theo, khi báo cáo được viết",
    "ky": "thời gian của báo cáo: năm 2023, quý I năm 2023",
    "den_ngay": "ngày lấy tình trạng xử lý",
    "hoi_dong": "tên Hội đồng của báo cáo",
    "noi": "tên ngắn: huyện Đăk Tô",
    "ten": "tên địa phương, không kèm cấp: Đăk Tô",
    "cap": "loại đơn vị: tỉnh, huyện, xã",
    "cap_do": "cấp tỉnh, cấp huyện, cấp xã",
    "cap_uy": "cấp ủy cùng cấp: Huyện ủy",
    "cac_cap": "HĐND các cấp; nơi không có cấp dưới thì là HĐND xã",
    "co_cap_duoi": "có Hội đồng cấp dưới hay không, dùng trong điều kiện",
    "cap_duoi": "loại đơn vị cấp dưới: xã, thị trấn",
    "nhiem_ky": "nhiệm kỳ: 2021-2026",
    "khoa": "khóa: XIV",
}
"""What each word means, for the page of the editor."""
