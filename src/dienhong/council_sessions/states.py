"""Kinds and states of a session, and the steps between the states."""

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
