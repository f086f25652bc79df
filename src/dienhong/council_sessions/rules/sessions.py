"""What is asked of a session itself; pure."""

from datetime import date

from dienhong.kernel.errors import RuleViolation
from dienhong.vietnamese.dates import format_date


def within_term(
    opens_on: date, closes_on: date, *, term_starts: date, term_ends: date | None
) -> RuleViolation | None:
    """A session belongs to the term of the delegates who sit in it."""
    if opens_on < term_starts:
        sentence = f"Kỳ họp khai mạc trước khi nhiệm kỳ bắt đầu ({format_date(term_starts)})."
        return RuleViolation("session.before_term", sentence, "opens_on")
    if term_ends and closes_on > term_ends:
        sentence = f"Kỳ họp bế mạc sau khi nhiệm kỳ kết thúc ({format_date(term_ends)})."
        return RuleViolation("session.after_term", sentence, "closes_on")
    return None


def nominal_year_fits(nominal_year: int, opens_on: date) -> RuleViolation | None:
    """A year-end session may sit early in the next year; it is still the session of the year before."""
    if nominal_year in {opens_on.year, opens_on.year - 1}:
        return None
    sentence = (
        f"Kỳ họp khai mạc năm {opens_on.year} chỉ thuộc chương trình năm {opens_on.year} hoặc năm liền trước."
    )
    return RuleViolation("session.nominal_year", sentence, "nominal_year")


def closed_in_the_past(is_closed: bool, closes_on: date, today: date) -> RuleViolation | None:
    """What has not happened cannot be counted as held."""
    if not is_closed or closes_on <= today:
        return None
    sentence = f"Chưa đến ngày bế mạc {format_date(closes_on)} nên chưa ghi nhận được là đã bế mạc."
    return RuleViolation("session.not_over", sentence, "closes_on")


def ordinal_counts_from_one(ordinal: int) -> RuleViolation | None:
    return None if ordinal >= 1 else RuleViolation("session.ordinal", "Kỳ họp đánh số từ 1.", "ordinal")


def everything_decided(is_closed: bool, undecided: list[str]) -> RuleViolation | None:
    """A session does not close over items that nobody has decided on: considered, passed, withdrawn or postponed."""
    if not is_closed or not undecided:
        return None
    sentence = f"Còn nội dung chưa xem xét, chưa rút và chưa lùi: {'; '.join(undecided)}."
    return RuleViolation("session.undecided", sentence)
