"""Papers that came in, recorded once however much they answer or decide; and the files that prove what is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.files.actions import stored
from dienhong.files.heads import upload_of
from dienhong.files.models import StoredFile
from dienhong.followup import rules
from dienhong.followup.models import Evidence, IncomingDocument
from dienhong.followup.voices import require_council
from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council, Organisation

RawFile = tuple[str, bytes]
"""A file as it was sent: its name and its bytes."""


@transaction.atomic
def record_document(
    *,
    council: Council,
    number: str,
    issued_on: date,
    issuer: Organisation,
    by: User,
    at: datetime,
    files: Sequence[StoredFile] = (),
) -> IncomingDocument:
    """A paper that came in, recorded once: the same number, day and issuer is the same paper."""
    require_council(council, by)
    given = {"council": council, "number": number.strip(), "issued_on": issued_on, "issuer": issuer}
    document = IncomingDocument.objects.filter(**given).first()
    if document is None:
        document = IncomingDocument(**given)
        acts.create(document, council_id=council.pk, by=by, at=at, verb="Ghi văn bản đến")
    for file in files:
        Evidence.objects.create(document=document, file=file)
    return document


@contextmanager
def kept(
    files: Sequence[RawFile], *, council: Council, by: User, at: datetime
) -> Iterator[tuple[StoredFile, ...]]:
    """Keep files for what the block makes of them: all of them with it, or nothing.

    Who may is for the block's own action to ask. Raises Refused with a sentence that names the file.
    """
    Refused.if_any([rules.few_files(len(files))])
    with transaction.atomic(), ExitStack() as stack:
        yield tuple(_kept(file, stack, council, by, at) for file in files)


def _kept(file: RawFile, stack: ExitStack, council: Council, by: User, at: datetime) -> StoredFile:
    try:
        return stack.enter_context(stored(upload_of(*file), council=council, by=by, at=at))
    except Refused as refusal:
        named = (replace(found, sentence=f"{file[0]}: {found.sentence}") for found in refusal.violations)
        raise Refused(named) from refusal
