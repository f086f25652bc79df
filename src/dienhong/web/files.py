"""Handing out a stored file. The view has found its owner through ``visible_to``; no file has an address of its own."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.http import content_disposition_header

from dienhong.files.kinds import FileKind
from dienhong.files.models import StoredFile


def file_response(file: StoredFile) -> HttpResponse:
    """The bytes as they came: saved, never opened in our own address; browsers may not guess another kind."""
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=file.download_name),
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "default-src 'none'; sandbox",
    }
    return HttpResponse(file.read(), content_type=FileKind(file.kind).mime, headers=headers)
