"""Forms of oversight, who leads it, how it stands to the yearly programme, and its states."""

from django.db import models

from dienhong.kernel.workflow import Transition, Workflow
from dienhong.organisations.kinds import OrganisationKind, Role


class OversightForm(models.TextChoices):
    """Law 87/2015/QH13, art. 57-83; surveys stand beside them in the practice of the councils."""

    THEMATIC = "thematic", "giám sát chuyên đề"
    SURVEY = "survey", "khảo sát"
    REGULAR = "regular", "giám sát thường xuyên"
    RENEWED = "renewed", "giám sát lại"
    REPORT_REVIEW = "report_review", "xem xét báo cáo"
    DOCUMENT_REVIEW = "document_review", "xem xét văn bản"


TOPICS = (OversightForm.THEMATIC, OversightForm.SURVEY)
"""What reports count as topics (giám sát, khảo sát chuyên đề)."""

REVIEWS = (OversightForm.REPORT_REVIEW, OversightForm.DOCUMENT_REVIEW)
"""Done at a desk: nobody is visited, so no deadline of a visit applies."""


class LeadKind(models.TextChoices):
    COUNCIL = "council", "HĐND"
    STANDING_COMMITTEE = "standing_committee", "Thường trực HĐND"
    COMMITTEE = "committee", "Ban của HĐND"
    DELEGATE_GROUP = "delegate_group", "Tổ đại biểu HĐND"
    DELEGATE = "delegate", "đại biểu HĐND"


BODY_OF = {
    LeadKind.COMMITTEE: OrganisationKind.COMMITTEE,
    LeadKind.DELEGATE_GROUP: OrganisationKind.DELEGATE_GROUP,
}
"""Of these a council has several: it must be said which one. The others are named by their kind."""


class ProgrammePlace(models.TextChoices):
    PLANNED = "planned", "theo chương trình"
    ADDED = "added", "bổ sung chương trình"
    OUTSIDE = "outside", "ngoài chương trình"


class OversightStatus(models.TextChoices):
    PLANNED = "planned", "chưa tiến hành"
    UNDER_WAY = "under_way", "đang tiến hành"
    CONCLUDED = "concluded", "đã kết thúc"
    POSTPONED = "postponed", "hoãn, chuyển năm sau"
    DROPPED = "dropped", "không thực hiện"


CARRIED_OUT = (OversightStatus.UNDER_WAY, OversightStatus.CONCLUDED)
"""Work has begun: it counts, and goes on counting in the same year when it is concluded in the next."""

STOPPED = (OversightStatus.POSTPONED, OversightStatus.DROPPED)

TONES = {
    OversightStatus.PLANNED: "draft",
    OversightStatus.UNDER_WAY: "neutral",
    OversightStatus.CONCLUDED: "done",
    OversightStatus.POSTPONED: "due_soon",
    OversightStatus.DROPPED: "cancelled",
}

_OFFICE = {Role.CLERK, Role.LEADER}
_OPEN = [OversightStatus.PLANNED, OversightStatus.UNDER_WAY]

WORKFLOW = Workflow(
    initial=OversightStatus.PLANNED,
    transitions=[
        Transition("begin", [OversightStatus.PLANNED], OversightStatus.UNDER_WAY, "Bắt đầu", {Role.CLERK}),
        Transition("conclude", _OPEN, OversightStatus.CONCLUDED, "Ghi nhận đã kết thúc", {Role.CLERK}),
        Transition(
            "postpone",
            _OPEN,
            OversightStatus.POSTPONED,
            "Hoãn, chuyển năm sau",
            _OFFICE,
            needs_reason=True,
        ),
        Transition(
            "drop",
            [*_OPEN, OversightStatus.POSTPONED],
            OversightStatus.DROPPED,
            "Không thực hiện",
            _OFFICE,
            needs_reason=True,
        ),
        Transition(
            "resume",
            STOPPED,
            OversightStatus.PLANNED,
            "Đưa lại vào kế hoạch",
            _OFFICE,
            needs_reason=True,
        ),
        Transition(
            "reopen",
            [OversightStatus.CONCLUDED],
            OversightStatus.UNDER_WAY,
            "Mở lại để sửa",
            _OFFICE,
            needs_reason=True,
        ),
    ],
)


class MemberRole(models.TextChoices):
    HEAD = "head", "Trưởng Đoàn"
    DEPUTY = "deputy", "Phó Trưởng Đoàn"
    MEMBER = "member", "thành viên"
    SECRETARY = "secretary", "thư ký"


class UpperLevel(models.TextChoices):
    """Whose delegation comes to a council from above."""

    NATIONAL = "national", "Quốc hội, Đoàn đại biểu Quốc hội"
    PROVINCE = "province", "HĐND cấp tỉnh"
    DISTRICT = "district", "HĐND cấp huyện"


class ReceivedForm(models.TextChoices):
    THEMATIC = OversightForm.THEMATIC.value, OversightForm.THEMATIC.label
    SURVEY = OversightForm.SURVEY.value, OversightForm.SURVEY.label
    OTHER = "other", "hình thức khác"
