"""An upload with what its text says: a stamp of secrecy stands in the head of a paper, whatever it is kept for."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings

from dienhong.checking import Limits, Scanned, Unreadable, read_bytes
from dienhong.files.actions import Upload, inspect


def upload_of(name: str, data: bytes) -> Upload:
    """The file with its text where it holds any; raises Refused for what is not kept at all (``inspect``)."""
    bare = Upload(name, data)
    inspect(bare)
    limits = Limits(pages=settings.CHECK_PAGE_LIMIT, uploaded=settings.UPLOAD_LIMIT, recognise=False)
    try:
        return replace(bare, text=read_bytes(data, limits).text)
    except (Scanned, Unreadable):
        return bare
