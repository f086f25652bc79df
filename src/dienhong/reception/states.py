"""Kinds and states of reception days, receptions and letters, and the steps by which a letter is handled."""

from django.db import models

from dienhong.kernel.workflow import Transition, Workflow
from dienhong.organisations.kinds import Role


class Body(models.TextChoices):
    """Who of the council receives citizens (Law 42/2013/QH13, art. 22)."""

    STANDING = "standing", "Thường trực HĐND"
    COMMITTEE = "committee", "Ban của HĐND"
    GROUP = "group", "Tổ đại biểu HĐND"
    DELEGATE = "delegate", "đại biểu HĐND"


class DayOutcome(models.TextChoices):
    """What was said of a reception day; blank while nothing was."""

    HELD = "held", "đã tiếp"
    NOT_HELD = "not_held", "không tiếp, có lý do"
    MOVED = "moved", "chuyển sang ngày khác"


class DayState(models.TextChoices):
    """How a reception day stands on a day: worked out from its date, its outcome and its receptions."""

    PLANNED = "planned", "theo lịch"
    HELD = "held", "đã tiếp"
    MISSED = "missed", "bỏ trống, chưa rõ lý do"
    NOT_HELD = "not_held", "không tiếp, có lý do"
    MOVED = "moved", "chuyển sang ngày khác"


DAY_TONES = {
    DayState.PLANNED: "neutral",
    DayState.HELD: "done",
    DayState.MISSED: "overdue",
    DayState.NOT_HELD: "cancelled",
    DayState.MOVED: "cancelled",
}


class Handling(models.TextChoices):
    """What was done for who came (Law 42/2013/QH13, art. 26)."""

    EXPLAINED = "explained", "giải thích, hướng dẫn tại chỗ"
    LETTER = "letter", "nhận đơn"
    PASSED_ON = "passed_on", "chuyển cơ quan có thẩm quyền"
    ACCEPTED = "accepted", "tiếp thu để xem xét, trả lời sau"
    REFUSED = "refused", "từ chối tiếp, có thông báo"


class LetterKind(models.TextChoices):
    COMPLAINT = "complaint", "khiếu nại"
    DENUNCIATION = "denunciation", "tố cáo"
    PETITION = "petition", "kiến nghị"
    FEEDBACK = "feedback", "phản ánh"


class Channel(models.TextChoices):
    POST = "post", "bưu chính"
    IN_PERSON = "in_person", "gửi trực tiếp"
    RECEPTION = "reception", "tại buổi tiếp công dân"
    PASSED_BY = "passed_by", "cơ quan khác chuyển đến"
    ONLINE = "online", "thư điện tử, cổng thông tin"


class Competence(models.TextChoices):
    """Whose to settle, seen from the council that received it."""

    OWN = "own", "thuộc thẩm quyền"
    OTHER_AGENCY = "other_agency", "của cơ quan khác cùng cấp"
    OTHER_LEVEL = "other_level", "của cấp khác"
    UNKNOWN = "unknown", "chưa xác định"


class FilingGround(models.TextChoices):
    """Why a letter is filed without being handled (Circular 05/2021/TT-TTCP)."""

    ANONYMOUS = "anonymous", "không rõ họ tên, địa chỉ người gửi"
    DOUBLE = "double", "trùng với đơn đã xử lý"
    COPIES = "copies", "gửi nhiều nơi, đã có nơi có thẩm quyền nhận"
    SETTLED = "settled", "đã được giải quyết đúng pháp luật"
    UNREADABLE = "unreadable", "rách nát, không đọc được, không rõ nội dung"
    OTHER = "other", "căn cứ khác"


class LetterStatus(models.TextChoices):
    RECEIVED = "received", "mới nhận"
    ACCEPTED = "accepted", "đã thụ lý"
    PASSED_ON = "passed_on", "đã chuyển"
    GUIDED = "guided", "đã hướng dẫn"
    RETURNED = "returned", "đã trả lại"
    FILED = "filed", "đã lưu"
    WITHDRAWN = "withdrawn", "người gửi rút đơn"
    SETTLED = "settled", "đã giải quyết"


LETTER_TONES = {
    LetterStatus.RECEIVED: "draft",
    LetterStatus.ACCEPTED: "neutral",
    LetterStatus.PASSED_ON: "neutral",
    LetterStatus.GUIDED: "done",
    LetterStatus.RETURNED: "cancelled",
    LetterStatus.FILED: "cancelled",
    LetterStatus.WITHDRAWN: "cancelled",
    LetterStatus.SETTLED: "done",
}

OPEN = (LetterStatus.RECEIVED, LetterStatus.ACCEPTED, LetterStatus.PASSED_ON)
"""Something is still to be done or to be told."""

OFFICE = frozenset({Role.CLERK, Role.LEADER})
"""Who handles letters; of denunciations only those of them who are named."""

WORKFLOW = Workflow(
    initial=LetterStatus.RECEIVED,
    transitions=[
        Transition("accept", [LetterStatus.RECEIVED], LetterStatus.ACCEPTED, "Thụ lý", OFFICE),
        Transition(
            "pass-on",
            [LetterStatus.RECEIVED, LetterStatus.ACCEPTED],
            LetterStatus.PASSED_ON,
            "Chuyển đơn",
            OFFICE,
        ),
        Transition("guide", [LetterStatus.RECEIVED], LetterStatus.GUIDED, "Hướng dẫn người gửi", OFFICE),
        Transition("give-back", [LetterStatus.RECEIVED], LetterStatus.RETURNED, "Trả lại đơn", OFFICE),
        Transition("file", [LetterStatus.RECEIVED], LetterStatus.FILED, "Lưu đơn", OFFICE),
        Transition("withdraw", OPEN, LetterStatus.WITHDRAWN, "Ghi nhận rút đơn", OFFICE),
        Transition("settle", OPEN, LetterStatus.SETTLED, "Ghi kết quả giải quyết", OFFICE),
        Transition(
            "reopen",
            [status for status in LetterStatus if status != LetterStatus.RECEIVED],
            LetterStatus.RECEIVED,
            "Xem xét lại",
            OFFICE,
            needs_reason=True,
        ),
    ],
)
"""The only way from state to state; each step is a deed, because a day and more is asked for."""

LETTER_PREFIX = "DTH"
