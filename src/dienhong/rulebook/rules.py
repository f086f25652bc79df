"""One dated legal rule: a deadline or a threshold with its basis."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from dienhong.kernel.errors import Unreadable

LEVELS = {"province": "cấp tỉnh", "district": "cấp huyện", "commune": "cấp xã"}


class Unit(StrEnum):
    CALENDAR_DAYS = "calendar_days"
    WORKING_DAYS = "working_days"
    MONTHS = "months"
    SHARE = "share"
    COUNT = "count"


DEADLINES = {Unit.CALENDAR_DAYS: "ngày", Unit.WORKING_DAYS: "ngày làm việc", Unit.MONTHS: "tháng"}


class Side(StrEnum):
    BEFORE = "before"
    AFTER = "after"


class Bound(StrEnum):
    """How a share or a count is compared; "more than half" and "at least half" differ by one vote."""

    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"


@dataclass(frozen=True, slots=True)
class Basis:
    document: str
    article: str = ""

    def __str__(self) -> str:
        return f"{self.article} {self.document}".strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One value of one rule between two inclusive dates; `in_force_to` None means still in force.

    A deadline has a trigger (code and Vietnamese phrase) and a side; a share has the words of its `base`, a
    count its `per` (year, month, term…). No levels means every level. An override has an author and a reason.
    """

    code: str
    value: int | Fraction
    unit: Unit
    wording: str
    basis: Basis
    in_force_from: date
    in_force_to: date | None = None
    verified: bool = False
    trigger: str = ""
    trigger_phrase: str = ""
    side: Side | None = None
    bound: Bound | None = None
    base: str = ""
    per: str = ""
    levels: frozenset[str] = frozenset()
    note: str = ""
    gap_before: str = ""
    author: str = ""
    reason: str = ""

    @property
    def is_deadline(self) -> bool:
        return self.unit in DEADLINES

    @property
    def amount(self) -> str:
        """The value as officials write it: 05 ngày làm việc, 10 tháng, 2/3, 10%, 02."""
        if isinstance(self.value, Fraction):
            percent = self.value * 100
            return (
                f"{percent}%" if self.value.denominator > 4 and percent.denominator == 1 else str(self.value)
            )
        return f"{self.value:02d} {DEADLINES.get(self.unit, '')}".strip()

    @property
    def text(self) -> str:
        """The whole sentence, with the value in force put in."""
        return self.wording.format(amount=self.amount, value=self.value)

    def applies(self, day: date, level: str | None = None) -> bool:
        ended = self.in_force_to is not None and self.in_force_to < day
        return self.in_force_from <= day and not ended and (level is None or level in self.reach)

    @property
    def reach(self) -> frozenset[str]:
        return self.levels or frozenset(LEVELS)


def read_value(text: str, unit: Unit) -> int | Fraction:
    """A whole number for days, months and counts, 2/3 or 10% for a share. Raises Unreadable."""
    clean = text.strip().replace(" ", "")
    try:
        if unit is not Unit.SHARE:
            return int(clean)
        return Fraction(clean.removesuffix("%")) / (100 if clean.endswith("%") else 1)
    except (ValueError, ZeroDivisionError) as error:
        right = "tỷ lệ viết dạng 2/3 hoặc 10%" if unit is Unit.SHARE else "cần một số nguyên, ví dụ 20"
        raise Unreadable(f"Không đọc được giá trị “{text}”: {right}.") from error
