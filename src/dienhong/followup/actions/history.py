"""What every verb of following up shares: what happened, the row lock, and the line of history that it writes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.files.models import StoredFile
from dienhong.followup import rules
from dienhong.followup.models import Assignment, Evidence, IncomingDocument, Progress, Undertaking
from dienhong.followup.states import Status, Step
from dienhong.kernel.errors import Refused


@dataclass(frozen=True)
class Happened:
    """What happened on a day: said by whom it concerns, or on a paper that is cited; proved by ``files``."""

    on: date
    text: str = ""
    document: IncomingDocument | None = None
    result: str = ""
    promised_on: date | None = None
    files: tuple[StoredFile, ...] = ()


def locked(assignment: Assignment) -> tuple[Undertaking, Assignment]:
    """Both as they stand now, the undertaking under its row lock; a part that was handed over is no longer there."""
    undertaking = Undertaking.objects.select_for_update().get(pk=assignment.undertaking_id)
    current = undertaking.assignments.running().filter(pk=assignment.pk).first()
    if current is None:
        raise Refused.because("followup.handed_over", "Phần việc này đã chuyển cho cơ quan khác.")
    return undertaking, current


def in_order(undertaking: Undertaking, on: date, at: datetime) -> Any:
    return rules.in_order(on, last_line(undertaking).on, timezone.localdate(at))


def last_line(undertaking: Undertaking) -> Progress:
    return Progress.objects.get(undertaking=undertaking, until_on=None)


def write(
    undertaking: Undertaking,
    step: str,
    happened: Happened,
    values: Mapping[str, Any],
    assignment: Assignment | None,
    expected_version: int,
    by: User,
    at: datetime,
) -> None:
    """The undertaking's new values, its journal entry and its line of history, together."""
    acts.update(
        undertaking,
        values,
        expected_version=expected_version,
        council_id=undertaking.council_id,
        by=by,
        at=at,
        verb=Step(step).label,
        reason=happened.text,
        always=True,
    )
    state = assignment.state if assignment else ""
    tell(undertaking, Step(step), happened, assignment, state, by, at)


def tell(
    undertaking: Undertaking,
    step: Step,
    happened: Happened,
    assignment: Assignment | None,
    state: str,
    by: User,
    at: datetime,
) -> None:
    """The line before holds up to this day, this one from it."""
    Progress.objects.filter(undertaking=undertaking, until_on=None).update(until_on=happened.on)
    line = Progress.objects.create(
        undertaking=undertaking,
        assignment=assignment,
        step=step,
        state=state,
        status=Status(undertaking.status),
        due_on=undertaking.due_on,
        on=happened.on,
        text=happened.text,
        result=happened.result,
        promised_on=happened.promised_on,
        document=happened.document,
        by=by,
        at=at,
    )
    for file in happened.files:
        Evidence.objects.create(line=line, file=file)
