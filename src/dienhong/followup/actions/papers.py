"""Papers that came in, recorded once however much they answer or decide; and the files that prove what is told."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit.many import Act, insert, require_shape, tell
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


@dataclass
class Papers:
    """Papers that came in, each recorded once: the same number, day and issuer is the same paper.

    What is cited for the first time is made in memory, to be written with what cites it.
    """

    by: User
    known: dict[tuple[Any, ...], IncomingDocument]
    made: list[IncomingDocument] = field(default_factory=list)

    @classmethod
    def numbered(cls, numbers: Iterable[str], by: User) -> Papers:
        """Those that are recorded under these numbers: one statement, or none where there is nothing to ask."""
        wanted = {number.strip() for number in numbers}
        found = IncomingDocument.objects.filter(number__in=wanted) if wanted else ()
        return cls(by, {(one.council_id, one.number, one.issued_on, one.issuer_id): one for one in found})

    def cite(self, council: Council, number: str, issued_on: date, issuer: Organisation) -> IncomingDocument:
        """Raises NotAllowed, or Refused where it cannot be a paper."""
        require_council(council, self.by)
        key = (council.pk, number.strip(), issued_on, issuer.pk)
        if key not in self.known:
            paper = IncomingDocument(council=council, number=key[1], issued_on=issued_on, issuer=issuer)
            require_shape(paper)
            self.known[key] = paper
            self.made.append(paper)
        return self.known[key]

    def write(self, at: datetime) -> None:
        insert(self.made)
        tell((Act.creating(paper, "Ghi văn bản đến") for paper in self.made), by=self.by, at=at)


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
    """A paper that came in, recorded once however much it answers or decides."""
    papers = Papers.numbered([number], by)
    document = papers.cite(council, number, issued_on, issuer)
    papers.write(at)
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
