"""Handing out a stored file. The view has found its owner through ``visible_to``; no file has an address of its own."""

from __future__ import annotations

from django.core.files.storage import default_storage
from django.http import FileResponse

from dienhong.files.kinds import FileKind
from dienhong.files.models import StoredFile


def file_response(file: StoredFile) -> FileResponse:
    """The bytes as they came: saved, never opened in our own address; browsers may not guess another kind."""
    answer = FileResponse(
        default_storage.open(file.path),
        as_attachment=True,
        filename=file.download_name,
        content_type=FileKind(file.kind).mime,
    )
    answer["X-Content-Type-Options"] = "nosniff"
    answer["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return answer
