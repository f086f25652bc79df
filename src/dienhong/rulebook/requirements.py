"""What the rulebook's own rows must keep to. Pure: arguments in, a violation or None out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from dienhong.kernel.errors import RuleViolation
from dienhong.vietnamese.dates import format_date

if TYPE_CHECKING:
    from dienhong.rulebook.models import RuleOverride


def reason_given(reason: str) -> RuleViolation | None:
    return None if reason.strip() else RuleViolation("reason", "Hãy ghi lý do.", "reason")


def override_stands(row: RuleOverride) -> RuleViolation | None:
    if row.cancelled_at is None:
        return None
    return RuleViolation("override.cancelled", "Giá trị riêng này đã hủy.")


def override_may_end(row: RuleOverride, last_day: date) -> Iterator[RuleViolation]:
    """Not before it begins, and not later than it would end anyway: a longer time is a new value."""
    if cancelled := override_stands(row):
        yield cancelled
    if last_day < row.in_force_from:
        sentence = (
            f"Giá trị riêng có hiệu lực từ ngày {format_date(row.in_force_from)}; nếu đặt nhầm, hãy hủy."
        )
        yield RuleViolation("override.dates", sentence, "last_day")
    if row.in_force_to is not None and last_day > row.in_force_to:
        sentence = f"Giá trị riêng đã hết hiệu lực ngày {format_date(row.in_force_to)}; hãy đặt giá trị mới."
        yield RuleViolation("override.ended", sentence, "last_day")


def day_is_told(kind: str, name: str, source: str, verified: bool) -> Iterator[RuleViolation]:
    """A special day has a name; whoever calls it verified says by what."""
    if kind != "ordinary" and not name.strip():
        yield RuleViolation("holiday.name", "Hãy ghi tên ngày nghỉ, ví dụ “Quốc khánh”.", "name")
    if verified and not source.strip():
        sentence = "Đã kiểm chứng thì phải ghi căn cứ, ví dụ số thông báo."
        yield RuleViolation("holiday.source", sentence, "source")


def field_in_use(retired_on: date | None) -> RuleViolation | None:
    if retired_on is None:
        return None
    return RuleViolation("field.retired", f"Lĩnh vực này đã thôi dùng từ ngày {format_date(retired_on)}.")
