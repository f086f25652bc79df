"""What the other activities of a council must be; pure."""

from __future__ import annotations

from datetime import date

from dienhong.kernel.errors import RuleViolation
from dienhong.people.spans import Span
from dienhong.vietnamese.dates import format_date


def planned_in_its_year(year: int, month: int | None, due_on: date | None) -> RuleViolation | None:
    """A task of a year is due in it, and on a day of the month that it names."""
    if due_on is None:
        return None
    if due_on.year != year:
        return RuleViolation("plan.other_year", f"Thời hạn phải trong năm {year}.", "due_on")
    if month is not None and due_on.month != month:
        return RuleViolation("plan.other_month", f"Thời hạn không thuộc tháng {month}.", "due_on")
    return None


def in_the_past(what: str, field: str, day: date | None, today: date) -> RuleViolation | None:
    """What has not happened yet cannot have been done."""
    if day is None or day <= today:
        return None
    return RuleViolation("activity.future", f"{what} chưa đến.", field)


def counted_when_held(starts_on: date, participants: int | None, today: date) -> RuleViolation | None:
    """Nobody has taken part in what has not begun."""
    if participants is None or starts_on <= today:
        return None
    return RuleViolation("training.not_held", "Chưa đến ngày mở lớp nên chưa có số người dự.", "participants")


def reviewed_after_signing(review_on: date | None, signed_on: date) -> RuleViolation | None:
    if review_on is None or review_on > signed_on:
        return None
    sentence = f"Sơ kết, tổng kết phải sau ngày ký {format_date(signed_on)}."
    return RuleViolation("regulation.review", sentence, "review_on")


def sat_in_that_year(span: Span, year: int) -> RuleViolation | None:
    """Only a year in which somebody was a delegate is told of."""
    if span.overlaps(Span(date(year, 1, 1), date(year, 12, 31))):
        return None
    return RuleViolation("delegate.other_year", f"Năm {year} người này không phải là đại biểu.", "year")


def classed_by_a_decision(
    status: str, grade: str, decided_on: date | None, today: date
) -> RuleViolation | None:
    """A class is given on a day that has come."""
    if status != "classed":
        return None
    if not grade:
        return RuleViolation("assessment.no_grade", "Hãy chọn mức xếp loại của Thường trực.", "grade")
    if decided_on is None or decided_on > today:
        return RuleViolation("assessment.no_day", "Hãy ghi ngày xếp loại, không sau hôm nay.", "decided_on")
    return None


def pledged_as_candidate_or_delegate(pledged_on: date, ends: date | None) -> RuleViolation | None:
    """A promise is made before the seat ends; before the election it is made by a candidate."""
    if ends is None or pledged_on <= ends:
        return None
    sentence = f"Người này thôi làm đại biểu từ ngày {format_date(ends)}."
    return RuleViolation("pledge.too_late", sentence, "pledged_on")


def not_followed(has_undertakings: bool) -> RuleViolation | None:
    """What somebody is already working on is settled, not struck out."""
    if not has_undertakings:
        return None
    return RuleViolation("pledge.followed", "Từ lời hứa này đã giao việc phải theo dõi nên không hủy được.")
