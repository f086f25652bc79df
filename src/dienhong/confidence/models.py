"""Personnel decisions, confidence ratings and confidence votes: counts only, of no ballot is there a row."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import ClassVar

from django.db import models
from django.db.models import Q

from dienhong.confidence.outcomes import (
    DISMISSAL,
    MAY_RESIGN,
    NO_CONFIDENCE,
    Tally,
    Thresholds,
    consequence_of,
    explained,
    outcome_of,
    said,
    vote_explained,
    vote_outcome_of,
)
from dienhong.confidence.states import Outcome, PersonnelKind, PersonnelStatus, Requester, VoteOutcome
from dienhong.council_sessions.models import CouncilSession, Vote
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Organisation
from dienhong.people.models import Mandate, Position
from dienhong.people.states import PositionRole
from dienhong.registers.models import Record
from dienhong.resolutions.models import Resolution
from dienhong.rulebook.current import rulebook
from dienhong.vietnamese.collation import person_sort_key
from dienhong.vietnamese.dates import format_date

KEEPERS: frozenset[Role] = frozenset({Role.CLERK, Role.LEADER})
"""Who reads what is said of people's confidence: the strictest circle."""


def _count(name: str, **kwargs: object) -> models.PositiveSmallIntegerField:  # type: ignore[type-arg]
    return models.PositiveSmallIntegerField(name, null=True, blank=True, **kwargs)  # type: ignore[arg-type]


class Confidential(Record):
    """Read by the clerks and leaders of the council and of those above, and by nobody else."""

    READERS: ClassVar[Collection[Role]] = KEEPERS

    class Meta(Record.Meta):
        abstract = True


class PersonnelDecision(Confidential):
    """An election, dismissal or removal, tied to its vote, its resolution and the position or seat that it changes."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "kind")

    kind = models.CharField("việc", max_length=20, choices=PersonnelKind)
    session = models.ForeignKey(
        CouncilSession, models.PROTECT, related_name="personnel", verbose_name="kỳ họp"
    )
    held_on = models.DateField("ngày")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="cơ quan"
    )
    role = models.CharField("chức vụ", max_length=14, choices=PositionRole, blank=True)
    mandate = models.ForeignKey(
        Mandate, models.PROTECT, null=True, blank=True, related_name="personnel", verbose_name="đại biểu"
    )
    full_name = models.CharField("họ và tên, nếu không phải là đại biểu", max_length=120, blank=True)
    position = models.ForeignKey(
        Position,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="ended_by",
        verbose_name="chức vụ được miễn nhiệm, bãi nhiệm",
    )
    made = models.ForeignKey(
        Position,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="made_by",
        verbose_name="chức vụ được lập",
        editable=False,
    )
    vote = models.ForeignKey(
        Vote, models.PROTECT, null=True, blank=True, related_name="personnel", verbose_name="lần biểu quyết"
    )
    resolution = models.ForeignKey(
        Resolution, models.PROTECT, null=True, blank=True, related_name="personnel", verbose_name="nghị quyết"
    )
    note = models.TextField("lý do, ghi chú", blank=True)
    status = models.CharField(
        "trạng thái",
        max_length=12,
        choices=PersonnelStatus,
        default=PersonnelStatus.PLANNED,
        editable=False,
    )

    class Meta(Confidential.Meta):
        verbose_name = "công tác nhân sự"
        verbose_name_plural = "công tác nhân sự"

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def whom(self) -> str:
        if self.position:
            return self.position.holder
        return self.mandate.full_name if self.mandate else self.full_name

    @property
    def office(self) -> str:
        if self.position:
            return self.position.office
        return f"{self.said('role')}, {self.organisation}" if self.organisation else ""

    @property
    def title(self) -> str:
        """ "bầu Nguyễn Thị A, Trưởng ban, Ban Pháp chế" """
        words = f"{self.said('kind')} {self.whom}"
        return f"{words}, {self.office}" if self.office else words

    def derive(self) -> None:
        self.counts_on = self.held_on
        super().derive()


class ConfidenceRating(Confidential):
    """A rating on three levels (lấy phiếu tín nhiệm) of those whom the council elects, with its ballots."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("title", "note")

    session = models.ForeignKey(CouncilSession, models.PROTECT, related_name="ratings", verbose_name="kỳ họp")
    held_on = models.DateField("ngày lấy phiếu")
    issued = _count("số phiếu phát ra")
    collected = _count("số phiếu thu về")
    valid = _count("số phiếu hợp lệ")
    invalid = _count("số phiếu không hợp lệ")
    note = models.TextField("ghi chú", blank=True)

    class Meta(Confidential.Meta):
        verbose_name = "đợt lấy phiếu tín nhiệm"
        verbose_name_plural = "đợt lấy phiếu tín nhiệm"

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        return f"Lấy phiếu tín nhiệm ngày {format_date(self.held_on)}"

    @property
    def counts(self) -> tuple[int | None, int | None, int | None, int | None]:
        return self.issued, self.collected, self.valid, self.invalid

    def derive(self) -> None:
        self.counts_on = self.held_on
        super().derive()


class RatedPerson(Confidential):
    """What one person got; the class follows from the count by the rules of the day and is typed by nobody."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("full_name", "office")

    rating = models.ForeignKey(
        ConfidenceRating, models.PROTECT, related_name="people", verbose_name="đợt lấy phiếu"
    )
    full_name = models.CharField("họ và tên", max_length=120)
    office = models.CharField("chức vụ", max_length=200)
    position = models.ForeignKey(
        Position, models.PROTECT, null=True, blank=True, related_name="ratings", editable=False
    )
    high = _count("tín nhiệm cao")
    confidence = _count("tín nhiệm")
    low = _count("tín nhiệm thấp")
    outcome = models.CharField("kết quả", max_length=14, choices=Outcome, blank=True, editable=False)
    explanation = models.CharField("cách tính", max_length=300, blank=True, editable=False)
    consequence = models.TextField("hệ quả", blank=True, editable=False)
    sort_key = models.BinaryField(editable=False, max_length=600)

    class Meta(Confidential.Meta):
        verbose_name = "người được lấy phiếu"
        verbose_name_plural = "người được lấy phiếu"
        constraints = [
            *Confidential.Meta.constraints,
            models.UniqueConstraint(
                fields=["rating", "full_name", "office"],
                condition=Q(cancelled_at=None),
                name="confidence_rated_once",
                violation_error_message="Người này đã có trong danh sách lấy phiếu.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        return f"{self.full_name}, {self.office}"

    @property
    def parts(self) -> tuple[int | None, int | None, int | None]:
        return self.high, self.confidence, self.low

    @property
    def tally(self) -> Tally | None:
        """None until the ballots and all three levels are there."""
        ballots = self.rating.collected
        if not ballots or self.high is None or self.confidence is None or self.low is None:
            return None
        return Tally(ballots, self.high, self.confidence, self.low)

    def derive(self) -> None:
        self.counts_on = self.rating.held_on
        self.sort_key = person_sort_key(self.full_name)
        self.outcome = self.explanation = self.consequence = ""
        if tally := self.tally:
            thresholds = thresholds_on(self.rating.held_on, self.council.level)
            outcome = outcome_of(tally, thresholds)
            self.outcome, self.explanation = outcome, explained(tally)
            self.consequence = consequence_of(outcome, thresholds)
        super().derive()


class ConfidenceVote(Confidential):
    """A vote on two levels (bỏ phiếu tín nhiệm) about one person."""

    SEARCHED: ClassVar[tuple[str, ...]] = ("full_name", "office", "note")

    session = models.ForeignKey(
        CouncilSession, models.PROTECT, related_name="confidence_votes", verbose_name="kỳ họp"
    )
    held_on = models.DateField("ngày bỏ phiếu")
    full_name = models.CharField("họ và tên", max_length=120)
    office = models.CharField("chức vụ", max_length=200)
    requester = models.CharField(
        "theo đề nghị", max_length=18, choices=Requester, default=Requester.STANDING_COMMITTEE
    )
    asking = _count("số đại biểu kiến nghị")
    rated = models.ForeignKey(
        RatedPerson,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="votes",
        verbose_name="kết quả lấy phiếu trước đó",
    )
    issued = _count("số phiếu phát ra")
    collected = _count("số phiếu thu về")
    valid = _count("số phiếu hợp lệ")
    invalid = _count("số phiếu không hợp lệ")
    confident = _count("tín nhiệm")
    not_confident = _count("không tín nhiệm")
    outcome = models.CharField("kết quả", max_length=14, choices=VoteOutcome, blank=True, editable=False)
    explanation = models.CharField("cách tính", max_length=300, blank=True, editable=False)
    consequence = models.TextField("hệ quả", blank=True, editable=False)
    note = models.TextField("ghi chú", blank=True)

    class Meta(Confidential.Meta):
        verbose_name = "lần bỏ phiếu tín nhiệm"
        verbose_name_plural = "lần bỏ phiếu tín nhiệm"

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        return f"{self.full_name}, {self.office}"

    @property
    def counts(self) -> tuple[int | None, int | None, int | None, int | None]:
        return self.issued, self.collected, self.valid, self.invalid

    def derive(self) -> None:
        self.counts_on = self.held_on
        self.outcome = self.explanation = self.consequence = ""
        if self.collected and self.confident is not None and self.not_confident is not None:
            self._judge(self.collected, self.confident, self.not_confident)
        super().derive()

    def _judge(self, ballots: int, confident: int, not_confident: int) -> None:
        """The class, how it was worked out and what must follow, by the rule of the day."""
        rule = rulebook().on(self.held_on, self.council.level)[NO_CONFIDENCE]
        self.outcome = vote_outcome_of(ballots, confident, not_confident, rule)
        self.explanation = vote_explained(ballots, confident, not_confident)
        self.consequence = said(rule) if self.outcome == VoteOutcome.NO_CONFIDENCE else ""


def thresholds_on(day: date, level: str) -> Thresholds:
    """The shares of low confidence that count on a day for councils of a level."""
    rules = rulebook().on(day, level)
    return Thresholds(rules[MAY_RESIGN], rules[DISMISSAL])
