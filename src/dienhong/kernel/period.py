"""Periods of counting: half-open inside (`first` ≤ day < `until`), inclusive outside (`first` … `last`)."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Self

from dienhong.kernel.errors import Refused
from dienhong.vietnamese.dates import format_date

ONE_DAY = timedelta(days=1)
QUARTERS = ("I", "II", "III", "IV")

# (first month, number of months) of the periods that officials name; {y} is the year.
NAMED = {
    (1, 12): "năm {y}",
    (1, 9): "9 tháng đầu năm {y}",
    (1, 6): "6 tháng đầu năm {y}",
    (7, 6): "6 tháng cuối năm {y}",
    **{(3 * n + 1, 3): f"quý {name} năm {{y}}" for n, name in enumerate(QUARTERS)},
    **{(n, 1): f"tháng {n:02d} năm {{y}}" if n < 3 else f"tháng {n} năm {{y}}" for n in range(1, 13)},
}


def shift_months(day: date, months: int) -> date:
    """The same day `months` later (negative: earlier), or the last of that month if it is shorter."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    start = _day(year, month + 1, 1)
    return start.replace(day=min(day.day, monthrange(year, month + 1)[1]))


def shift_days(day: date, days: int) -> date:
    """So many calendar days later (negative: earlier)."""
    try:
        return day + timedelta(days=days)
    except OverflowError as error:
        sentence = f"Ngày cách ngày {format_date(day)} {abs(days)} ngày ra ngoài lịch."
        raise Refused.because("period.calendar", sentence) from error


def _day(year: int, month: int, day: int) -> date:
    try:
        return date(year, month, day)
    except ValueError as error:
        raise Refused.because("period.calendar", f"Không có tháng {month} năm {year} trong lịch.") from error


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Days from `first` up to, not including, `until`. Raises `Refused` when that is no day at all."""

    first: date
    until: date

    def __post_init__(self) -> None:
        if self.first >= self.until:
            last, first = format_date(self.last), format_date(self.first)
            sentence = f"Ngày cuối của kỳ ({last}) đứng trước ngày đầu ({first})."
            raise Refused.because("period.order", sentence)

    @classmethod
    def between(cls, first: date, last: date) -> Self:
        """Both days included."""
        return cls(first, shift_days(last, 1))

    @classmethod
    def months(cls, year: int, month: int, count: int) -> Self:
        """`count` whole months from the given one."""
        first = _day(year, month, 1)
        return cls(first, shift_months(first, count))

    @classmethod
    def month(cls, year: int, month: int) -> Self:
        return cls.months(year, month, 1)

    @classmethod
    def quarter(cls, year: int, number: int) -> Self:
        return cls.months(year, 3 * _one_of(number, 4, "quý") - 2, 3)

    @classmethod
    def half_year(cls, year: int, number: int) -> Self:
        return cls.months(year, 6 * _one_of(number, 2, "nửa năm thứ") - 5, 6)

    @classmethod
    def nine_months(cls, year: int) -> Self:
        return cls.months(year, 1, 9)

    @classmethod
    def year(cls, year: int) -> Self:
        return cls.months(year, 1, 12)

    @property
    def last(self) -> date:
        return self.until - ONE_DAY if self.until > date.min else self.until

    @property
    def days(self) -> int:
        return (self.until - self.first).days

    @property
    def whole_months(self) -> int | None:
        """How many months it spans if it ends on the day of the month on which it began, else None."""
        if self.first.day != self.until.day:
            return None
        return (self.until.year - self.first.year) * 12 + self.until.month - self.first.month

    @property
    def name(self) -> str | None:
        """What officials call it ("quý I năm 2023"), or None for a period that only has dates."""
        months = self.whole_months if self.first.day == 1 else None
        pattern = NAMED.get((self.first.month, months or 0))
        return pattern.format(y=self.first.year) if pattern else None

    @property
    def label(self) -> str:
        """The name, or the two dates: "từ ngày 05/01/2023 đến ngày 20/6/2023"."""
        return self.name or f"từ ngày {format_date(self.first)} đến ngày {format_date(self.last)}"

    def __str__(self) -> str:
        return self.label

    def __contains__(self, day: object) -> bool:
        return isinstance(day, date) and self.first <= day < self.until

    def overlap(self, other: Self) -> Self | None:
        """The days common to both, or None."""
        first, until = max(self.first, other.first), min(self.until, other.until)
        return type(self)(first, until) if first < until else None

    def previous(self) -> Self:
        """The one of the same kind before it: last month, last quarter, the nine months of last year…"""
        if self == self.nine_months(self.first.year):
            return self.a_year_before()
        if months := self.whole_months:
            return type(self)(shift_months(self.first, -months), self.first)
        return type(self)(shift_days(self.first, -self.days), self.first)

    def a_year_before(self) -> Self:
        """The same period of the year before ("cùng kỳ năm trước")."""
        return type(self)(shift_months(self.first, -12), shift_months(self.until, -12))


def _one_of(number: int, count: int, what: str) -> int:
    if not 1 <= number <= count:
        raise Refused.because("period.number", f"Không có {what} {number}: chỉ có từ 1 đến {count}.")
    return number
