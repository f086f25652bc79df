"""Terms of a council, and the constituencies in which its delegates were elected."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from dienhong.organisations.models import Council
from dienhong.people.spans import Span
from dienhong.people.states import SessionNumbering
from dienhong.registers.models import Record
from dienhong.vietnamese.numerals import to_roman


class Term(Record):
    """One term of one council: "khóa XIV, nhiệm kỳ 2021-2026", with the seats that the election allotted."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("title",)

    council = models.ForeignKey(
        Council, models.PROTECT, related_name="terms", verbose_name="Hội đồng", editable=False
    )
    ordinal = models.PositiveSmallIntegerField("khóa", help_text="Khóa XIV ghi là 14.")
    starts_on = models.DateField("bắt đầu từ ngày")
    ends_on = models.DateField("kết thúc ngày", null=True, blank=True)
    first_year = models.PositiveSmallIntegerField("năm đầu nhiệm kỳ")
    last_year = models.PositiveSmallIntegerField("năm cuối nhiệm kỳ")
    seats_allotted = models.PositiveSmallIntegerField("số đại biểu được bầu")
    session_numbering = models.CharField(
        "cách đánh số kỳ họp", max_length=12, choices=SessionNumbering, default=SessionNumbering.ONE_SERIES
    )

    class Meta(Record.Meta):
        verbose_name = "khóa, nhiệm kỳ"
        verbose_name_plural = "khóa, nhiệm kỳ"
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["council", "ordinal"],
                condition=Q(cancelled_at=None),
                name="people_term_once",
                violation_error_message="Khóa này đã có.",
            ),
            models.CheckConstraint(
                name="people_term_ends_after_it_begins",
                condition=Q(ends_on=None) | Q(ends_on__gt=F("starts_on")),
                violation_error_message="Ngày kết thúc nhiệm kỳ phải sau ngày bắt đầu.",
            ),
        ]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["council", "-starts_on"], name="people_terms_of_council"),
        ]

    def __str__(self) -> str:
        return f"khóa {to_roman(self.ordinal)}, nhiệm kỳ {self.first_year}-{self.last_year}"

    @property
    def title(self) -> str:
        return f"Khóa {to_roman(self.ordinal)}, nhiệm kỳ {self.first_year}-{self.last_year}"

    @property
    def span(self) -> Span:
        return Span(self.starts_on, self.ends_on)

    def derive(self) -> None:
        self.counts_on = self.starts_on
        super().derive()


def term_runs(day: date, prefix: str = "") -> Q:
    """Terms, or with ``prefix`` ("term__") what belongs to terms, that run on ``day``."""
    standing = Q(**{f"{prefix}cancelled_at": None})
    begun = Q(**{f"{prefix}starts_on__lte": day})
    not_over = Q(**{f"{prefix}ends_on": None}) | Q(**{f"{prefix}ends_on__gte": day})
    return standing & begun & not_over


class Constituency(Record):
    """One constituency of one election: what it covers, how many delegates it elects, in how many polling areas."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "area")

    term = models.ForeignKey(
        Term, models.PROTECT, related_name="constituencies", verbose_name="khóa, nhiệm kỳ"
    )
    number = models.PositiveSmallIntegerField("đơn vị bầu cử số")
    area = models.TextField(
        "gồm các đơn vị", blank=True, help_text="Các xã, thôn, tổ dân phố thuộc đơn vị bầu cử."
    )
    seats = models.PositiveSmallIntegerField("số đại biểu được bầu")
    polling_areas = models.PositiveSmallIntegerField("số khu vực bỏ phiếu")

    class Meta(Record.Meta):
        verbose_name = "đơn vị bầu cử"
        verbose_name_plural = "đơn vị bầu cử"
        constraints = [
            *Record.Meta.constraints,
            models.UniqueConstraint(
                fields=["term", "number"],
                condition=Q(cancelled_at=None),
                name="people_constituency_once",
                violation_error_message="Nhiệm kỳ này đã có đơn vị bầu cử mang số đó.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return f"Đơn vị bầu cử số {self.number}"

    def derive(self) -> None:
        self.counts_on = self.term.starts_on
        super().derive()
