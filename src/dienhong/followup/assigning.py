"""What was asked, promised or concluded in a record becomes somebody's work: from any register to following up."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.followup.actions import open_origin, undertake
from dienhong.followup.due import Due, due_as_set, due_by_rule
from dienhong.followup.models import Followed, IncomingDocument, Origin, Undertaking
from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Organisation
from dienhong.rulebook import current
from dienhong.rulebook.models import Field


def origin_of(record: Followed, *, by: User, at: datetime) -> Origin:
    """The origin that the record holds, or a new one for it to hold."""
    return record.origin or open_origin(
        council=record.council,
        kind=record.ORIGIN,
        code=record.code,
        title=str(record.said("title")),
        by=by,
        at=at,
    )


@transaction.atomic
def held_origin(record: Followed, *, verb: str, by: User, at: datetime) -> Origin:
    """The same, and from now on the record holds it: what is escalated to a question or a hearing points there."""
    origin = origin_of(record, by=by, at=at)
    if record.origin is None:
        given: dict[str, Any] = {"council_id": record.council_id, "by": by, "at": at, "verb": verb}
        acts.update(record, {"origin": origin}, expected_version=record.version, **given)
    return origin


def proposed_due(record: Followed, on: date) -> Due | None:
    """Until when, by the rule of what the record is; None where no rule says so and the council sets the day."""
    counted_from = record.due_from(on) if record.DUE_RULE else None
    if counted_from is None:
        return None
    if current.rulebook().on(counted_from, record.council.level).get(record.DUE_RULE) is None:
        return None
    due = due_by_rule(record.DUE_RULE, counted_from, record.council.level)
    return due if due.day >= on else None


@transaction.atomic
def follow(
    record: Followed,
    *,
    text: str,
    lead: Organisation,
    on: date,
    by: User,
    at: datetime,
    supporters: Sequence[Organisation] = (),
    field: Field | None = None,
    due_on: date | None = None,
    due_why: str = "",
    document: IncomingDocument | None = None,
) -> Undertaking:
    """Give a body one thing that follows from the record, due by the rule or as the council set it.

    Raises NotAllowed, or Refused with every sentence at once.
    """
    if record.is_cancelled:
        raise Refused.because("cancelled", "Bản ghi này đã hủy nên không giao việc từ đây được.")
    due = due_of(record, on, due_on, due_why)
    origin = held_origin(record, verb="Giao việc phải theo dõi", by=by, at=at)
    return undertake(
        council=record.council,
        origin=origin,
        text=text,
        field=field,
        lead=lead,
        supporters=supporters,
        due=due,
        on=on,
        by=by,
        at=at,
        document=document,
    )


def due_of(record: Followed, on: date, due_on: date | None, why: str) -> Due:
    """The day that was typed, else the one by the rule. Raises Refused where there is neither."""
    proposed = proposed_due(record, on)
    if proposed and due_on in {None, proposed.day}:
        return proposed
    if due_on is None:
        raise Refused.because("followup.no_due", "Hãy ghi hạn phải xong.", "due_on")
    return due_as_set(due_on, why)
