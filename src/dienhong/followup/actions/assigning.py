"""Where an undertaking comes from, and giving it to a body."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.documents.numbering import take_number
from dienhong.followup import rules
from dienhong.followup.actions.history import Happened, tell
from dienhong.followup.due import Due
from dienhong.followup.models import Assignment, IncomingDocument, Origin, Undertaking, shortened
from dienhong.followup.states import Step
from dienhong.followup.voices import require_council
from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council, Organisation
from dienhong.rulebook.models import Field

PREFIX = "VT"


@transaction.atomic
def open_origin(*, council: Council, kind: str, code: str, title: str, by: User, at: datetime) -> Origin:
    """The row that a petition, question, hearing… holds, so that undertakings can follow from it."""
    require_council(council, by)
    origin = Origin(council=council, kind=kind, code=code, title=shortened(title, 280))
    return acts.create(origin, council_id=council.pk, by=by, at=at, verb="Mở nguồn việc phải theo dõi")


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
    require_council(council, by)
    stands = [
        *(rules.body_stands(str(body), body.dissolved_on, on, "supporters") for body in supporters),
        rules.body_stands(str(lead), lead.dissolved_on, on, "lead"),
    ]
    differ = rules.bodies_differ(lead.pk, [body.pk for body in supporters])
    Refused.if_any([rules.in_order(on, on, timezone.localdate(at)), differ, *stands])
    undertaking = Undertaking(
        council=council, recorded_by=by, recorded_at=at, origin=origin, text=text, lead=lead
    )
    undertaking.field, undertaking.assigned_on = field, on
    undertaking.due_on, undertaking.due_basis, undertaking.due_explanation = (
        due.day,
        due.basis,
        due.explanation,
    )
    number = take_number(council_id=council.pk, series=PREFIX, year=on.year)
    undertaking.code = f"{PREFIX}-{on.year}-{number:03d}"
    undertaking.derive()
    acts.create(undertaking, council_id=council.pk, by=by, at=at, verb=Step.ASSIGN.label)
    for body in (lead, *supporters):
        Assignment.objects.create(undertaking=undertaking, organisation=body, leads=body == lead, from_on=on)
    helpers = ", ".join(str(body) for body in supporters)
    told = f"{lead} chủ trì{f'; {helpers} phối hợp' if helpers else ''}."
    tell(undertaking, Step.ASSIGN, Happened(on, told, document), None, "", by, at)
    return undertaking
