"""Keeping an uploaded file. Who may is for the owner's action to ask; what may be kept is asked here."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import PurePath

from django.conf import settings
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit.journal import append
from dienhong.files.kinds import FileKind
from dienhong.files.models import StoredFile, path_of
from dienhong.files.secrecy import secrecy_violation
from dienhong.files.sniffing import kind_of
from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council
from dienhong.vietnamese.numerals import format_count
from dienhong.vietnamese.text import normalise

MEGABYTE = 1024 * 1024


@dataclass(frozen=True)
class Upload:
    """A file as it arrives; ``text`` is what was read of it, where it is a document."""

    name: str
    data: bytes
    text: str = ""


def inspect(upload: Upload) -> FileKind:
    """The kind of a file that may be kept; raises Refused with one sentence: too big, not of our kinds, secret."""
    if len(upload.data) > settings.UPLOAD_LIMIT:
        most = format_count(settings.UPLOAD_LIMIT // MEGABYTE, padded=False)
        raise Refused.because("file.size", f"Tệp lớn hơn {most} MB, mức lớn nhất hệ thống nhận.", "file")
    kind = kind_of(upload.data)
    Refused.if_any([secrecy_violation(upload.text)])
    return kind


@contextmanager
def stored(upload: Upload, *, council: Council, by: User, at: datetime) -> Iterator[StoredFile]:
    """Keep a file for what the block makes of it, in one transaction; if that fails, neither row nor bytes stay."""
    kind = inspect(upload)
    sha256 = hashlib.sha256(upload.data).hexdigest()
    fresh = not default_storage.exists(path_of(sha256))
    try:
        with transaction.atomic():
            if fresh:
                default_storage.save(path_of(sha256), ContentFile(upload.data))
            yield _row(upload, kind, sha256, council=council, by=by, at=at)
    except BaseException:
        if fresh and not StoredFile.objects.filter(sha256=sha256, discarded_at=None).exists():
            default_storage.delete(path_of(sha256))
        raise


def _row(
    upload: Upload, kind: FileKind, sha256: str, *, council: Council, by: User, at: datetime
) -> StoredFile:
    name = normalise(PurePath(upload.name.replace("\\", "/")).name)[-255:] or f"tep.{kind.value}"
    file = StoredFile.objects.create(
        council=council,
        sha256=sha256,
        size=len(upload.data),
        kind=kind,
        name=name,
        uploaded_by=by,
        uploaded_at=at,
    )
    told = {"name": [None, name], "sha256": [None, sha256], "size": [None, len(upload.data)]}
    append(council_id=council.pk, by=by, verb="Tải lên tệp", record=file, at=at, changes=told)
    return file


@transaction.atomic
def discard(file: StoredFile, *, reason: str, by: User, at: datetime) -> None:
    """Take away the bytes of what should not have been kept; the row stays, with the reason, so that it is known."""
    if file.discarded_at is not None:
        return
    StoredFile.objects.filter(pk=file.pk).update(discarded_at=at)
    append(council_id=file.council_id, by=by, verb="Xóa nội dung tệp", record=file, at=at, reason=reason)
    if not StoredFile.objects.filter(sha256=file.sha256, discarded_at=None).exists():
        transaction.on_commit(lambda: default_storage.delete(file.path))
