"""What the law and the house ask of meetings and conferences; pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dienhong.kernel.errors import RuleViolation
from dienhong.vietnamese.dates import format_date

HOST = {"committee": "committee", "group": "delegate_group"}
"""Which kind of body meets in a meeting of a kind; the standing committee needs not be named."""

_HOST_WORDS = {"committee": "Hãy chọn Ban họp.", "group": "Hãy chọn Tổ đại biểu họp."}


def month_named(kind: str, month: int | None, year: int | None, held_on: date) -> RuleViolation | None:
    """The monthly meeting says for which month it is: that of its day, or one beside it."""
    if kind != "standing":
        return None
    if month is None or year is None:
        sentence = "Phiên họp thường kỳ phải nêu họp cho tháng, năm nào."
        return RuleViolation("meeting.month", sentence, "month" if month is None else "year")
    if not 1 <= month <= 12:
        return RuleViolation("meeting.no_month", "Tháng từ 1 đến 12.", "month")
    if abs((held_on.year - year) * 12 + held_on.month - month) <= 1:
        return None
    sentence = f"Họp ngày {format_date(held_on)} thì không thể là phiên tháng {month}/{year}."
    return RuleViolation("meeting.far_month", sentence, "month")


def month_only_where_monthly(kind: str, month: int | None, year: int | None) -> RuleViolation | None:
    """Only the monthly meeting is of a month."""
    if kind == "standing" or (month is None and year is None):
        return None
    sentence = "Chỉ phiên thường kỳ của Thường trực mới nêu họp cho tháng nào."
    return RuleViolation("meeting.not_monthly", sentence, "month" if month is not None else "year")


def host_fits(kind: str, body_kind: str | None) -> RuleViolation | None:
    """A committee meets in a meeting of a committee, a group in one of a group."""
    wanted = HOST.get(kind)
    if wanted == body_kind:
        return None
    if wanted is None:
        sentence = "Chỉ phiên họp của Ban, của Tổ đại biểu mới nêu cơ quan họp."
        return RuleViolation("meeting.no_host", sentence, "body")
    return RuleViolation("meeting.host", _HOST_WORDS[kind], "body")


def session_where_it_prepares(kind: str, has_session: bool) -> RuleViolation | None:
    """A liaison meeting says which session it prepares (Resolution 104/2025/UBTVQH15 for communes)."""
    if kind != "liaison" or has_session:
        return None
    return RuleViolation("meeting.session", "Họp liên tịch phải nêu chuẩn bị kỳ họp nào.", "session")


def held_in_the_past(happened: bool, held_on: date, today: date) -> RuleViolation | None:
    """What has not happened cannot be counted as held."""
    if not happened or held_on <= today:
        return None
    sentence = f"Chưa đến ngày {format_date(held_on)} nên chưa ghi nhận được là đã họp."
    return RuleViolation("meeting.not_over", sentence, "held_on")


def everything_decided(closed: bool, undecided: int) -> RuleViolation | None:
    """A meeting with matters on which nothing was decided does not close."""
    if not closed or not undecided:
        return None
    sentence = f"Còn {undecided:02d} nội dung trình chưa ghi quyết định nên phiên họp chưa kết thúc."
    return RuleViolation("meeting.undecided", sentence)


def decided_where_closed(closed: bool, pending: bool) -> RuleViolation | None:
    """A closed meeting holds nothing undecided: it is opened again before such a matter is added."""
    if not (closed and pending):
        return None
    sentence = "Phiên họp đã kết thúc nên phải ghi quyết định, hoặc mở lại phiên họp trước."
    return RuleViolation("meeting.closed", sentence, "decision")


def submitted_to_standing(kind: str) -> RuleViolation | None:
    """Matters between two sessions are submitted to the standing committee."""
    if kind in {"standing", "standing_extra"}:
        return None
    sentence = "Nội dung trình chỉ ghi ở phiên họp của Thường trực HĐND."
    return RuleViolation("matter.elsewhere", sentence, "meeting")


def number_with_day(number: str, day: date | None, number_field: str, day_field: str) -> RuleViolation | None:
    """A document is named by number and day, or not yet."""
    if bool(number.strip()) == (day is not None):
        return None
    field = day_field if number.strip() else number_field
    return RuleViolation("meeting.document", "Văn bản phải có cả số, ký hiệu và ngày.", field)


def not_before(day: date | None, held_on: date, field: str) -> RuleViolation | None:
    """What follows from a meeting does not come before it."""
    if day is None or day >= held_on:
        return None
    return RuleViolation("meeting.order", f"Họp ngày {format_date(held_on)}.", field)


def submitted_before(submitted_on: date | None, held_on: date) -> RuleViolation | None:
    """A matter is submitted before it is decided."""
    if submitted_on is None or submitted_on <= held_on:
        return None
    sentence = f"Phiên họp ngày {format_date(held_on)}: tờ trình không thể có sau."
    return RuleViolation("matter.late", sentence, "submitted_on")


def reply_needs_decision(pending: bool, replied: bool) -> RuleViolation | None:
    """Nothing is replied before it is decided."""
    if not pending or not replied:
        return None
    return RuleViolation("matter.reply", "Đã có văn bản trả lời thì phải ghi quyết định.", "decision")


_RANK: Mapping[str, int] = {"province": 1, "district": 2, "commune": 3}


def lower_level(own: str, other: str) -> RuleViolation | None:
    """A conference is held with the standing committees of councils below."""
    if not other or _RANK[other] > _RANK[own]:
        return None
    return RuleViolation("conference.level", "Hãy chọn cấp thấp hơn cấp của Hội đồng này.", "level")


def level_where_it_meets_one(kind: str, level: str) -> RuleViolation | None:
    if kind != "conference" or level:
        return None
    return RuleViolation("conference.no_level", "Hội nghị giao ban phải nêu với cấp nào.", "level")


def counts_from_one(number: int, field: str) -> RuleViolation | None:
    return None if number >= 1 else RuleViolation("meeting.ordinal", "Đánh số từ 1.", field)


def within_term(day: date, starts: date, ends: date | None) -> RuleViolation | None:
    """A conference belongs to the term in which it is held."""
    if starts <= day and (ends is None or day <= ends):
        return None
    return RuleViolation("conference.outside_term", "Ngày tổ chức không thuộc nhiệm kỳ đã chọn.", "held_on")


def somebody_proposes(has_council: bool, named: str) -> RuleViolation | None:
    if has_council or named.strip():
        return None
    return RuleViolation("proposal.whose", "Hãy nêu Hội đồng hoặc cơ quan đề xuất.", "raised_by")


def answer_is_whole(
    reply: str, answer: str, answered_on: date | None, passed_to: str
) -> tuple[RuleViolation | None, ...]:
    """What was answered says what and when; what was passed on says to whom."""
    return (
        _answered(reply, answer, answered_on),
        _not_answered_yet(reply, answered_on),
        _passed(reply, passed_to),
    )


def _answered(reply: str, answer: str, answered_on: date | None) -> RuleViolation | None:
    if reply != "answered" or (answer.strip() and answered_on):
        return None
    sentence = "Đã trả lời thì phải ghi nội dung và ngày trả lời."
    return RuleViolation("proposal.answer", sentence, "answered_on" if answer.strip() else "answer")


def _not_answered_yet(reply: str, answered_on: date | None) -> RuleViolation | None:
    if reply != "pending" or answered_on is None:
        return None
    return RuleViolation("proposal.pending", "Đã có ngày trả lời thì hãy chọn kết quả.", "reply")


def _passed(reply: str, passed_to: str) -> RuleViolation | None:
    if reply not in {"assigned", "passed_on"} or passed_to.strip():
        return None
    return RuleViolation("proposal.to_whom", "Hãy ghi giao cho, hoặc kiến nghị đến cơ quan nào.", "passed_to")


def not_followed(work: int) -> RuleViolation | None:
    """What bodies are already working on is settled, not struck out."""
    if not work:
        return None
    return RuleViolation("meeting.followed", "Đã giao việc phải theo dõi từ đây nên không hủy được.")
