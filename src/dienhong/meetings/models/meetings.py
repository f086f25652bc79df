"""Meetings between sessions: of the standing committee, with the executive and the front, of committees and groups."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from dienhong.council_sessions.models import CouncilSession
from dienhong.followup.models import Followed, shortened
from dienhong.followup.states import OriginKind
from dienhong.meetings.states import Decision, MeetingKind, MeetingStatus
from dienhong.organisations.models import Organisation
from dienhong.registers.models import Record
from dienhong.rulebook.models import Field
from dienhong.vietnamese.dates import format_date


class Meeting(Followed):
    """One meeting; the monthly one of the standing committee says for which month it is, and counts on its day."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "chair", "notice_number", "content", "review", "plan")
    ORIGIN: ClassVar[OriginKind] = OriginKind.MEETING

    kind = models.CharField("loại", max_length=16, choices=MeetingKind, default=MeetingKind.STANDING)
    body = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Ban, Tổ đại biểu họp",
    )
    session = models.ForeignKey(
        CouncilSession,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name="kỳ họp liên quan",
        help_text="Kỳ họp được chuẩn bị, hoặc vừa qua được đánh giá.",
    )
    month = models.PositiveSmallIntegerField("họp cho tháng", null=True, blank=True)
    year = models.PositiveSmallIntegerField("năm", null=True, blank=True)
    ordinal = models.PositiveSmallIntegerField("phiên thứ", null=True, blank=True)
    held_on = models.DateField("ngày họp")
    place = models.CharField("địa điểm", max_length=200, blank=True)
    chair = models.CharField("chủ trì", max_length=200, blank=True)
    members = models.PositiveSmallIntegerField("số thành viên dự", null=True, blank=True)
    invited = models.PositiveSmallIntegerField("số người được mời dự", null=True, blank=True)
    content = models.TextField("nội dung", blank=True)
    session_review = models.TextField("đánh giá kỳ họp vừa qua", blank=True)
    review = models.TextField("đánh giá hoạt động trong tháng", blank=True)
    plan = models.TextField("phương hướng tháng sau", blank=True)
    notice_number = models.CharField("số, ký hiệu thông báo kết quả", max_length=60, blank=True)
    notice_on = models.DateField("ngày thông báo", null=True, blank=True)
    status = models.CharField(
        "trạng thái", max_length=10, choices=MeetingStatus, default=MeetingStatus.PLANNED, editable=False
    )

    class Meta(Followed.Meta):
        verbose_name = "phiên họp"
        verbose_name_plural = "phiên họp"
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["council", "year", "month"],
                condition=Q(cancelled_at=None, kind=MeetingKind.STANDING),
                name="meeting_once_a_month",
                violation_error_message="Tháng này đã ghi phiên họp thường kỳ.",
            ),
        ]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["council", "kind", "-held_on"], name="meetings_of_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        """ "Phiên họp Thường trực tháng 7/2023", "Họp Ban Pháp chế, 05/7/2023"."""
        day = format_date(self.held_on)
        match self.kind:
            case MeetingKind.STANDING:
                return f"Phiên họp Thường trực tháng {self.month}/{self.year}"
            case MeetingKind.STANDING_EXTRA:
                return f"Phiên họp đột xuất của Thường trực, {day}"
            case MeetingKind.LIAISON:
                return f"Họp liên tịch chuẩn bị {self.session.title if self.session else 'kỳ họp'}, {day}"
            case _:
                return f"Họp {self.body}, {day}"

    @property
    def took_place(self) -> bool:
        return self.status != MeetingStatus.PLANNED

    @property
    def is_closed(self) -> bool:
        return self.status == MeetingStatus.CLOSED

    @property
    def in_its_month(self) -> bool:
        """Whether the monthly meeting met in the month that it is for."""
        return (self.held_on.year, self.held_on.month) == (self.year, self.month)

    def said(self, name: str) -> Any:
        """A year is printed without the grouping of thousands."""
        return str(self.year or "") if name == "year" else super().said(name)

    def derive(self) -> None:
        self.counts_on = self.held_on
        super().derive()


class MatterSubmitted(Record):
    """Something that the executive submitted to the standing committee, and what was decided on it."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("text", "submission_number", "reply_number", "submitter", "field")

    meeting = models.ForeignKey(Meeting, models.PROTECT, related_name="matters", verbose_name="phiên họp")
    text = models.TextField("nội dung trình")
    submitter = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name="cơ quan trình"
    )
    submission_number = models.CharField("số, ký hiệu tờ trình", max_length=60, blank=True)
    submitted_on = models.DateField("ngày tờ trình", null=True, blank=True)
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lĩnh vực"
    )
    legal_basis = models.CharField(
        "căn cứ thẩm quyền của Thường trực", max_length=400, blank=True, help_text="Điều, khoản, văn bản."
    )
    decision = models.CharField("quyết định", max_length=10, choices=Decision, default=Decision.PENDING)
    decision_text = models.TextField("ý kiến, yêu cầu kèm theo", blank=True)
    reply_number = models.CharField("số, ký hiệu văn bản trả lời", max_length=60, blank=True)
    reply_on = models.DateField("ngày văn bản trả lời", null=True, blank=True)

    class Meta(Record.Meta):
        verbose_name = "nội dung trình Thường trực"
        verbose_name_plural = "nội dung trình Thường trực"
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["meeting", "decision"], name="matters_of_meeting"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {shortened(self.text, 80)}"

    @property
    def title(self) -> str:
        return shortened(self.text)

    def derive(self) -> None:
        self.counts_on = self.meeting.held_on
        super().derive()
