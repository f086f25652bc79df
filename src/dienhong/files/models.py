"""Files that were uploaded: what they are, whose, and under which hash their bytes lie."""

from __future__ import annotations

from pathlib import PurePath

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import models

from dienhong.files.kinds import FileKind
from dienhong.organisations.models import Council


class StoredFile(models.Model):
    """One upload. Its bytes lie under their SHA-256, once however often they come; only its owner's door opens it."""

    council = models.ForeignKey(Council, models.PROTECT, related_name="+", verbose_name="Hội đồng")
    sha256 = models.CharField("mã băm SHA-256", max_length=64)
    size = models.PositiveBigIntegerField("số byte")
    kind = models.CharField("loại tệp", max_length=4, choices=FileKind)
    name = models.CharField("tên tệp", max_length=255)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", verbose_name="người tải lên"
    )
    uploaded_at = models.DateTimeField("tải lên lúc")
    discarded_at = models.DateTimeField("xóa nội dung lúc", null=True)

    class Meta:
        verbose_name = "tệp"
        verbose_name_plural = "tệp"
        indexes = [models.Index(fields=["sha256"], name="files_by_hash")]

    def __str__(self) -> str:
        return self.name

    @property
    def path(self) -> str:
        """Where the bytes lie in the storage."""
        return path_of(self.sha256)

    @property
    def download_name(self) -> str:
        """The original name, with an ending that belongs to the kind: a text named .bat is saved as a text."""
        kind = FileKind(self.kind)
        fits = PurePath(self.name).suffix.lower() in kind.extensions
        return self.name if fits else f"{self.name}{kind.extensions[0]}"

    def read(self) -> bytes:
        """The bytes as they were uploaded."""
        with default_storage.open(self.path) as stored:
            content: bytes = stored.read()
        return content


def path_of(sha256: str) -> str:
    """256 folders keep each of them short."""
    return f"{sha256[:2]}/{sha256}"
