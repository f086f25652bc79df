"""What must agree in a count of ballots, and what a personnel decision must name; pure."""

from __future__ import annotations

from datetime import date

from dienhong.confidence.states import ENDS_MANDATE, ENDS_POSITION, PersonnelKind, PersonnelStatus, Requester
from dienhong.kernel.errors import RuleViolation
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_count


def held_at_session(held_on: date, opens_on: date, closes_on: date) -> RuleViolation | None:
    """Ratings, votes of confidence and elections are a session's (Law 77/2015/QH13; Law 72/2025/QH15)."""
    if opens_on <= held_on <= closes_on:
        return None
    days = f"từ ngày {format_date(opens_on)} đến ngày {format_date(closes_on)}"
    return RuleViolation(
        "confidence.outside_session", f"Ngày này không nằm trong kỳ họp ({days}).", "held_on"
    )


def not_in_the_future(held_on: date, counted: bool, today: date) -> RuleViolation | None:
    """What has not been held has no count."""
    if not counted or held_on <= today:
        return None
    sentence = f"Chưa đến ngày {format_date(held_on)} nên chưa có kết quả kiểm phiếu."
    return RuleViolation("confidence.future", sentence, "held_on")


def count_is_whole(counts: tuple[int | None, ...]) -> RuleViolation | None:
    """A count of ballots is there with all its parts, or not at all."""
    given = [count for count in counts if count is not None]
    if len(given) in {0, len(counts)}:
        return None
    sentence = "Hãy ghi đủ số phiếu phát ra, thu về, hợp lệ, không hợp lệ."
    return RuleViolation("confidence.count", sentence, "issued")


def ballots_agree(issued: int, collected: int, valid: int, invalid: int) -> tuple[RuleViolation | None, ...]:
    """Not more came back than went out; valid and invalid ones are all that came back."""
    return (
        None
        if collected <= issued
        else RuleViolation(
            "confidence.collected",
            f"Thu về {format_count(collected)} phiếu, nhiều hơn số phát ra {format_count(issued)}.",
            "collected",
        ),
        None
        if valid + invalid == collected
        else RuleViolation(
            "confidence.valid",
            f"Hợp lệ {valid} cộng không hợp lệ {invalid} bằng {valid + invalid}, khác số thu về {collected}.",
            "valid",
        ),
    )


def not_more_than_delegates(issued: int, delegates: int) -> RuleViolation | None:
    """Only delegates get a ballot, one each."""
    if issued <= delegates:
        return None
    sentence = (
        f"Phát ra {format_count(issued)} phiếu nhưng ngày này chỉ có {format_count(delegates)} đại biểu."
    )
    return RuleViolation("confidence.issued", sentence, "issued")


def tally_within_ballots(
    parts: tuple[int | None, ...], valid: int | None, field: str
) -> RuleViolation | None:
    """What one person got does not exceed the valid ballots."""
    if all(part is None for part in parts):
        return None
    if any(part is None for part in parts):
        return RuleViolation(
            "confidence.tally", "Hãy ghi đủ các mức của người này, mức không có ghi 0.", field
        )
    total = sum(part or 0 for part in parts)
    if valid is None:
        return RuleViolation(
            "confidence.no_ballots", "Hãy ghi số phiếu của đợt trước khi ghi từng người.", field
        )
    if total <= valid:
        return None
    sentence = f"Cộng các mức bằng {total}, nhiều hơn số phiếu hợp lệ {valid}."
    return RuleViolation("confidence.tally_exceeds", sentence, field)


def counts_stay_true(tallies: list[tuple[str, int]], valid: int | None) -> RuleViolation | None:
    """The ballots may not be corrected to fewer than somebody already got."""
    over = [name for name, total in tallies if valid is None or total > valid]
    if not over:
        return None
    sentence = (
        f"Số phiếu hợp lệ ít hơn số phiếu đã ghi cho {', '.join(over[:3])}{'…' if len(over) > 3 else ''}."
    )
    return RuleViolation("confidence.below_tallies", sentence, "valid")


def ballots_stay(recounted: bool, has_tallies: bool) -> RuleViolation | None:
    """People's classes rest on the ballots: both are corrected together."""
    if not (recounted and has_tallies):
        return None
    sentence = "Đã có kết quả của từng người; hãy sửa số phiếu ở trang “Ghi kết quả kiểm phiếu”."
    return RuleViolation("confidence.ballots_stay", sentence, "issued")


def names_whom(kind: str, position: bool, mandate: bool, office: bool, name: str) -> RuleViolation | None:
    """An election names office and person; an end names the position or the seat that ends."""
    if kind == PersonnelKind.ELECTION:
        if office and (mandate or name.strip()):
            return None
        sentence = "Bầu chức vụ phải ghi cơ quan, chức vụ và người được bầu."
        return RuleViolation("personnel.office", sentence, "organisation" if not office else "full_name")
    if kind in ENDS_POSITION and not position:
        return RuleViolation("personnel.position", "Hãy chọn chức vụ được miễn nhiệm, bãi nhiệm.", "position")
    if kind in ENDS_MANDATE and not mandate:
        return RuleViolation("personnel.mandate", "Hãy chọn đại biểu.", "mandate")
    return None


def decided_by_vote(status: str, has_vote: bool, passed: bool | None) -> RuleViolation | None:
    """The result of the recorded vote decides; nobody picks it."""
    if status == PersonnelStatus.PLANNED or not has_vote:
        return None
    if passed is None:
        return RuleViolation("personnel.vote_open", "Lần biểu quyết này chưa có kết quả.", "vote")
    if passed == (status == PersonnelStatus.EFFECTED):
        return None
    sentence = (
        "Biểu quyết không đạt tỷ lệ luật định."
        if not passed
        else "Biểu quyết đạt tỷ lệ luật định: quyết định đã được thông qua."
    )
    return RuleViolation("personnel.vote", sentence, "vote")


def enough_delegates_ask(
    requester: str, asking: int | None, delegates: int, needed: int
) -> RuleViolation | None:
    """A vote of confidence that delegates ask for needs the share of them that the rule names."""
    if requester != Requester.DELEGATES:
        return None
    if asking is None:
        return RuleViolation("confidence.asking", "Hãy ghi số đại biểu kiến nghị.", "asking")
    if asking >= needed:
        return None
    sentence = f"Cần ít nhất {format_count(needed)} trên {format_count(delegates)} đại biểu kiến nghị."
    return RuleViolation("confidence.too_few", sentence, "asking")
