"""Delegations that a higher council or the National Assembly sends."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from dienhong.followup.models import shortened
from dienhong.oversight.states import ReceivedForm, UpperLevel
from dienhong.registers.models import Record
from dienhong.rulebook.models import Field


class OversightReceived(Record):
    """A delegation of a higher level that came to oversee or survey, and who received it."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("topic", "sender", "place", "received_by")

    from_level = models.CharField("Đoàn của cấp", max_length=10, choices=UpperLevel)
    sender = models.CharField("cơ quan cử Đoàn", max_length=200, help_text="Ví dụ: Thường trực HĐND tỉnh.")
    form = models.CharField("hình thức", max_length=16, choices=ReceivedForm, default=ReceivedForm.THEMATIC)
    topic = models.TextField("nội dung giám sát, khảo sát")
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lĩnh vực"
    )
    held_on = models.DateField("ngày")
    to_on = models.DateField("đến ngày", null=True, blank=True)
    place = models.CharField("địa điểm", max_length=200, blank=True)
    received_by = models.CharField("người tiếp, làm việc với Đoàn", max_length=300, blank=True)
    note = models.TextField("ghi chú", blank=True)

    class Meta(Record.Meta):
        verbose_name = "Đoàn giám sát cấp trên"
        verbose_name_plural = "Đoàn giám sát cấp trên"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(to_on=None) | Q(to_on__gte=F("held_on")),
                name="oversight_received_ends_after_it_begins",
                violation_error_message="Ngày kết thúc không được trước ngày bắt đầu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {shortened(self.topic, 80)}"

    @property
    def title(self) -> str:
        return shortened(self.topic, 160)

    def derive(self) -> None:
        self.counts_on = self.held_on
        super().derive()
