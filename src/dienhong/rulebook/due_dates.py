"""When something is due, and how that was worked out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from dienhong.kernel.errors import Refused
from dienhong.kernel.period import shift_days, shift_months
from dienhong.rulebook.rules import Rule, Side, Unit
from dienhong.rulebook.working_days import KIND_NAMES, WEEKEND, Calendar, SpecialDay
from dienhong.vietnamese.dates import format_date, format_range

SIDES = {Side.BEFORE: "trước", Side.AFTER: "kể từ"}


@dataclass(frozen=True, slots=True)
class DueDate:
    """The last day on which it is in time; `day_off` says why offices are closed on it, "" when open."""

    day: date
    explanation: str
    rule: Rule
    trigger_day: date
    day_off: str = ""


def due_date(rule: Rule, trigger_day: date, calendar: Calendar, *, to_working_day: bool = False) -> DueDate:
    """The due day of a deadline; the trigger's own day is never counted (Civil Code 91/2015, article 147).

    A due day on which offices are closed is told, and kept unless `to_working_day`: then it is the next
    working day, or the one before for a deadline before its trigger. Refused when the rule is no deadline.
    """
    if not rule.is_deadline or rule.side is None:
        raise Refused.because("rule.no_deadline", f"Quy tắc “{rule.code}” không phải là thời hạn.")
    step = 1 if rule.side is Side.AFTER else -1
    counted = _counted(rule, trigger_day, calendar, step)
    day_off = calendar.day_off(counted) or ""
    day = calendar.nearest_working_day(counted, step) if to_working_day else counted
    sentences = [_how(rule, trigger_day, counted, calendar), *_closed(counted, day, day_off)]
    return DueDate(day, " ".join(sentences), rule, trigger_day, calendar.day_off(day) or "")


def _counted(rule: Rule, trigger_day: date, calendar: Calendar, step: int) -> date:
    amount = int(rule.value)
    if rule.unit is Unit.MONTHS:
        return shift_months(trigger_day, step * amount)
    if rule.unit is Unit.CALENDAR_DAYS:
        return shift_days(trigger_day, step * amount)
    count = calendar.add_working_days if step > 0 else calendar.subtract_working_days
    return count(trigger_day, amount)


def _how(rule: Rule, trigger_day: date, due: date, calendar: Calendar) -> str:
    side = SIDES[rule.side or Side.AFTER]
    parts = [f"{rule.amount} {side} {rule.trigger_phrase} {format_date(trigger_day)}"]
    if rule.unit is Unit.WORKING_DAYS:
        parts.extend(_exceptions(calendar, *_counted_days(trigger_day, due)))
    return f"{', '.join(parts)} ({'; '.join(_grounds(rule, trigger_day, due, calendar))})."


def _counted_days(trigger_day: date, due: date) -> tuple[date, date]:
    later = shift_days(trigger_day, 1), due
    return later if due > trigger_day else (due, shift_days(trigger_day, -1))


def _exceptions(calendar: Calendar, first: date, last: date) -> Iterator[str]:
    special = list(calendar.exceptions(first, last))
    off, worked = [s for s in special if s.is_off], [s for s in special if not s.is_off]
    if off:
        yield f"không tính {', '.join(_named(off))}"
    for day in worked:
        yield f"tính cả {WEEKEND[day.day.weekday()]} {KIND_NAMES[day.kind]} {format_date(day.day)}"


def _named(days: Iterable[SpecialDay]) -> Iterator[str]:
    """Each holiday once, with its day or its first and last day."""
    for name, group in groupby(days, key=lambda special: special.name):
        dates = [special.day for special in group]
        yield f"{name} ({format_range(dates[0], dates[-1])})"


def _grounds(rule: Rule, trigger_day: date, due: date, calendar: Calendar) -> Iterator[str]:
    yield str(rule.basis)
    if rule.author:
        yield f"{rule.author} đặt từ ngày {format_date(rule.in_force_from)}: {rule.reason}"
    if not rule.verified:
        yield "chưa kiểm chứng"
    if rule.unit is Unit.WORKING_DAYS:
        yield from calendar.doubts(min(trigger_day, due), max(trigger_day, due))


def _closed(counted: date, day: date, day_off: str) -> Iterator[str]:
    if day_off:
        moved = "" if day == counted else f", nên tính đến ngày {format_date(day)}"
        yield f"Ngày {format_date(counted)} là {day_off}, không phải ngày làm việc{moved}."
