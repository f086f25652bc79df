"""One oversight, from its place in the programme to its conclusion."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from dienhong.followup.models import Followed, shortened
from dienhong.followup.states import OriginKind
from dienhong.organisations.models import Organisation
from dienhong.oversight.states import LeadKind, OversightForm, OversightStatus, ProgrammePlace
from dienhong.people.models import Mandate
from dienhong.registers.models import Record
from dienhong.registers.years import year_field
from dienhong.rulebook.models import Field


class Oversight(Followed):
    """A topic, a survey, a review: it counts on the day it began; planned and not begun, in its programme's year."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("topic", "lead", "targets", "field", "form")
    ORIGIN: ClassVar[OriginKind] = OriginKind.OVERSIGHT
    DUE_RULE: ClassVar[str] = "recommendation.report"
    REASON_FIELD: ClassVar[str] = "status_reason"

    topic = models.TextField("nội dung giám sát, khảo sát")
    form = models.CharField("hình thức", max_length=16, choices=OversightForm, default=OversightForm.THEMATIC)
    lead_kind = models.CharField(
        "chủ thể giám sát", max_length=20, choices=LeadKind, default=LeadKind.STANDING_COMMITTEE
    )
    body = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="Ban hoặc Tổ",
        help_text="Chỉ khi một Ban hoặc một Tổ giám sát.",
    )
    delegate = models.ForeignKey(
        Mandate,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="đại biểu giám sát",
        help_text="Chỉ khi một đại biểu tự giám sát.",
    )
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lĩnh vực"
    )

    programme_place = models.CharField(
        "so với chương trình", max_length=8, choices=ProgrammePlace, default=ProgrammePlace.PLANNED
    )
    programme_year = year_field("chương trình năm", null=True, blank=True)
    planned_for = models.CharField(
        "dự kiến thời gian", max_length=60, blank=True, help_text="Ví dụ: quý II, tháng 5."
    )
    added_why = models.CharField("lý do bổ sung", max_length=300, blank=True)
    earlier = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="later",
        verbose_name="cuộc trước",
        help_text="Cuộc được giám sát lại, hoặc cuộc của năm trước chuyển sang.",
    )

    targets = models.TextField("đơn vị chịu giám sát", blank=True, help_text="Mỗi đơn vị một dòng.")
    period_covered = models.CharField(
        "thời kỳ giám sát", max_length=120, blank=True, help_text="Ví dụ: từ 01/01/2021 đến 30/6/2023."
    )
    scope = models.TextField("phạm vi", blank=True)

    decision_number = models.CharField("số quyết định thành lập Đoàn", max_length=60, blank=True)
    set_up_on = models.DateField("thành lập Đoàn ngày", null=True, blank=True)
    plan_number = models.CharField("số kế hoạch", max_length=60, blank=True)
    plan_sent_on = models.DateField("gửi kế hoạch, đề cương ngày", null=True, blank=True)
    notice_sent_on = models.DateField("gửi thông báo chương trình, thành phần ngày", null=True, blank=True)

    starts_on = models.DateField("bắt đầu ngày", null=True, blank=True)
    ends_on = models.DateField("kết thúc ngày", null=True, blank=True)

    report_number = models.CharField("số báo cáo", max_length=60, blank=True)
    reported_on = models.DateField("báo cáo ngày", null=True, blank=True)
    considered_on = models.DateField("Thường trực xem xét báo cáo ngày", null=True, blank=True)
    conclusion_number = models.CharField("số kết luận, nghị quyết", max_length=60, blank=True)
    concluded_on = models.DateField("kết luận ngày", null=True, blank=True)
    conclusion = models.TextField("nội dung kết luận", blank=True)

    status = models.CharField(
        "trạng thái",
        max_length=10,
        choices=OversightStatus,
        default=OversightStatus.PLANNED,
        editable=False,
    )
    status_reason = models.TextField("lý do", blank=True, editable=False)
    note = models.TextField("ghi chú", blank=True)

    class Meta(Followed.Meta):
        verbose_name = "cuộc giám sát, khảo sát"
        verbose_name_plural = "cuộc giám sát, khảo sát"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(starts_on=None) | Q(ends_on=None) | Q(ends_on__gte=F("starts_on")),
                name="oversight_ends_after_it_begins",
                violation_error_message="Ngày kết thúc không được trước ngày bắt đầu.",
            ),
        ]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["council", "programme_year", "lead_kind"], name="oversight_of_programme"),
            models.Index(fields=["body", "counts_on"], name="oversight_of_body"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {shortened(self.topic, 80)}"

    @property
    def title(self) -> str:
        return shortened(self.topic, 160)

    @property
    def lead(self) -> str:
        """Whose oversight it is: the body or the delegate by name, else the council or its standing committee."""
        return str(self.body or self.delegate or LeadKind(self.lead_kind).label)

    def derive(self) -> None:
        if self.starts_on:
            self.counts_on = self.starts_on
        elif self.programme_year:
            self.counts_on = date(self.programme_year, 1, 1)
        super().derive()
