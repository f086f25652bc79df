"""Reads that are more than a filter: what bodies owe a council, what the council has to assess, what was answered."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db.models import Count

from dienhong.followup.models import Assignment, Progress
from dienhong.followup.states import ANSWERS, OPEN, WITH_AGENCY, WITH_COUNCIL
from dienhong.organisations.models import Council, Organisation


def parts_to_answer(council: Council) -> Any:
    """Running parts of open undertakings whose body must act, the most pressing first."""
    return _open_parts(council).filter(state__in=WITH_AGENCY)


def parts_to_assess(council: Council) -> Any:
    """Running parts of open undertakings whose body has answered, so that the council must assess."""
    return _open_parts(council).filter(state__in=WITH_COUNCIL)


def _open_parts(council: Council) -> Any:
    running = Assignment.objects.running().filter(undertaking__council=council, undertaking__status__in=OPEN)
    standing = running.filter(undertaking__cancelled_at=None)
    return standing.select_related("undertaking", "organisation").order_by("undertaking__due_on", "pk")


def parts_left_open(body: Organisation) -> Any:
    """Running parts of a body in undertakings that nobody has settled, of whichever council, the oldest first."""
    running = Assignment.objects.running().filter(organisation=body, undertaking__status__in=OPEN)
    return running.filter(undertaking__cancelled_at=None).select_related("undertaking").order_by("pk")


def owed_by(parts: Any) -> dict[int, int]:
    """How many of these parts each body has."""
    counted = parts.order_by().values_list("organisation").annotate(count=Count("pk"))
    return dict(counted)


def last_answers(parts: Iterable[Assignment]) -> dict[int | None, Progress]:
    """The latest answer of each part, by the part's key."""
    answers = Progress.objects.filter(assignment__in=list(parts), step__in=set(ANSWERS.values()))
    return {line.assignment_id: line for line in answers.exclude(result="").order_by("on", "pk")}
