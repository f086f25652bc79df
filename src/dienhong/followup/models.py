"""What must be followed to its end: where it comes from, who does it by when, and everything that happened to it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.fields.related_descriptors import ForwardManyToOneDescriptor

from dienhong.audit.models import Versioned
from dienhong.followup.bodies import agencies_of
from dienhong.followup.ladder import Rung
from dienhong.followup.papers import AnswerBook, Evidence, IncomingDocument
from dienhong.followup.states import OPEN, WITH_AGENCY, ExtensionState, OriginKind, Result, Status, Step
from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import COUNCIL_ROLES, Role
from dienhong.organisations.models import Council, Organisation
from dienhong.registers.models import Record, RecordQuerySet
from dienhong.rulebook.models import Field

if TYPE_CHECKING:
    from dienhong.accounts.models import User

__all__ = [
    "AnswerBook",
    "Assignment",
    "Escalation",
    "Evidence",
    "Extension",
    "IncomingDocument",
    "Origin",
    "Progress",
    "Undertaking",
    "agencies_of",
    "shortened",
]


class Origin(Versioned):
    """What an undertaking follows from; the petition, question, hearing… holds its key, one to one."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="Hội đồng")
    kind = models.CharField("nguồn", max_length=12, choices=OriginKind)
    code = models.CharField("mã", max_length=24)
    title = models.CharField("tên", max_length=300)

    class Meta:
        verbose_name = "nguồn của việc phải theo dõi"
        verbose_name_plural = "nguồn của việc phải theo dõi"
        constraints = [
            models.UniqueConstraint(fields=["council", "kind", "code"], name="followup_origin_once"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.code}"


class UndertakingQuerySet(RecordQuerySet):
    def visible_to(self, user: User) -> Self:
        """The councils' own readers, those of the council that it came from, and the bodies to which it is assigned."""
        access = access_of(user)
        if access.everywhere:
            return self
        read = access.councils_read_by(COUNCIL_ROLES)
        theirs = Assignment.objects.of_agency(user).values("undertaking")
        return self.filter(Q(council__in=read) | Q(origin__council__in=read) | Q(pk__in=theirs))

    def addressed_to(self, user: User) -> Self:
        """Assigned to the bodies for which the user answers."""
        return self.filter(pk__in=Assignment.objects.of_agency(user).values("undertaking"))

    def overdue(self, day: date) -> Self:
        """With the responsible body although the day has passed."""
        return self.filter(due_on__lt=day, status__in=WITH_AGENCY)


class Undertaking(Record):
    """One thing that somebody must do by a day; open until the council, not the body, says that it is done."""

    WRITERS: ClassVar[Collection[Role]] = frozenset({Role.CLERK, Role.LEADER})
    SEARCHED: ClassVar[tuple[str, ...]] = ("text", "lead", "origin")
    WORDS_INDEXED: ClassVar[bool] = True

    origin = models.ForeignKey(
        Origin, models.PROTECT, related_name="undertakings", verbose_name="nguồn", db_index=False
    )  # found by ``followup_undertakings_follow``
    origin_kind = models.CharField("loại nguồn", max_length=12, choices=OriginKind, editable=False)
    text = models.TextField("việc phải làm")
    field = models.ForeignKey(
        Field, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="lĩnh vực"
    )
    assigned_on = models.DateField("giao ngày")
    due_on = models.DateField("hạn")
    due_basis = models.CharField("căn cứ của hạn", max_length=300)
    due_explanation = models.TextField("cách tính hạn", blank=True)
    lead = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name="cơ quan chủ trì", editable=False
    )
    status = models.CharField(
        "trạng thái", max_length=20, choices=Status, default=Status.ASSIGNED, editable=False
    )
    result = models.CharField("kết quả", max_length=12, choices=Result, blank=True, editable=False)
    settled_on = models.DateField("xong ngày", null=True, blank=True, editable=False)

    objects: ClassVar[Any] = UndertakingQuerySet.as_manager()

    class Meta(Record.Meta):
        verbose_name = "việc phải theo dõi"
        verbose_name_plural = "việc phải theo dõi"
        constraints = [
            *Record.Meta.constraints,
            models.CheckConstraint(
                condition=Q(due_on__gte=F("assigned_on")),
                name="followup_due_after_assigned",
                violation_error_message="Hạn không được trước ngày giao.",
            ),
        ]
        indexes = [
            *Record.Meta.indexes,
            models.Index(fields=["council", "status", "due_on"], name="followup_undertakings_due"),
            models.Index(
                fields=["council", "counts_on"],
                include=["origin_kind", "id"],
                condition=Q(cancelled_at=None),
                name="followup_undertakings_counting",
            ),
            models.Index(fields=["origin"], include=["counts_on", "id"], name="followup_undertakings_follow"),
            models.Index(fields=["counts_on"], include=["origin", "id"], name="followup_undertakings_since"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def title(self) -> str:
        return shortened(self.text)

    @property
    def is_open(self) -> bool:
        return self.status in OPEN

    def days_overdue(self, day: date) -> int:
        """How long past its due date; 0 while it is in time or with the council."""
        return max((day - self.due_on).days, 0) if self.status in WITH_AGENCY else 0

    def derive(self) -> None:
        """The kind of an origin never changes; kept here too, as every figure of undertakings is told by it."""
        self.counts_on, self.origin_kind = self.assigned_on, self.origin.kind
        super().derive()


class Followed(Record):
    """A record from which undertakings follow: it holds their origin, one to one, from the first of them on."""

    ORIGIN: ClassVar[OriginKind]
    DUE_RULE: ClassVar[str] = ""
    """The rule that gives the due day, counted from ``due_from``; without one, and where it does not hold, the
    council sets the day."""
    MANY: ClassVar[bool] = True
    """Whether any number of undertakings follow, each assigned by hand; else they come from an action of its own."""

    origin = models.OneToOneField(
        Origin, models.PROTECT, null=True, related_name="%(class)s", verbose_name="nguồn", editable=False
    )

    class Meta(Record.Meta):
        abstract = True

    def due_from(self, on: date) -> date | None:
        """The day from which ``DUE_RULE`` counts for what is assigned on a day; None where it is not known."""
        return on


class JoinOnly(ForwardManyToOneDescriptor):  # type: ignore[type-arg]
    """A relation that only queries use: a record in hand has its ``origin``, and asks nothing here."""

    def __get__(self, instance: models.Model | None, cls: type[models.Model] | None = None) -> Any:
        return self if instance is None else None


class FromOrigin(models.ForeignObject):  # type: ignore[type-arg]
    """The undertaking of a record from which only one follows, by the origin that both hold: no column, only a join."""

    forward_related_accessor_class = JoinOnly

    def __init__(self) -> None:
        super().__init__(
            Undertaking,
            on_delete=models.DO_NOTHING,
            from_fields=["origin"],
            to_fields=["origin"],
            null=True,
            blank=True,
            editable=False,
            related_name="+",
        )

    def contribute_to_class(self, cls: type[models.Model], name: str, *given: Any, **words: Any) -> None:
        super().contribute_to_class(cls, name, private_only=True)

    def _check_unique_target(self) -> list[Any]:
        """Of other records any number follow; where one does, it is the action's to see to (``Followed.MANY``)."""
        return []


class AssignmentQuerySet(models.QuerySet[Any]):
    def of_agency(self, user: User) -> Self:
        """Running assignments to the bodies that the user answers for."""
        return self.filter(ended_on=None, organisation__in=agencies_of(user))

    def running(self) -> Self:
        return self.filter(ended_on=None)


class Assignment(models.Model):
    """A body's part in an undertaking: one leads, others support; each has its own state."""

    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="assignments")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, related_name="assignments", verbose_name="cơ quan"
    )
    leads = models.BooleanField("chủ trì", default=False)
    state = models.CharField("trạng thái", max_length=20, choices=Status, default=Status.ASSIGNED)
    from_on = models.DateField("từ ngày")
    ended_on = models.DateField("đến ngày", null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        verbose_name = "phần việc được giao"
        verbose_name_plural = "phần việc được giao"
        constraints = [
            models.UniqueConstraint(
                fields=["undertaking"], condition=Q(leads=True, ended_on=None), name="followup_one_lead"
            ),
            models.UniqueConstraint(
                fields=["undertaking", "organisation"],
                condition=Q(ended_on=None),
                name="followup_body_once",
                violation_error_message="Cơ quan này đã được giao việc này.",
            ),
        ]
        indexes = [models.Index(fields=["organisation", "ended_on"], name="followup_of_body")]

    def __str__(self) -> str:
        return f"{self.organisation} {'chủ trì' if self.leads else 'phối hợp'}"


class Progress(models.Model):
    """One line of an undertaking's history: what happened on a day, and how it stood from then until the next line."""

    undertaking = models.ForeignKey(
        Undertaking, models.PROTECT, related_name="history", db_index=False
    )  # found by ``followup_lines_of``
    assignment = models.ForeignKey(Assignment, models.PROTECT, null=True, blank=True, related_name="history")
    step = models.CharField("việc", max_length=20, choices=Step)
    state = models.CharField(max_length=20, choices=Status, blank=True)
    status = models.CharField("trạng thái", max_length=20, choices=Status)
    due_on = models.DateField("hạn")
    on = models.DateField("ngày")
    until_on = models.DateField(null=True, blank=True)
    text = models.TextField("nội dung", blank=True)
    result = models.CharField("kết quả", max_length=12, choices=Result, blank=True)
    promised_on = models.DateField("hẹn xong ngày", null=True, blank=True)
    document = models.ForeignKey(
        IncomingDocument,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="progress",
        verbose_name="văn bản",
    )
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    at = models.DateTimeField("ghi lúc")

    class Meta:
        verbose_name = "tiến độ"
        verbose_name_plural = "tiến độ"
        constraints = [
            models.UniqueConstraint(
                fields=["undertaking"], condition=Q(until_on=None), name="followup_one_last_line"
            ),
            models.CheckConstraint(
                condition=Q(until_on=None) | Q(until_on__gte=F("on")), name="followup_history_goes_on"
            ),
        ]
        indexes = [
            models.Index(fields=["status", "on", "until_on"], name="followup_standing"),
            models.Index(
                fields=["on"],
                include=["until_on", "undertaking", "status", "due_on", "id"],
                name="followup_lines_on",
            ),
            models.Index(
                fields=["undertaking", "on"],
                include=["until_on", "status", "due_on", "id"],
                name="followup_lines_of",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_step_display()}: {self.undertaking}"


class Extension(models.Model):
    """A later due date, asked for or set; the old one is kept."""

    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="extensions")
    asked_by = models.ForeignKey(Assignment, models.PROTECT, null=True, blank=True, related_name="+")
    asked_on = models.DateField("xin ngày")
    reason = models.TextField("lý do")
    old_due_on = models.DateField("hạn cũ")
    new_due_on = models.DateField("hạn mới")
    state = models.CharField(
        "trạng thái", max_length=10, choices=ExtensionState, default=ExtensionState.ASKED
    )
    decided_on = models.DateField("quyết định ngày", null=True, blank=True)

    class Meta:
        verbose_name = "gia hạn"
        verbose_name_plural = "gia hạn"
        constraints = [
            models.UniqueConstraint(
                fields=["undertaking"],
                condition=Q(state=ExtensionState.ASKED),
                name="followup_one_asking",
                violation_error_message="Đã có một đề nghị gia hạn đang chờ trả lời.",
            ),
            models.CheckConstraint(
                condition=Q(new_due_on__gt=F("old_due_on")),
                name="followup_extension_is_later",
                violation_error_message="Hạn mới phải sau hạn cũ.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.undertaking.code}: {self.old_due_on:%d/%m/%Y} → {self.new_due_on:%d/%m/%Y}"


class Escalation(models.Model):
    """A rung of the ladder that was taken, and where it happened."""

    undertaking = models.ForeignKey(Undertaking, models.PROTECT, related_name="escalations")
    rung = models.CharField("bước", max_length=20, choices=Rung)
    taken_on = models.DateField("ngày")
    where = models.CharField("văn bản hoặc nơi thực hiện", max_length=300)
    happened_in = models.ForeignKey(
        Origin, models.PROTECT, null=True, blank=True, related_name="escalated", verbose_name="thực hiện tại"
    )

    class Meta:
        verbose_name = "bước đôn đốc"
        verbose_name_plural = "bước đôn đốc"
        constraints = [
            models.UniqueConstraint(
                fields=["undertaking", "rung"],
                name="followup_rung_once",
                violation_error_message="Bước này đã được thực hiện.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_rung_display()}: {self.undertaking}"


def shortened(text: str, length: int = 120) -> str:
    """The beginning of a text, cut between words: what stands in a list for the whole."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[:length].rsplit(" ", 1)[0].rstrip(",;:.") + "…"
