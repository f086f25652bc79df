"""Verification (thẩm tra): which committees look at an item before the session, and what they say."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from dienhong.council_sessions.due import VERIFICATION, law_now
from dienhong.council_sessions.models.agenda import AgendaItem
from dienhong.council_sessions.models.papers import Paper
from dienhong.council_sessions.models.sessions import CouncilSession
from dienhong.council_sessions.states import Conclusion
from dienhong.organisations.models import Organisation
from dienhong.registers.models import Record


class Verification(Record):
    """One committee leads, others support; the report itself is a paper of the session."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "lead", "report_number", "note")
    FOLLOWS: ClassVar[tuple[str, ...]] = ("due_on",)

    session = models.ForeignKey(
        CouncilSession, models.PROTECT, related_name="verifications", verbose_name="kỳ họp"
    )
    item = models.ForeignKey(
        AgendaItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="verifications",
        verbose_name="nội dung chương trình",
    )
    subject = models.CharField(
        "nội dung thẩm tra",
        max_length=500,
        blank=True,
        help_text="Để trống nếu đã chọn nội dung chương trình.",
    )
    lead = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name="Ban chủ trì thẩm tra"
    )
    assigned_on = models.DateField("phân công ngày", null=True, blank=True)
    met_on = models.DateField("họp thẩm tra ngày", null=True, blank=True)
    report_number = models.CharField("số báo cáo thẩm tra", max_length=60, blank=True)
    reported_on = models.DateField("ngày báo cáo thẩm tra", null=True, blank=True)
    conclusion = models.CharField("kết luận", max_length=8, choices=Conclusion, blank=True)
    paper = models.ForeignKey(
        Paper,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="tài liệu báo cáo thẩm tra",
        help_text="Ghi báo cáo vào tài liệu kỳ họp trước, rồi chọn ở đây để mở được tệp.",
    )
    note = models.TextField("ghi chú", blank=True)
    due_on = models.DateField("hạn họp thẩm tra", null=True, editable=False)

    class Meta(Record.Meta):
        verbose_name = "việc thẩm tra"
        verbose_name_plural = "việc thẩm tra"
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["session", "due_on"], name="session_verifications_due"),
            models.Index(fields=["item"], name="session_verifications_of_item"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        return self.item.title if self.item else self.subject

    @property
    def status(self) -> str:
        """What the committee said, or how far it has come."""
        if self.conclusion:
            return str(self.get_conclusion_display())
        return "đã họp, chưa báo cáo" if self.met_on else "chưa họp"

    def derive(self) -> None:
        self.counts_on = self.session.opens_on
        due = law_now().due(VERIFICATION, self.session.opens_on, self.council.level)
        self.due_on = due.day if due else None
        super().derive()


class VerificationSupport(models.Model):
    """A committee that takes part under the lead of another."""

    verification = models.ForeignKey(Verification, models.PROTECT, related_name="supports")
    committee = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="Ban phối hợp")

    class Meta:
        verbose_name = "Ban phối hợp thẩm tra"
        verbose_name_plural = "Ban phối hợp thẩm tra"
        constraints = [
            models.UniqueConstraint(fields=["verification", "committee"], name="session_support_once"),
        ]

    def __str__(self) -> str:
        return f"{self.verification.code}: {self.committee}"
