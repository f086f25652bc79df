"""What the house asks of a report; pure."""

from datetime import date

from dienhong.kernel.errors import RuleViolation
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_count


def still_a_draft(is_draft: bool) -> RuleViolation | None:
    """What was signed off stays as it was signed."""
    if is_draft:
        return None
    sentence = "Báo cáo đã ký duyệt nên không sửa được nữa; nếu cần, hãy hủy và lập báo cáo khác."
    return RuleViolation("report.signed", sentence)


def keeps_kind_and_period(
    kind_and_period: tuple[str, ...], before: tuple[str, ...] | None
) -> RuleViolation | None:
    """The text was drafted for this kind and period: another one is another report."""
    if before is None or kind_and_period == before:
        return None
    sentence = "Loại và thời gian của báo cáo không đổi được sau khi lập; hãy lập một báo cáo khác."
    return RuleViolation("report.kind", sentence, "kind")


def states_from_the_period_on(as_of: date | None, last: date) -> RuleViolation | None:
    """States are those of the period's end or of a later day, never of a day before it ended."""
    if as_of is None or as_of >= last:
        return None
    sentence = f"Ngày lấy tình trạng không được trước ngày cuối kỳ ({format_date(last)})."
    return RuleViolation("report.as_of", sentence, "as_of")


def not_issued(is_issued: bool) -> RuleViolation | None:
    """A paper that went out is taken back by another paper, not by striking it out."""
    if not is_issued:
        return None
    return RuleViolation("report.issued", "Báo cáo đã phát hành nên không hủy được.")


def issued_after_signing(issued_on: date, signed_on: date) -> RuleViolation | None:
    """Decree 30/2020/NĐ-CP, art. 15: number and day are given after the signature."""
    if issued_on >= signed_on:
        return None
    sentence = f"Ngày phát hành không được trước ngày ký duyệt ({format_date(signed_on)})."
    return RuleViolation("report.issued_on", sentence, "issued_on")


def issued_by_today(issued_on: date, today: date) -> RuleViolation | None:
    if issued_on <= today:
        return None
    return RuleViolation(
        "report.issued_on", f"Ngày phát hành {format_date(issued_on)} chưa đến.", "issued_on"
    )


def number_is_free(number: int, taken: bool, year: int) -> RuleViolation | None:
    """Decree 30/2020/NĐ-CP, art. 15: one number once in its series and year."""
    if not number:
        return RuleViolation("report.number", "Số văn bản đánh từ 01.", "number")
    if not taken:
        return None
    sentence = f"Năm {year} đã có báo cáo mang số {format_count(number)}."
    return RuleViolation("report.number", sentence, "number")
