"""What hearings, oversights and questions of the sample asked of bodies: given, answered by paper, assessed."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, cast

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.followup.actions import Happened, answer, record_document, take_step
from dienhong.followup.assigning import follow
from dienhong.followup.models import Assignment, Followed, Undertaking
from dienhong.organisations.kinds import OrganisationKind
from dienhong.organisations.models import Council, Organisation
from dienhong.registers.declaration import get_register
from dienhong.sample.reading import read


@transaction.atomic
def load_recommendations(council: Council, *, by: User, at: datetime) -> None:
    """Give each thing to its body, and what was answered and settled since. Nothing for councils without any."""
    for code, entries in read("recommendations").get(council.slug, {}).items():
        records = get_register(code).objects.filter(council=council)
        for entry in entries:
            _load(cast(Followed, records.get(code=entry["of"])), entry, by, at)


def _load(record: Followed, entry: dict[str, Any], by: User, at: datetime) -> None:
    lead = Organisation.objects.get(council=record.council, name=entry["lead"])
    given = {
        "text": entry["text"],
        "on": entry["given_on"],
        "due_on": entry["due_on"],
        "due_why": "Theo thông báo",
    }
    undertaking = follow(record, lead=lead, **given, by=by, at=at)
    if said := entry.get("answer"):
        told = {"result": said["result"], "text": said["text"], "promised_on": said.get("promised_on")}
        happened = _happened(undertaking, said, lead, by, at, **told)
        version = undertaking.version
        answer(_lead_part(undertaking), happened=happened, expected_version=version, by=by, at=at)
    if said := entry.get("settled"):
        undertaking.refresh_from_db()
        standing = Organisation.objects.get(council=record.council, kind=OrganisationKind.STANDING_COMMITTEE)
        happened = _happened(undertaking, said, standing, by, at)
        told = {"expected_version": undertaking.version, "by": by, "at": at}
        take_step(_lead_part(undertaking), step="confirm", happened=happened, **told)


def _happened(
    undertaking: Undertaking, said: dict[str, Any], issuer: Organisation, by: User, at: datetime, **told: Any
) -> Happened:
    """What was told on a paper of this body."""
    on: date = said["day"]
    given = {"council": undertaking.council, "number": said["number"], "issued_on": on, "issuer": issuer}
    return Happened(on=on, document=record_document(**given, by=by, at=at), **told)


def _lead_part(undertaking: Undertaking) -> Assignment:
    running: Any = undertaking.assignments.running()
    part: Assignment = running.get(leads=True)
    return part
