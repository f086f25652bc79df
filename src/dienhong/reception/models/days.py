"""The calendar of reception, and who came."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone

from dienhong.followup.models import shortened
from dienhong.organisations.kinds import Role
from dienhong.people.models import Position
from dienhong.reception.states import OFFICE, Body, DayOutcome, DayState, Handling
from dienhong.registers.models import Record
from dienhong.rulebook.models import Field
from dienhong.vietnamese.dates import format_date


class ReceptionDay(Record):
    """A day of the calendar on which somebody of the council receives citizens at a place."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("receiver_said", "place", "body", "note")
    WRITERS: ClassVar[frozenset[Role]] = OFFICE

    held_on = models.DateField("ngày tiếp")
    place = models.CharField("nơi tiếp", max_length=200)
    body = models.CharField("cơ quan tiếp", max_length=10, choices=Body, default=Body.STANDING)
    receiver = models.ForeignKey(
        Position,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="người tiếp, theo chức vụ",
    )
    receiver_name = models.CharField(
        "người tiếp, chức vụ",
        max_length=200,
        blank=True,
        help_text="Chỉ ghi khi người tiếp không có trong danh sách chức vụ.",
    )
    published_on = models.DateField("công bố lịch ngày", null=True, blank=True)
    note = models.TextField("ghi chú", blank=True)
    outcome = models.CharField("kết quả", max_length=10, choices=DayOutcome, blank=True, editable=False)
    not_held_reason = models.TextField("lý do không tiếp", blank=True, editable=False)
    moved_on = models.DateField("chuyển sang ngày", null=True, blank=True, editable=False)
    moved_to = models.OneToOneField(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="moved_from",
        verbose_name="ngày tiếp thay",
        editable=False,
    )

    class Meta(Record.Meta):
        verbose_name = "ngày tiếp công dân"
        verbose_name_plural = "lịch tiếp công dân"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=~Q(outcome=DayOutcome.MOVED) | Q(moved_to__isnull=False),
                name="reception_day_moved_somewhere",
                violation_error_message="Chuyển ngày tiếp phải ghi trong hệ thống, bằng nút “Chuyển sang ngày khác”.",
            ),
            models.CheckConstraint(
                condition=~Q(outcome__in=[DayOutcome.NOT_HELD, DayOutcome.MOVED]) | ~Q(not_held_reason=""),
                name="reception_day_says_why_not",
                violation_error_message="Hãy ghi lý do không tiếp.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        """ "Thường trực HĐND tiếp công dân ngày 15/5/2023"."""
        return f"{self.get_body_display()} tiếp công dân ngày {format_date(self.held_on)}"

    @property
    def receiver_said(self) -> str:
        """Who receives, with the post: by position, else as it was typed."""
        return str(self.receiver) if self.receiver else self.receiver_name

    def state_on(self, day: date) -> DayState:
        """Held as soon as somebody was received or it was said so; past without either, it was missed."""
        if self.outcome:
            return DayState(self.outcome)
        if any(reception.cancelled_at is None for reception in self.receptions.all()):
            return DayState.HELD
        return DayState.MISSED if self.held_on < day else DayState.PLANNED

    def said(self, name: str) -> Any:
        return self.state_on(timezone.localdate()).label if name == "status" else super().said(name)

    def derive(self) -> None:
        self.counts_on = self.held_on
        super().derive()


class Reception(Record):
    """Somebody, or a group, who was received, on a day of the calendar or beside it."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("matter", "citizen", "place", "field")
    WRITERS: ClassVar[frozenset[Role]] = OFFICE
    UNTOLD: ClassVar[frozenset[str]] = frozenset({"citizen", "address", "matter", "result"})

    day = models.ForeignKey(
        ReceptionDay,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="receptions",
        verbose_name="buổi tiếp theo lịch",
        help_text="Để trống nếu là tiếp đột xuất.",
    )
    received_on = models.DateField("ngày tiếp")
    citizens = models.PositiveIntegerField("số công dân", default=1)
    citizen = models.CharField(
        "họ và tên người được tiếp",
        max_length=200,
        blank=True,
        help_text="Đoàn đông người: ghi người đại diện.",
    )
    address = models.CharField("địa chỉ", max_length=200, blank=True)
    matter = models.TextField(
        "nội dung trình bày",
        help_text="Người dân tố cáo: không ghi nội dung ở đây mà ghi thành đơn tố cáo, chỉ người xử lý đọc được.",
    )
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lĩnh vực"
    )
    place = models.CharField("nơi có sự việc", max_length=200, blank=True)
    handling = models.CharField("xử lý", max_length=10, choices=Handling, default=Handling.EXPLAINED)
    result = models.TextField("kết quả", blank=True)

    class Meta(Record.Meta):
        verbose_name = "lượt tiếp công dân"
        verbose_name_plural = "lượt tiếp công dân"
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["day"], condition=Q(cancelled_at=None), name="reception_came_on_day"),
        ]
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(citizens__gte=1),
                name="reception_of_somebody",
                violation_error_message="Lượt tiếp có ít nhất một công dân.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} lượt tiếp ngày {format_date(self.received_on)}"

    @property
    def title(self) -> str:
        return shortened(self.matter)

    def said(self, name: str) -> Any:
        return (self.day and self.day.title) if name == "day" else super().said(name)

    def derive(self) -> None:
        self.counts_on = self.received_on
        super().derive()
