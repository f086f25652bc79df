"""Reports: their text section by section, and what was frozen when they were signed off."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from dienhong.audit.models import Versioned
from dienhong.files.models import StoredFile
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.registers.models import Record
from dienhong.registers.spans import Span
from dienhong.reports.kinds import kind_choices
from dienhong.reports.states import ReportStatus


class Report(Record):
    """A report of a council on a period, over itself and all below it; it counts on the period's last day."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "kind", "period_label", "number_label")

    kind = models.CharField("loại báo cáo", max_length=40, choices=kind_choices)
    year = models.PositiveSmallIntegerField("năm")
    span = models.CharField("thời gian", max_length=12, choices=Span, default=Span.YEAR)
    as_of = models.DateField(
        "tính đến ngày",
        null=True,
        blank=True,
        help_text="Ngày lấy tình trạng xử lý kiến nghị, việc theo dõi; để trống là ngày cuối kỳ.",
    )
    title = models.CharField("trích yếu", max_length=300)
    status = models.CharField(
        "trạng thái", max_length=10, choices=ReportStatus, default=ReportStatus.DRAFT, editable=False
    )
    signed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name="người ký duyệt",
        editable=False,
    )
    signed_at = models.DateTimeField("ký duyệt lúc", null=True, editable=False)
    number = models.PositiveIntegerField("số", null=True, blank=True, editable=False)
    issued_on = models.DateField("ngày phát hành", null=True, blank=True, editable=False)

    class Meta(Record.Meta):
        verbose_name = "báo cáo"
        verbose_name_plural = "báo cáo"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(year__range=(1946, 2200)),
                name="reports_year_is_a_year",
                violation_error_message="Năm của báo cáo phải từ 1946 đến 2200.",
            ),
            models.CheckConstraint(
                condition=Q(status=ReportStatus.DRAFT) | Q(signed_at__isnull=False, signed_by__isnull=False),
                name="reports_signed_by_somebody",
            ),
            models.CheckConstraint(
                condition=~Q(status=ReportStatus.ISSUED) | Q(number__isnull=False, issued_on__isnull=False),
                name="reports_issued_with_number_and_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def period(self) -> Period:
        return Span(self.span).of(self.year)

    @property
    def period_label(self) -> str:
        return self.period.label

    @property
    def day(self) -> date:
        """As of when states are read."""
        return self.as_of or self.period.last

    @property
    def number_label(self) -> str:
        """The number as the register of outgoing papers has it, "" before issue."""
        return f"{self.number:02d}" if self.number is not None else ""

    @property
    def is_draft(self) -> bool:
        return self.status == ReportStatus.DRAFT

    def derive(self) -> None:
        self.counts_on = self.period.last
        super().derive()


class ReportSection(Versioned):
    """One section: the text that the clerk edits, with its figures live; ``frozen`` is what it said when signed."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="sections")
    key = models.SlugField("đoạn", max_length=40)
    place = models.PositiveSmallIntegerField("thứ tự")
    text = models.TextField("nội dung", blank=True)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người sửa",
    )
    edited_at = models.DateTimeField("sửa lúc", null=True, blank=True)
    frozen = models.TextField("nội dung khi ký duyệt", blank=True)

    class Meta:
        verbose_name = "đoạn của báo cáo"
        verbose_name_plural = "đoạn của báo cáo"
        ordering = ["place"]
        constraints = [models.UniqueConstraint(fields=["report", "key"], name="reports_section_once")]

    def __str__(self) -> str:
        return f"{self.report.code}, đoạn {self.key}"


class FrozenFigure(models.Model):
    """A figure of a signed report, and the records that it counted: [key, code, address of the council]."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="figures")
    place = models.PositiveSmallIntegerField()
    indicator = models.CharField("chỉ số", max_length=60)
    breakdown = models.CharField("phân tổ", max_length=40, blank=True)
    part = models.CharField("phần", max_length=40, blank=True)
    label = models.CharField("tên", max_length=300)
    unit = models.CharField("đơn vị tính", max_length=60)
    total = models.BigIntegerField("số liệu")
    by_council = models.JSONField(default=dict)
    missing = models.JSONField(default=list)
    records = models.JSONField(default=list)

    class Meta:
        verbose_name = "số liệu đã chốt"
        verbose_name_plural = "số liệu đã chốt"
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(
                fields=["report", "indicator", "breakdown", "part"], name="reports_figure_frozen_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.report.code}: {self.label}"


class FrozenAppendix(models.Model):
    """An appendix of a signed report, row by row as it was signed."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="appendices")
    place = models.PositiveSmallIntegerField()
    number = models.CharField("số phụ lục", max_length=10)
    title = models.CharField("tên", max_length=300)
    headings = models.JSONField(default=list)
    aligns = models.JSONField(default=list)
    widths = models.JSONField(default=list)
    rows = models.JSONField(default=list)

    class Meta:
        verbose_name = "phụ lục đã chốt"
        verbose_name_plural = "phụ lục đã chốt"
        ordering = ["place"]
        constraints = [
            models.UniqueConstraint(fields=["report", "number"], name="reports_appendix_frozen_once")
        ]

    def __str__(self) -> str:
        return f"{self.report.code}, Phụ lục {self.number}"


class Stage(models.TextChoices):
    """When a file was made: at the signing, still without number; or at the issue, with number and day."""

    SIGNED = "signed", "khi ký duyệt"
    ISSUED = "issued", "khi phát hành"


class ReportFile(models.Model):
    """A file that was rendered once and is never rendered again; its hash is that of the stored file."""

    report = models.ForeignKey(Report, models.PROTECT, related_name="files")
    stage = models.CharField("lập khi", max_length=8, choices=Stage)
    ending = models.CharField("định dạng", max_length=6)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="tệp")

    class Meta:
        verbose_name = "tệp của báo cáo"
        verbose_name_plural = "tệp của báo cáo"
        ordering = ["stage", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["report", "stage", "ending"], name="reports_file_once")
        ]

    def __str__(self) -> str:
        return f"{self.report.code}{self.ending}"


class ReportTemplate(Versioned):
    """A council's own template of a kind, in the place of the built-in one; an empty text gives that back."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="Hội đồng")
    kind = models.CharField("loại báo cáo", max_length=40, choices=kind_choices)
    text = models.TextField("mẫu", blank=True)
    edited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người sửa"
    )
    edited_at = models.DateTimeField("sửa lúc")

    class Meta:
        verbose_name = "mẫu báo cáo của Hội đồng"
        verbose_name_plural = "mẫu báo cáo của Hội đồng"
        constraints = [
            models.UniqueConstraint(fields=["council", "kind"], name="reports_one_template_a_kind")
        ]

    def __str__(self) -> str:
        return f"Mẫu {self.get_kind_display()} của {self.council.short_name}"
