"""A rule's value as an administrator types it and as a row keeps it: "5", "2/3", "35%"."""

import re
from fractions import Fraction

from dienhong.kernel.errors import Refused
from dienhong.rulebook.rules import Unit

UNIT_NAMES = {
    Unit.CALENDAR_DAYS: "ngày",
    Unit.WORKING_DAYS: "ngày làm việc",
    Unit.MONTHS: "tháng",
    Unit.SHARE: "tỷ lệ (phần của tổng số)",
    Unit.COUNT: "số lượng",
}

_WHOLE = re.compile(r"\d{1,6}", re.ASCII)
_SHARE = re.compile(r"(\d{1,6})\s*/\s*(\d{1,6})", re.ASCII)
_PERCENT = re.compile(r"(\d{1,3})\s*%", re.ASCII)


def parse_value(text: str, unit: Unit) -> int | Fraction:
    """A whole number, or for a share a fraction up to one; raises Refused saying how it is written."""
    value = _share(text.strip()) if unit is Unit.SHARE else _whole(text.strip())
    if value is None:
        how = "dạng 2/3 hoặc 35%, không quá 1" if unit is Unit.SHARE else "bằng số nguyên dương, ví dụ 5"
        raise Refused.because(
            "override.value", f"Giá trị tính theo {UNIT_NAMES[unit]} phải viết {how}.", "value"
        )
    return value


def _whole(text: str) -> int | None:
    return int(text) or None if _WHOLE.fullmatch(text) else None


def _share(text: str) -> Fraction | None:
    parts = _SHARE.fullmatch(text)
    percent = _PERCENT.fullmatch(text)
    above, below = (int(parts[1]), int(parts[2])) if parts else (int(percent[1]) if percent else 0, 100)
    return Fraction(above, below) if 0 < above <= below else None
