"""What the law and the house ask of questions and hearings; pure."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from fractions import Fraction

from dienhong.kernel.errors import RuleViolation
from dienhong.vietnamese.dates import format_date


def session_named(venue: str, has_session: bool) -> RuleViolation | None:
    """What happens at a session names it, and nothing else does."""
    if venue == "session" and not has_session:
        return RuleViolation("question.session", "Chất vấn tại kỳ họp phải nêu kỳ họp nào.", "session")
    if venue != "session" and has_session:
        sentence = "Đã chọn kỳ họp thì nơi chất vấn là tại kỳ họp."
        return RuleViolation("question.venue", sentence, "venue")
    return None


def meeting_named(venue: str, has_meeting: bool) -> RuleViolation | None:
    """A meeting of the standing committee is named only where something happened at one."""
    if venue == "standing" or not has_meeting:
        return None
    sentence = "Đã chọn phiên họp thì nơi chất vấn là tại phiên họp Thường trực HĐND."
    return RuleViolation("question.meeting", sentence, "venue")


def of_the_standing_committee(kind: str | None) -> RuleViolation | None:
    """Questions and hearings belong to meetings of the standing committee, not of a committee or a group."""
    if kind in {None, "standing", "standing_extra"}:
        return None
    return RuleViolation("questioning.meeting", "Hãy chọn phiên họp của Thường trực HĐND.", "meeting")


def somebody_asks(has_asker: bool, has_group: bool, named: str) -> RuleViolation | None:
    """Only delegates put questions; who is not in the register of delegates is named."""
    if has_asker or has_group or named.strip():
        return None
    sentence = "Hãy chọn đại biểu hoặc Tổ đại biểu chất vấn; đại biểu chưa có trong sổ thì ghi họ tên."
    return RuleViolation("question.asker", sentence, "asker")


def asked_while_sitting(name: str, sits: bool) -> RuleViolation | None:
    """Law 87/2015/QH13, art. 2: a question is put by a delegate."""
    if sits:
        return None
    sentence = f"Ngày chất vấn không nằm trong thời gian {name} là đại biểu."
    return RuleViolation("question.not_sitting", sentence, "asker")


def body_of_kind(
    kind: str, allowed: Collection[str], sentence: str, field: str = "body"
) -> RuleViolation | None:
    """Only some kinds of bodies may stand in a place."""
    return None if kind in allowed else RuleViolation("questioning.body", sentence, field)


def not_ahead(day: date | None, today: date, field: str) -> RuleViolation | None:
    """What has not happened is not recorded as having happened."""
    if day is None or day <= today:
        return None
    return RuleViolation("questioning.ahead", f"Chưa đến ngày {format_date(day)}.", field)


def not_before(day: date | None, earliest: date, what: str, field: str) -> RuleViolation | None:
    """One thing follows from another and does not come before it."""
    if day is None or day >= earliest:
        return None
    return RuleViolation("questioning.order", f"{what} ngày {format_date(earliest)}.", field)


def not_after_session(asked_on: date, closes_on: date | None) -> RuleViolation | None:
    """A delegate may hand in a question ahead of the session, not after it."""
    if closes_on is None or asked_on <= closes_on:
        return None
    sentence = f"Kỳ họp bế mạc ngày {format_date(closes_on)}; chất vấn sau đó là giữa hai kỳ họp."
    return RuleViolation("question.after_session", sentence, "asked_on")


def in_session(day: date, opens_on: date | None, closes_on: date | None) -> RuleViolation | None:
    """A question time of a session lies within it."""
    if opens_on is None or closes_on is None or opens_on <= day <= closes_on:
        return None
    sentence = f"Kỳ họp diễn ra từ {format_date(opens_on)} đến {format_date(closes_on)}."
    return RuleViolation("question_time.outside", sentence, "held_on")


def answered_in_writing(venue: str, manner: str) -> RuleViolation | None:
    """Law 87/2015/QH13, art. 60 and 69: between sessions a question is answered in writing."""
    if venue != "between" or manner == "written":
        return None
    sentence = "Chất vấn bằng văn bản giữa hai kỳ họp thì trả lời bằng văn bản."
    return RuleViolation("question.manner", sentence, "answer_manner")


def answer_has_its_day(answered: bool, said: bool) -> RuleViolation | None:
    """Nothing is told of an answer that has not been given."""
    if answered or not said:
        return None
    return RuleViolation("question.answer_day", "Đã ghi trả lời thì phải ghi ngày trả lời.", "answered_on")


def not_followed(work: int) -> RuleViolation | None:
    """What bodies are already working on is settled, not struck out."""
    if not work:
        return None
    return RuleViolation("questioning.followed", "Đã giao việc phải theo dõi từ đây nên không hủy được.")


def asked_once(same: bool) -> RuleViolation | None:
    """Who asks is not also among those who ask with them."""
    if not same:
        return None
    return RuleViolation("question.asks_twice", "Đại biểu này là người chất vấn.", "mandate")


def hearing_counts_from_one(ordinal: int) -> RuleViolation | None:
    if ordinal >= 1:
        return None
    return RuleViolation("hearing.ordinal", "Phiên giải trình đánh số từ 1.", "ordinal")


def within_term(day: date, starts: date, ends: date | None) -> RuleViolation | None:
    """A hearing belongs to the term in which it is held."""
    if starts <= day and (ends is None or day <= ends):
        return None
    return RuleViolation("hearing.outside_term", "Ngày tổ chức không thuộc nhiệm kỳ đã chọn.", "held_on")


def held_in_the_past(happened: bool, held_on: date, today: date) -> RuleViolation | None:
    """What has not happened cannot be counted as held."""
    if not happened or held_on <= today:
        return None
    sentence = f"Chưa đến ngày {format_date(held_on)} nên chưa ghi nhận được là đã tổ chức."
    return RuleViolation("hearing.not_over", sentence, "held_on")


def conclusion_is_whole(number: str, concluded_on: date | None) -> RuleViolation | None:
    """A conclusion is a notice of the standing committee: it has a number and a day, or is not there yet."""
    if bool(number.strip()) == (concluded_on is not None):
        return None
    sentence = "Kết luận phải có cả số, ký hiệu và ngày."
    return RuleViolation(
        "hearing.conclusion", sentence, "concluded_on" if number.strip() else "conclusion_number"
    )


def votes_fit(in_favour: int | None, members: int | None) -> RuleViolation | None:
    """Nobody votes who is not a member."""
    if in_favour is None:
        return None
    if members is None:
        return RuleViolation("hearing.members", "Hãy ghi tổng số thành viên Thường trực.", "members")
    if in_favour <= members:
        return None
    return RuleViolation("hearing.votes", "Số tán thành vượt quá tổng số thành viên.", "in_favour")


def conclusion_passed(
    in_favour: int | None, members: int | None, share: Fraction | None
) -> RuleViolation | None:
    """Law 87/2015/QH13, art. 72: more than half of all members of the standing committee; compared in whole numbers."""
    if in_favour is None or members is None or share is None:
        return None
    if in_favour * share.denominator > members * share.numerator:
        return None
    sentence = f"{in_favour}/{members} thành viên tán thành: chưa quá {share} tổng số nên kết luận chưa được thông qua."
    return RuleViolation("hearing.not_passed", sentence, "in_favour")
