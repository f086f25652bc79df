"""Personnel decisions take effect on positions and seats; ratings get their list of people and their count."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, cast

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.confidence.models import ConfidenceRating, PersonnelDecision, RatedPerson
from dienhong.confidence.queries import offices_to_rate
from dienhong.confidence.states import (
    ENDS_MANDATE,
    ENDS_POSITION,
    PERSONNEL_WORKFLOW,
    PersonnelKind,
    PersonnelStatus,
)
from dienhong.council_sessions.models import Vote
from dienhong.kernel.errors import Refused
from dienhong.people.actions import end_mandate, end_position
from dienhong.people.models import Position
from dienhong.people.states import EndReason
from dienhong.registers.actions import add, carry_out, require_writer
from dienhong.registers.declaration import Register, get_register
from dienhong.registers.models import Record
from dienhong.resolutions.models import Resolution
from dienhong.vietnamese.dates import format_date


@transaction.atomic
def effect(
    register: Register,
    record: PersonnelDecision,
    *,
    vote: Vote | None = None,
    resolution: Resolution | None = None,
    expected_version: int,
    by: User,
    at: datetime,
) -> Record:
    """The council decided: the position is made or ends, the seat ends, in the same act.

    Raises NotAllowed, Changed or Refused; then nothing of it is kept.
    """
    require_writer(register, record.council, by)
    Refused.if_any([PERSONNEL_WORKFLOW.violation("effect", record.status)])
    values: dict[str, Any] = {"vote": vote, "resolution": resolution, "status": PersonnelStatus.EFFECTED}
    decided_at = _decided_at(record, resolution)
    if record.kind == PersonnelKind.ELECTION:
        values["made"] = _make_position(record, decided_at, by, at)
    elif record.kind in ENDS_POSITION:
        _end_position(record, decided_at, by, at)
    elif record.kind in ENDS_MANDATE:
        _end_seat(record, decided_at, by, at)
    verb = PERSONNEL_WORKFLOW.transition("effect").label
    return carry_out(
        register, record, values=values, expected_version=expected_version, by=by, at=at, verb=verb
    )


@transaction.atomic
def not_carried(
    register: Register,
    record: PersonnelDecision,
    *,
    reason: str,
    vote: Vote | None = None,
    expected_version: int,
    by: User,
    at: datetime,
) -> Record:
    """The council did not decide so: nothing changes but what is remembered."""
    Refused.if_any([PERSONNEL_WORKFLOW.violation("not_carried", record.status, reason)])
    return carry_out(
        register,
        record,
        values={"vote": vote, "status": PersonnelStatus.NOT_CARRIED},
        expected_version=expected_version,
        by=by,
        at=at,
        verb=PERSONNEL_WORKFLOW.transition("not_carried").label,
        reason=reason,
    )


def _decided_at(record: PersonnelDecision, resolution: Resolution | None) -> str:
    """By what, in the words that positions and seats keep."""
    if resolution and resolution.symbol:
        return f"Nghị quyết số {resolution.symbol}, {record.session.title}"
    return f"{record.session.title}, ngày {format_date(record.held_on)}"


def _make_position(record: PersonnelDecision, decided_at: str, by: User, at: datetime) -> Position:
    values = {
        "organisation": record.organisation,
        "role": record.role,
        "person": record.mandate.person if record.mandate else None,
        "full_name": "" if record.mandate else record.full_name,
        "from_on": record.held_on,
        "decided_at": decided_at,
    }
    return cast(Position, add(get_register("positions"), council=record.council, values=values, by=by, at=at))


def _end_position(record: PersonnelDecision, ended_at: str, by: User, at: datetime) -> None:
    position = cast(Position, record.position)
    given: dict[str, Any] = {"expected_version": position.version, "by": by, "at": at}
    end_position(get_register("positions"), position, to_on=record.held_on, ended_at=ended_at, **given)


def _end_seat(record: PersonnelDecision, decided_at: str, by: User, at: datetime) -> None:
    removed = record.kind == PersonnelKind.DELEGATE_REMOVAL
    seat = record.mandate
    assert seat is not None  # the rules ask for it
    given: dict[str, Any] = {"expected_version": seat.version, "by": by, "at": at, "decided_at": decided_at}
    reason = EndReason.REMOVED if removed else EndReason.RESIGNED
    end_mandate(get_register("mandates"), seat, to_on=record.held_on, end_reason=reason, **given)


@transaction.atomic
def list_people(
    register: Register, record: ConfidenceRating, *, expected_version: int, by: User, at: datetime
) -> Record:
    """Put on the list whoever is to be rated on the day and does not stand on it yet."""
    require_writer(register, record.council, by)
    listed = set(record.people.counted().values_list("full_name", flat=True))
    found = [
        person for person in offices_to_rate(record.council, record.held_on) if person.name not in listed
    ]
    if not found:
        sentence = "Không còn ai giữ chức vụ thuộc diện lấy phiếu mà chưa có trong danh sách."
        raise Refused.because("confidence.nobody", sentence)
    for person in found:
        values = {"rating": record, "full_name": person.name, "office": person.office}
        _add_person(record, values, by, at)
    return record


def _add_person(rating: ConfidenceRating, values: dict[str, Any], by: User, at: datetime) -> None:
    add(get_register("rated_people"), council=rating.council, values=values, by=by, at=at)


@dataclass(frozen=True, kw_only=True)
class Ballots:
    """The ballots of a rating as they were counted."""

    issued: int
    collected: int
    valid: int
    invalid: int


@dataclass(frozen=True, kw_only=True)
class PersonCount:
    """What one person got; None where it is not known yet."""

    person: RatedPerson
    high: int | None
    confidence: int | None
    low: int | None

    @property
    def values(self) -> dict[str, int | None]:
        return {"high": self.high, "confidence": self.confidence, "low": self.low}


@transaction.atomic
def record_count(
    rating: ConfidenceRating,
    *,
    ballots: Ballots,
    counts: Sequence[PersonCount],
    expected_version: int,
    by: User,
    at: datetime,
) -> ConfidenceRating:
    """The ballots and what each person got, together: classes follow. Raises NotAllowed, Changed or Refused."""
    register = get_register("confidence_ratings")
    told: dict[str, Any] = {"by": by, "at": at, "verb": "Ghi kết quả kiểm phiếu"}
    _clear(counts, by, at)
    carry_out(register, rating, values=vars(ballots), expected_version=expected_version, **told)
    for count in counts:
        count.person.refresh_from_db()
        count.person.rating = rating
        values, version = count.values, count.person.version
        carry_out(get_register("rated_people"), count.person, values=values, expected_version=version, **told)
    return rating


def _clear(counts: Iterable[PersonCount], by: User, at: datetime) -> None:
    """Corrected ballots are held against corrected counts, never against those that they replace."""
    told: dict[str, Any] = {"by": by, "at": at, "verb": "Sửa kết quả kiểm phiếu"}
    blank = dict.fromkeys(("high", "confidence", "low"))
    for count in counts:
        if count.person.outcome:
            version = count.person.version
            carry_out(
                get_register("rated_people"), count.person, values=blank, expected_version=version, **told
            )
