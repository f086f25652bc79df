"""Kinds of meetings and conferences, what becomes of what was submitted to them, and the steps between their states."""

from django.db import models

from dienhong.kernel.workflow import Transition, Workflow
from dienhong.organisations.kinds import Role


class MeetingKind(models.TextChoices):
    STANDING = "standing", "Thường trực HĐND, thường kỳ hằng tháng"
    STANDING_EXTRA = "standing_extra", "Thường trực HĐND, đột xuất"
    LIAISON = "liaison", "liên tịch chuẩn bị kỳ họp"
    COMMITTEE = "committee", "Ban của HĐND"
    GROUP = "group", "Tổ đại biểu HĐND"


STANDING_KINDS = (MeetingKind.STANDING, MeetingKind.STANDING_EXTRA)
"""Meetings of the standing committee itself, to which the executive submits matters."""


class ConferenceKind(models.TextChoices):
    CONFERENCE = "conference", "giao ban với Thường trực HĐND cấp dưới"
    REVIEW = "review", "tổng kết hoạt động"


class MeetingStatus(models.TextChoices):
    PLANNED = "planned", "dự kiến"
    HELD = "held", "đã họp"
    CLOSED = "closed", "đã xong"


class ConferenceStatus(models.TextChoices):
    PLANNED = "planned", "dự kiến"
    HELD = "held", "đã tổ chức"
    CONCLUDED = "concluded", "đã có kết luận"


class Decision(models.TextChoices):
    """What the standing committee decided on a matter."""

    PENDING = "pending", "chưa quyết định"
    APPROVED = "approved", "thống nhất"
    AMENDED = "amended", "thống nhất, có chỉnh sửa"
    DEFERRED = "deferred", "để phiên sau hoặc trình kỳ họp"
    RETURNED = "returned", "trả lại để hoàn thiện"
    REJECTED = "rejected", "không thống nhất"


class Reply(models.TextChoices):
    """What became of what a lower council proposed."""

    PENDING = "pending", "chưa trả lời"
    ANSWERED = "answered", "đã trả lời"
    ASSIGNED = "assigned", "giao cơ quan giải quyết"
    PASSED_ON = "passed_on", "kiến nghị lên cấp trên"


MEETING_TONES = {
    MeetingStatus.PLANNED: "draft",
    MeetingStatus.HELD: "neutral",
    MeetingStatus.CLOSED: "done",
}
CONFERENCE_TONES = {
    ConferenceStatus.PLANNED: "draft",
    ConferenceStatus.HELD: "neutral",
    ConferenceStatus.CONCLUDED: "done",
}

_OFFICE = {Role.CLERK, Role.LEADER}

CONCLUDE = "conclude"
"""The step that asks for number and day of a conclusion: a deed of its name."""

MEETING_WORKFLOW = Workflow(
    initial=MeetingStatus.PLANNED,
    transitions=[
        Transition("hold", [MeetingStatus.PLANNED], MeetingStatus.HELD, "Ghi nhận đã họp", _OFFICE),
        Transition("close", [MeetingStatus.HELD], MeetingStatus.CLOSED, "Kết thúc phiên họp", _OFFICE),
        Transition(
            "put_off",
            [MeetingStatus.HELD],
            MeetingStatus.PLANNED,
            "Ghi lại là chưa họp",
            _OFFICE,
            needs_reason=True,
        ),
        Transition(
            "reopen",
            [MeetingStatus.CLOSED],
            MeetingStatus.HELD,
            "Mở lại để sửa",
            _OFFICE,
            needs_reason=True,
        ),
    ],
)

CONFERENCE_WORKFLOW = Workflow(
    initial=ConferenceStatus.PLANNED,
    transitions=[
        Transition("hold", [ConferenceStatus.PLANNED], ConferenceStatus.HELD, "Ghi nhận đã tổ chức", _OFFICE),
        Transition(
            CONCLUDE, [ConferenceStatus.HELD], ConferenceStatus.CONCLUDED, "Ghi kết luận", {Role.CLERK}
        ),
        Transition(
            "put_off",
            [ConferenceStatus.HELD],
            ConferenceStatus.PLANNED,
            "Ghi lại là chưa tổ chức",
            _OFFICE,
            needs_reason=True,
        ),
    ],
)
