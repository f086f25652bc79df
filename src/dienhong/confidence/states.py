"""Kinds of personnel decisions; levels, outcomes and consequences of confidence ratings and votes."""

from django.db import models

from dienhong.kernel.workflow import Transition, Workflow
from dienhong.organisations.kinds import Role


class PersonnelKind(models.TextChoices):
    ELECTION = "election", "bầu"
    DISMISSAL = "dismissal", "miễn nhiệm"
    REMOVAL = "removal", "bãi nhiệm"
    DELEGATE_DISMISSAL = "delegate_dismissal", "cho thôi làm nhiệm vụ đại biểu"
    DELEGATE_REMOVAL = "delegate_removal", "bãi nhiệm đại biểu"


ENDS_POSITION = frozenset({PersonnelKind.DISMISSAL, PersonnelKind.REMOVAL})
ENDS_MANDATE = frozenset({PersonnelKind.DELEGATE_DISMISSAL, PersonnelKind.DELEGATE_REMOVAL})


class PersonnelStatus(models.TextChoices):
    PLANNED = "planned", "dự kiến"
    EFFECTED = "effected", "đã quyết định"
    NOT_CARRIED = "not_carried", "không được thông qua"


PERSONNEL_TONES = {
    PersonnelStatus.PLANNED: "draft",
    PersonnelStatus.EFFECTED: "done",
    PersonnelStatus.NOT_CARRIED: "cancelled",
}

PERSONNEL_WORKFLOW = Workflow(
    initial=PersonnelStatus.PLANNED,
    transitions=[
        Transition(
            "effect", [PersonnelStatus.PLANNED], PersonnelStatus.EFFECTED, "Ghi quyết định", {Role.CLERK}
        ),
        Transition(
            "not_carried",
            [PersonnelStatus.PLANNED],
            PersonnelStatus.NOT_CARRIED,
            "Ghi nhận không được thông qua",
            {Role.CLERK},
            needs_reason=True,
        ),
    ],
)


class Outcome(models.TextChoices):
    """Of a person who was rated on three levels: exactly one of them, whatever the count.

    Resolution 96/2023/QH15. Exactly one half is "more than half" of neither side: it has a class of its own.
    """

    HIGH = "high", "trên 50% tín nhiệm cao"
    CONFIDENT = "confident", "trên 50% tín nhiệm cao và tín nhiệm"
    LOW_OVER_HALF = "low_over_half", "trên 50% đến dưới 2/3 tín nhiệm thấp"
    LOW_TWO_THIRDS = "low_two_thirds", "từ 2/3 tín nhiệm thấp"
    NO_MAJORITY = "no_majority", "không mức nào quá nửa"


OUTCOME_TONES = {
    Outcome.HIGH: "done",
    Outcome.CONFIDENT: "done",
    Outcome.NO_MAJORITY: "neutral",
    Outcome.LOW_OVER_HALF: "due_soon",
    Outcome.LOW_TWO_THIRDS: "overdue",
}


class VoteOutcome(models.TextChoices):
    """Of a person on whose confidence was voted on two levels."""

    CONFIDENCE = "confidence", "được tín nhiệm"
    NO_CONFIDENCE = "no_confidence", "quá nửa không tín nhiệm"
    NO_MAJORITY = "no_majority", "không bên nào quá nửa"


VOTE_TONES = {
    VoteOutcome.CONFIDENCE: "done",
    VoteOutcome.NO_MAJORITY: "neutral",
    VoteOutcome.NO_CONFIDENCE: "overdue",
}


class Requester(models.TextChoices):
    """Who asks for a vote of confidence (Law 87/2015/QH13, art. 64, as a pattern; Resolution 96/2023/QH15)."""

    RATING = "rating", "sau khi lấy phiếu tín nhiệm"
    STANDING_COMMITTEE = "standing_committee", "Thường trực HĐND đề nghị"
    DELEGATES = "delegates", "đại biểu HĐND kiến nghị"
    FRONT = "front", "Ủy ban MTTQ Việt Nam kiến nghị"
