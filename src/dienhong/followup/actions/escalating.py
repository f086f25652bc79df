"""Rungs of the ladder that were taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit.many import require_shape
from dienhong.followup import rules
from dienhong.followup.actions.history import Happened, held
from dienhong.followup.actions.writing import write
from dienhong.followup.models import Escalation, Origin, Undertaking, shortened
from dienhong.followup.states import Step
from dienhong.followup.voices import require_council
from dienhong.kernel.errors import Refused


@transaction.atomic
def escalate(
    undertaking: Undertaking,
    *,
    rung: str,
    where: str,
    happened: Happened,
    expected_version: int,
    by: User,
    at: datetime,
    happened_in: Origin | None = None,
) -> Escalation:
    """Take a rung of the ladder for what is overdue, and link it to where it happened."""
    story = held(undertaking.pk, expected_version)
    undertaking = story.undertaking
    require_council(undertaking.council, by)
    Refused.if_any(
        [
            rules.still_open(undertaking.status, Step.ESCALATE),
            rules.escalated_when_overdue(undertaking.days_overdue(happened.on)),
            rules.place_said(where, happened_in is not None),
            rules.happens_there(rung, *_place(undertaking, happened_in)),
            story.in_order(happened.on, at),
        ]
    )
    said = where.strip() or shortened(f"{happened_in}: {happened_in.title}" if happened_in else "", 280)
    escalation = Escalation(
        undertaking=undertaking, rung=rung, taken_on=happened.on, where=said, happened_in=happened_in
    )
    require_shape(escalation)
    story.made.append(escalation)
    told = replace(happened, text=f"{escalation.get_rung_display()}: {said}")
    story.act(Step.ESCALATE, told, {}, None, by, at)
    write([story], by, at)
    return escalation


def _place(undertaking: Undertaking, happened_in: Origin | None) -> tuple[str | None, bool]:
    """The kind of what was chosen, and whether it is the council's own."""
    if happened_in is None:
        return None, True
    return happened_in.kind, happened_in.council_id == undertaking.council_id
