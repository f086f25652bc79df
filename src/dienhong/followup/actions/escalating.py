"""Rungs of the ladder that were taken."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.followup import rules
from dienhong.followup.actions.history import Happened, in_order, write
from dienhong.followup.models import Escalation, Origin, Undertaking
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
    undertaking = Undertaking.objects.select_for_update().get(pk=undertaking.pk)
    require_council(undertaking.council, by)
    Refused.if_any(
        [
            rules.still_open(undertaking.status, Step.ESCALATE),
            rules.escalated_when_overdue(undertaking.days_overdue(happened.on)),
            in_order(undertaking, happened.on, at),
        ]
    )
    escalation = Escalation(
        undertaking=undertaking, rung=rung, taken_on=happened.on, where=where, happened_in=happened_in
    )
    Refused.if_any(acts.shape_violations(escalation))
    escalation.save()
    told = replace(happened, text=f"{escalation.get_rung_display()}: {where}")
    write(undertaking, Step.ESCALATE, told, {}, None, expected_version, by, at)
    return escalation
