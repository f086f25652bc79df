"""The yearly programme of oversight."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from dienhong.organisations.models import Organisation
from dienhong.oversight.states import LeadKind
from dienhong.registers.models import Record
from dienhong.registers.years import year_field

ONCE = "Chương trình giám sát năm này đã được ghi."


class OversightProgramme(Record):
    """What one council or body meant to oversee in a year; what belongs to it names its year (Law 87/2015, art. 58)."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "number", "note", "year")

    year = year_field("chương trình năm")
    lead_kind = models.CharField(
        "chương trình của", max_length=20, choices=LeadKind, default=LeadKind.COUNCIL
    )
    body = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Ban hoặc Tổ",
        help_text="Chỉ khi là chương trình của một Ban hoặc một Tổ.",
    )
    number = models.CharField("số nghị quyết, quyết định", max_length=60, blank=True)
    decided_on = models.DateField("ban hành ngày", null=True, blank=True)
    note = models.TextField("ghi chú", blank=True)

    class Meta(Record.Meta):
        verbose_name = "chương trình giám sát"
        verbose_name_plural = "chương trình giám sát"
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["council", "year", "lead_kind"],
                condition=Q(cancelled_at=None, body=None),
                name="oversight_programme_once",
                violation_error_message=ONCE,
            ),
            models.UniqueConstraint(
                fields=["council", "year", "body"],
                condition=Q(cancelled_at=None),
                name="oversight_programme_of_body_once",
                violation_error_message=ONCE,
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        """Chương trình giám sát năm 2023 của Ban Kinh tế - Xã hội"""
        return f"Chương trình giám sát năm {self.year} của {self.lead}"

    @property
    def lead(self) -> str:
        return str(self.body or LeadKind(self.lead_kind).label)

    def derive(self) -> None:
        self.counts_on = date(self.year, 1, 1)
        super().derive()
