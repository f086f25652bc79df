"""Where and how questions are put and answered, how hearings go, and the steps between the states."""

from django.db import models

from dienhong.kernel.workflow import Transition, Workflow
from dienhong.organisations.kinds import Role


class Venue(models.TextChoices):
    """Law 87/2015/QH13, art. 60 and 69: at a session, or between two sessions before the standing committee."""

    SESSION = "session", "tại kỳ họp"
    STANDING = "standing", "tại phiên họp Thường trực HĐND"
    BETWEEN = "between", "giữa hai kỳ họp, bằng văn bản"


class TimeVenue(models.TextChoices):
    """Where people gather to put questions; between sessions nobody does."""

    SESSION = Venue.SESSION.value, "tại kỳ họp"
    STANDING = Venue.STANDING.value, "tại phiên họp Thường trực HĐND"


class Manner(models.TextChoices):
    ORAL = "oral", "trực tiếp"
    WRITTEN = "written", "bằng văn bản"


class Satisfaction(models.TextChoices):
    """What who asked says of the answer."""

    SATISFIED = "satisfied", "đồng ý"
    UNSATISFIED = "unsatisfied", "chưa đồng ý"


class Broadcast(models.TextChoices):
    """Whether voters could follow a question time as it went on."""

    UNKNOWN = "unknown", "chưa rõ"
    LIVE = "live", "truyền hình, truyền thanh trực tiếp"
    LATER = "later", "phát lại sau phiên"
    NONE = "none", "không truyền"


class QuestionStatus(models.TextChoices):
    PUT = "put", "chờ trả lời"
    ANSWERED = "answered", "đã trả lời"
    WITHDRAWN = "withdrawn", "đã rút"


class HearingStatus(models.TextChoices):
    PLANNED = "planned", "dự kiến"
    HELD = "held", "đã tổ chức"
    CONCLUDED = "concluded", "đã có kết luận"


QUESTION_TONES = {
    QuestionStatus.PUT: "neutral",
    QuestionStatus.ANSWERED: "done",
    QuestionStatus.WITHDRAWN: "cancelled",
}
HEARING_TONES = {
    HearingStatus.PLANNED: "draft",
    HearingStatus.HELD: "neutral",
    HearingStatus.CONCLUDED: "done",
}

_OFFICE = {Role.CLERK, Role.LEADER}

ANSWER, CONCLUDE = "answer", "conclude"
"""Steps that ask for more than a reason: each is a deed of its name."""

QUESTION_WORKFLOW = Workflow(
    initial=QuestionStatus.PUT,
    transitions=[
        Transition(ANSWER, [QuestionStatus.PUT], QuestionStatus.ANSWERED, "Ghi trả lời", {Role.CLERK}),
        Transition(
            "withdraw",
            [QuestionStatus.PUT],
            QuestionStatus.WITHDRAWN,
            "Ghi rút chất vấn",
            _OFFICE,
            needs_reason=True,
        ),
        Transition(
            "restore",
            [QuestionStatus.WITHDRAWN],
            QuestionStatus.PUT,
            "Bỏ ghi nhận đã rút",
            _OFFICE,
            needs_reason=True,
        ),
    ],
)

HEARING_WORKFLOW = Workflow(
    initial=HearingStatus.PLANNED,
    transitions=[
        Transition("hold", [HearingStatus.PLANNED], HearingStatus.HELD, "Ghi nhận đã tổ chức", _OFFICE),
        Transition(CONCLUDE, [HearingStatus.HELD], HearingStatus.CONCLUDED, "Ghi kết luận", {Role.CLERK}),
        Transition(
            "put_off",
            [HearingStatus.HELD],
            HearingStatus.PLANNED,
            "Ghi lại là chưa tổ chức",
            _OFFICE,
            needs_reason=True,
        ),
    ],
)
