"""What the public heard of the council, and what was awarded."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from dienhong.activities.states import AwardedTo, BroadcastKind
from dienhong.registers.models import Record


class Broadcast(Record):
    """One programme, column or article about the council's work."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "outlet", "content")

    kind = models.CharField("loại", max_length=12, choices=BroadcastKind, default=BroadcastKind.TELEVISION)
    title = models.CharField("chương trình, chuyên mục, bài", max_length=300)
    outlet = models.CharField("đài, báo", max_length=200, blank=True)
    aired_on = models.DateField("phát, đăng ngày")
    content = models.TextField("nội dung", blank=True)

    class Meta(Record.Meta):
        verbose_name = "chương trình phát thanh, truyền hình, bài báo"
        verbose_name_plural = "chương trình phát thanh, truyền hình, bài báo"

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    def derive(self) -> None:
        self.counts_on = self.aired_on
        super().derive()


class Award(Record):
    """A title or commendation: to whom, by which decision."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("award", "recipient", "decision_number", "issuer")

    award = models.CharField("danh hiệu, hình thức khen thưởng", max_length=200)
    kind = models.CharField("khen", max_length=12, choices=AwardedTo, default=AwardedTo.COLLECTIVE)
    recipient = models.CharField("tập thể, cá nhân được khen", max_length=300)
    achievement = models.TextField("thành tích", blank=True)
    issuer = models.CharField("cơ quan quyết định", max_length=200, blank=True)
    decision_number = models.CharField("số quyết định", max_length=60, blank=True)
    decided_on = models.DateField("quyết định ngày")

    class Meta(Record.Meta):
        verbose_name = "khen thưởng"
        verbose_name_plural = "khen thưởng"

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        return f"{self.award}: {self.recipient}"

    def derive(self) -> None:
        self.counts_on = self.decided_on
        super().derive()
