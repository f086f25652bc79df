"""What the law and the house's own rules ask of a resolution, its relations and its targets; pure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from dienhong.kernel.errors import RuleViolation
from dienhong.resolutions.states import ADOPTED, Direction, ResolutionStatus
from dienhong.vietnamese.dates import format_date


def passed_has_its_day(status: str, passed_on: date | None) -> RuleViolation | None:
    """What the council passed, it passed on a day; what it did not pass has none."""
    if status in ADOPTED and passed_on is None:
        return RuleViolation("resolution.no_day", "Hãy ghi ngày thông qua.", "passed_on")
    if status not in ADOPTED and passed_on is not None:
        sentence = "Chỉ nghị quyết đã thông qua mới có ngày thông qua."
        return RuleViolation("resolution.not_passed", sentence, "passed_on")
    return None


def passed_at_session(
    passed_on: date | None, opens_on: date | None, closes_on: date | None
) -> RuleViolation | None:
    """Law 77/2015/QH13, art. 91, kept by Law 72/2025/QH15, art. 35: a council decides by voting at a session."""
    if passed_on is None or opens_on is None or closes_on is None or opens_on <= passed_on <= closes_on:
        return None
    days = f"từ ngày {format_date(opens_on)} đến ngày {format_date(closes_on)}"
    return RuleViolation(
        "resolution.outside_session", f"Ngày thông qua không nằm trong kỳ họp ({days}).", "passed_on"
    )


def in_the_past(day: date | None, today: date, field: str) -> RuleViolation | None:
    """What has not happened is not recorded as done."""
    if day is None or day <= today:
        return None
    return RuleViolation("resolution.future", f"Ngày {format_date(day)} chưa đến.", field)


def issued_is_whole(status: str, number: int | None, signed_on: date | None) -> RuleViolation | None:
    """Decree 30/2020/NĐ-CP, art. 15: an issued document has its number and its day."""
    if status == ResolutionStatus.ISSUED and (number is None or signed_on is None):
        field = "number" if number is None else "signed_on"
        sentence = "Nghị quyết đã ban hành phải có số và ngày ký."
        return RuleViolation("resolution.not_numbered", sentence, field)
    if status != ResolutionStatus.ISSUED and (number is not None or signed_on is not None):
        sentence = "Chỉ nghị quyết đã ban hành mới có số và ngày ký."
        return RuleViolation("resolution.numbered_early", sentence, "number")
    return None


def number_counts_from_one(number: int | None) -> RuleViolation | None:
    if number is None or number >= 1:
        return None
    return RuleViolation("resolution.number", "Số nghị quyết đánh từ 1.", "number")


def in_order(earlier: date | None, later: date | None, sentence: str, field: str) -> RuleViolation | None:
    """A later step does not stand before an earlier one."""
    if earlier is None or later is None or later >= earlier:
        return None
    return RuleViolation("resolution.order", sentence.format(day=format_date(earlier)), field)


def vote_of_session(same: bool) -> RuleViolation | None:
    """The vote that decides is one of the session at which it was put."""
    if same:
        return None
    return RuleViolation("resolution.other_session", "Lần biểu quyết thuộc một kỳ họp khác.", "vote")


def passed_by_vote(status: str, voted: bool, vote_passed: bool | None) -> RuleViolation | None:
    """Where the vote is recorded, its result is computed and decides; nobody picks it."""
    if not voted or status not in {*ADOPTED, ResolutionStatus.REJECTED}:
        return None
    if vote_passed is None:
        return RuleViolation("resolution.vote_open", "Lần biểu quyết này chưa kiểm xong.", "vote")
    if status in ADOPTED and not vote_passed:
        sentence = "Biểu quyết không đạt tỷ lệ luật định nên nghị quyết không được thông qua."
        return RuleViolation("resolution.vote_lost", sentence, "vote")
    if status == ResolutionStatus.REJECTED and vote_passed:
        sentence = "Biểu quyết đạt tỷ lệ luật định: nghị quyết đã được thông qua."
        return RuleViolation("resolution.vote_won", sentence, "vote")
    return None


def one_earlier(has_earlier: bool, outside: str) -> RuleViolation | None:
    """The earlier resolution is one of this house, or named by its number."""
    if has_earlier != bool(outside.strip()):
        return None
    sentence = (
        "Hãy chọn nghị quyết trước, hoặc ghi số, ký hiệu của nó nếu chưa có trong sổ; không ghi cả hai."
    )
    return RuleViolation("relation.earlier", sentence, "earlier")


def relation_goes_back(
    passed_on: date | None, earlier_passed_on: date | None, same: bool
) -> RuleViolation | None:
    """Only a later resolution changes an earlier one."""
    if same:
        return RuleViolation("relation.itself", "Nghị quyết không sửa đổi chính nó.", "earlier")
    if passed_on and earlier_passed_on and earlier_passed_on > passed_on:
        sentence = (
            f"Nghị quyết được chọn thông qua ngày {format_date(earlier_passed_on)}, sau nghị quyết này."
        )
        return RuleViolation("relation.later", sentence, "earlier")
    return None


def reading_has_its_day(actual: Decimal | None, reported_on: date | None) -> RuleViolation | None:
    """A value without its day cannot be compared."""
    if (actual is None) == (reported_on is None):
        return None
    field = "reported_on" if reported_on is None else "actual"
    return RuleViolation("target.reading", "Kết quả thực hiện gồm con số và ngày số liệu.", field)


def met(direction: str, target: Decimal, actual: Decimal | None) -> bool | None:
    """Whether a target is met; None while nothing has been reported."""
    if actual is None:
        return None
    return actual >= target if direction == Direction.AT_LEAST else actual <= target


def postponed_says_why(postponed_to: date | None, reason: str) -> RuleViolation | None:
    if postponed_to is None or reason.strip():
        return None
    return RuleViolation("programme.why", "Hãy ghi lý do lùi thời gian trình.", "reason")


def added_says_why(added: bool, reason: str) -> RuleViolation | None:
    if not added or reason.strip():
        return None
    return RuleViolation("programme.added", "Hãy ghi lý do bổ sung vào chương trình.", "reason")
