"""A workbook in two steps: received and looked at, then confirmed; a second click finds it done."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.documents.numbering import take_number
from dienhong.files.actions import Upload, discard, stored
from dienhong.kernel.errors import Refused, Unreadable
from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.workbook.actions.importing import import_workbook, preview_workbook
from dienhong.workbook.models import KEPT_FOR, WorkbookUpload
from dienhong.workbook.preview import Preview, digest
from dienhong.workbook.reading import ReadBook, read_workbook

PREFIX = "NX"
GONE = "Tệp này không còn được giữ để xác nhận; hãy tải lên lại."


def receive(*, council: Council, name: str, data: bytes, by: User, at: datetime) -> WorkbookUpload:
    """Keep an uploaded workbook for its clerk to look at; what the clerk left waiting before goes.

    Raises NotAllowed, or Refused with one sentence; then nothing is kept.
    """
    require_clerk(council, by)
    book = _read(data, name)
    preview = preview_workbook(book, council=council, by=by, at=at)
    with stored(Upload(name, data), council=council, by=by, at=at) as file:
        number = take_number(council_id=council.pk, series=PREFIX, year=at.year)
        upload = WorkbookUpload(council=council, file=file, code=f"{PREFIX}-{at.year}-{number:03d}")
        upload.shown = digest(preview)
        _clear(council, by, at)
        return acts.create(upload, council_id=council.pk, by=by, at=at, verb="Tải sổ Excel lên")


def preview_upload(upload: WorkbookUpload, *, by: User, at: datetime) -> Preview:
    """What confirming would do now; nothing is kept. Raises NotAllowed."""
    return preview_workbook(book_of(upload), council=upload.council, by=by, at=at)


@transaction.atomic
def confirm(upload: WorkbookUpload, *, expected: str, by: User, at: datetime) -> WorkbookUpload:
    """Import what was looked at, all or nothing; what was imported already stays as it is.

    Raises NotAllowed, Refused where it is gone or has errors, Changed where it no longer is what was shown.
    """
    require_clerk(upload.council, by)
    found = WorkbookUpload.objects.select_for_update(of=("self",)).select_related("file", "council")
    upload = found.get(pk=upload.pk)
    if upload.imported_at is not None:
        return upload
    _require_waiting(upload, by, at)
    preview = import_workbook(book_of(upload), council=upload.council, by=by, at=at, expected=expected)
    if not preview.saved:
        raise Refused.because("workbook.errors", "Tệp còn ô sai nên chưa ghi gì; hãy sửa rồi tải lên lại.")
    upload.imported_at, upload.version = at, upload.version + 1
    upload.new_rows, upload.changed_rows = preview.counts["new"], preview.counts["changed"]
    upload.save()  # the journal's entry of the import names this file and what it did
    return upload


@transaction.atomic
def drop(upload: WorkbookUpload, *, by: User, at: datetime) -> None:
    """Take away an upload that will not be confirmed."""
    require_clerk(upload.council, by)
    _require_waiting(upload, by, at)
    discard(upload.file, reason="Bỏ sổ Excel chưa nhập", by=by, at=at)


def require_clerk(council: Council, by: User) -> None:
    """Raises NotAllowed for who does not write the council's registers."""
    sentence = f"Chỉ chuyên viên của {council.name} nhập, xuất được sổ Excel."
    access_of(by).require(council, {Role.CLERK}, sentence)


def book_of(upload: WorkbookUpload) -> ReadBook:
    """The workbook as it was uploaded."""
    return _read(upload.file.read(), upload.file.name)


def _read(data: bytes, name: str) -> ReadBook:
    try:
        return read_workbook(data, file_name=name)
    except Unreadable as error:
        raise Refused.because("workbook.unreadable", error.sentence, "file") from error


def _require_waiting(upload: WorkbookUpload, by: User, at: datetime) -> None:
    if not upload.waits(at) or upload.file.uploaded_by_id != by.pk:
        raise Refused.because("workbook.gone", GONE)


def _clear(council: Council, by: User, at: datetime) -> None:
    """The clerk's own uploads give way to the new one, anybody's that waited too long expire."""
    for upload in WorkbookUpload.objects.waiting().filter(council=council).select_related("file"):
        expired = upload.file.uploaded_at + KEPT_FOR <= at
        if expired or upload.file.uploaded_by_id == by.pk:
            reason = "Sổ Excel hết hạn chờ xác nhận" if expired else "Đã có sổ Excel mới hơn"
            discard(upload.file, reason=reason, by=by, at=at)
