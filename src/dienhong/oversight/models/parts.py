"""The people of a delegation, and the working sessions that it held."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from dienhong.oversight.models.oversights import Oversight
from dienhong.oversight.states import MemberRole
from dienhong.people.models import Mandate
from dienhong.registers.models import Record
from dienhong.vietnamese.dates import format_date


class OversightMember(Record):
    """Somebody in the delegation (Đoàn giám sát): a delegate, or anybody else by name."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("holder", "role", "office")

    oversight = models.ForeignKey(
        Oversight, models.PROTECT, related_name="members", verbose_name="cuộc giám sát"
    )
    role = models.CharField("trong Đoàn", max_length=10, choices=MemberRole, default=MemberRole.MEMBER)
    mandate = models.ForeignKey(
        Mandate,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="oversight_seats",
        verbose_name="đại biểu",
    )
    full_name = models.CharField(
        "họ và tên, nếu không phải là đại biểu",
        max_length=120,
        blank=True,
        help_text="Để trống nếu đã chọn đại biểu.",
    )
    office = models.CharField("chức vụ, cơ quan", max_length=200, blank=True)

    class Meta(Record.Meta):
        verbose_name = "thành viên Đoàn giám sát"
        verbose_name_plural = "thành viên Đoàn giám sát"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="oversight_member_is_one_person",
                condition=Q(mandate=None) ^ Q(full_name=""),
                violation_error_message="Hãy chọn một đại biểu, hoặc ghi họ và tên người không phải là đại biểu.",
            ),
            models.UniqueConstraint(
                fields=["oversight", "mandate"],
                condition=Q(cancelled_at=None),
                name="oversight_member_once",
                violation_error_message="Đại biểu này đã có trong Đoàn.",
            ),
            models.UniqueConstraint(
                fields=["oversight"],
                condition=Q(cancelled_at=None, role=MemberRole.HEAD),
                name="oversight_one_head",
                violation_error_message="Đoàn đã có Trưởng Đoàn.",
            ),
        ]
        indexes = [*Record.Meta.indexes, models.Index(fields=["mandate"], name="oversight_seats_of_delegate")]

    def __str__(self) -> str:
        return f"{self.holder}, {self.get_role_display()}"

    @property
    def title(self) -> str:
        return self.holder

    @property
    def holder(self) -> str:
        return str(self.mandate) if self.mandate else self.full_name

    def derive(self) -> None:
        self.counts_on = self.oversight.counts_on
        super().derive()


class WorkingSession(Record):
    """One day of the delegation with one of the units that it oversees."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("unit", "place", "note")

    oversight = models.ForeignKey(
        Oversight, models.PROTECT, related_name="working_sessions", verbose_name="cuộc giám sát"
    )
    held_on = models.DateField("ngày")
    unit = models.CharField("làm việc với", max_length=200)
    place = models.CharField("địa điểm", max_length=200, blank=True)
    note = models.TextField("nội dung, kết quả", blank=True)

    class Meta(Record.Meta):
        verbose_name = "buổi làm việc của Đoàn giám sát"
        verbose_name_plural = "buổi làm việc của Đoàn giám sát"
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["oversight", "held_on"], name="oversight_sessions_of"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return f"{self.unit}, {format_date(self.held_on)}"

    def derive(self) -> None:
        self.counts_on = self.held_on
        super().derive()
