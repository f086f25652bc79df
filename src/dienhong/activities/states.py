"""Kinds of activities, and how a delegate's year is classed."""

from django.db import models

from dienhong.kernel.workflow import Transition, Workflow
from dienhong.organisations.kinds import Role


class Month(models.IntegerChoices):
    JANUARY = 1, "tháng 1"
    FEBRUARY = 2, "tháng 2"
    MARCH = 3, "tháng 3"
    APRIL = 4, "tháng 4"
    MAY = 5, "tháng 5"
    JUNE = 6, "tháng 6"
    JULY = 7, "tháng 7"
    AUGUST = 8, "tháng 8"
    SEPTEMBER = 9, "tháng 9"
    OCTOBER = 10, "tháng 10"
    NOVEMBER = 11, "tháng 11"
    DECEMBER = 12, "tháng 12"


class TrainingKind(models.TextChoices):
    COURSE = "course", "lớp tập huấn, bồi dưỡng"
    STUDY = "study", "hội nghị học tập, trao đổi kinh nghiệm"


class BroadcastKind(models.TextChoices):
    RADIO = "radio", "phát thanh"
    TELEVISION = "television", "truyền hình"
    PRESS = "press", "báo, tạp chí, bản tin"
    ONLINE = "online", "trang thông tin điện tử"


class AwardedTo(models.TextChoices):
    COLLECTIVE = "collective", "tập thể"
    INDIVIDUAL = "individual", "cá nhân"


class Grade(models.TextChoices):
    """As the standing committee classes a delegate's year."""

    EXCELLENT = "excellent", "hoàn thành xuất sắc nhiệm vụ"
    GOOD = "good", "hoàn thành tốt nhiệm vụ"
    DONE = "done", "hoàn thành nhiệm vụ"
    NOT_DONE = "not_done", "không hoàn thành nhiệm vụ"


class AssessmentStatus(models.TextChoices):
    DRAFT = "draft", "đang chuẩn bị"
    CLASSED = "classed", "đã xếp loại"


TONES = {AssessmentStatus.DRAFT: "draft", AssessmentStatus.CLASSED: "done"}

_OFFICE = {Role.CLERK, Role.LEADER}

WORKFLOW = Workflow(
    initial=AssessmentStatus.DRAFT,
    transitions=[
        Transition(
            "class", [AssessmentStatus.DRAFT], AssessmentStatus.CLASSED, "Ghi nhận đã xếp loại", _OFFICE
        ),
        Transition(
            "reopen",
            [AssessmentStatus.CLASSED],
            AssessmentStatus.DRAFT,
            "Mở lại để sửa",
            _OFFICE,
            needs_reason=True,
        ),
    ],
)
