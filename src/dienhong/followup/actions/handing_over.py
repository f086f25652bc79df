"""A body ends and its successor takes over what is open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.followup.actions.history import Happened, last_line, locked, write
from dienhong.followup.models import Assignment
from dienhong.followup.states import SETTLED, Step
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Organisation


@transaction.atomic
def hand_over(
    organisation: Organisation, successors: Sequence[Organisation], *, on: date, by: User, at: datetime
) -> int:
    """The first successor takes over what the body that ends still has open; how many undertakings that were.

    Refused while something is open and nobody succeeds.
    """
    if not access_of(by, timezone.localdate(at)).may_administer(organisation.council):
        raise NotAllowed(f"Anh/chị không quản trị {organisation.council.name}.")
    open_parts = Assignment.objects.running().filter(organisation=organisation)
    parts = list(open_parts.exclude(undertaking__status__in=SETTLED).order_by("pk"))
    if parts and not successors:
        sentence = f"{organisation} còn {len(parts):02d} việc chưa xong: hãy nêu cơ quan kế thừa."
        raise Refused.because("followup.no_successor", sentence, "successors")
    for part in parts:
        _hand_over(part, successors[0], on, by, at)
    return len(parts)


def _hand_over(part: Assignment, successor: Organisation, on: date, by: User, at: datetime) -> None:
    """The part goes on as it stood; where the successor already supports, it now has one part."""
    undertaking, part = locked(part)
    day = max(on, last_line(undertaking).on)
    part.ended_on = day
    part.save(update_fields=["ended_on"])
    own = undertaking.assignments.running().filter(organisation=successor).first()
    if own is None or part.leads:
        if own:
            own.ended_on = day
            own.save(update_fields=["ended_on"])
        own = Assignment.objects.create(
            undertaking=undertaking, organisation=successor, leads=part.leads, state=part.state, from_on=day
        )
    told = Happened(day, text=f"{successor} kế thừa phần việc của {part.organisation}.")
    values = {"lead": successor} if part.leads else {}
    write(undertaking, Step.HAND_OVER, told, values, own, undertaking.version, by, at)
