"""Terms of a council."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from dienhong.audit.models import Versioned
from dienhong.organisations.models import Council
from dienhong.vietnamese.numerals import to_roman


class SessionNumbering(models.TextChoices):
    """How a house counts its sessions within a term."""

    ONE_SERIES = "one_series", "chung một dãy số cho mọi loại kỳ họp"
    BY_KIND = "by_kind", "mỗi loại kỳ họp một dãy số riêng"


class Term(Versioned):
    """One term of one council: "khóa XIV, nhiệm kỳ 2021-2026"."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="terms", verbose_name="Hội đồng")
    ordinal = models.PositiveSmallIntegerField("khóa")
    starts_on = models.DateField("bắt đầu từ ngày")
    ends_on = models.DateField("kết thúc ngày", null=True, blank=True)
    first_year = models.PositiveSmallIntegerField("năm đầu nhiệm kỳ")
    last_year = models.PositiveSmallIntegerField("năm cuối nhiệm kỳ")
    session_numbering = models.CharField(
        "cách đánh số kỳ họp", max_length=12, choices=SessionNumbering, default=SessionNumbering.ONE_SERIES
    )

    class Meta:
        verbose_name = "khóa, nhiệm kỳ"
        verbose_name_plural = "khóa, nhiệm kỳ"
        constraints = [
            models.UniqueConstraint(
                fields=["council", "ordinal"],
                name="people_term_once",
                violation_error_message="Khóa này đã có.",
            ),
            models.CheckConstraint(
                name="people_term_ends_after_it_begins",
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")),
                violation_error_message="Ngày kết thúc nhiệm kỳ phải sau ngày bắt đầu.",
            ),
        ]
        indexes = [models.Index(fields=["council", "-starts_on"], name="people_terms_of_council")]

    def __str__(self) -> str:
        return f"khóa {to_roman(self.ordinal)}, nhiệm kỳ {self.first_year}-{self.last_year}"
