"""What sitting days, attendance and discussions must be; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date

from dienhong.kernel.errors import RuleViolation
from dienhong.vietnamese.dates import format_date


def within_session(
    day: date, opens_on: date, closes_on: date, field: str = "held_on"
) -> RuleViolation | None:
    if opens_on <= day <= closes_on:
        return None
    sentence = f"Kỳ họp họp từ {format_date(opens_on)} đến {format_date(closes_on)}."
    return RuleViolation("sitting.outside_session", sentence, field)


def everybody_expected(named: Collection[int], expected: Collection[int]) -> RuleViolation | None:
    """Attendance is of the delegates whose mandate holds on the day, and of nobody else."""
    if set(named) <= set(expected):
        return None
    return RuleViolation(
        "sitting.stranger", "Có người không phải là đại biểu vào ngày này; hãy tải lại trang."
    )


def higher_delegates_counted(count: int | None, names: str) -> RuleViolation | None:
    """Not fewer guests than are named, one to a line."""
    named = len([line for line in names.splitlines() if line.strip()])
    if named <= (count or 0):
        return None
    sentence = f"Đã ghi tên {named} người nên số đại biểu phải từ {named}."
    return RuleViolation("sitting.higher", sentence, "higher_count")


def group_is_named(kind: str, has_group: bool) -> RuleViolation | None:
    """A plenary discussion is nobody's group's."""
    if kind == "plenary" and has_group:
        return RuleViolation("discussion.group", "Thảo luận tại hội trường không thuộc Tổ nào.", "group")
    return None


def named_once(names: Sequence[str], column: str) -> RuleViolation | None:
    """A sheet says one thing of each delegate on a day."""
    if twice := [name for name, count in Counter(names).items() if count > 1]:
        sentence = f"Một đại biểu chỉ ghi ở một cột trong ngày: {', '.join(twice)}."
        return RuleViolation("sitting.named_twice", sentence, column)
    return None


def delegates_of_the_day(strangers: Sequence[str], column: str) -> RuleViolation | None:
    """Attendance is of the delegates whose mandate holds on the day; the others are told by name."""
    if not strangers:
        return None
    sentence = f"Không phải là đại biểu vào ngày này: {', '.join(strangers)}."
    return RuleViolation("sitting.stranger", sentence, column)
