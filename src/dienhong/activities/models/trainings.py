"""Courses and study conferences for delegates and those who serve them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from dienhong.activities.states import TrainingKind
from dienhong.organisations.kinds import Level
from dienhong.registers.models import Record


class Training(Record):
    """One course or conference, whoever organised it, with how many took part."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "organiser", "place", "topics")

    kind = models.CharField("loại", max_length=10, choices=TrainingKind, default=TrainingKind.COURSE)
    title = models.CharField("tên lớp, hội nghị", max_length=300)
    organiser = models.CharField("cơ quan tổ chức", max_length=200, blank=True)
    for_level = models.CharField(
        "dành cho đại biểu", max_length=10, choices=Level, blank=True, help_text="Để trống nếu nhiều cấp."
    )
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến ngày", null=True, blank=True)
    place = models.CharField("địa điểm", max_length=200, blank=True)
    topics = models.TextField("nội dung", blank=True)
    participants = models.PositiveIntegerField("số lượt người dự", null=True, blank=True)
    participants_approximate = models.BooleanField("số lượt người dự là ước tính", default=False)
    note = models.TextField("ghi chú", blank=True)

    class Meta(Record.Meta):
        verbose_name = "lớp tập huấn, hội nghị học tập"
        verbose_name_plural = "lớp tập huấn, hội nghị học tập"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="activities_training_ends_after_it_begins",
                violation_error_message="Ngày kết thúc không được trước ngày bắt đầu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    def derive(self) -> None:
        self.counts_on = self.starts_on
        super().derive()
