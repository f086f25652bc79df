"""Working with others: regulations of coordination, and meetings of the executive that the council attended."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from dienhong.registers.models import Record


class CoordinationRegulation(Record):
    """A regulation of coordination (quy chế phối hợp): between whom, since when, when it is looked at again."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "parties", "number")

    title = models.CharField("tên quy chế, chương trình phối hợp", max_length=300)
    parties = models.TextField("các bên", help_text="Mỗi bên một dòng.")
    number = models.CharField("số, ký hiệu", max_length=60, blank=True)
    signed_on = models.DateField("ký ngày")
    review_on = models.DateField("sơ kết, tổng kết lần tới", null=True, blank=True)
    ended_on = models.DateField("hết hiệu lực từ ngày", null=True, blank=True, editable=False)
    ended_why = models.CharField("vì sao hết hiệu lực", max_length=300, blank=True, editable=False)
    note = models.TextField("ghi chú", blank=True)

    class Meta(Record.Meta):
        verbose_name = "quy chế phối hợp"
        verbose_name_plural = "quy chế phối hợp"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gt=F("signed_on")),
                name="activities_regulation_ends_after_signing",
                violation_error_message="Ngày hết hiệu lực phải sau ngày ký.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    def derive(self) -> None:
        self.counts_on = self.signed_on
        super().derive()


class AttendedMeeting(Record):
    """A meeting of the executive, or of another body, that somebody of the council attended."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("subject", "host", "attended_by", "opinion")

    host = models.CharField("cơ quan chủ trì", max_length=200, help_text="Ví dụ: UBND huyện.")
    held_on = models.DateField("ngày")
    subject = models.CharField("nội dung cuộc họp", max_length=300)
    attended_by = models.CharField("người dự", max_length=300)
    opinion = models.TextField("ý kiến tham gia", blank=True)

    class Meta(Record.Meta):
        verbose_name = "cuộc họp đã dự"
        verbose_name_plural = "cuộc họp đã dự"

    def __str__(self) -> str:
        return f"{self.code} {self.subject}"

    @property
    def title(self) -> str:
        return self.subject

    def derive(self) -> None:
        self.counts_on = self.held_on
        super().derive()
