"""What papers and their verification must be; pure."""

from __future__ import annotations

from datetime import date

from dienhong.kernel.errors import RuleViolation
from dienhong.vietnamese.dates import format_date


def days_late(due_on: date | None, received_on: date | None, today: date) -> int:
    """By how many days something came, or still has not come, after it was due; 0 in time."""
    if due_on is None:
        return 0
    return max(((received_on or today) - due_on).days, 0)


def not_in_the_future(day: date | None, today: date, field: str) -> RuleViolation | None:
    if day is None or day <= today:
        return None
    return RuleViolation("future", f"Ngày {format_date(day)} chưa đến.", field)


def of_this_session(session_id: int, other_session_id: int | None, field: str) -> RuleViolation | None:
    """What a part names is a part of the same session."""
    if other_session_id is None or other_session_id == session_id:
        return None
    return RuleViolation("part.other_session", "Mục được chọn thuộc kỳ họp khác.", field)


def about_something(has_item: bool, subject: str) -> RuleViolation | None:
    if has_item or subject.strip():
        return None
    return RuleViolation("part.subject", "Hãy chọn nội dung của chương trình, hoặc ghi nội dung.", "subject")


def reported_in_full(reported_on: date | None, conclusion: str) -> RuleViolation | None:
    """A report has both a date and a conclusion, or there is none yet."""
    if (reported_on is None) == (not conclusion):
        return None
    field = "conclusion" if reported_on else "reported_on"
    return RuleViolation("verification.half", "Báo cáo thẩm tra phải có cả ngày và kết luận.", field)


def assigned_before_reported(assigned_on: date | None, reported_on: date | None) -> RuleViolation | None:
    if assigned_on is None or reported_on is None or assigned_on <= reported_on:
        return None
    return RuleViolation("verification.order", "Ngày báo cáo trước ngày phân công.", "reported_on")


def lead_does_not_support(lead_id: int, supporters: list[int]) -> RuleViolation | None:
    if lead_id not in supporters:
        return None
    return RuleViolation("verification.lead", "Ban chủ trì không đồng thời là Ban phối hợp.", "committees")
