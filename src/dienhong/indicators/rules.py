"""What the house asks of figures that a council reports."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from dienhong.kernel.errors import RuleViolation
from dienhong.vietnamese.numerals import format_count


def names_its_document(document: str) -> RuleViolation | None:
    """A reported figure says from which document it is taken, so that somebody can look it up."""
    if document.strip():
        return None
    sentence = "Hãy ghi số, ký hiệu, ngày và tên văn bản nêu số liệu này."
    return RuleViolation("reported.document", sentence, "document")


def period_has_begun(first: date, today: date) -> RuleViolation | None:
    """Nobody reports of days to come."""
    return None if first <= today else RuleViolation("reported.future", "Kỳ báo cáo này chưa bắt đầu.")


def parts_within_whole(label: str, whole: int | None, parts: Mapping[str, int]) -> Iterator[RuleViolation]:
    """A part is not without its whole, nor greater than it; parts may overlap, so their sum is not looked at."""
    if parts and whole is None:
        yield RuleViolation("reported.whole", f"{label}: có số phân tổ thì phải có số chung.")
        return
    for name, value in parts.items():
        if whole is not None and value > whole:
            told = f"{label}: phần “{name}” ({format_count(value)}) lớn hơn số chung ({format_count(whole)})."
            yield RuleViolation("reported.part", told)


def something_is_said(count: int) -> RuleViolation | None:
    """An empty form reports nothing."""
    return None if count else RuleViolation("reported.nothing", "Chưa nhập số liệu nào.")
