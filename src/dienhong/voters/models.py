"""Meetings with voters, and what voters asked for."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from dienhong.audit.models import Versioned
from dienhong.council_sessions.models import CouncilSession
from dienhong.followup.models import Followed, FromOrigin, Undertaking, shortened
from dienhong.followup.states import OriginKind
from dienhong.organisations.models import Council, Organisation
from dienhong.registers.models import Record, Share
from dienhong.rulebook.models import Field
from dienhong.vietnamese.dates import format_date
from dienhong.voters.states import Competence, PetitionStatus, RoundKind, Source, petition_status


class VoterRound(Record):
    """A round of voter meetings; where two or three levels hold it together it is one round of each of them."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "note")
    SHARED: ClassVar[bool] = True

    kind = models.CharField("loại đợt", max_length=16, choices=RoundKind)
    session = models.ForeignKey(
        CouncilSession,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="voter_rounds",
        verbose_name="kỳ họp",
    )
    theme = models.CharField("chuyên đề", max_length=200, blank=True)
    starts_on = models.DateField("từ ngày")
    ends_on = models.DateField("đến ngày")
    note = models.TextField("ghi chú", blank=True)

    class Meta(Record.Meta):
        verbose_name = "đợt tiếp xúc cử tri"
        verbose_name_plural = "đợt tiếp xúc cử tri"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(ends_on__gte=F("starts_on")),
                name="voters_round_ends_after_it_begins",
                violation_error_message="Ngày kết thúc không được trước ngày bắt đầu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        """ "Tiếp xúc cử tri trước kỳ họp thứ 7 (thường lệ)"."""
        if self.session:
            return f"Tiếp xúc cử tri {self.get_kind_display()} thứ {self.session.ordinal}"
        return f"Tiếp xúc cử tri {self.theme or self.get_kind_display()}, từ {format_date(self.starts_on)}"

    def derive(self) -> None:
        self.counts_on = self.starts_on
        super().derive()


class RoundShare(Share):
    """A council that holds the round together with the one that recorded it."""

    record = models.ForeignKey(VoterRound, models.PROTECT, related_name="shares")

    class Meta:
        verbose_name = "Hội đồng cùng tổ chức"
        constraints = [
            models.UniqueConstraint(
                fields=["record", "council"], condition=Q(ended_at=None), name="voters_round_shared_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.record}: {self.council}"


class VoterMeeting(Record):
    """One meeting at one place: the point (điểm) of a round."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("place", "round", "note")

    round = models.ForeignKey(
        VoterRound, models.PROTECT, null=True, blank=True, related_name="meetings", verbose_name="đợt"
    )
    held_on = models.DateField("ngày")
    at_time = models.TimeField("giờ", null=True, blank=True)
    place = models.CharField("nơi tiếp xúc", max_length=200)
    national_delegates = models.BooleanField("đại biểu Quốc hội", default=False)
    province_delegates = models.BooleanField("đại biểu HĐND cấp tỉnh", default=False)
    district_delegates = models.BooleanField("đại biểu HĐND cấp huyện", default=False)
    commune_delegates = models.BooleanField("đại biểu HĐND cấp xã", default=False)
    attendees = models.PositiveIntegerField("số cử tri dự", null=True, blank=True)
    attendees_approximate = models.BooleanField("số cử tri dự là ước tính", default=False)
    opinions = models.PositiveIntegerField("số ý kiến, kiến nghị", null=True, blank=True)
    note = models.TextField("ghi chú", blank=True)

    class Meta(Record.Meta):
        verbose_name = "điểm tiếp xúc cử tri"
        verbose_name_plural = "điểm tiếp xúc cử tri"
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["round", "held_on"], name="voters_meetings_of_round"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        return f"{self.place}, {format_date(self.held_on)}"

    def derive(self) -> None:
        self.counts_on = self.held_on
        super().derive()


class Petition(Followed):
    """What voters ask for; one record however often it is passed on, and one more each time it is asked again."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("text", "place", "field")
    WORDS_INDEXED: ClassVar[bool] = True
    SHARED: ClassVar[bool] = True
    ORIGIN: ClassVar[OriginKind] = OriginKind.PETITION
    DUE_RULE: ClassVar[str] = "petition.reply"
    MANY: ClassVar[bool] = False

    follows = FromOrigin()
    text = models.TextField("nội dung kiến nghị")
    source = models.CharField("tiếp nhận qua", max_length=10, choices=Source, default=Source.MEETING)
    meeting = models.ForeignKey(
        VoterMeeting,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="petitions",
        verbose_name="điểm tiếp xúc",
    )
    received_on = models.DateField("ngày tiếp nhận")
    place = models.CharField(
        "nơi có kiến nghị", max_length=200, blank=True, help_text="Thôn, tổ dân phố, xã."
    )
    field = models.ForeignKey(Field, models.PROTECT, related_name="+", verbose_name="lĩnh vực")
    competence = models.CharField(
        "thẩm quyền giải quyết", max_length=8, choices=Competence, default=Competence.OWN
    )
    senders = models.TextField(
        "người kiến nghị", blank=True, help_text="Mỗi người một dòng; để trống nếu là nhiều cử tri."
    )
    forwarded_on = models.DateField("chuyển ngày", null=True, blank=True, editable=False)
    repeats = models.ForeignKey(
        "self",
        models.PROTECT,
        null=True,
        blank=True,
        related_name="repeated_by",
        verbose_name="nêu lại kiến nghị",
        editable=False,
    )
    carried_to = models.ForeignKey(
        CouncilSession,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="chuyển theo dõi sang kỳ họp",
        editable=False,
    )
    carried_on = models.DateField(
        "ngày chuyển theo dõi", null=True, blank=True, editable=False, help_text="Để trống là hôm nay."
    )

    class Meta(Followed.Meta):
        verbose_name = "kiến nghị cử tri"
        verbose_name_plural = "kiến nghị cử tri"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(repeats=None) | ~Q(repeats=F("id")), name="voters_petition_repeats_another"
            ),
        ]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["council", "field", "-received_on"], name="voters_petitions_of_field"),
            models.Index(
                fields=["council", "counts_on"],
                include=["field", "competence", "origin", "repeats", "id"],
                condition=Q(cancelled_at=None),
                name="voters_petitions_counting",
            ),
            models.Index(
                fields=["id"],
                include=["council", "counts_on", "field", "competence", "origin", "repeats"],
                condition=Q(cancelled_at=None),
                name="voters_petitions_by_key",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {shortened(self.text, 80)}"

    @property
    def title(self) -> str:
        return shortened(self.text)

    @property
    def undertaking(self) -> Undertaking | None:
        """What follows from it; None while it has not been forwarded."""
        return next(iter(self.origin.undertakings.all()), None) if self.origin else None

    @property
    def lead(self) -> Organisation | None:
        undertaking = self.undertaking
        return undertaking.lead if undertaking else None

    @property
    def status(self) -> PetitionStatus:
        undertaking = self.undertaking
        return petition_status(undertaking.status if undertaking else None)

    def said(self, name: str) -> Any:
        return self.status.label if name == "status" else super().said(name)

    def derive(self) -> None:
        self.counts_on = self.received_on
        super().derive()


class Carrying(models.Model):
    """That a petition was still open at a session and went on to the next: a line for each time, with its day."""

    petition = models.ForeignKey(Petition, models.PROTECT, related_name="carryings")
    session = models.ForeignKey(
        CouncilSession, models.PROTECT, related_name="+", verbose_name="chuyển theo dõi sang kỳ họp"
    )
    carried_on = models.DateField("ngày chuyển theo dõi")

    class Meta:
        verbose_name = "chuyển theo dõi sang kỳ sau"
        verbose_name_plural = "chuyển theo dõi sang kỳ sau"
        constraints = [
            models.UniqueConstraint(fields=["petition", "session"], name="voters_carried_once_to_a_session")
        ]
        indexes = [models.Index(fields=["carried_on", "petition"], name="voters_carried_in")]

    def __str__(self) -> str:
        return f"{self.petition.code} → {self.session}"


class PetitionShare(Share):
    """A council to which the petition was passed on: it stays one record, followed there."""

    record = models.ForeignKey(Petition, models.PROTECT, related_name="shares")
    passed_on = models.DateField("chuyển ngày")
    reason = models.TextField("lý do", blank=True)

    class Meta:
        verbose_name = "chuyển kiến nghị đến Hội đồng khác"
        constraints = [
            models.UniqueConstraint(
                fields=["record", "council"], condition=Q(ended_at=None), name="voters_petition_passed_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.record.code}: {self.council}"


class Dispatch(Versioned):
    """One paper by which many petitions are forwarded."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="Hội đồng")
    number = models.CharField("số, ký hiệu văn bản chuyển", max_length=60, blank=True)
    issued_on = models.DateField("ngày chuyển")
    petitions: Any = models.ManyToManyField(Petition, related_name="dispatches")

    class Meta:
        verbose_name = "văn bản chuyển kiến nghị"
        verbose_name_plural = "văn bản chuyển kiến nghị"

    def __str__(self) -> str:
        return f"{self.number or 'Văn bản chưa có số'} ngày {format_date(self.issued_on)}"
