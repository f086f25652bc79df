"""Working days of public offices: Monday to Friday, but for holidays, days in lieu and swapped days."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Self

from dienhong.kernel.errors import Refused
from dienhong.kernel.period import shift_days

WEEKEND = {5: "thứ Bảy", 6: "Chủ nhật"}


class DayKind(StrEnum):
    HOLIDAY = "holiday"
    IN_LIEU = "in_lieu"
    SWAPPED_OFF = "swapped_off"
    WORKED = "worked"


KIND_NAMES = {
    DayKind.HOLIDAY: "nghỉ lễ",
    DayKind.IN_LIEU: "nghỉ bù",
    DayKind.SWAPPED_OFF: "nghỉ hoán đổi",
    DayKind.WORKED: "làm bù",
}


@dataclass(frozen=True, slots=True)
class SpecialDay:
    """A day on which offices do not do what its weekday says; `source` is the notice or law."""

    day: date
    kind: DayKind
    name: str
    verified: bool = False
    source: str = ""

    @property
    def is_off(self) -> bool:
        return self.kind is not DayKind.WORKED


class Calendar:
    """Which days are worked. A later special day replaces an earlier one of the same date."""

    def __init__(self, days: Iterable[SpecialDay]) -> None:
        self._special = {special.day: special for special in days}
        self._years = {day.year for day in self._special}
        self._unverified_years = {s.day.year for s in self._special.values() if not s.verified}

    def with_days(self, days: Iterable[SpecialDay]) -> Self:
        """The same calendar, corrected: these days win."""
        return type(self)([*self._special.values(), *days])

    @property
    def days(self) -> tuple[SpecialDay, ...]:
        """Every special day, in the order of the calendar."""
        return tuple(self._special[day] for day in sorted(self._special))

    def special(self, day: date) -> SpecialDay | None:
        return self._special.get(day)

    def is_working_day(self, day: date) -> bool:
        special = self._special.get(day)
        return not special.is_off if special else day.weekday() not in WEEKEND

    def add_working_days(self, day: date, count: int) -> date:
        """The count-th working day after `day` (not counted itself); 0 gives `day`, less raises Refused."""
        return self._walk(day, count, 1)

    def subtract_working_days(self, day: date, count: int) -> date:
        """The count-th working day before `day` (not counted itself); 0 gives `day`, less raises Refused."""
        return self._walk(day, count, -1)

    def nearest_working_day(self, day: date, step: int) -> date:
        """The day itself if it is worked, else the next one in that direction (1 later, -1 earlier)."""
        while not self.is_working_day(day):
            day = shift_days(day, step)
        return day

    def day_off(self, day: date) -> str | None:
        """Why offices are closed on that day ("Quốc khánh", "thứ Bảy"), or None when they are open."""
        if self.is_working_day(day):
            return None
        special = self._special.get(day)
        return special.name if special else WEEKEND[day.weekday()]

    def exceptions(self, first: date, last: date) -> Iterator[SpecialDay]:
        """Between two days, both included: closed on a weekday, or open on a weekend."""
        for offset in range((last - first).days + 1):
            special = self._special.get(first + timedelta(days=offset))
            if special and special.is_off != (special.day.weekday() in WEEKEND):
                yield special

    def doubts(self, first: date, last: date) -> list[str]:
        """What is not known about the years from one day to another, in Vietnamese."""
        years = range(first.year, last.year + 1)
        unknown = [f"chưa có lịch nghỉ năm {year}" for year in years if year not in self._years]
        return unknown + [
            f"lịch nghỉ năm {year} chưa kiểm chứng" for year in years if year in self._unverified_years
        ]

    def _walk(self, day: date, count: int, step: int) -> date:
        if count < 0:
            raise Refused.because("working_days.count", "Số ngày làm việc không được âm.")
        for _ in range(count):
            day = self.nearest_working_day(shift_days(day, step), step)
        return day
