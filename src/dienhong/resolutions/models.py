"""Resolutions: their programme, how they are prepared and passed, what they set and what becomes of it."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from dienhong.council_sessions.models import CouncilSession, Vote
from dienhong.followup.models import Followed, shortened
from dienhong.followup.states import OriginKind
from dienhong.organisations.models import Organisation
from dienhong.registers.models import Record
from dienhong.resolutions.rules import met
from dienhong.resolutions.states import (
    Direction,
    PreparationKind,
    ProgrammeEntry,
    RelationKind,
    ResolutionKind,
    ResolutionStatus,
)
from dienhong.rulebook.models import Field
from dienhong.vietnamese.document_numbers import DocumentNumber
from dienhong.vietnamese.numerals import format_decimal

ISSUER = "HĐND"


class Resolution(Followed):
    """One resolution from its proposal on; it counts on the day it is passed."""

    ORIGIN: ClassVar[OriginKind] = OriginKind.RESOLUTION
    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "symbol", "kind", "note")

    title = models.TextField("trích yếu")
    kind = models.CharField(
        "loại nghị quyết", max_length=12, choices=ResolutionKind, default=ResolutionKind.INDIVIDUAL
    )
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lĩnh vực"
    )
    proposer = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="cơ quan trình",
    )
    proposed_on = models.DateField("đề nghị ngày")
    proposal = models.CharField("tờ trình số", max_length=60, blank=True)
    verifier = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Ban thẩm tra",
    )
    session = models.ForeignKey(
        CouncilSession,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="resolutions",
        verbose_name="kỳ họp",
    )
    vote = models.ForeignKey(
        Vote,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="resolutions",
        verbose_name="lần biểu quyết",
    )
    passed_on = models.DateField("thông qua ngày", null=True, blank=True)
    number = models.PositiveIntegerField("số", null=True, blank=True)
    signed_on = models.DateField("ký ngày", null=True, blank=True)
    signed_year = models.PositiveSmallIntegerField(null=True, editable=False)
    signer = models.CharField("người ký", max_length=120, blank=True)
    sent_up_on = models.DateField("gửi cấp trên ngày", null=True, blank=True)
    published_on = models.DateField("đăng, niêm yết ngày", null=True, blank=True)
    in_force_from = models.DateField("có hiệu lực từ", null=True, blank=True)
    expires_on = models.DateField("hết hiệu lực từ", null=True, blank=True)
    note = models.TextField("ghi chú", blank=True)
    status = models.CharField(
        "trạng thái",
        max_length=10,
        choices=ResolutionStatus,
        default=ResolutionStatus.PROPOSED,
        editable=False,
    )

    class Meta(Followed.Meta):
        verbose_name = "nghị quyết"
        verbose_name_plural = "nghị quyết"
        constraints = [
            *Followed.Meta.constraints,
            models.UniqueConstraint(
                fields=["council", "kind", "signed_year", "number"],
                condition=Q(cancelled_at=None),
                name="resolution_number_once",
                violation_error_message="Đã có nghị quyết cùng loại mang số này trong năm.",
            ),
            models.CheckConstraint(
                condition=Q(expires_on=None) | Q(in_force_from=None) | Q(expires_on__gt=F("in_force_from")),
                name="resolution_expires_after_it_begins",
                violation_error_message="Ngày hết hiệu lực phải sau ngày có hiệu lực.",
            ),
        ]
        indexes = [
            *Followed.Meta.indexes,
            models.Index(fields=["council", "status", "-counts_on"], name="resolutions_by_status"),
        ]

    def __str__(self) -> str:
        return f"{self.symbol or self.code} {shortened(self.title, 80)}"

    @property
    def symbol(self) -> str:
        """134/NQ-HĐND, a normative one 134/2023/NQ-HĐND; empty until it is numbered."""
        if self.number is None:
            return ""
        year = self.signed_year if self.kind == ResolutionKind.NORMATIVE else None
        return str(DocumentNumber(self.number, year, "NQ", ISSUER))

    def derive(self) -> None:
        self.signed_year = self.signed_on.year if self.signed_on else None
        self.counts_on = self.passed_on or self.proposed_on
        super().derive()


class ResolutionPreparation(Record):
    """One step of preparing a resolution: an opinion that was asked for, a verification, with its paper."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("kind", "body", "summary")

    resolution = models.ForeignKey(
        Resolution, models.PROTECT, related_name="preparations", verbose_name="nghị quyết"
    )
    kind = models.CharField("việc", max_length=16, choices=PreparationKind)
    body = models.CharField("cơ quan, đối tượng", max_length=200, blank=True)
    held_on = models.DateField("ngày")
    document = models.CharField("văn bản", max_length=120, blank=True)
    summary = models.TextField("kết quả", blank=True)

    class Meta(Record.Meta):
        verbose_name = "việc chuẩn bị nghị quyết"
        verbose_name_plural = "việc chuẩn bị nghị quyết"
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["resolution", "held_on"], name="resolutions_preparations"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        return str(self.said("kind"))

    def derive(self) -> None:
        self.counts_on = self.held_on
        super().derive()


class ResolutionRelation(Record):
    """What a resolution does to an earlier one, of this house or, from before its records, named by its number."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("kind", "earlier", "outside")

    resolution = models.ForeignKey(
        Resolution, models.PROTECT, related_name="relations", verbose_name="nghị quyết"
    )
    kind = models.CharField("quan hệ", max_length=10, choices=RelationKind)
    earlier = models.ForeignKey(
        Resolution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="changed_by",
        verbose_name="nghị quyết trước",
    )
    outside = models.CharField(
        "số, ký hiệu nghị quyết trước",
        max_length=120,
        blank=True,
        help_text="Chỉ ghi khi nghị quyết đó chưa có trong sổ.",
    )
    clauses = models.CharField("điều khoản", max_length=200, blank=True)

    class Meta(Record.Meta):
        verbose_name = "quan hệ giữa các nghị quyết"
        verbose_name_plural = "quan hệ giữa các nghị quyết"
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["resolution", "earlier", "kind"],
                condition=Q(cancelled_at=None),
                name="resolution_relation_once",
                violation_error_message="Quan hệ này đã được ghi.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        return f"{str(self.said('kind')).capitalize()} {self.earlier or self.outside}"

    def derive(self) -> None:
        self.counts_on = self.resolution.counts_on
        super().derive()


class ResolutionTarget(Record):
    """A target that a resolution sets (chỉ tiêu), and the last value that was reported of it."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("name", "unit")

    resolution = models.ForeignKey(
        Resolution, models.PROTECT, related_name="targets", verbose_name="nghị quyết"
    )
    name = models.CharField("chỉ tiêu", max_length=300)
    unit = models.CharField("đơn vị tính", max_length=40)
    year = models.PositiveSmallIntegerField("năm")
    direction = models.CharField("đạt khi", max_length=10, choices=Direction, default=Direction.AT_LEAST)
    target = models.DecimalField("mức đề ra", max_digits=16, decimal_places=2)
    actual = models.DecimalField("kết quả", max_digits=16, decimal_places=2, null=True, blank=True)
    reported_on = models.DateField("số liệu đến ngày", null=True, blank=True)
    note = models.TextField("nguyên nhân, ghi chú", blank=True)

    class Meta(Record.Meta):
        verbose_name = "chỉ tiêu nghị quyết"
        verbose_name_plural = "chỉ tiêu nghị quyết"
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["resolution", "name", "year"],
                condition=Q(cancelled_at=None),
                name="resolution_target_once",
                violation_error_message="Nghị quyết đã có chỉ tiêu này cho năm này.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"

    @property
    def title(self) -> str:
        return self.name

    @property
    def is_met(self) -> bool | None:
        return met(self.direction, self.target, self.actual)

    def said(self, name: str) -> Any:
        """Amounts as officials write them, without needless noughts."""
        value = super().said(name)
        return format_decimal(value) if name in {"target", "actual"} and value is not None else value

    def derive(self) -> None:
        self.counts_on = date(self.year, 12, 31)
        super().derive()


class PlannedResolution(Record):
    """An entry of the programme of a year: a resolution that is to be put before the council, and by when."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "proposer")

    title = models.TextField("tên nghị quyết dự kiến")
    entry = models.CharField(
        "vào chương trình", max_length=8, choices=ProgrammeEntry, default=ProgrammeEntry.PLANNED
    )
    planned_for = models.DateField("dự kiến trình", help_text="Ngày hoặc ngày cuối của tháng dự kiến trình.")
    postponed_to = models.DateField("lùi đến", null=True, blank=True)
    reason = models.TextField("lý do bổ sung hoặc lùi", blank=True)
    proposer = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="cơ quan soạn thảo",
    )
    resolution = models.ForeignKey(
        Resolution,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="planned",
        verbose_name="nghị quyết đã lập",
    )

    class Meta(Record.Meta):
        verbose_name = "nghị quyết trong chương trình"
        verbose_name_plural = "nghị quyết trong chương trình"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(postponed_to=None) | Q(postponed_to__gt=F("planned_for")),
                name="resolution_postponed_later",
                violation_error_message="Thời gian lùi phải sau thời gian dự kiến.",
            ),
            models.UniqueConstraint(
                fields=["resolution"],
                condition=Q(cancelled_at=None),
                name="resolution_planned_once",
                violation_error_message="Nghị quyết này đã gắn với một mục khác của chương trình.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {shortened(self.title, 80)}"

    @property
    def due_on(self) -> date:
        """When it is to be put before the council, as it stands now."""
        return self.postponed_to or self.planned_for

    def derive(self) -> None:
        self.counts_on = self.planned_for
        super().derive()
