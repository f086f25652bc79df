"""Letters of citizens. What a denunciation says is sealed; its open columns say only that it is there."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from dienhong.audit.models import Versioned
from dienhong.followup.models import Followed, shortened
from dienhong.followup.states import OriginKind
from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council, Organisation
from dienhong.reception.models.days import Reception
from dienhong.reception.states import (
    OFFICE,
    Channel,
    Competence,
    FilingGround,
    LetterKind,
    LetterStatus,
)
from dienhong.registers.models import Record
from dienhong.rulebook.models import Field
from dienhong.vietnamese.text import fold

if TYPE_CHECKING:
    from dienhong.accounts.models import User

SEALED = ("sender", "sender_address", "matter", "place", "passed_by", "outcome")
"""The words of a letter: of a denunciation blank in the open, and kept sealed."""

MASKED_TITLE, MASKED = "Đơn tố cáo (mật)", "mật"
NOT_TOLD = frozenset({*SEALED, "field", "signatories", "reception"})
"""What of a denunciation is read only by opening it."""


class LetterHandlerQuerySet(models.QuerySet["LetterHandler"]):
    def on(self, day: date) -> Self:
        return self.filter(Q(ended_on=None) | Q(ended_on__gt=day), from_on__lte=day)

    def of_user(self, user: User) -> Self:
        """Where the user handles denunciations today: named there, and still of that office."""
        access = access_of(user)
        offices = {grant.council_id for grant in access.grants if grant.role in OFFICE}
        return self.on(access.on).filter(user=user.pk, council__in=offices)


class LetterHandler(Versioned):
    """Who reads and handles the denunciations of a council: named by a leader, from a day up to a day."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="Hội đồng")
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người xử lý"
    )
    from_on = models.DateField("từ ngày")
    ended_on = models.DateField("thôi từ ngày", null=True, blank=True)

    objects = LetterHandlerQuerySet.as_manager()

    class Meta:
        verbose_name = "người xử lý đơn tố cáo"
        verbose_name_plural = "người xử lý đơn tố cáo"
        constraints = [
            models.UniqueConstraint(
                fields=["council", "user"],
                condition=Q(ended_on=None),
                name="reception_handler_once",
                violation_error_message="Người này đang được giao xử lý đơn tố cáo.",
            ),
            models.CheckConstraint(
                condition=Q(ended_on=None) | Q(ended_on__gte=F("from_on")),
                name="reception_handler_ends_after_it_begins",
                violation_error_message="Ngày thôi không được trước ngày được giao.",
            ),
        ]

    def __str__(self) -> str:
        return str(self.user)


class Letter(Followed):
    """A letter that came in, and what became of it."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("matter", "sender", "place", "field")
    WORDS_INDEXED: ClassVar[bool] = True
    WRITERS: ClassVar[frozenset[Role]] = OFFICE
    UNTOLD: ClassVar[frozenset[str]] = frozenset({*SEALED, "sealed"})
    MASK_SHOWS: ClassVar[tuple[str, ...]] = ("kind", "received_on", "competence", "status")
    ORIGIN: ClassVar[OriginKind] = OriginKind.LETTER

    kind = models.CharField("loại đơn", max_length=12, choices=LetterKind, default=LetterKind.PETITION)
    received_on = models.DateField("ngày nhận")
    channel = models.CharField("nhận qua", max_length=10, choices=Channel, default=Channel.POST)
    reception = models.ForeignKey(
        Reception,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="letters",
        verbose_name="lượt tiếp công dân",
    )
    passed_by = models.CharField("cơ quan chuyển đến", max_length=200, blank=True)
    sender = models.CharField(
        "người gửi", max_length=200, blank=True, help_text="Nhiều người cùng ký: ghi người đại diện."
    )
    sender_address = models.CharField("địa chỉ người gửi", max_length=200, blank=True)
    signatories = models.PositiveIntegerField("số người ký", default=1)
    matter = models.TextField("nội dung đơn", blank=True)
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lĩnh vực"
    )
    place = models.CharField(
        "nơi có sự việc", max_length=200, blank=True, help_text="Thôn, tổ dân phố, xã, phường."
    )
    competence = models.CharField(
        "thẩm quyền giải quyết", max_length=12, choices=Competence, default=Competence.UNKNOWN
    )
    status = models.CharField(
        "trạng thái", max_length=10, choices=LetterStatus, default=LetterStatus.RECEIVED, editable=False
    )
    handled_on = models.DateField("ngày xử lý", null=True, blank=True, editable=False)
    accepted_on = models.DateField("ngày thụ lý", null=True, blank=True, editable=False)
    passed_to = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="chuyển đến",
        editable=False,
    )
    passed_to_name = models.CharField(
        "chuyển đến cơ quan khác",
        max_length=200,
        blank=True,
        editable=False,
        help_text="Chỉ ghi khi cơ quan không có trong danh sách, ví dụ cơ quan của cấp khác.",
    )
    slip_number = models.CharField("số, ký hiệu phiếu chuyển", max_length=60, blank=True, editable=False)
    report_due_on = models.DateField(
        "hạn báo kết quả",
        null=True,
        blank=True,
        editable=False,
        help_text="Có hạn thì thành việc phải theo dõi của cơ quan nhận đơn.",
    )
    filing_ground = models.CharField(
        "căn cứ lưu đơn", max_length=12, choices=FilingGround, blank=True, editable=False
    )
    outcome = models.TextField("kết quả, trả lời", blank=True, editable=False)
    sender_key = models.CharField(max_length=200, blank=True, editable=False)
    sealed = models.TextField("nội dung mật", blank=True, editable=False)

    class Meta(Followed.Meta):
        verbose_name = "đơn thư"
        verbose_name_plural = "đơn thư"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(sealed="") & ~Q(kind=LetterKind.DENUNCIATION)
                | Q(kind=LetterKind.DENUNCIATION, field=None, reception=None, **dict.fromkeys(SEALED, ""))
                & ~Q(sealed=""),
                name="reception_denunciation_is_sealed",
                violation_error_message="Đơn tố cáo chỉ ghi, sửa ở biểu mẫu riêng của đơn tố cáo.",
            ),
            models.CheckConstraint(
                condition=Q(signatories__gte=1),
                name="reception_letter_of_somebody",
                violation_error_message="Đơn có ít nhất một người ký.",
            ),
        ]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["council", "kind", "status"], name="reception_letters_standing"),
            models.Index(fields=["sender_key"], name="reception_letters_of_sender"),
            models.Index(fields=["field", "-received_on"], name="reception_letters_of_field"),
        ]

    def __str__(self) -> str:
        return f"{self.code} đơn {self.get_kind_display()}"

    @property
    def title(self) -> str:
        return MASKED_TITLE if self.is_denunciation else shortened(self.matter)

    @property
    def is_denunciation(self) -> bool:
        return self.kind == LetterKind.DENUNCIATION

    @property
    def passed_where(self) -> str:
        """The body to which it was passed on."""
        return str(self.passed_to) if self.passed_to else self.passed_to_name

    def said(self, name: str) -> Any:
        return MASKED if self.is_denunciation and name in NOT_TOLD else super().said(name)

    @classmethod
    def masked_from(cls, user: User) -> Q | None:
        """Denunciations, but for who handles them."""
        handled = LetterHandler.objects.of_user(user).values("council")
        return Q(kind=LetterKind.DENUNCIATION) & ~Q(council__in=handled)

    def derive(self) -> None:
        self.counts_on = self.received_on
        self.sender_key = fold(self.sender)
        super().derive()


class LetterPair(Versioned):
    """A person's word that two letters, perhaps of two levels, are the same one, or are not; both stay and count."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="Hội đồng")
    first = models.ForeignKey(Letter, models.PROTECT, related_name="+", verbose_name="đơn ghi trước")
    second = models.ForeignKey(Letter, models.PROTECT, related_name="+", verbose_name="đơn ghi sau")
    same = models.BooleanField("cùng một đơn")

    class Meta:
        verbose_name = "đơn trùng giữa các cấp"
        verbose_name_plural = "đơn trùng giữa các cấp"
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="reception_pair_once"),
            models.CheckConstraint(condition=Q(first__lt=F("second")), name="reception_pair_in_order"),
        ]

    def __str__(self) -> str:
        return f"{self.first.code} và {self.second.code}"

    def other(self, letter: Letter) -> Any:
        return self.second if self.first_id == letter.pk else self.first
