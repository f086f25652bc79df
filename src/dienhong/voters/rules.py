"""What meetings with voters and petitions must be; pure."""

from __future__ import annotations

from datetime import date

from dienhong.kernel.errors import RuleViolation
from dienhong.vietnamese.dates import format_date


def session_or_theme(kind: str, has_session: bool, theme: str) -> RuleViolation | None:
    """A round before or after a session names the session, a thematic one its theme."""
    if kind in {"before_session", "after_session"} and not has_session:
        return RuleViolation("round.session", "Đợt trước, sau kỳ họp phải nêu kỳ họp nào.", "session")
    if kind == "thematic" and not theme.strip():
        return RuleViolation("round.theme", "Đợt tiếp xúc chuyên đề phải nêu chuyên đề.", "theme")
    return None


def on_its_side_of_the_session(
    kind: str, starts_on: date, ends_on: date, opens_on: date | None, closes_on: date | None
) -> RuleViolation | None:
    """Before means before the session opens, after means after it has closed."""
    if kind == "before_session" and opens_on and ends_on >= opens_on:
        sentence = f"Kỳ họp khai mạc ngày {format_date(opens_on)}: đợt này không còn là trước kỳ họp."
        return RuleViolation("round.not_before", sentence, "ends_on")
    if kind == "after_session" and closes_on and starts_on < closes_on:
        sentence = f"Kỳ họp bế mạc ngày {format_date(closes_on)}: đợt này chưa phải là sau kỳ họp."
        return RuleViolation("round.not_after", sentence, "starts_on")
    return None


def within_round(held_on: date, starts_on: date | None, ends_on: date | None) -> RuleViolation | None:
    """A point lies within its round."""
    if starts_on is None or ends_on is None or starts_on <= held_on <= ends_on:
        return None
    sentence = f"Đợt này từ {format_date(starts_on)} đến {format_date(ends_on)}."
    return RuleViolation("meeting.outside_round", sentence, "held_on")


def counted_when_held(
    held_on: date, attendees: int | None, opinions: int | None, today: date
) -> RuleViolation | None:
    """Nobody has come to what has not happened."""
    if held_on <= today or (attendees is None and opinions is None):
        return None
    return RuleViolation(
        "meeting.not_held", "Chưa đến ngày tiếp xúc nên chưa có số cử tri, số ý kiến.", "attendees"
    )


def somebody_meets(*levels: bool) -> RuleViolation | None:
    if any(levels):
        return None
    return RuleViolation("meeting.no_delegates", "Hãy chọn đại biểu cấp nào tiếp xúc.", "commune_delegates")


def received_in_time(received_on: date, today: date) -> RuleViolation | None:
    if received_on <= today:
        return None
    return RuleViolation("petition.future", "Ngày tiếp nhận chưa đến.", "received_on")


def source_names_meeting(source: str, has_meeting: bool) -> RuleViolation | None:
    """Only what was said at a meeting names one."""
    if has_meeting and source != "meeting":
        sentence = "Kiến nghị nêu tại điểm tiếp xúc thì tiếp nhận qua cuộc tiếp xúc cử tri."
        return RuleViolation("petition.source", sentence, "source")
    return None


def not_before_meeting(received_on: date, held_on: date | None) -> RuleViolation | None:
    if held_on is None or received_on >= held_on:
        return None
    sentence = f"Cuộc tiếp xúc diễn ra ngày {format_date(held_on)}."
    return RuleViolation("petition.before_meeting", sentence, "received_on")


def received_before_forwarded(received_on: date, forwarded_on: date | None) -> RuleViolation | None:
    """Nobody forwards what has not come in yet; figures read its history from the day on which it counts."""
    if forwarded_on is None or received_on <= forwarded_on:
        return None
    sentence = f"Kiến nghị đã chuyển ngày {format_date(forwarded_on)} nên không thể tiếp nhận sau ngày ấy."
    return RuleViolation("petition.received_after_forwarded", sentence, "received_on")


def not_forwarded(codes: list[str]) -> RuleViolation | None:
    """A petition is forwarded once; further bodies are added to its undertaking, a new due date is an extension."""
    if not codes:
        return None
    sentence = f"Đã chuyển từ trước: {', '.join(codes)}."
    return RuleViolation("petition.forwarded", sentence, "petitions")


def something_chosen(count: int) -> RuleViolation | None:
    if count:
        return None
    return RuleViolation("petition.none_chosen", "Hãy chọn ít nhất một kiến nghị.", "petitions")


def forwarded_after_received(on: date, latest: date | None) -> RuleViolation | None:
    if latest is None or on >= latest:
        return None
    sentence = f"Có kiến nghị tiếp nhận ngày {format_date(latest)}, sau ngày chuyển."
    return RuleViolation("petition.not_received_yet", sentence, "on")


def repeats_an_earlier(received_on: date, other_received_on: date, same: bool) -> RuleViolation | None:
    """A repeat comes after what it repeats."""
    if same:
        return RuleViolation("petition.itself", "Kiến nghị không nêu lại chính nó.")
    if other_received_on > received_on:
        return RuleViolation("petition.later", "Kiến nghị được nối phải có trước kiến nghị này.")
    return None


def carried_while_open(is_open: bool) -> RuleViolation | None:
    """What is settled is carried nowhere."""
    if is_open:
        return None
    return RuleViolation("petition.settled", "Kiến nghị đã giải quyết xong nên không chuyển sang kỳ sau.")


def not_carried_there(same: bool) -> RuleViolation | None:
    if not same:
        return None
    return RuleViolation("petition.carried", "Kiến nghị đã được chuyển sang kỳ họp này.", "carried_to")


def carried_in_order(on: date, last: date | None, today: date) -> RuleViolation | None:
    """A petition goes from session to session, after it was forwarded."""
    if on > today:
        return RuleViolation("petition.carried_later", "Ngày chuyển theo dõi chưa đến.", "carried_on")
    if last is not None and on < last:
        sentence = f"Kiến nghị đã chuyển ngày {format_date(last)}; ngày chuyển theo dõi phải từ ngày ấy."
        return RuleViolation("petition.carried_before", sentence, "carried_on")
    return None


def was_passed(standing: bool) -> RuleViolation | None:
    """Only what was passed on, and not taken back yet, can be taken back."""
    if standing:
        return None
    return RuleViolation("petition.not_passed", "Kiến nghị chưa chuyển đến Hội đồng này.", "council")


def passed_elsewhere(own: bool) -> RuleViolation | None:
    if not own:
        return None
    return RuleViolation("petition.own", "Kiến nghị đang ở chính Hội đồng này.", "council")


def nobody_is_left_out(names: list[str]) -> RuleViolation | None:
    """A council that has meetings in a round holds it."""
    if not names:
        return None
    sentence = f"Đã ghi điểm tiếp xúc trong đợt này: {', '.join(names)}."
    return RuleViolation("round.has_meetings", sentence, "councils")


def not_followed(has_undertaking: bool) -> RuleViolation | None:
    """What somebody is already working on is settled, not struck out."""
    if not has_undertaking:
        return None
    return RuleViolation("petition.followed", "Kiến nghị đã chuyển và đang được theo dõi nên không hủy được.")


def why(reason: str) -> RuleViolation | None:
    return None if reason.strip() else RuleViolation("reason", "Hãy ghi lý do.", "reason")
