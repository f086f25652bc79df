"""A body ends and its successor takes over what is open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.followup.actions.history import Happened, Story, stories
from dienhong.followup.actions.writing import write
from dienhong.followup.models import Assignment, Undertaking
from dienhong.followup.queries import parts_left_open
from dienhong.followup.states import Step
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Organisation
from dienhong.vietnamese.numerals import format_count

MOST_NAMED = 10


def take_over(
    organisation: Organisation, successors: Sequence[Organisation], *, on: date, by: User, at: datetime
) -> str:
    """For ``settings.TAKEOVERS``: hand over, and say in a sentence what went where; empty where nothing was open."""
    codes = hand_over(organisation, successors, on=on, by=by, at=at)
    if not codes:
        return ""
    more = f" và {format_count(len(codes) - MOST_NAMED)} việc khác" if len(codes) > MOST_NAMED else ""
    named = f"{', '.join(codes[:MOST_NAMED])}{more}"
    return f"{format_count(len(codes))} việc phải theo dõi đang mở chuyển cho {successors[0]}: {named}."


@transaction.atomic
def hand_over(
    organisation: Organisation, successors: Sequence[Organisation], *, on: date, by: User, at: datetime
) -> list[str]:
    """The first successor takes over what the body that ends still has open; the codes of these undertakings.

    Refused while something is open and nobody succeeds. What ends on a day to come is handed over today.
    """
    if not access_of(by, timezone.localdate(at)).may_administer(organisation.council):
        raise NotAllowed(f"Anh/chị không quản trị {organisation.council.name}.")
    parts = list(parts_left_open(organisation))
    if parts and not successors:
        sentence = f"{organisation} còn {format_count(len(parts))} việc chưa xong: hãy nêu cơ quan kế thừa."
        raise Refused.because("followup.no_successor", sentence, "successors")
    day = min(on, timezone.localdate(at))
    told = stories(Undertaking.objects.filter(pk__in=[part.undertaking_id for part in parts]))
    for story in told:
        for part in [part for part in story.parts if part.organisation_id == organisation.pk]:
            _hand_over(story, part, successors[0], day, by, at)
    write(told, by, at)
    return [part.undertaking.code for part in parts]


def _hand_over(
    story: Story, part: Assignment, successor: Organisation, on: date, by: User, at: datetime
) -> None:
    """The part goes on as it stood; where the successor already supports, it now has one part."""
    assert story.last is not None
    day = max(on, story.last.on)
    own = next((other for other in story.parts if other.organisation_id == successor.pk), None)
    ended = [part, *([own] if own and part.leads else [])]
    for ending in ended:
        ending.ended_on = day
    story.changed += ended
    if own is None or part.leads:
        taken: dict[str, Any] = {"leads": part.leads, "state": part.state, "from_on": day}
        own = Assignment(undertaking=story.undertaking, organisation=successor, **taken)
        story.made.append(own)
    story.parts = [one for one in story.parts if one not in ended and one is not own] + [own]
    told = Happened(day, text=f"{successor} kế thừa phần việc của {part.organisation}.")
    values = {"lead": successor} if part.leads else {}
    story.act(Step.HAND_OVER, told, values, own, by, at)
