"""Conferences of a standing committee with those of the councils below it, and yearly reviews."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from dienhong.followup.models import Followed, shortened
from dienhong.followup.states import OriginKind
from dienhong.meetings.states import ConferenceKind, ConferenceStatus, Reply
from dienhong.organisations.kinds import Level
from dienhong.organisations.models import Council
from dienhong.people.models import Term
from dienhong.registers.models import Record
from dienhong.rulebook.models import Field


class Conference(Followed):
    """Recorded once, by the council that holds it, however many take part."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "theme", "chair", "conclusion_number", "conclusion")
    ORIGIN: ClassVar[OriginKind] = OriginKind.MEETING

    kind = models.CharField("loại", max_length=12, choices=ConferenceKind, default=ConferenceKind.CONFERENCE)
    level = models.CharField("với cấp", max_length=10, choices=Level, blank=True)
    term = models.ForeignKey(Term, models.PROTECT, related_name="conferences", verbose_name="khóa, nhiệm kỳ")
    ordinal = models.PositiveSmallIntegerField("lần thứ")
    held_on = models.DateField("ngày tổ chức")
    place = models.CharField("địa điểm", max_length=200, blank=True)
    chair = models.CharField("chủ trì", max_length=200, blank=True)
    theme = models.CharField("chủ đề", max_length=300, blank=True)
    from_own = models.PositiveSmallIntegerField("đại biểu HĐND cấp mình", null=True, blank=True)
    from_below = models.PositiveSmallIntegerField("đại biểu HĐND cấp dưới", null=True, blank=True)
    from_agencies = models.PositiveSmallIntegerField("UBND và các cơ quan", null=True, blank=True)
    from_front = models.PositiveSmallIntegerField("MTTQ và khách mời", null=True, blank=True)
    councils_below = models.PositiveSmallIntegerField("số Hội đồng cấp dưới dự", null=True, blank=True)
    conclusion_number = models.CharField("số, ký hiệu thông báo kết luận", max_length=60, blank=True)
    concluded_on = models.DateField("ngày thông báo kết luận", null=True, blank=True)
    conclusion = models.TextField("nội dung kết luận", blank=True)
    status = models.CharField(
        "trạng thái",
        max_length=10,
        choices=ConferenceStatus,
        default=ConferenceStatus.PLANNED,
        editable=False,
    )

    class Meta(Followed.Meta):
        verbose_name = "hội nghị"
        verbose_name_plural = "hội nghị"
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["term", "kind", "ordinal"],
                condition=Q(cancelled_at=None),
                name="conference_ordinal_once",
                violation_error_message="Nhiệm kỳ này đã có hội nghị mang số thứ tự đó.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        """ "Hội nghị giao ban lần thứ 4, nhiệm kỳ 2021-2026"."""
        name = "Hội nghị giao ban" if self.kind == ConferenceKind.CONFERENCE else "Hội nghị tổng kết"
        return f"{name} lần thứ {self.ordinal}, nhiệm kỳ {self.term.first_year}-{self.term.last_year}"

    @property
    def took_place(self) -> bool:
        return self.status != ConferenceStatus.PLANNED

    @property
    def participants(self) -> int | None:
        """How many came in all, as far as anybody counted."""
        counts = (self.from_own, self.from_below, self.from_agencies, self.from_front)
        known = [count for count in counts if count is not None]
        return sum(known) if known else None

    def derive(self) -> None:
        self.counts_on = self.held_on
        if self.concluded_on:
            self.status = ConferenceStatus.CONCLUDED
        elif self.status == ConferenceStatus.CONCLUDED:
            self.status = ConferenceStatus.HELD
        super().derive()


class DiscussionGroup(Record):
    """A group in which a conference talks over a theme."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("theme", "chair")

    conference = models.ForeignKey(Conference, models.PROTECT, related_name="groups", verbose_name="hội nghị")
    number = models.PositiveSmallIntegerField("tổ số")
    theme = models.CharField("chủ đề thảo luận", max_length=300)
    chair = models.CharField("tổ trưởng, chủ trì", max_length=200, blank=True)
    participants = models.PositiveSmallIntegerField("số người dự", null=True, blank=True)
    speakers = models.PositiveSmallIntegerField("số lượt phát biểu", null=True, blank=True)
    summary = models.TextField("ý kiến chính", blank=True)

    class Meta(Record.Meta):
        verbose_name = "tổ thảo luận"
        verbose_name_plural = "tổ thảo luận"
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["conference", "number"],
                condition=Q(cancelled_at=None),
                name="discussion_group_once",
                violation_error_message="Hội nghị này đã có tổ thảo luận mang số đó.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        return f"Tổ {self.number}: {self.theme}"

    def derive(self) -> None:
        self.counts_on = self.conference.held_on
        super().derive()


class Proposal(Record):
    """What a council below, or a body, proposed at a conference, and what became of it."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("text", "raised_by", "raised_by_other", "passed_to", "answer")

    conference = models.ForeignKey(
        Conference, models.PROTECT, related_name="proposals", verbose_name="hội nghị"
    )
    text = models.TextField("nội dung đề xuất, kiến nghị")
    raised_by = models.ForeignKey(
        Council, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="Hội đồng đề xuất"
    )
    raised_by_other = models.CharField("cơ quan khác đề xuất", max_length=200, blank=True)
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lĩnh vực"
    )
    reply = models.CharField("kết quả", max_length=10, choices=Reply, default=Reply.PENDING)
    answer = models.TextField("nội dung trả lời", blank=True)
    answered_on = models.DateField("trả lời ngày", null=True, blank=True)
    passed_to = models.CharField("giao cho, kiến nghị đến", max_length=200, blank=True)

    class Meta(Record.Meta):
        verbose_name = "đề xuất tại hội nghị"
        verbose_name_plural = "đề xuất tại hội nghị"
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["conference", "reply"], name="proposals_of_conference"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {shortened(self.text, 80)}"

    @property
    def title(self) -> str:
        return shortened(self.text)

    @property
    def proposer(self) -> str:
        return self.raised_by.short_name if self.raised_by else self.raised_by_other

    def derive(self) -> None:
        self.counts_on = self.conference.held_on
        super().derive()
