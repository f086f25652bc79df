"""Votes: what was decided, how it was voted, and a result that follows from the count by rule."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from dienhong.council_sessions.models.agenda import AgendaItem
from dienhong.council_sessions.models.sessions import CouncilSession
from dienhong.council_sessions.states import Choice, DecisionKind, VoteMethod, VoteStatus
from dienhong.people.models import Mandate
from dienhong.registers.models import Record

COUNTS = ("in_favour", "against", "abstained")
BALLOTS = ("issued", "collected", "valid", "invalid")


def _count(name: str) -> models.PositiveSmallIntegerField:  # type: ignore[type-arg]
    return models.PositiveSmallIntegerField(name, null=True, blank=True, editable=False)


class Vote(Record):
    """One vote. The count comes from an action, the result from the rule in force on the day; nobody types it.

    ``entitled`` is the number of all delegates on the day, frozen with their names (``VoteEntitlement``) when the
    result is there. Of a secret vote there are counts and nothing else.
    """

    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "decision", "method")

    session = models.ForeignKey(CouncilSession, models.PROTECT, related_name="votes", verbose_name="kỳ họp")
    item = models.ForeignKey(
        AgendaItem,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="votes",
        verbose_name="nội dung chương trình",
    )
    subject = models.CharField(
        "nội dung biểu quyết",
        max_length=500,
        blank=True,
        help_text="Để trống nếu biểu quyết chính nội dung chương trình đã chọn.",
    )
    decision = models.CharField(
        "loại quyết định", max_length=16, choices=DecisionKind, default=DecisionKind.RESOLUTION
    )
    method = models.CharField("hình thức", max_length=8, choices=VoteMethod, default=VoteMethod.HANDS)
    held_on = models.DateField("ngày biểu quyết")
    note = models.TextField("ghi chú", blank=True)
    status = models.CharField(
        "trạng thái", max_length=6, choices=VoteStatus, default=VoteStatus.OPEN, editable=False
    )
    entitled = _count("tổng số đại biểu")
    present = _count("số đại biểu có mặt")
    in_favour = _count("tán thành")
    against = _count("không tán thành")
    abstained = _count("không biểu quyết, không có ý kiến")
    issued = _count("số phiếu phát ra")
    collected = _count("số phiếu thu về")
    valid = _count("số phiếu hợp lệ")
    invalid = _count("số phiếu không hợp lệ")
    needed = _count("số tán thành cần có")
    passed = models.BooleanField("được thông qua", null=True, blank=True, editable=False)
    explanation = models.TextField("cách tính", blank=True, editable=False)

    class Meta(Record.Meta):
        verbose_name = "lần biểu quyết"
        verbose_name_plural = "lần biểu quyết"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(status=VoteStatus.OPEN, passed=None)
                | Q(status=VoteStatus.CLOSED, passed__isnull=False, entitled__isnull=False),
                name="session_vote_closed_with_a_result",
                violation_error_message="Lần biểu quyết có kết quả khi và chỉ khi đã kiểm xong.",
            ),
        ]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["session", "held_on"], name="session_votes_by_day"),
            models.Index(fields=["item"], name="session_votes_of_item"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        return self.subject or (self.item.title if self.item else "")

    @property
    def is_open(self) -> bool:
        return self.status == VoteStatus.OPEN

    @property
    def result(self) -> str:
        """thông qua, 55/82"""
        if self.passed is None:
            return ""
        return f"{'thông qua' if self.passed else 'không thông qua'}, {self.in_favour}/{self.entitled}"

    def derive(self) -> None:
        self.counts_on = self.held_on
        super().derive()


class VoteEntitlement(models.Model):
    """A delegate who was entitled to vote when the result was found: the list does not change afterwards."""

    vote = models.ForeignKey(Vote, models.PROTECT, related_name="entitlements")
    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="+", verbose_name="đại biểu")

    class Meta:
        verbose_name = "đại biểu được biểu quyết"
        verbose_name_plural = "đại biểu được biểu quyết"
        constraints = [models.UniqueConstraint(fields=["vote", "mandate"], name="session_entitled_once")]

    def __str__(self) -> str:
        return f"{self.vote.code}: {self.mandate}"


class Ballot(models.Model):
    """What a delegate chose in a vote by name; of no other vote is there such a row."""

    vote = models.ForeignKey(Vote, models.PROTECT, related_name="ballots")
    mandate = models.ForeignKey(Mandate, models.PROTECT, related_name="ballots", verbose_name="đại biểu")
    choice = models.CharField("ý kiến", max_length=9, choices=Choice)

    class Meta:
        verbose_name = "phiếu ghi tên"
        verbose_name_plural = "phiếu ghi tên"
        constraints = [models.UniqueConstraint(fields=["vote", "mandate"], name="session_ballot_once")]

    def __str__(self) -> str:
        return f"{self.mandate}: {self.get_choice_display()}"
