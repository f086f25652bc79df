"""The kinds of file that are kept: a short list; whatever is not on it is refused."""

from __future__ import annotations

from django.db import models


class FileKind(models.TextChoices):
    """What a file is by its content, whatever its name says."""

    WORD = "docx", "Word"
    EXCEL = "xlsx", "Excel"
    OPEN_TEXT = "odt", "văn bản OpenDocument"
    PDF = "pdf", "PDF"
    TEXT = "txt", "văn bản thuần"
    PAGE = "html", "trang HTML"
    JPEG = "jpg", "ảnh JPEG"
    PNG = "png", "ảnh PNG"

    @property
    def mime(self) -> str:
        return _MIME[self]

    @property
    def extensions(self) -> tuple[str, ...]:
        """The endings under which a file of this kind may be saved; the first is given where none fits."""
        return _EXTENSIONS.get(self, (f".{self.value}",))


_OFFICE = "application/vnd.openxmlformats-officedocument"
_MIME = {
    FileKind.WORD: f"{_OFFICE}.wordprocessingml.document",
    FileKind.EXCEL: f"{_OFFICE}.spreadsheetml.sheet",
    FileKind.OPEN_TEXT: "application/vnd.oasis.opendocument.text",
    FileKind.PDF: "application/pdf",
    FileKind.TEXT: "text/plain; charset=utf-8",
    FileKind.PAGE: "application/octet-stream",  # never a page of our own address
    FileKind.JPEG: "image/jpeg",
    FileKind.PNG: "image/png",
}
_EXTENSIONS = {
    FileKind.TEXT: (".txt", ".md"),
    FileKind.PAGE: (".html", ".htm"),
    FileKind.JPEG: (".jpg", ".jpeg"),
}
