"""The work programme of a year, item by item, and what became of each."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from dienhong.activities.states import Month
from dienhong.followup.models import shortened
from dienhong.organisations.models import Organisation
from dienhong.registers.models import Record
from dienhong.registers.years import year_field


class WorkPlanItem(Record):
    """One task of the year: planned for a month or a day, done on a day, or not done and why."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("task", "body", "supporting", "result")

    year = year_field("chương trình năm")
    task = models.TextField("nhiệm vụ")
    body = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="cơ quan chủ trì"
    )
    supporting = models.CharField("phối hợp", max_length=300, blank=True)
    planned_month = models.PositiveSmallIntegerField("dự kiến tháng", choices=Month, null=True, blank=True)
    due_on = models.DateField("thời hạn", null=True, blank=True, help_text="Khi chương trình nêu rõ ngày.")
    due_by = models.DateField("phải xong trước", editable=False)
    done_on = models.DateField("thực hiện xong ngày", null=True, blank=True, editable=False)
    result = models.TextField("kết quả", blank=True, editable=False)
    not_done_why = models.TextField("lý do không thực hiện", blank=True, editable=False)

    class Meta(Record.Meta):
        verbose_name = "nhiệm vụ trong chương trình công tác"
        verbose_name_plural = "nhiệm vụ trong chương trình công tác"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(done_on=None) | Q(not_done_why=""),
                name="activities_task_done_or_not",
                violation_error_message="Đã ghi ngày thực hiện xong thì không còn lý do không thực hiện.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {shortened(self.task, 80)}"

    @property
    def title(self) -> str:
        return shortened(self.task, 160)

    def derive(self) -> None:
        """Due by the day that was set, else by the last day of its month, else of its year."""
        month = self.planned_month or 12
        self.due_by = self.due_on or date(self.year, month, monthrange(self.year, month)[1])
        self.counts_on = self.due_by
        super().derive()
