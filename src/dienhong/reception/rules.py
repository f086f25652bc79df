"""What law and house ask of reception days, receptions and letters; pure."""

from __future__ import annotations

from datetime import date

from dienhong.kernel.errors import RuleViolation
from dienhong.vietnamese.dates import format_date


def somebody_receives(has_position: bool, name: str) -> RuleViolation | None:
    """The published calendar names who receives (Law 42/2013/QH13, art. 24)."""
    if has_position or name.strip():
        return None
    sentence = "Hãy chọn người tiếp, hoặc ghi họ tên và chức vụ."
    return RuleViolation("reception.nobody", sentence, "receiver")


def published_before(published_on: date | None, held_on: date) -> RuleViolation | None:
    """A calendar that comes after its day is none; later than the law's day is told, not refused."""
    if published_on is None or published_on <= held_on:
        return None
    sentence = f"Lịch công bố sau ngày tiếp ({format_date(held_on)})."
    return RuleViolation("reception.published_late", sentence, "published_on")


def not_in_future(day: date | None, today: date, field: str) -> RuleViolation | None:
    """What has not happened cannot be recorded."""
    if day is None or day <= today:
        return None
    return RuleViolation("reception.future", f"Chưa đến ngày {format_date(day)}.", field)


def held_in_the_past(is_held: bool, held_on: date, today: date) -> RuleViolation | None:
    if not is_held or held_on <= today:
        return None
    sentence = f"Chưa đến ngày {format_date(held_on)} nên chưa ghi được là đã tiếp."
    return RuleViolation("reception.not_yet", sentence, "held_on")


def nobody_was_received(count: int) -> RuleViolation | None:
    """A day on which somebody was received was held."""
    if not count:
        return None
    sentence = "Buổi này đã ghi lượt tiếp công dân nên không thể ghi là không tiếp."
    return RuleViolation("reception.somebody_came", sentence)


def moved_to_another_day(moved_on: date, held_on: date) -> RuleViolation | None:
    if moved_on != held_on:
        return None
    return RuleViolation("reception.same_day", "Ngày chuyển đến phải khác ngày theo lịch.", "moved_on")


def on_its_day(received_on: date, day_held_on: date | None) -> RuleViolation | None:
    """Who is received on a day of the calendar is received on that day."""
    if day_held_on is None or received_on == day_held_on:
        return None
    sentence = f"Buổi tiếp theo lịch là ngày {format_date(day_held_on)}; ngày khác thì để trống buổi tiếp."
    return RuleViolation("reception.other_day", sentence, "received_on")


def day_was_not_called_off(day_outcome: str) -> RuleViolation | None:
    if day_outcome not in {"not_held", "moved"}:
        return None
    sentence = "Buổi tiếp này đã ghi là không tiếp hoặc chuyển ngày; hãy chọn buổi khác hoặc để trống."
    return RuleViolation("reception.day_called_off", sentence, "day")


def denunciation_apart(is_denunciation: bool) -> RuleViolation | None:
    """Who denounces is kept secret (Law 25/2018/QH14, art. 56): no common form, no workbook carries it."""
    if not is_denunciation:
        return None
    sentence = (
        "Đơn tố cáo không ghi ở đây và không nhập từ Excel: "
        "người được giao xử lý ghi bằng nút “Ghi đơn tố cáo” ở sổ Đơn thư."
    )
    return RuleViolation("letter.denunciation", sentence, "kind")


def says_something(matter: str) -> RuleViolation | None:
    if matter.strip():
        return None
    return RuleViolation("letter.matter", "Hãy ghi tóm tắt nội dung đơn.", "matter")


def has_field(field_id: int | None) -> RuleViolation | None:
    if field_id is not None:
        return None
    return RuleViolation("letter.field", "Hãy chọn lĩnh vực.", "field")


def channel_is_told(channel: str, passed_by: str) -> RuleViolation | None:
    """A letter that another body passed on names that body."""
    if channel != "passed_by" or passed_by.strip():
        return None
    return RuleViolation("letter.passed_by", "Hãy ghi cơ quan đã chuyển đơn đến.", "passed_by")


def reception_of_channel(channel: str, has_reception: bool) -> RuleViolation | None:
    if channel == "reception" or not has_reception:
        return None
    sentence = "Chỉ chọn lượt tiếp khi đơn nhận tại buổi tiếp công dân."
    return RuleViolation("letter.reception", sentence, "reception")


def handled_when(is_handled: bool, handled_on: date | None) -> RuleViolation | None:
    """Whatever became of a letter became of it on a day."""
    if not is_handled or handled_on is not None:
        return None
    return RuleViolation("letter.handled_on", "Hãy ghi ngày xử lý đơn.", "handled_on")


def handled_after_received(handled_on: date | None, received_on: date) -> RuleViolation | None:
    if handled_on is None or handled_on >= received_on:
        return None
    sentence = f"Ngày xử lý trước ngày nhận đơn ({format_date(received_on)})."
    return RuleViolation("letter.handled_early", sentence, "handled_on")


def passed_somewhere(is_passed_on: bool, where: str) -> RuleViolation | None:
    if not is_passed_on or where.strip():
        return None
    sentence = "Hãy chọn hoặc ghi cơ quan mà đơn được chuyển đến."
    return RuleViolation("letter.passed_to", sentence, "passed_to")


def passed_to_one(has_body: bool, name: str) -> RuleViolation | None:
    if not has_body or not name.strip():
        return None
    sentence = "Chọn cơ quan trong danh sách, hoặc ghi tên cơ quan khác; không cả hai."
    return RuleViolation("letter.passed_to_two", sentence, "passed_to_name")


def report_from_a_known_body(report_due_on: date | None, has_body: bool) -> RuleViolation | None:
    """Only a body of the catalogue can be followed."""
    if report_due_on is None or has_body:
        return None
    sentence = "Muốn theo dõi kết quả thì chọn cơ quan nhận đơn trong danh sách."
    return RuleViolation("letter.report_of_whom", sentence, "report_due_on")


def report_after_passing(report_due_on: date | None, handled_on: date | None) -> RuleViolation | None:
    if report_due_on is None or handled_on is None or report_due_on >= handled_on:
        return None
    return RuleViolation("letter.report_early", "Hạn báo kết quả trước ngày chuyển đơn.", "report_due_on")


def filed_with_ground(is_filed: bool, ground: str) -> RuleViolation | None:
    """A letter is not filed without a ground (Circular 05/2021/TT-TTCP)."""
    if not is_filed or ground:
        return None
    return RuleViolation("letter.ground", "Hãy chọn căn cứ lưu đơn.", "filing_ground")


def answered(needs_outcome: bool, outcome: str) -> RuleViolation | None:
    if not needs_outcome or outcome.strip():
        return None
    return RuleViolation("letter.outcome", "Hãy ghi kết quả, nội dung trả lời.", "outcome")


def nothing_follows(has_origin: bool) -> RuleViolation | None:
    """What was already given to others to read cannot be made secret."""
    if not has_origin:
        return None
    sentence = "Đơn này đã giao việc theo dõi nên nội dung đã có ở nơi khác; hãy hủy việc ấy rồi ghi đơn mới."
    return RuleViolation("letter.already_followed", sentence)


def is_a_denunciation(is_denunciation: bool, wanted: bool) -> RuleViolation | None:
    """Each form writes its own kind."""
    if is_denunciation == wanted:
        return None
    return RuleViolation("letter.other_kind", "Việc này không áp dụng cho loại đơn này.")


def two_letters(first_id: int, second_id: int) -> RuleViolation | None:
    if first_id != second_id:
        return None
    return RuleViolation("letter.itself", "Một đơn không thể trùng với chính nó.")


def handler_is_of_the_office(is_of_office: bool) -> RuleViolation | None:
    """Named from among those who work in the office or lead it."""
    if is_of_office:
        return None
    sentence = "Chỉ giao cho chuyên viên Văn phòng hoặc Thường trực HĐND của Hội đồng này."
    return RuleViolation("handler.office", sentence, "user")


def some_days(count: int) -> RuleViolation | None:
    """A pattern that gives no day that is not there yet."""
    if count:
        return None
    return RuleViolation("reception.no_days", "Không có ngày nào để ghi: các ngày này đã có trong lịch.")
