"""What is on the programme of a session."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from dienhong.council_sessions.models.sessions import CouncilSession
from dienhong.council_sessions.states import ItemKind, ItemStatus
from dienhong.organisations.models import Organisation
from dienhong.registers.models import Record


class AgendaItem(Record):
    """One item; it counts with its session. Postponed, it goes on as a new item of another session."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "submitter", "note")

    session = models.ForeignKey(CouncilSession, models.PROTECT, related_name="items", verbose_name="kỳ họp")
    ordinal = models.PositiveSmallIntegerField(
        "số thứ tự", null=True, blank=True, help_text="Để trống là số tiếp theo."
    )
    title = models.CharField("nội dung", max_length=500)
    kind = models.CharField("loại nội dung", max_length=16, choices=ItemKind)
    submitter = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="cơ quan trình"
    )
    note = models.TextField("ghi chú", blank=True)
    status = models.CharField(
        "trạng thái", max_length=10, choices=ItemStatus, default=ItemStatus.PROPOSED, editable=False
    )
    postponed_to = models.ForeignKey(
        CouncilSession,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="chuyển sang kỳ họp",
        editable=False,
    )
    continues = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="continued_by",
        verbose_name="tiếp nội dung đã lùi",
        editable=False,
    )

    class Meta(Record.Meta):
        verbose_name = "nội dung kỳ họp"
        verbose_name_plural = "nội dung kỳ họp"
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["session", "ordinal"], name="session_items_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    def derive(self) -> None:
        self.counts_on = self.session.opens_on
        super().derive()
