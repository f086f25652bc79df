"""What the house asks before a report is judged; pure."""

from datetime import date

from dienhong.kernel.errors import RuleViolation
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_count


def names_a_sender(has_council: bool, name: str) -> RuleViolation | None:
    if has_council or name.strip():
        return None
    return RuleViolation("incoming.sender", "Hãy chọn Hội đồng gửi, hoặc ghi nơi gửi khác.", "sender")


def sender_is_below(sender_id: int | None, below: frozenset[int]) -> RuleViolation | None:
    """A council that is chosen and not typed is one that this council receives reports from."""
    if sender_id is None or sender_id in below:
        return None
    sentence = "Hội đồng gửi phải là Hội đồng này hoặc thuộc cấp dưới; nơi khác thì ghi ở “Nơi gửi khác”."
    return RuleViolation("incoming.sender", sentence, "sender")


def received_by_today(received_on: date, today: date) -> RuleViolation | None:
    if received_on <= today:
        return None
    sentence = f"Ngày nhận {format_date(received_on)} chưa đến."
    return RuleViolation("incoming.received", sentence, "received_on")


def may_be_decided(checked: bool) -> RuleViolation | None:
    """A report that was returned or accepted is settled until it is opened again."""
    if checked:
        return None
    sentence = (
        "Báo cáo đã gửi trả, đã chấp nhận hoặc chưa kiểm tra xong nên chưa quyết định được từng phát hiện."
    )
    return RuleViolation("incoming.settled", sentence)


def dismissed_with_a_reason(dismissed: bool, reason: str) -> RuleViolation | None:
    if not dismissed or reason.strip():
        return None
    return RuleViolation("incoming.reason", "Hãy ghi lý do bỏ qua.", "reason")


def errors_are_decided(undecided: int) -> RuleViolation | None:
    """A report is not accepted while somebody has yet to look at what cannot be right."""
    if not undecided:
        return None
    sentence = f"Còn {format_count(undecided)} chỗ sai chưa được quyết định “cần sửa” hoặc “bỏ qua”."
    return RuleViolation("incoming.undecided", sentence)


def nothing_is_left_to_correct(to_correct: int) -> RuleViolation | None:
    """What has to be corrected is returned, not accepted."""
    if not to_correct:
        return None
    sentence = (
        f"Có {format_count(to_correct)} chỗ đã ghi “cần sửa”; hãy gửi trả báo cáo, hoặc đổi quyết định."
    )
    return RuleViolation("incoming.to_correct", sentence)


def there_is_something_to_correct(to_correct: int) -> RuleViolation | None:
    if to_correct:
        return None
    sentence = "Chưa có phát hiện nào được ghi “cần sửa” nên chưa có gì để gửi trả."
    return RuleViolation("incoming.nothing", sentence)
