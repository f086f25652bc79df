"""A person as one council knows them, and their seats."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council, Named
from dienhong.people.ethnicity import ethnicity_choices
from dienhong.people.models.terms import Constituency, Term, term_runs
from dienhong.people.spans import Span
from dienhong.people.states import (
    UNKNOWN,
    Education,
    EndReason,
    Origin,
    Party,
    PoliticalTheory,
    Religion,
    Said,
    Sex,
)
from dienhong.registers.models import Record
from dienhong.vietnamese.collation import person_sort_key
from dienhong.vietnamese.dates import format_date

PERSONAL: Mapping[str, Collection[Role]] = dict.fromkeys(
    ("religion", "ethnicity", "party", "party_joined_on"), frozenset({Role.CLERK, Role.LEADER})
)
"""Personal data that only clerks and leaders read of a named person; everybody else reads sums."""


class Person(Named):
    """Somebody who sits, or sat, in a council: what stays the same from term to term. It follows from the mandates."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="people", verbose_name="Hội đồng")
    code = models.CharField("mã", max_length=24)
    sex = models.CharField("giới tính", max_length=8, choices=Sex, default=Sex.UNKNOWN)
    born_on = models.DateField("ngày sinh", null=True)
    birth_year = models.PositiveSmallIntegerField("năm sinh", null=True)

    class Meta:
        verbose_name = "người"
        verbose_name_plural = "người"
        constraints = [models.UniqueConstraint(fields=["council", "code"], name="people_person_code_once")]
        indexes = [models.Index(fields=["council", "folded"], name="people_persons_by_name")]

    def __str__(self) -> str:
        return f"{self.name} ({self.birth_year})" if self.birth_year else self.name

    def derive(self) -> None:
        super().derive()
        self.sort_key = person_sort_key(self.name)


class Mandate(Record):
    """A person's seat in one term, with what was declared of them for it: an old term keeps what was true then."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("full_name", "occupation", "workplace")
    FIELD_READERS = PERSONAL

    term = models.ForeignKey(Term, models.PROTECT, related_name="mandates", verbose_name="khóa, nhiệm kỳ")
    constituency = models.ForeignKey(
        Constituency,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="mandates",
        verbose_name="đơn vị bầu cử",
    )
    person = models.ForeignKey(Person, models.PROTECT, related_name="mandates", editable=False)
    origin = models.CharField("được bầu", max_length=10, choices=Origin, default=Origin.ELECTED)
    from_on = models.DateField("là đại biểu từ ngày")
    to_on = models.DateField("đến hết ngày", null=True, blank=True, editable=False)
    end_reason = models.CharField("lý do thôi", max_length=12, choices=EndReason, blank=True, editable=False)
    decided_at = models.CharField(
        "quyết định tại",
        max_length=300,
        blank=True,
        editable=False,
        help_text="Kỳ họp, số và ngày của nghị quyết hoặc văn bản.",
    )

    full_name = models.CharField("họ và tên", max_length=120)
    sex = models.CharField("giới tính", max_length=8, choices=Sex, default=Sex.UNKNOWN)
    born_on = models.DateField("ngày sinh", null=True, blank=True)
    birth_year = models.PositiveSmallIntegerField(
        "năm sinh", null=True, blank=True, help_text="Khi không rõ ngày, tháng."
    )
    ethnicity = models.CharField("dân tộc", max_length=20, choices=ethnicity_choices, default=UNKNOWN)
    religion = models.CharField("tôn giáo", max_length=12, choices=Religion, default=Religion.UNKNOWN)
    party = models.CharField("Đảng Cộng sản Việt Nam", max_length=10, choices=Party, default=Party.UNKNOWN)
    party_joined_on = models.DateField("vào Đảng ngày", null=True, blank=True)
    education = models.CharField(
        "trình độ học vấn", max_length=20, choices=Education, default=Education.UNKNOWN
    )
    political_theory = models.CharField(
        "lý luận chính trị", max_length=14, choices=PoliticalTheory, default=PoliticalTheory.UNKNOWN
    )
    occupation = models.CharField("nghề nghiệp, chức vụ", max_length=200, blank=True)
    workplace = models.CharField("nơi công tác", max_length=200, blank=True)
    reelected = models.CharField("tái cử", max_length=8, choices=Said, default=Said.UNKNOWN)
    self_nominated = models.CharField("tự ứng cử", max_length=8, choices=Said, default=Said.UNKNOWN)

    sort_key = models.BinaryField(editable=False, max_length=600)
    born_from = models.DateField(null=True, editable=False)
    born_to = models.DateField(null=True, editable=False)

    class Meta(Record.Meta):
        verbose_name = "đại biểu"
        verbose_name_plural = "đại biểu"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                name="people_mandate_ends_after_it_begins",
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
                violation_error_message="Ngày thôi làm đại biểu không được trước ngày bắt đầu.",
            ),
            models.CheckConstraint(
                name="people_mandate_ends_for_a_reason",
                condition=Q(to_on=None, end_reason="") | (Q(to_on__isnull=False) & ~Q(end_reason="")),
                violation_error_message="Thôi làm đại biểu phải có cả ngày và lý do.",
            ),
        ]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["council", "sort_key"], name="people_mandates_by_name"),
            models.Index(fields=["term", "from_on"], name="people_mandates_of_term"),
            models.Index(fields=["person", "from_on"], name="people_mandates_of_person"),
        ]

    def __str__(self) -> str:
        return self.full_name

    @property
    def title(self) -> str:
        return self.full_name

    @property
    def span(self) -> Span:
        """The days of the seat: it ends with the term at the latest."""
        ends = [day for day in (self.to_on, self.term.ends_on) if day]
        return Span(self.from_on, min(ends, default=None))

    @property
    def year_of_birth(self) -> str:
        """As lists print it, without the grouping of thousands."""
        return str(self.birth_year or "")

    @property
    def standing(self) -> str:
        """đương nhiệm, or since when no longer and why"""
        if self.to_on is None:
            return ""
        return f"{self.get_end_reason_display()}, {format_date(self.to_on)}"

    def derive(self) -> None:
        self.counts_on = self.from_on
        self.sort_key = person_sort_key(self.full_name)
        if self.born_on:
            self.birth_year = self.born_on.year
        self.born_from, self.born_to = self.born_on, self.born_on
        if self.birth_year and not self.born_on:
            self.born_from, self.born_to = date(self.birth_year, 1, 1), date(self.birth_year, 12, 31)
        super().derive()

    def said(self, name: str) -> Any:
        return self.year_of_birth if name == "birth_year" else super().said(name)


def of_running_term(day: date) -> Q:
    """Mandates of the terms that run on ``day``, those that have ended included."""
    return term_runs(day, "term__")


def sits(day: date) -> Q:
    """Of those, the ones that hold on ``day``."""
    return Q(from_on__lte=day) & (Q(to_on=None) | Q(to_on__gte=day))
