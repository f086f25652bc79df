"""Papers: a version comes in, and somebody opens one."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.council_sessions import rules
from dienhong.council_sessions.models import Paper, PaperOpening, PaperVersion
from dienhong.files.actions import Upload, stored
from dienhong.files.models import StoredFile
from dienhong.kernel.errors import Refused
from dienhong.registers.actions import require_standing, require_writer
from dienhong.registers.declaration import get_register


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
