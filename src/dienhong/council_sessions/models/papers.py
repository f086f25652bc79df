"""The papers of a session: when they were due, when they came, in which versions, and who has opened them."""

from __future__ import annotations

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from dienhong.audit.models import Versioned
from dienhong.council_sessions.due import law_now, paper_rule
from dienhong.council_sessions.models.agenda import AgendaItem
from dienhong.council_sessions.models.sessions import CouncilSession
from dienhong.council_sessions.rules import days_late
from dienhong.council_sessions.states import PaperKind
from dienhong.files.models import StoredFile
from dienhong.organisations.models import Organisation
from dienhong.registers.models import Record


class Paper(Record):
    """One paper, however often it is revised; due by the rule of the day on which its session opens."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "kind", "submitter", "note")
    FOLLOWS: ClassVar[tuple[str, ...]] = ("due_on",)

    session = models.ForeignKey(CouncilSession, models.PROTECT, related_name="papers", verbose_name="kỳ họp")
    item = models.ForeignKey(
        AgendaItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="papers",
        verbose_name="nội dung chương trình",
    )
    kind = models.CharField("loại tài liệu", max_length=16, choices=PaperKind)
    title = models.CharField("tên tài liệu", max_length=500)
    submitter = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="cơ quan trình"
    )
    normative = models.BooleanField("hồ sơ nghị quyết quy phạm pháp luật", default=False)
    received_on = models.DateField("nhận lần đầu ngày", null=True, blank=True)
    due_set_on = models.DateField(
        "hạn do Thường trực đặt", null=True, blank=True, help_text="Để trống là hạn theo quy định."
    )
    note = models.TextField("ghi chú", blank=True)
    due_on = models.DateField("hạn gửi", null=True, editable=False)

    class Meta(Record.Meta):
        verbose_name = "tài liệu kỳ họp"
        verbose_name_plural = "tài liệu kỳ họp"
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["session", "due_on"], name="session_papers_due"),
            models.Index(fields=["item"], name="session_papers_of_item"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def status(self) -> str:
        """đúng hạn, chậm 2 ngày or chưa nhận"""
        if self.received_on is None:
            return "chưa nhận"
        late = days_late(self.due_on, self.received_on, self.received_on)
        return f"chậm {late} ngày" if late else "đúng hạn"

    def derive(self) -> None:
        self.counts_on = self.session.opens_on
        due = law_now().due(paper_rule(self.normative), self.session.opens_on, self.council.level)
        self.due_on = self.due_set_on or (due.day if due else None)
        super().derive()


class PaperVersion(Versioned):
    """A version as it came in, with its file where there is one."""

    paper = models.ForeignKey(Paper, models.PROTECT, related_name="versions", verbose_name="tài liệu")
    number = models.PositiveSmallIntegerField("bản thứ")
    received_on = models.DateField("nhận ngày")
    note = models.CharField("nội dung chỉnh sửa", max_length=300, blank=True)
    file = models.ForeignKey(
        StoredFile, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="tệp"
    )

    class Meta:
        verbose_name = "bản tài liệu"
        verbose_name_plural = "bản tài liệu"
        constraints = [
            models.UniqueConstraint(fields=["paper", "number"], name="session_paper_version_once"),
            models.CheckConstraint(condition=Q(number__gte=1), name="session_paper_versions_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.paper.code}, bản {self.number}"


class PaperOpening(models.Model):
    """Who has opened a version, and when first."""

    version = models.ForeignKey(PaperVersion, models.PROTECT, related_name="openings")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    first_opened_at = models.DateTimeField("mở lần đầu lúc")

    class Meta:
        verbose_name = "lượt mở tài liệu"
        verbose_name_plural = "lượt mở tài liệu"
        constraints = [
            models.UniqueConstraint(fields=["version", "user"], name="session_paper_opened_once"),
        ]

    def __str__(self) -> str:
        return f"{self.version}: {self.user}"
