"""Reports of other councils that came in, what the check found in them, and what the office said of each finding."""

from __future__ import annotations

from collections.abc import Collection
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from dienhong.audit.models import Versioned
from dienhong.files.models import StoredFile
from dienhong.incoming.states import Outcome, ReportStatus
from dienhong.kernel.period import Period
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.registers.models import Record
from dienhong.registers.spans import Span


class IncomingReport(Record):
    """A report as the receiving council keeps it: who sent it, what period it is about, its file, how it was judged."""

    WRITERS: ClassVar[Collection[Role]] = frozenset({Role.CLERK, Role.LEADER})
    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "sender_label", "period_label", "note")

    title = models.CharField("tên báo cáo", max_length=300)
    sender = models.ForeignKey(
        Council, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Hội đồng gửi"
    )
    sender_name = models.CharField("nơi gửi khác", max_length=200, blank=True)
    year = models.PositiveSmallIntegerField("báo cáo của năm", null=True, blank=True)
    span = models.CharField("thời gian", max_length=12, choices=Span, default=Span.YEAR)
    received_on = models.DateField("ngày nhận")
    note = models.TextField("ghi chú", blank=True)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="tệp", editable=False)
    status = models.CharField(
        "trạng thái", max_length=10, choices=ReportStatus, default=ReportStatus.RECEIVED, editable=False
    )
    error_count = models.PositiveIntegerField("chỗ sai", default=0, editable=False)
    warning_count = models.PositiveIntegerField("chỗ cần xem", default=0, editable=False)
    note_count = models.PositiveIntegerField("ghi chú kiểm tra", default=0, editable=False)

    class Meta(Record.Meta):
        verbose_name = "báo cáo đến"
        verbose_name_plural = "báo cáo đến"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(sender__isnull=False) | ~Q(sender_name=""),
                name="incoming_names_its_sender",
                violation_error_message="Hãy chọn Hội đồng gửi, hoặc ghi nơi gửi khác.",
            ),
            models.CheckConstraint(
                condition=Q(year=None) | Q(year__range=(1946, 2200)),
                name="incoming_year_is_a_year",
                violation_error_message="Năm của báo cáo phải từ 1946 đến 2200.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def sender_label(self) -> str:
        """Who sent it, in the short form of a list."""
        return self.sender.short_name if self.sender else self.sender_name

    @property
    def period(self) -> Period | None:
        return Span(self.span).of(self.year) if self.year else None

    @property
    def period_label(self) -> str:
        return self.period.label if self.period else ""

    def derive(self) -> None:
        self.counts_on = self.received_on
        super().derive()


class ReportCheck(models.Model):
    """What was read of a report and what the last check found; a scan has no text until it was recognised.

    ``result`` is the JSON of ``checking`` with every relation under ``checked``; its offsets point into ``text``.
    """

    report = models.OneToOneField(IncomingReport, models.PROTECT, related_name="check_of")
    text = models.TextField(blank=True)
    pages = models.PositiveIntegerField(default=0)
    result = models.JSONField(default=dict)
    checked_at = models.DateTimeField(null=True)
    reading_until = models.DateTimeField(null=True)
    problem = models.TextField(blank=True)

    class Meta:
        verbose_name = "kết quả kiểm tra"
        verbose_name_plural = "kết quả kiểm tra"

    def __str__(self) -> str:
        return f"Kiểm tra {self.report}"


class FindingDecision(Versioned):
    """What the office said of one finding, by whom and when; its sentence stays when the check is repeated."""

    report = models.ForeignKey(IncomingReport, models.PROTECT, related_name="decisions")
    finding = models.CharField("phát hiện", max_length=60)
    sentence = models.TextField("nội dung phát hiện")
    outcome = models.CharField("quyết định", max_length=8, choices=Outcome)
    reason = models.TextField("lý do", blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người quyết định"
    )
    decided_at = models.DateTimeField("quyết định lúc")

    class Meta:
        verbose_name = "quyết định về phát hiện"
        verbose_name_plural = "quyết định về phát hiện"
        constraints = [
            models.UniqueConstraint(fields=["report", "finding"], name="incoming_one_decision_a_finding"),
            models.CheckConstraint(
                condition=~Q(outcome=Outcome.DISMISS) | ~Q(reason=""),
                name="incoming_dismissed_with_a_reason",
                violation_error_message="Hãy ghi lý do bỏ qua.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.sentence}"[:200]
