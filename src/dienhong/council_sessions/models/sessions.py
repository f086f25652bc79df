"""A session itself."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from dienhong.council_sessions.states import SessionKind, SessionStatus
from dienhong.people.models import SessionNumbering, Term
from dienhong.registers.models import Record


class CouncilSession(Record):
    """One session: it counts on the day it opens, with the year it belongs to by the programme beside it."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "kind", "place", "note", "nominal_year")

    term = models.ForeignKey(Term, models.PROTECT, related_name="sessions", verbose_name="khóa, nhiệm kỳ")
    kind = models.CharField("loại kỳ họp", max_length=14, choices=SessionKind, default=SessionKind.REGULAR)
    ordinal = models.PositiveSmallIntegerField("kỳ họp thứ")
    series = models.CharField(max_length=14, blank=True, editable=False)
    nominal_year = models.PositiveSmallIntegerField("thuộc chương trình năm")
    opens_on = models.DateField("khai mạc ngày")
    closes_on = models.DateField("bế mạc ngày")
    place = models.CharField("địa điểm", max_length=200, blank=True)
    convened_number = models.CharField("số giấy triệu tập", max_length=60, blank=True)
    convened_on = models.DateField("ngày giấy triệu tập", null=True, blank=True)
    invited_number = models.CharField("số giấy mời", max_length=60, blank=True)
    invited_on = models.DateField("ngày giấy mời", null=True, blank=True)
    announced_on = models.DateField(
        "công bố dự kiến chương trình ngày", null=True, blank=True, help_text="Cùng với quyết định triệu tập."
    )
    minutes_number = models.CharField("số biên bản", max_length=60, blank=True)
    minutes_on = models.DateField("ngày biên bản", null=True, blank=True)
    minutes_signed_by = models.CharField(
        "người ký biên bản", max_length=200, blank=True, help_text="Chủ tọa và Thư ký kỳ họp."
    )
    minutes_text = models.TextField("nội dung biên bản", blank=True)
    results_published_on = models.DateField("thông báo kết quả kỳ họp ngày", null=True, blank=True)
    note = models.TextField("ghi chú", blank=True)
    status = models.CharField(
        "trạng thái", max_length=10, choices=SessionStatus, default=SessionStatus.PLANNED, editable=False
    )

    class Meta(Record.Meta):
        verbose_name = "kỳ họp"
        verbose_name_plural = "kỳ họp"
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["term", "series", "ordinal"],
                condition=Q(cancelled_at=None),
                name="session_ordinal_once",
                violation_error_message="Nhiệm kỳ này đã có kỳ họp mang số thứ tự đó.",
            ),
            models.CheckConstraint(
                condition=Q(closes_on__gte=F("opens_on")),
                name="session_closes_after_it_opens",
                violation_error_message="Ngày bế mạc không được trước ngày khai mạc.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        """What officials call it: "Kỳ họp thứ 7 (thường lệ)"."""
        return f"Kỳ họp thứ {self.ordinal} ({self.said('kind')})"

    def derive(self) -> None:
        self.counts_on = self.opens_on
        by_kind = self.term.session_numbering == SessionNumbering.BY_KIND
        self.series = self.kind if by_kind else ""
        super().derive()
