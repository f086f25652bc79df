"""What the house asks of steps and answers; pure."""

from __future__ import annotations

from datetime import date

from dienhong.followup.ladder import HAPPENS_IN, Rung
from dienhong.followup.states import ANSWERS, OPEN, OriginKind, Result
from dienhong.kernel.errors import RuleViolation
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_count


def in_order(on: date, last_on: date, today: date) -> RuleViolation | None:
    """History goes forward, so that it can be read as of any day."""
    if on > today:
        return RuleViolation("followup.future", "Ngày ghi nhận chưa đến.", "on")
    if on < last_on:
        sentence = f"Việc này đã có ghi nhận ngày {format_date(last_on)}; ngày sau đó mới ghi tiếp được."
        return RuleViolation("followup.before_last", sentence, "on")
    return None


def due_after_given(due_on: date, on: date) -> RuleViolation | None:
    if due_on >= on:
        return None
    return RuleViolation("followup.due_before_given", "Hạn không được trước ngày giao.")


def still_open(status: str, step: str) -> RuleViolation | None:
    """What the council has settled moves only when it is opened again."""
    if status in OPEN or step == "reopen":
        return None
    return RuleViolation("followup.settled", "Việc này đã kết thúc; muốn làm tiếp phải mở lại.")


def lead_only(step: str, leads: bool) -> RuleViolation | None:
    """An undertaking is opened again with its lead."""
    if step != "reopen" or leads:
        return None
    return RuleViolation("followup.lead_only", "Chỉ mở lại việc với cơ quan chủ trì.")


def paper_is_cited(in_person: bool, cites: bool) -> RuleViolation | None:
    """What somebody else answered or decided is recorded with the paper that says so."""
    if in_person or cites:
        return None
    sentence = "Ghi thay phải nêu văn bản: số, ký hiệu và ngày."
    return RuleViolation("followup.paper", sentence, "number")


def answer_is_whole(
    result: str, text: str, promised_on: date | None, on: date
) -> tuple[RuleViolation | None, ...]:
    """An answer is classed and says something; only a plan with a date has a date."""
    return (_classed(result), _says_something(text), _promise_fits(result, promised_on, on))


def _classed(result: str) -> RuleViolation | None:
    known = result in ANSWERS
    return None if known else RuleViolation("followup.result", "Hãy chọn kết quả trả lời.", "result")


def _says_something(text: str) -> RuleViolation | None:
    return None if text.strip() else RuleViolation("followup.text", "Hãy ghi nội dung trả lời.", "text")


def _promise_fits(result: str, promised_on: date | None, on: date) -> RuleViolation | None:
    if result == Result.PLANNED and promised_on is None:
        return RuleViolation("followup.promise", "Trả lời có thời hạn phải nêu ngày xong.", "promised_on")
    if result != Result.PLANNED and promised_on is not None:
        sentence = "Chỉ trả lời “đang giải quyết, có thời hạn” mới nêu ngày xong."
        return RuleViolation("followup.no_promise", sentence, "promised_on")
    if promised_on is not None and promised_on <= on:
        return RuleViolation("followup.promise_past", "Ngày hẹn xong phải sau ngày trả lời.", "promised_on")
    return None


def later_than(new_due_on: date, due_on: date) -> RuleViolation | None:
    """An extension gives time; it takes none away."""
    if new_due_on > due_on:
        return None
    sentence = f"Hạn mới phải sau hạn đang có ({format_date(due_on)})."
    return RuleViolation("followup.not_later", sentence, "new_due_on")


def reason_given(reason: str, field: str = "text") -> RuleViolation | None:
    return None if reason.strip() else RuleViolation("followup.reason", "Hãy ghi lý do.", field)


def escalated_when_overdue(days_overdue: int) -> RuleViolation | None:
    """The ladder begins where a due date has passed."""
    if days_overdue > 0:
        return None
    return RuleViolation("followup.in_time", "Việc chưa quá hạn nên chưa đến bước đôn đốc.")


def happens_there(rung: str, kind: str | None, same_council: bool) -> RuleViolation | None:
    """A hearing is taken in a hearing, a question in a question, of the very council that follows the matter up."""
    if kind is None:
        return None
    if HAPPENS_IN.get(Rung(rung)) != kind:
        sentence = f"Bước “{Rung(rung).label}” không thực hiện tại {OriginKind(kind).label}."
        return RuleViolation("followup.other_place", sentence, "happened_in")
    if not same_council:
        sentence = f"Chỉ chọn được {OriginKind(kind).label} của chính Hội đồng đang theo dõi việc này."
        return RuleViolation("followup.other_council", sentence, "happened_in")
    return None


def place_said(where: str, chosen: bool) -> RuleViolation | None:
    """Where a rung was taken is a paper in words, or a record that was chosen."""
    if where.strip() or chosen:
        return None
    return RuleViolation("followup.where", "Hãy ghi văn bản hoặc nơi thực hiện.", "where")


def bodies_differ(lead: int, supporters: list[int]) -> RuleViolation | None:
    if lead not in supporters and len(set(supporters)) == len(supporters):
        return None
    sentence = "Mỗi cơ quan chỉ được giao một lần: chủ trì hoặc phối hợp."
    return RuleViolation("followup.body_twice", sentence, "supporters")


def body_stands(name: str, dissolved_on: date | None, on: date, field: str) -> RuleViolation | None:
    """Nothing is assigned to a body that has ended."""
    if dissolved_on is None or on < dissolved_on:
        return None
    sentence = f"{name} đã kết thúc hoạt động ngày {format_date(dissolved_on)}."
    return RuleViolation("followup.body_ended", sentence, field)


def cell_is_filled(filled: bool, name: str, label: str) -> RuleViolation | None:
    """A row of a sheet that tells of an act tells enough of it."""
    if filled:
        return None
    return RuleViolation(
        "followup.cell_missing", f"Thiếu “{label}”: hãy ghi ô này hoặc bỏ các ô sau nó.", name
    )


def as_recorded(same: bool, name: str, label: str) -> RuleViolation | None:
    """An act that is recorded is corrected by another act, not by a cell."""
    if same:
        return None
    sentence = f"“{label}” đã được ghi khác; muốn sửa việc đã ghi, hãy làm trong hệ thống."
    return RuleViolation("followup.recorded_otherwise", sentence, name)


def who_issued() -> RuleViolation:
    """The council's decision is on a paper of its standing committee."""
    sentence = "Chưa có Thường trực Hội đồng trong danh mục cơ quan nên không ghi được văn bản xác nhận."
    return RuleViolation("followup.no_standing_committee", sentence, "number")


MOST_FILES = 10
"""Files that one act may carry."""


def few_files(count: int) -> RuleViolation | None:
    if count <= MOST_FILES:
        return None
    sentence = f"Mỗi lần chỉ gửi được {format_count(MOST_FILES)} tệp; hãy gộp lại hoặc gửi tiếp lần sau."
    return RuleViolation("followup.files", sentence, "file")
