"""Where an undertaking comes from, and giving it to a body."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.audit.many import Act, insert, require_shape, tell
from dienhong.followup import rules
from dienhong.followup.actions.history import Happened, Story
from dienhong.followup.actions.writing import write
from dienhong.followup.due import Due
from dienhong.followup.models import Assignment, IncomingDocument, Origin, Undertaking, shortened
from dienhong.followup.states import Step
from dienhong.followup.voices import require_council
from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council, Organisation
from dienhong.rulebook.models import Field

OPENED = "Mở nguồn việc phải theo dõi"


@transaction.atomic
def open_origin(*, council: Council, kind: str, code: str, title: str, by: User, at: datetime) -> Origin:
    """The row that a petition, question, hearing… holds, so that undertakings can follow from it."""
    origin = new_origin(council=council, kind=kind, code=code, title=title, by=by)
    insert([origin])
    tell([Act.creating(origin, OPENED)], by=by, at=at)
    return origin


def new_origin(*, council: Council, kind: str, code: str, title: str, by: User) -> Origin:
    """The same, not written yet."""
    require_council(council, by)
    origin = Origin(council=council, kind=kind, code=code, title=shortened(title, 280))
    require_shape(origin)
    return origin


@transaction.atomic
def undertake(
    *,
    council: Council,
    origin: Origin,
    text: str,
    lead: Organisation,
    due: Due,
    on: date,
    by: User,
    at: datetime,
    supporters: Sequence[Organisation] = (),
    field: Field | None = None,
    document: IncomingDocument | None = None,
) -> Undertaking:
    """Give a body something to do by a day. Raises NotAllowed or Refused with every sentence at once."""
    undertaking = Undertaking(council=council, origin=origin, text=text, lead=lead, field=field)
    story = given(undertaking, due, on, supporters, document, by, at)
    write([story], by, at)
    return story.undertaking


def given(
    undertaking: Undertaking,
    due: Due,
    on: date,
    supporters: Sequence[Organisation],
    document: IncomingDocument | None,
    by: User,
    at: datetime,
) -> Story:
    """The story of something that is given to its lead on a day, not written yet."""
    lead = undertaking.lead
    _require_bodies(undertaking.council, lead, supporters, on, by, at)
    undertaking.recorded_by, undertaking.recorded_at, undertaking.assigned_on = by, at, on
    undertaking.due_on, undertaking.due_basis = due.day, due.basis
    undertaking.due_explanation = due.explanation
    require_shape(undertaking, exclude=("code", "counts_on", "folded"))
    Refused.if_any([rules.due_after_given(due.day, on)])
    parts = [
        Assignment(undertaking=undertaking, organisation=body, leads=body == lead, from_on=on)
        for body in (lead, *supporters)
    ]
    story = Story(undertaking, parts, made=[*parts], acts=[Act.creating(undertaking, Step.ASSIGN.label)])
    helpers = ", ".join(str(body) for body in supporters)
    told = f"{lead} chủ trì{f'; {helpers} phối hợp' if helpers else ''}."
    story.tell(Step.ASSIGN, Happened(on, told, document), None, "", by, at)
    return story


def _require_bodies(
    council: Council, lead: Organisation, supporters: Sequence[Organisation], on: date, by: User, at: datetime
) -> None:
    require_council(council, by)
    stands = [
        *(rules.body_stands(str(body), body.dissolved_on, on, "supporters") for body in supporters),
        rules.body_stands(str(lead), lead.dissolved_on, on, "lead"),
    ]
    differ = rules.bodies_differ(lead.pk, [body.pk for body in supporters])
    Refused.if_any([rules.in_order(on, on, timezone.localdate(at)), differ, *stands])
