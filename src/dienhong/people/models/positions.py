"""Who holds which role in which body, and when."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from dienhong.organisations.models import Organisation
from dienhong.people.bodies import OWN_BODIES
from dienhong.people.models.mandates import Person
from dienhong.people.spans import Span
from dienhong.people.states import PositionRole, Said
from dienhong.registers.models import Record
from dienhong.vietnamese.collation import person_sort_key


class Position(Record):
    """One role of one person in one body, from a day to a day; in the council's own bodies only delegates sit."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("holder", "role", "organisation")

    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="positions", verbose_name="cơ quan"
    )
    role = models.CharField("chức vụ", max_length=14, choices=PositionRole)
    person = models.ForeignKey(
        Person,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="positions",
        verbose_name="đại biểu giữ chức vụ",
    )
    full_name = models.CharField(
        "họ và tên, nếu không phải là đại biểu",
        max_length=120,
        blank=True,
        help_text="Để trống nếu đã chọn đại biểu.",
    )
    full_time = models.CharField("hoạt động chuyên trách", max_length=8, choices=Said, default=Said.UNKNOWN)
    from_on = models.DateField("từ ngày")
    to_on = models.DateField("đến hết ngày", null=True, blank=True, editable=False)
    decided_at = models.CharField(
        "quyết định tại",
        max_length=300,
        blank=True,
        help_text="Kỳ họp, số và ngày của nghị quyết hoặc văn bản.",
    )
    ended_at = models.CharField("thôi giữ chức vụ theo", max_length=300, blank=True, editable=False)
    sort_key = models.BinaryField(editable=False, max_length=600)

    class Meta(Record.Meta):
        verbose_name = "chức vụ"
        verbose_name_plural = "chức vụ"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="people_position_ends_after_it_begins",
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
                violation_error_message="Ngày thôi giữ chức vụ không được trước ngày bắt đầu.",
            ),
            models.CheckConstraint(
                name="people_position_of_one_person",
                condition=Q(person=None) ^ Q(full_name=""),
                violation_error_message="Hãy chọn một đại biểu, hoặc ghi họ và tên người không phải là đại biểu.",
            ),
        ]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["organisation", "from_on"], name="people_positions_of_body"),
            models.Index(
                fields=["person", "from_on"],
                include=["to_on", "full_time"],
                condition=Q(cancelled_at=None, person__isnull=False),
                name="people_positions_of_person",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def holder(self) -> str:
        return self.person.name if self.person else self.full_name

    @property
    def title(self) -> str:
        """Nguyễn Thị A, Trưởng ban"""
        return f"{self.holder}, {self.get_role_display()}"

    @property
    def office(self) -> str:
        """Trưởng ban Ban Pháp chế reads twice the same word: Trưởng ban, Ban Pháp chế."""
        return f"{self.get_role_display()}, {self.organisation}"

    @property
    def is_in_own_body(self) -> bool:
        return self.organisation.kind in OWN_BODIES

    @property
    def span(self) -> Span:
        return Span(self.from_on, self.to_on)

    def derive(self) -> None:
        self.counts_on = self.from_on
        self.sort_key = person_sort_key(self.holder)
        super().derive()


def held(day: date) -> Q:
    """Positions that are held on ``day``."""
    return Q(from_on__lte=day) & (Q(to_on=None) | Q(to_on__gte=day))
