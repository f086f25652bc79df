"""A workbook that was uploaded: kept while its clerk looks at what it would do, and after it was imported."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any, Self

from django.db import models
from django.db.models import Q

from dienhong.accounts.models import User
from dienhong.audit.models import Versioned
from dienhong.files.models import StoredFile
from dienhong.organisations.models import Council

KEPT_FOR = timedelta(days=1)
"""How long an uploaded workbook waits to be confirmed."""


class UploadQuerySet(models.QuerySet["WorkbookUpload"]):
    def visible_to(self, user: User) -> Self:
        """One's own, and what was imported: a workbook that nobody confirmed is nobody else's business."""
        return self.filter(Q(file__uploaded_by=user) | Q(imported_at__isnull=False))

    def waiting(self) -> Self:
        """Neither imported nor dropped; some may have waited too long."""
        return self.filter(imported_at=None, file__discarded_at=None)


class WorkbookUpload(Versioned):
    """One upload of a yearly workbook; ``shown`` is what its clerk saw that it would do, row by row."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="Hội đồng")
    code = models.CharField("mã", max_length=24)
    file = models.ForeignKey(StoredFile, models.PROTECT, related_name="+", verbose_name="tệp")
    shown: Any = models.JSONField(default=list, editable=False)
    imported_at = models.DateTimeField("nhập lúc", null=True, editable=False)
    new_rows = models.PositiveIntegerField("số dòng mới", default=0, editable=False)
    changed_rows = models.PositiveIntegerField("số dòng thay đổi", default=0, editable=False)

    objects = UploadQuerySet.as_manager()

    class Meta:
        verbose_name = "sổ Excel tải lên"
        verbose_name_plural = "sổ Excel tải lên"
        constraints = [models.UniqueConstraint(fields=["council", "code"], name="workbook_upload_code_once")]
        indexes = [models.Index(fields=["council", "-imported_at"], name="workbook_uploads_imported")]

    def __str__(self) -> str:
        return f"{self.code} {self.file.name}"

    def waits(self, at: datetime) -> bool:
        """Whether it may still be confirmed."""
        kept = self.file.discarded_at is None and at < self.file.uploaded_at + KEPT_FOR
        return self.imported_at is None and kept
