"""What was asked, promised or concluded in a record becomes somebody's work: from any register to following up."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.audit.many import Act, insert, rewrite
from dienhong.followup.actions import open_origin
from dienhong.followup.actions.assigning import OPENED, given, new_origin
from dienhong.followup.actions.history import Story
from dienhong.followup.actions.writing import write
from dienhong.followup.due import Due, due_as_set, due_by_rule
from dienhong.followup.models import Followed, IncomingDocument, Origin, Undertaking
from dienhong.kernel.errors import Changed, Refused
from dienhong.organisations.models import Organisation
from dienhong.rulebook import current
from dienhong.rulebook.models import Field

GIVE = "Giao việc phải theo dõi"


def origin_of(record: Followed, *, by: User, at: datetime) -> Origin:
    """The origin that the record holds, or a new one for it to hold."""
    return record.origin or open_origin(**_origin_words(record), by=by, at=at)


def _origin_words(record: Followed) -> dict[str, Any]:
    title = str(record.said("title"))
    return {"council": record.council, "kind": record.ORIGIN, "code": record.code, "title": title}


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
    began = following(
        _current(record),
        text=text,
        lead=lead,
        on=on,
        supporters=supporters,
        field=field,
        due_on=due_on,
        due_why=due_why,
        document=document,
        by=by,
        at=at,
    )
    write_begun([began], [began.story], by, at)
    record.__dict__.update(began.record.__dict__)
    return began.story.undertaking


def _current(record: Followed) -> Followed:
    """The record under its lock where it does not hold its origin yet. Raises Changed."""
    if record.origin is not None:
        return record
    current: Followed = locked_records([record])[0]
    if current.version != record.version:
        raise Changed(acts.CHANGED)
    return current


def locked_records(records: Collection[Followed]) -> list[Any]:
    """Records of one register as they stand, under their row locks: one statement."""
    model: Any = next((type(record) for record in records), None)
    if model is None:
        return []
    wanted = [record.pk for record in records]
    held = model._default_manager.select_related("council").select_for_update(of=("self",))
    return list(held.filter(pk__in=wanted).order_by("pk"))


# --- beginning, of one or of many -------------------------------------------------------------------------------------
@dataclass(frozen=True, eq=False)
class Begun:
    """A record with what begins to follow from it, not written yet: ``holds`` names what the record keeps of it."""

    record: Followed
    origin: Origin
    story: Story
    holds: tuple[str, ...] = ()


def following(
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
) -> Begun:
    """What ``follow`` would write. The record is held under its lock, or has its origin already."""
    if record.is_cancelled:
        raise Refused.because("cancelled", "Bản ghi này đã hủy nên không giao việc từ đây được.")
    due = due_of(record, on, due_on, due_why)
    undertaking = Undertaking(council=record.council, text=text, lead=lead, field=field)
    values = {} if record.origin else {"origin": None}
    return begun(record, undertaking, due, on, supporters, document, values, (GIVE, ""), by, at)


def begun(
    record: Followed,
    undertaking: Undertaking,
    due: Due,
    on: date,
    supporters: Sequence[Organisation],
    document: IncomingDocument | None,
    values: Mapping[str, Any],
    verb: tuple[str, str],
    by: User,
    at: datetime,
) -> Begun:
    """The story of what follows from a record; ``values`` are those that the record takes by it, its origin one.

    ``verb`` is what the record's own entry in the journal says, and why.
    """
    origin = record.origin or new_origin(**_origin_words(record), by=by)
    undertaking.origin = origin
    story = given(undertaking, due, on, supporters, document, by, at)
    if origin.pk is None:
        story.acts.insert(0, Act.creating(origin, OPENED))
    if values:
        before = acts.plain_values(record, values)
        for name, value in {**values, "origin": origin}.items():
            setattr(record, name, value)
        record.version += 1
        said, reason = verb
        story.acts.append(Act(record, said, lambda: acts.changes_since(before, record), reason))
    return Begun(record, origin, story, tuple(values))


def write_begun(began: Sequence[Begun], stories: Sequence[Story], by: User, at: datetime) -> None:
    """Keep what began, and all stories: constant in their number. Raises Refused; then nothing is kept."""
    insert([one.origin for one in began if one.origin.pk is None])
    holders = [one for one in began if one.holds]
    for one in holders:
        one.record.origin = one.origin  # its key is known now
    fields = {name for one in holders for name in one.holds} | {"version"}
    rewrite([one.record for one in holders], sorted(fields))
    write(stories, by, at)


def due_of(record: Followed, on: date, due_on: date | None, why: str) -> Due:
    """The day that was typed, else the one by the rule. Raises Refused where there is neither."""
    proposed = proposed_due(record, on)
    if proposed and due_on in {None, proposed.day}:
        return proposed
    if due_on is None:
        raise Refused.because("followup.no_due", "Hãy ghi hạn phải xong.", "due_on")
    return due_as_set(due_on, why)
