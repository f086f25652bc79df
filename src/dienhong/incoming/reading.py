"""From bytes to a checked text: what is known at once, and what a scan must wait for."""

from __future__ import annotations

from dataclasses import replace

from django.conf import settings

from dienhong.accounts.models import User
from dienhong.checking import Document, Limits, Recorded, Scanned, Unreadable, check, read_bytes
from dienhong.files.actions import Upload, inspect
from dienhong.incoming.findings import kept
from dienhong.incoming.records import recorded_figures
from dienhong.kernel.errors import Refused
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council

NUL = "\x00"


def limits(*, recognise: bool) -> Limits:
    return Limits(pages=settings.CHECK_PAGE_LIMIT, uploaded=settings.UPLOAD_LIMIT, recognise=recognise)


def read_upload(name: str, data: bytes) -> tuple[Upload, Document | None]:
    """The upload with its text, and what was read (None: pages of pictures, to be recognised later).

    Raises Refused with one sentence for what is no readable document, too long, or a state secret.
    """
    bare = Upload(name, data)
    inspect(bare)
    try:
        document = read_bytes(data, limits(recognise=False))
    except Scanned:
        return bare, None
    except Unreadable as unreadable:
        raise Refused.because("incoming.unreadable", unreadable.sentence, "file") from unreadable
    upload = replace(bare, text=document.text)
    inspect(upload)
    return upload, replace(document, text=document.text.replace(NUL, " "))


def recognise(data: bytes) -> Document:
    """What OCR reads of a scan; seconds a page. Raises Unreadable."""
    return read_bytes(data, limits(recognise=True))


def checked(
    text: str, name: str, *, sender: Council | None, period: Period | None, by: User
) -> dict[str, object]:
    """The stored result of a check, among the text itself and with the registers where sender and period are known."""
    recorded: list[Recorded] = recorded_figures(sender, period, by) if sender and period else []
    return kept(check(text, name, recorded))
