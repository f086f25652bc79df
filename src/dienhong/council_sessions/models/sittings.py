"""The days on which a session sits: who was there, and how it was discussed."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from dienhong.council_sessions.models.sessions import CouncilSession
from dienhong.council_sessions.states import AttendanceState, DiscussionKind
from dienhong.organisations.models import Organisation
from dienhong.people.models import Mandate
from dienhong.registers.models import Record
from dienhong.vietnamese.dates import format_date


class SittingDay(Record):
    """One day of a session, with the attendance of the delegates whose mandate holds on it."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("session", "held_on", "higher_names", "note")

    session = models.ForeignKey(
        CouncilSession, models.PROTECT, related_name="sittings", verbose_name="kỳ họp"
    )
    held_on = models.DateField("ngày họp")
    higher_count = models.PositiveSmallIntegerField("số đại biểu HĐND cấp trên dự", null=True, blank=True)
    higher_names = models.TextField("đại biểu HĐND cấp trên dự", blank=True, help_text="Mỗi người một dòng.")
    note = models.TextField("ghi chú", blank=True)

    class Meta(Record.Meta):
        verbose_name = "ngày họp"
        verbose_name_plural = "ngày họp"
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["session", "held_on"],
                condition=Q(cancelled_at=None),
                name="session_sits_once_a_day",
                violation_error_message="Ngày họp này đã có.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        return f"Ngày họp {format_date(self.held_on)}"

    @property
    def turnout(self) -> str:
        """Who attended of those expected, 11/12: of rows that were read with their counts (``with_counts``)."""
        row: Any = self
        return f"{row.attended_count}/{row.expected_count}"

    def derive(self) -> None:
        self.counts_on = self.held_on
        super().derive()


class Attendance(models.Model):
    """How one delegate attended one day; no row means that nobody has said."""

    sitting = models.ForeignKey(SittingDay, models.PROTECT, related_name="attendances")
    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="attendances", verbose_name="đại biểu")
    state = models.CharField("điểm danh", max_length=10, choices=AttendanceState)
    note = models.CharField("lý do", max_length=200, blank=True)

    class Meta:
        verbose_name = "điểm danh"
        verbose_name_plural = "điểm danh"
        constraints = [
            models.UniqueConstraint(fields=["sitting", "mandate"], name="session_attendance_once"),
        ]

    def __str__(self) -> str:
        return f"{self.mandate}: {self.get_state_display()}"


class Discussion(Record):
    """A discussion in plenary or in a delegate group: how many spoke, how many opinions."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("topic", "kind", "group", "note")

    session = models.ForeignKey(
        CouncilSession, models.PROTECT, related_name="discussions", verbose_name="kỳ họp"
    )
    kind = models.CharField("hình thức", max_length=8, choices=DiscussionKind)
    group = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Tổ thảo luận",
        help_text="Để trống nếu thảo luận tại hội trường.",
    )
    held_on = models.DateField("ngày")
    topic = models.CharField("nội dung thảo luận", max_length=300, blank=True)
    speakers = models.PositiveSmallIntegerField("số đại biểu phát biểu", null=True, blank=True)
    opinions = models.PositiveSmallIntegerField("số lượt ý kiến", null=True, blank=True)
    note = models.TextField("ghi chú", blank=True)

    class Meta(Record.Meta):
        verbose_name = "phiên thảo luận"
        verbose_name_plural = "phiên thảo luận"
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["session", "held_on"], name="session_discussions_by_day"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        where = str(self.group) if self.group else self.get_kind_display()
        return f"Thảo luận {where}, {format_date(self.held_on)}"

    def derive(self) -> None:
        self.counts_on = self.held_on
        super().derive()
