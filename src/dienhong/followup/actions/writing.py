"""Writing what verbs made of stories: of one or of many, in a constant number of statements."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime

from django.db.models import Model

from dienhong.accounts.models import User
from dienhong.audit.acts import CHANGED
from dienhong.audit.many import insert, require_shape, rewrite, tell
from dienhong.documents.numbering import take_numbers
from dienhong.followup.actions.history import Story
from dienhong.followup.models import Assignment, Escalation, Evidence, Extension, Progress, Undertaking
from dienhong.kernel.errors import Changed

PREFIX = "VT"

ACTED_ON = ("status", "result", "settled_on", "due_on", "lead", "version", "folded")
"""What acts make of an undertaking."""

_ROWS: tuple[tuple[type[Model], tuple[str, ...]], ...] = (
    (Assignment, ("state", "ended_on")),
    (Extension, ("state", "decided_on")),
    (Escalation, ()),
    (Progress, ("until_on",)),
    (Evidence, ()),
)
"""Rows in the order in which they need each other, with the fields that acts change."""


def write(stories: Sequence[Story], by: User, at: datetime) -> None:
    """Keep all that happened, with its entries in the journal. Raises Changed or Refused; then nothing is kept."""
    if any(story.expected not in (None, story.version) for story in stories):
        raise Changed(CHANGED)
    _write_undertakings([story.undertaking for story in stories])
    for model, fields in _ROWS:
        rewrite(_of(model, (row for story in stories for row in story.changed if row.pk)), fields)
        insert(_of(model, (row for story in stories for row in story.made)))
    tell((act for story in stories for act in story.acts), by=by, at=at)


def _write_undertakings(undertakings: Sequence[Undertaking]) -> None:
    new = [one for one in undertakings if one.pk is None]
    _number(new)
    for one in undertakings:
        one.derive()
        require_shape(one)
    rewrite([one for one in undertakings if one.pk], ACTED_ON)
    insert(new)


def _number(undertakings: Iterable[Undertaking]) -> None:
    """Codes in the order in which things were given, the numbers of a year taken in one go."""
    series: dict[tuple[int, int], list[Undertaking]] = defaultdict(list)
    for one in undertakings:
        series[one.council_id, one.assigned_on.year].append(one)
    for (council_id, year), given in series.items():
        numbers = take_numbers(council_id=council_id, series=PREFIX, year=year, count=len(given))
        for one, number in zip(given, numbers, strict=True):
            one.code = f"{PREFIX}-{year}-{number:03d}"


def _of(model: type[Model], rows: Iterable[Model]) -> list[Model]:
    """The rows of a model, each once."""
    return list({id(row): row for row in rows if type(row) is model}.values())
