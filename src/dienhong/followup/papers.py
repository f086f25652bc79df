"""What proves a line of history: the paper that it rests on, and files."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Self

from django.apps import apps
from django.db import models
from django.db.models import Q

from dienhong.audit.models import Versioned
from dienhong.files.models import StoredFile
from dienhong.followup.bodies import agencies_of
from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import COUNCIL_ROLES
from dienhong.organisations.models import Council, Organisation
from dienhong.vietnamese.dates import format_date

if TYPE_CHECKING:
    from dienhong.accounts.models import User


class IncomingDocument(Versioned):
    """A paper that answers or decides, recorded once however many undertakings it is about."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="Hội đồng")
    number = models.CharField("số, ký hiệu", max_length=60)
    issued_on = models.DateField("ngày ban hành")
    issuer = models.ForeignKey(
        Organisation, models.PROTECT, related_name="+", verbose_name="cơ quan ban hành"
    )

    class Meta:
        verbose_name = "văn bản đến"
        verbose_name_plural = "văn bản đến"
        constraints = [
            models.UniqueConstraint(
                fields=["council", "number", "issued_on", "issuer"],
                name="followup_document_once",
                violation_error_message="Văn bản này đã được ghi.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.number} ngày {format_date(self.issued_on)}"


class AnswerBook(Versioned):
    """A workbook in which a body answered many: looked at row by row, then recorded as the answers of one paper."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="Hội đồng")
    code = models.CharField("mã", max_length=24)
    body = models.ForeignKey(Organisation, models.PROTECT, related_name="+", verbose_name="cơ quan trả lời")
    number = models.CharField("số, ký hiệu văn bản", max_length=60)
    issued_on = models.DateField("ngày văn bản")
    received_on = models.DateField("ngày nhận")
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="+", verbose_name="tệp")
    recorded_at = models.DateTimeField("ghi lúc", null=True, blank=True, editable=False)
    answers = models.PositiveIntegerField("số trả lời đã ghi", default=0, editable=False)

    class Meta:
        verbose_name = "bảng trả lời"
        verbose_name_plural = "bảng trả lời"
        constraints = [
            models.UniqueConstraint(fields=["council", "code"], name="followup_answer_book_code_once"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.file}"

    @property
    def is_waiting(self) -> bool:
        """Neither recorded nor dropped."""
        return self.recorded_at is None and self.file.discarded_at is None


class EvidenceQuerySet(models.QuerySet[Any]):
    def visible_to(self, user: User) -> Self:
        """Of a line: who sees the undertaking. Of a paper about many: the council's readers, and who issued it."""
        access = access_of(user)
        if access.everywhere:
            return self
        undertakings = apps.get_model("followup", "Undertaking")._default_manager
        read = access.councils_read_by(COUNCIL_ROLES)
        return self.filter(
            Q(line__undertaking__in=undertakings.visible_to(user))
            | Q(document__council__in=read)
            | Q(document__issuer__in=agencies_of(user))
        )

    def of(self, undertaking: models.Model) -> Self:
        """What proves this undertaking's history, the papers that its lines cite included; the first one first."""
        cited = Q(document__in=undertaking.history.values("document"))  # type: ignore[attr-defined]
        return self.filter(Q(line__undertaking=undertaking) | cited).select_related("file").order_by("pk")


class Evidence(models.Model):
    """A file that proves one line of history, or the scan of a paper that many lines cite."""

    line = models.ForeignKey(
        "followup.Progress", models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    document = models.ForeignKey(
        IncomingDocument, models.PROTECT, null=True, blank=True, related_name="evidence"
    )
    file = models.OneToOneField(StoredFile, models.PROTECT, related_name="+", verbose_name="tệp")

    objects: ClassVar[Any] = EvidenceQuerySet.as_manager()

    class Meta:
        verbose_name = "tệp minh chứng"
        verbose_name_plural = "tệp minh chứng"
        constraints = [
            models.CheckConstraint(
                condition=Q(line=None, document__isnull=False) | Q(line__isnull=False, document=None),
                name="followup_evidence_of_one",
            )
        ]

    def __str__(self) -> str:
        return str(self.file)
