"""Kinds and states of a session and of what belongs to it, and the steps between the states."""

from django.db import models

from dienhong.kernel.workflow import Transition, Workflow
from dienhong.organisations.kinds import Role


class SessionKind(models.TextChoices):
    """Law 77/2015/QH13, art. 78, as amended in 2019; kept by Resolution 104/2025/UBTVQH15."""

    REGULAR = "regular", "thường lệ"
    THEMATIC = "thematic", "chuyên đề"
    EXTRAORDINARY = "extraordinary", "đột xuất"


class SessionStatus(models.TextChoices):
    PLANNED = "planned", "dự kiến"
    CONVENED = "convened", "đã triệu tập"
    CLOSED = "closed", "đã bế mạc"


TONES = {SessionStatus.PLANNED: "draft", SessionStatus.CONVENED: "neutral", SessionStatus.CLOSED: "done"}

_OFFICE = {Role.CLERK, Role.LEADER}

WORKFLOW = Workflow(
    initial=SessionStatus.PLANNED,
    transitions=[
        Transition(
            "convene", [SessionStatus.PLANNED], SessionStatus.CONVENED, "Ghi nhận đã triệu tập", _OFFICE
        ),
        Transition(
            "postpone",
            [SessionStatus.CONVENED],
            SessionStatus.PLANNED,
            "Hoãn kỳ họp",
            _OFFICE,
            needs_reason=True,
        ),
        Transition("close", [SessionStatus.CONVENED], SessionStatus.CLOSED, "Ghi nhận đã bế mạc", _OFFICE),
        Transition(
            "reopen",
            [SessionStatus.CLOSED],
            SessionStatus.CONVENED,
            "Mở lại để sửa",
            _OFFICE,
            needs_reason=True,
        ),
    ],
)


class ItemKind(models.TextChoices):
    REPORT = "report", "báo cáo"
    DRAFT = "draft_resolution", "dự thảo nghị quyết"
    PERSONNEL = "personnel", "công tác nhân sự"
    QUESTIONING = "questioning", "chất vấn"
    OTHER = "other", "nội dung khác"


class ItemStatus(models.TextChoices):
    PROPOSED = "proposed", "đề nghị"
    PROGRAMMED = "programmed", "trong chương trình"
    CONSIDERED = "considered", "đã xem xét"
    PASSED = "passed", "đã thông qua"
    WITHDRAWN = "withdrawn", "đã rút"
    POSTPONED = "postponed", "lùi kỳ họp"


UNDECIDED = (ItemStatus.PROPOSED, ItemStatus.PROGRAMMED)
"""What still waits for a word: a session with such an item does not close."""

ITEM_TONES = {
    ItemStatus.PROPOSED: "draft",
    ItemStatus.PROGRAMMED: "neutral",
    ItemStatus.CONSIDERED: "done",
    ItemStatus.PASSED: "done",
    ItemStatus.WITHDRAWN: "cancelled",
    ItemStatus.POSTPONED: "due_soon",
}

PROGRAMME, PROGRAMME_ANYWAY = "programme", "programme_anyway"
PASS, POSTPONE, RESTORE = "pass", "postpone", "restore"

ITEM_WORKFLOW = Workflow(
    initial=ItemStatus.PROPOSED,
    transitions=[
        Transition(PROGRAMME, [ItemStatus.PROPOSED], ItemStatus.PROGRAMMED, "Đưa vào chương trình", _OFFICE),
        Transition(
            PROGRAMME_ANYWAY,
            [ItemStatus.PROPOSED],
            ItemStatus.PROGRAMMED,
            "Đưa vào chương trình dù hồ sơ chưa đủ",
            _OFFICE,
            needs_reason=True,
        ),
        Transition("consider", [ItemStatus.PROGRAMMED], ItemStatus.CONSIDERED, "Ghi đã xem xét", _OFFICE),
        Transition(
            PASS,
            [ItemStatus.PROGRAMMED, ItemStatus.CONSIDERED],
            ItemStatus.PASSED,
            "Ghi đã thông qua",
            _OFFICE,
        ),
        Transition(
            "withdraw", UNDECIDED, ItemStatus.WITHDRAWN, "Rút khỏi chương trình", _OFFICE, needs_reason=True
        ),
        Transition(
            POSTPONE, UNDECIDED, ItemStatus.POSTPONED, "Lùi sang kỳ họp khác", _OFFICE, needs_reason=True
        ),
        Transition(
            RESTORE,
            [ItemStatus.CONSIDERED, ItemStatus.PASSED, ItemStatus.WITHDRAWN, ItemStatus.POSTPONED],
            ItemStatus.PROPOSED,
            "Đưa lại về đề nghị",
            _OFFICE,
            needs_reason=True,
        ),
    ],
)


class PaperKind(models.TextChoices):
    SUBMISSION = "submission", "tờ trình"
    REPORT = "report", "báo cáo"
    DRAFT = "draft_resolution", "dự thảo nghị quyết"
    VERIFICATION = "verification", "báo cáo thẩm tra"
    OTHER = "other", "tài liệu khác"


class Conclusion(models.TextChoices):
    """What a committee says of what it verified."""

    AGREED = "agreed", "nhất trí"
    AMENDED = "amended", "nhất trí, đề nghị chỉnh sửa"
    NOT_YET = "not_yet", "đề nghị chưa trình"


class AttendanceState(models.TextChoices):
    """Excused is not absent, and unknown is not absent."""

    PRESENT = "present", "có mặt"
    LATE = "late", "đến muộn"
    LEFT_EARLY = "left_early", "về sớm"
    EXCUSED = "excused", "vắng có phép"
    ABSENT = "absent", "vắng không phép"
    UNKNOWN = "unknown", "chưa rõ"


ATTENDED = (AttendanceState.PRESENT, AttendanceState.LATE, AttendanceState.LEFT_EARLY)


class DiscussionKind(models.TextChoices):
    PLENARY = "plenary", "tại hội trường"
    GROUP = "group", "tại Tổ"


class DecisionKind(models.TextChoices):
    """What is decided; the majority that it needs follows from it, and nobody picks one."""

    RESOLUTION = "resolution", "thông qua nghị quyết"
    PROCEDURE = "procedure", "chương trình, thủ tục của kỳ họp"
    ELECTION = "election", "bầu chức vụ"
    DISMISSAL = "dismissal", "miễn nhiệm, bãi nhiệm chức vụ"
    DELEGATE_REMOVAL = "delegate_removal", "bãi nhiệm đại biểu"


class VoteMethod(models.TextChoices):
    HANDS = "hands", "giơ tay"
    BY_NAME = "by_name", "ghi tên"
    SECRET = "secret", "bỏ phiếu kín"


class VoteStatus(models.TextChoices):
    OPEN = "open", "chưa có kết quả"
    CLOSED = "closed", "đã có kết quả"


class Choice(models.TextChoices):
    IN_FAVOUR = "in_favour", "tán thành"
    AGAINST = "against", "không tán thành"
    ABSTAINED = "abstained", "không biểu quyết"
