"""A delegate's year: the activity sheet and the assessment, which office and delegate alone read; and pledges."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from dienhong.activities.states import AssessmentStatus, Grade
from dienhong.followup.models import Followed, shortened
from dienhong.followup.states import OriginKind
from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import Role
from dienhong.people.models import Mandate
from dienhong.registers.models import Record, RecordQuerySet
from dienhong.registers.years import year_field
from dienhong.vietnamese.collation import person_sort_key

if TYPE_CHECKING:
    from dienhong.accounts.models import User

OFFICE = frozenset({Role.CLERK, Role.LEADER})
"""Who reads what is said of every delegate; each delegate reads their own."""


class PersonalQuerySet(RecordQuerySet):
    def visible_to(self, user: User) -> Self:
        """What the office reads of all delegates, and everybody of themselves."""
        access = access_of(user)
        if access.everywhere:
            return self
        return self.filter(Q(council__in=access.councils_read_by(OFFICE)) | self.model.own_of(user))


class PersonalRecord(Record):
    """Something about one delegate and one year; ``account`` is the delegate's, where there is one to read it."""

    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="%(class)ss", verbose_name="đại biểu")
    year = year_field("năm")
    account = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="+",
        verbose_name="tài khoản của đại biểu",
        help_text="Đại biểu dùng tài khoản này thì xem được; để trống thì lấy như lần trước.",
    )
    sort_key = models.BinaryField(editable=False, max_length=600)

    objects: ClassVar[Any] = PersonalQuerySet.as_manager()

    class Meta(Record.Meta):
        abstract = True
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["mandate", "year"],
                condition=Q(cancelled_at=None),
                name="activities_%(class)s_once",
                violation_error_message="Đại biểu này đã có trong năm ấy.",
            ),
        ]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["account", "year"], name="activities_%(class)s_own"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        return f"{self.mandate}, năm {self.year}"

    @classmethod
    def own_of(cls, user: User) -> Q:
        """Which of them the delegate reads who is meant."""
        return Q(account=user)

    def derive(self) -> None:
        self.counts_on = date(self.year, 12, 31)
        self.sort_key = person_sort_key(self.mandate.full_name)
        super().derive()


class ActivitySheet(PersonalRecord):
    """Phiếu hoạt động: what a delegate did in a year, beside the figures that the registers give."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("mandate", "year", "work")

    work = models.TextField("hoạt động trong năm", blank=True)
    proposals = models.TextField("khó khăn, đề xuất", blank=True)

    class Meta(PersonalRecord.Meta):
        verbose_name = "phiếu hoạt động"
        verbose_name_plural = "phiếu hoạt động"


class Assessment(PersonalRecord):
    """How the standing committee classed a delegate's year; the delegate reads it once it is decided."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("mandate", "year", "grade")

    self_grade = models.CharField("đại biểu tự xếp loại", max_length=10, choices=Grade, blank=True)
    group_grade = models.CharField("Tổ đại biểu đề nghị", max_length=10, choices=Grade, blank=True)
    grade = models.CharField("Thường trực xếp loại", max_length=10, choices=Grade, blank=True)
    decided_on = models.DateField("xếp loại ngày", null=True, blank=True)
    decision_number = models.CharField("số văn bản", max_length=60, blank=True)
    remarks = models.TextField("nhận xét", blank=True)
    status = models.CharField(
        "trạng thái", max_length=8, choices=AssessmentStatus, default=AssessmentStatus.DRAFT, editable=False
    )

    class Meta(PersonalRecord.Meta):
        verbose_name = "xếp loại đại biểu"
        verbose_name_plural = "xếp loại đại biểu"

    @classmethod
    def own_of(cls, user: User) -> Q:
        return Q(account=user, status=AssessmentStatus.CLASSED)


class Pledge(Followed):
    """What a delegate promised voters in the programme of action: followed like any other promise."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("text", "mandate", "place")
    ORIGIN: ClassVar[OriginKind] = OriginKind.PLEDGE

    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="pledges", verbose_name="đại biểu")
    text = models.TextField("nội dung hứa")
    pledged_on = models.DateField("hứa ngày")
    place = models.CharField(
        "hứa tại", max_length=200, blank=True, help_text="Ví dụ: hội nghị vận động bầu cử."
    )
    note = models.TextField("ghi chú", blank=True)

    class Meta(Followed.Meta):
        verbose_name = "lời hứa với cử tri"
        verbose_name_plural = "lời hứa với cử tri"
        indexes = [*Record.Meta.indexes, models.Index(fields=["mandate"], name="activities_pledges_of")]

    def __str__(self) -> str:
        return f"{self.code} {shortened(self.text, 80)}"

    @property
    def title(self) -> str:
        return shortened(self.text, 160)

    def derive(self) -> None:
        self.counts_on = self.pledged_on
        super().derive()
