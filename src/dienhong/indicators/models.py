"""Figures that a council reported by paper where it keeps no records here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from dienhong.audit.models import Versioned
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council

if TYPE_CHECKING:
    from dienhong.indicators.declaration import Part


class ReportedQuerySet(models.QuerySet["ReportedFigure"]):
    def standing(self) -> Self:
        """Those that were not taken back."""
        return self.filter(withdrawn_at=None)

    def of_period(self, period: Period) -> Self:
        """Those reported for this very period: what was reported for its parts is not added up."""
        return self.filter(first=period.first, last=period.last)


class ReportedFigure(Versioned):
    """One figure of a council and period as a document reports it: of a whole indicator, or of a part of it."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="Hội đồng")
    indicator = models.CharField("chỉ số", max_length=60)
    breakdown = models.CharField("phân tổ", max_length=40, blank=True)
    part_value = models.CharField("phần", max_length=40, blank=True)
    first = models.DateField("từ ngày")
    last = models.DateField("đến ngày")
    value = models.PositiveBigIntegerField("số liệu")
    approximate = models.BooleanField("ước tính", default=False)
    document = models.CharField(
        "theo văn bản", max_length=300, help_text="Số, ký hiệu, ngày và tên báo cáo nêu số liệu này."
    )
    recorded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người ghi", editable=False
    )
    recorded_at = models.DateTimeField("ghi lúc", editable=False)
    withdrawn_at = models.DateTimeField("rút lại lúc", null=True, editable=False)

    objects = ReportedQuerySet.as_manager()

    class Meta:
        verbose_name = "số liệu báo cáo"
        verbose_name_plural = "số liệu báo cáo"
        constraints = [
            models.UniqueConstraint(
                fields=["council", "first", "last", "indicator", "breakdown", "part_value"],
                condition=Q(withdrawn_at=None),
                name="indicators_reported_once",
            ),
            models.CheckConstraint(condition=Q(last__gte=F("first")), name="indicators_reported_in_a_period"),
        ]
        indexes = [models.Index(fields=["first", "last", "council"], name="indicators_reported_of_period")]

    def __str__(self) -> str:
        return f"{self.council.short_name}: {self.indicator} {self.period}"

    @property
    def period(self) -> Period:
        return Period.between(self.first, self.last)

    @property
    def part(self) -> Part | None:
        """The part of the indicator that it is about; None for the whole."""
        return (self.breakdown, self.part_value) if self.breakdown else None
