"""Where an undertaking comes from, how it may stand, and who may take which step."""

from django.db import models

from dienhong.kernel.workflow import Transition, Workflow
from dienhong.organisations.kinds import Role


class OriginKind(models.TextChoices):
    """What an undertaking was asked, promised or concluded in."""

    PETITION = "petition", "kiến nghị cử tri"
    QUESTION = "question", "chất vấn"
    HEARING = "hearing", "phiên giải trình"
    OVERSIGHT = "oversight", "giám sát, khảo sát"
    MEETING = "meeting", "phiên họp, hội nghị"
    RESOLUTION = "resolution", "nghị quyết"
    LETTER = "letter", "đơn thư"
    PLEDGE = "pledge", "chương trình hành động"


class Status(models.TextChoices):
    """Of an assignment; an undertaking stands as its lead does."""

    ASSIGNED = "assigned", "đã giao"
    ACCEPTED = "accepted", "đang thực hiện"
    REPORTED_DONE = "reported_done", "báo đã xong, chờ xác nhận"
    REPORTED_IMPOSSIBLE = "reported_impossible", "báo không thực hiện được"
    GIVEN_BACK = "given_back", "trả lại, làm tiếp"
    CONFIRMED = "confirmed", "đã xong"
    CLOSED = "closed", "đóng, có giải trình"


WITH_AGENCY = (Status.ASSIGNED, Status.ACCEPTED, Status.GIVEN_BACK)
"""The responsible body must act: only then can it be overdue."""

WITH_COUNCIL = (Status.REPORTED_DONE, Status.REPORTED_IMPOSSIBLE)
"""The body has answered; the council must assess."""

OPEN = (*WITH_AGENCY, *WITH_COUNCIL)
SETTLED = (Status.CONFIRMED, Status.CLOSED)


class Result(models.TextChoices):
    """How an answer is classed."""

    RESOLVED = "resolved", "đã giải quyết"
    EXPLAINED = "explained", "giải trình, cung cấp thông tin"
    PLANNED = "planned", "đang giải quyết, có thời hạn"
    IN_PROGRESS = "in_progress", "đang giải quyết, chưa có thời hạn"
    NO_FUNDS = "no_funds", "chưa giải quyết: chưa có kinh phí"
    NOT_NOW = "not_now", "chưa giải quyết: chưa có điều kiện"
    RETURNED = "returned", "chưa giải quyết: không thuộc thẩm quyền, trả lại"


RESPONDERS = frozenset({Role.AGENCY, Role.CLERK})
"""The body itself, or a clerk who records what it answered on paper."""

COUNCIL = frozenset({Role.LEADER, Role.CLERK})
"""The standing committee, or a clerk who records what it decided on paper."""

WORKFLOW = Workflow(
    initial=Status.ASSIGNED,
    transitions=[
        Transition("accept", [Status.ASSIGNED], Status.ACCEPTED, "Nhận việc", RESPONDERS),
        Transition("report_progress", WITH_AGENCY, Status.ACCEPTED, "Báo tiến độ", RESPONDERS),
        Transition("report_done", WITH_AGENCY, Status.REPORTED_DONE, "Báo đã xong", RESPONDERS),
        Transition(
            "report_impossible",
            WITH_AGENCY,
            Status.REPORTED_IMPOSSIBLE,
            "Báo không thực hiện được",
            RESPONDERS,
            needs_reason=True,
        ),
        Transition("confirm", [Status.REPORTED_DONE], Status.CONFIRMED, "Xác nhận đã xong", COUNCIL),
        Transition(
            "give_back",
            WITH_COUNCIL,
            Status.GIVEN_BACK,
            "Trả lại, yêu cầu làm tiếp",
            COUNCIL,
            needs_reason=True,
        ),
        Transition(
            "close",
            [Status.REPORTED_IMPOSSIBLE],
            Status.CLOSED,
            "Đóng, có giải trình",
            COUNCIL,
            needs_reason=True,
        ),
        Transition("reopen", SETTLED, Status.GIVEN_BACK, "Mở lại", COUNCIL, needs_reason=True),
    ],
)
"""The only way from state to state. Extending, escalating and handing over leave the state as it is."""

ANSWERS = {
    Result.RESOLVED: "report_done",
    Result.EXPLAINED: "report_done",
    Result.PLANNED: "report_progress",
    Result.IN_PROGRESS: "report_progress",
    Result.NO_FUNDS: "report_impossible",
    Result.NOT_NOW: "report_impossible",
    Result.RETURNED: "report_impossible",
}
"""Which step an answer of a class is."""


class Step(models.TextChoices):
    """What a line of the history tells of."""

    ASSIGN = "assign", "Giao việc"
    ACCEPT = "accept", "Nhận việc"
    REPORT_PROGRESS = "report_progress", "Báo tiến độ"
    REPORT_DONE = "report_done", "Báo đã xong"
    REPORT_IMPOSSIBLE = "report_impossible", "Báo không thực hiện được"
    CONFIRM = "confirm", "Xác nhận đã xong"
    GIVE_BACK = "give_back", "Trả lại, yêu cầu làm tiếp"
    CLOSE = "close", "Đóng, có giải trình"
    REOPEN = "reopen", "Mở lại"
    ASK_EXTENSION = "ask_extension", "Xin gia hạn"
    EXTEND = "extend", "Gia hạn"
    DECLINE_EXTENSION = "decline_extension", "Không đồng ý gia hạn"
    ESCALATE = "escalate", "Đôn đốc, kiến nghị"
    HAND_OVER = "hand_over", "Chuyển cơ quan kế thừa"


class ExtensionState(models.TextChoices):
    ASKED = "asked", "đang xin"
    GRANTED = "granted", "đã đồng ý"
    DECLINED = "declined", "không đồng ý"
    REPLACED = "replaced", "thay bằng hạn khác"


TONES = {
    Status.ASSIGNED: "draft",
    Status.ACCEPTED: "neutral",
    Status.GIVEN_BACK: "neutral",
    Status.REPORTED_DONE: "due_soon",
    Status.REPORTED_IMPOSSIBLE: "due_soon",
    Status.CONFIRMED: "done",
    Status.CLOSED: "cancelled",
}
