"""Steps of a resolution that must say something: the day and vote of passing, the number and day of signing."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.council_sessions.models import CouncilSession, Vote
from dienhong.documents.numbering import take_number
from dienhong.kernel.errors import Refused
from dienhong.registers.actions import carry_out, require_writer
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record
from dienhong.resolutions.models import Resolution
from dienhong.resolutions.states import WORKFLOW


@transaction.atomic
def pass_resolution(
    register: Register,
    record: Resolution,
    *,
    session: CouncilSession,
    passed_on: date,
    vote: Vote | None = None,
    expected_version: int,
    by: User,
    at: datetime,
) -> Record:
    """The council passed it on a day of a session. Raises NotAllowed, Changed or Refused."""
    values = {"session": session, "passed_on": passed_on, "vote": vote}
    return _step(register, record, "pass", values, expected_version, by, at)


@transaction.atomic
def reject_resolution(
    register: Register,
    record: Resolution,
    *,
    session: CouncilSession,
    reason: str,
    vote: Vote | None = None,
    expected_version: int,
    by: User,
    at: datetime,
) -> Record:
    """The vote did not reach what the law asks for."""
    return _step(
        register, record, "reject", {"session": session, "vote": vote}, expected_version, by, at, reason
    )


@transaction.atomic
def issue_resolution(
    register: Register,
    record: Resolution,
    *,
    signed_on: date,
    in_force_from: date,
    signer: str = "",
    number: int | None = None,
    expected_version: int,
    by: User,
    at: datetime,
) -> Record:
    """Numbered and signed: the registry's number is typed in; left blank, the next of the year's series is taken."""
    require_writer(register, record.council, by)
    numbered = number if number is not None else next_number(record, signed_on.year)
    values = {
        "number": numbered,
        "signed_on": signed_on,
        "in_force_from": in_force_from,
        "signer": signer.strip(),
    }
    return _step(register, record, "issue", values, expected_version, by, at)


def next_number(record: Resolution, year: int) -> int:
    """The next number of the council's series of this kind and year, after the greatest that was typed in."""
    series = f"NQ-{record.kind}"
    same = Resolution.objects.counted().filter(
        council=record.council_id, kind=record.kind, signed_year=year, number__isnull=False
    )
    taken = set(same.values_list("number", flat=True))
    while (number := take_number(council_id=record.council_id, series=series, year=year)) in taken:
        continue
    return number


@transaction.atomic
def publish_resolution(
    register: Register,
    record: Resolution,
    *,
    sent_up_on: date | None = None,
    published_on: date | None = None,
    expected_version: int,
    by: User,
    at: datetime,
) -> Record:
    """Sent to the upper level and published: either may come first."""
    if sent_up_on is None and published_on is None:
        raise Refused.because("resolution.nothing", "Hãy ghi ít nhất một ngày.", "published_on")
    given = {"sent_up_on": sent_up_on, "published_on": published_on}
    values = {name: day for name, day in given.items() if day}
    return carry_out(
        register,
        record,
        values=values,
        expected_version=expected_version,
        by=by,
        at=at,
        verb="Ghi ngày gửi, đăng",
    )


def _step(
    register: Register,
    record: Resolution,
    step: str,
    values: dict[str, Any],
    expected_version: int,
    by: User,
    at: datetime,
    reason: str = "",
) -> Record:
    """A step of the table together with what it says."""
    Refused.if_any([WORKFLOW.violation(step, record.status, reason)])
    transition = WORKFLOW.transition(step)
    return carry_out(
        register,
        record,
        values={**values, "status": transition.target},
        expected_version=expected_version,
        by=by,
        at=at,
        verb=transition.label,
        reason=reason,
    )
