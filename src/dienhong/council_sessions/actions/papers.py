"""Papers: a version comes in, somebody opens one, and due dates follow the session."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.council_sessions import rules
from dienhong.council_sessions.models import (
    AgendaItem,
    CouncilSession,
    Paper,
    PaperOpening,
    PaperVersion,
    Verification,
)
from dienhong.files.actions import Upload, stored
from dienhong.files.models import StoredFile
from dienhong.kernel.errors import Refused
from dienhong.registers.actions import require_standing, require_writer
from dienhong.registers.declaration import get_register

DUE_AGAIN = "Tính lại theo ngày khai mạc"


def receive_version(
    paper: Paper,
    *,
    received_on: date,
    note: str = "",
    upload: Upload | None = None,
    expected_version: int,
    by: User,
    at: datetime,
) -> PaperVersion:
    """A version with or without its file; the first day on which one came decides whether the paper was in time.

    Raises NotAllowed, Changed, or Refused: a day to come, a file that is not kept, a state secret.
    """
    require_writer(get_register("papers"), paper.council, by)
    require_standing(paper)
    Refused.if_any([rules.not_in_the_future(received_on, timezone.localdate(at), "received_on")])
    told: dict[str, Any] = {"expected_version": expected_version, "by": by, "at": at}
    version = PaperVersion(paper=paper, received_on=received_on, note=note.strip())
    if upload is None:
        return _receive(version, None, **told)
    with stored(upload, council=paper.council, by=by, at=at) as file:
        return _receive(version, file, **told)


@transaction.atomic
def _receive(
    version: PaperVersion, file: StoredFile | None, *, expected_version: int, by: User, at: datetime
) -> PaperVersion:
    paper = version.paper
    first = min(paper.received_on or version.received_on, version.received_on)
    told: dict[str, Any] = {"council_id": paper.council_id, "by": by, "at": at, "verb": "Nhận bản tài liệu"}
    acts.update(
        paper,
        {"received_on": first},
        expected_version=expected_version,
        always=True,
        reason=version.note,
        **told,
    )
    last = PaperVersion.objects.filter(paper=paper).aggregate(last=Max("number"))["last"]
    version.number, version.file = int(last or 0) + 1, file
    return acts.create(version, **told)


def record_opening(version: PaperVersion, *, by: User, at: datetime) -> PaperOpening:
    """That somebody has opened a version; the first time stays."""
    opening, _ = PaperOpening.objects.get_or_create(
        version=version, user=by, defaults={"first_opened_at": at}
    )
    return opening


def follow_session(session: CouncilSession, by: User, at: datetime) -> None:
    """When a session is moved, what belongs to it counts on the new day and is due by it; the journal says so."""
    for model in (AgendaItem, Paper, Verification):
        stale: Any = model.objects.counted().filter(session=session).exclude(counts_on=session.opens_on)
        for record in stale.select_related("council"):
            _follow(record, session, by, at)


def _follow(record: Any, session: CouncilSession, by: User, at: datetime) -> None:
    record.session = session
    record.derive()
    due = {"due_on": record.due_on} if hasattr(record, "due_on") else {}
    acts.update(
        record,
        {"counts_on": record.counts_on, **due},
        expected_version=record.version,
        council_id=record.council_id,
        by=by,
        at=at,
        verb=DUE_AGAIN,
    )
