"""What oversight, its programme and its delegation must be; pure."""

from __future__ import annotations

from datetime import date

from dienhong.kernel.errors import RuleViolation
from dienhong.oversight.states import BODY_OF, CARRIED_OUT, STOPPED, LeadKind, OversightStatus
from dienhong.vietnamese.dates import format_date


def led_by(lead_kind: str, body_kind: str | None, has_delegate: bool) -> RuleViolation | None:
    """Law 87/2015/QH13, art. 5: the council, its standing committee, a committee, a group, a delegate."""
    lead = LeadKind(lead_kind)
    if has_delegate != (lead is LeadKind.DELEGATE):
        sentence = (
            "Hãy chọn đại biểu giám sát." if not has_delegate else "Chỉ chọn khi một đại biểu giám sát."
        )
        return RuleViolation("oversight.delegate", sentence, "delegate")
    if body_kind == BODY_OF.get(lead):
        return None
    if lead not in BODY_OF:
        return RuleViolation("oversight.no_body", "Chỉ chọn khi một Ban hoặc một Tổ giám sát.", "body")
    return RuleViolation("oversight.body", f"Hãy chọn {lead.label} nào.", "body")


def in_programme(place: str, year: int | None, why: str) -> RuleViolation | None:
    """What belongs to a programme says to which year's; what was added to it says why (Law 87/2015, art. 58)."""
    if place != "outside" and year is None:
        sentence = "Nội dung thuộc chương trình phải nêu chương trình năm nào."
        return RuleViolation("oversight.programme_year", sentence, "programme_year")
    if place == "added" and not why.strip():
        return RuleViolation("oversight.added_why", "Hãy ghi lý do bổ sung chương trình.", "added_why")
    return None


def when_is_told(starts_on: date | None, year: int | None) -> RuleViolation | None:
    """Without a day or a programme nobody could say in which year it counts."""
    if starts_on or year:
        return None
    return RuleViolation("oversight.no_day", "Nội dung ngoài chương trình phải có ngày bắt đầu.", "starts_on")


def in_its_year(starts_on: date | None, year: int | None) -> RuleViolation | None:
    """What begins in a later year was postponed, and stands in that year's programme as an item of its own."""
    if starts_on is None or year is None or starts_on.year == year:
        return None
    sentence = (
        f"Bắt đầu ngày {format_date(starts_on)} thì không thuộc chương trình năm {year}; nếu đã chuyển năm, "
        f"hãy hoãn cuộc này và ghi một cuộc trong chương trình năm {starts_on.year}."
    )
    return RuleViolation("oversight.other_year", sentence, "starts_on")


def begun(status: str, starts_on: date | None, today: date) -> RuleViolation | None:
    """What has not begun is not carried out."""
    if status not in CARRIED_OUT or (starts_on and starts_on <= today):
        return None
    sentence = "Chưa có ngày bắt đầu." if starts_on is None else "Chưa đến ngày bắt đầu."
    return RuleViolation("oversight.not_begun", sentence, "starts_on")


def concluded(
    status: str, ends_on: date | None, reported_on: date | None, concluded_on: date | None, today: date
) -> RuleViolation | None:
    """An oversight ends with a report or a conclusion (Law 87/2015, art. 62, 70, 71, 80-86)."""
    if status != OversightStatus.CONCLUDED:
        return None
    if ends_on is None or ends_on > today:
        sentence = "Chưa có ngày kết thúc." if ends_on is None else "Chưa đến ngày kết thúc."
        return RuleViolation("oversight.not_over", sentence, "ends_on")
    if reported_on is None and concluded_on is None:
        sentence = "Kết thúc thì phải có ngày báo cáo hoặc ngày kết luận."
        return RuleViolation("oversight.no_report", sentence, "reported_on")
    return None


def stopped_for_a_reason(status: str, reason: str) -> RuleViolation | None:
    if status not in STOPPED or reason.strip():
        return None
    return RuleViolation(
        "oversight.no_reason", "Hoãn hoặc không thực hiện thì phải có lý do.", "status_reason"
    )


def renews_an_earlier(form: str, has_earlier: bool, itself: bool) -> RuleViolation | None:
    """Renewed oversight looks again at what an earlier one concluded."""
    if itself:
        return RuleViolation("oversight.itself", "Cuộc trước không thể là chính cuộc này.", "earlier")
    if form == "renewed" and not has_earlier:
        return RuleViolation("oversight.earlier", "Giám sát lại thì phải nêu cuộc trước.", "earlier")
    return None


def not_before(what: str, field: str, day: date | None, first: date | None) -> RuleViolation | None:
    """A report, a conclusion, a visit does not come before what it rests on."""
    if day is None or first is None or day >= first:
        return None
    return RuleViolation("oversight.too_early", f"{what} trước ngày {format_date(first)}.", field)


def within(held_on: date, starts_on: date | None, ends_on: date | None) -> RuleViolation | None:
    """A working session lies within the oversight."""
    if starts_on and held_on < starts_on:
        sentence = f"Cuộc giám sát bắt đầu ngày {format_date(starts_on)}."
        return RuleViolation("working_session.before", sentence, "held_on")
    if ends_on and held_on > ends_on:
        sentence = f"Cuộc giám sát kết thúc ngày {format_date(ends_on)}."
        return RuleViolation("working_session.after", sentence, "held_on")
    return None


def not_followed(has_undertakings: bool) -> RuleViolation | None:
    """What somebody is already working on is settled, not struck out."""
    if not has_undertakings:
        return None
    sentence = "Từ cuộc giám sát này đã giao việc phải theo dõi nên không hủy được."
    return RuleViolation("oversight.followed", sentence)
