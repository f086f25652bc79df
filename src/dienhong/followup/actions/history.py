"""What every verb of following up works on: an undertaking as it stands, in memory, and what happens to it.

Verbs ask the rules of a ``Story`` and let it ``act``; ``writing`` then writes what they made of one story or of many.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db.models import Model, QuerySet
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.audit.many import Act
from dienhong.files.models import StoredFile
from dienhong.followup import rules
from dienhong.followup.models import (
    Assignment,
    Evidence,
    Extension,
    IncomingDocument,
    Progress,
    Undertaking,
)
from dienhong.followup.states import ExtensionState, Status, Step
from dienhong.kernel.errors import Refused, RuleViolation


@dataclass(frozen=True)
class Happened:
    """What happened on a day: said by whom it concerns, or on a paper that is cited; proved by ``files``."""

    on: date
    text: str = ""
    document: IncomingDocument | None = None
    result: str = ""
    promised_on: date | None = None
    files: tuple[StoredFile, ...] = ()


@dataclass(eq=False)
class Story:
    """An undertaking with the parts that run, the last line of its history and the request for time that waits.

    ``expected`` is the version that the verb's caller read; ``made`` and ``changed`` are rows that wait to be written
    in this order, ``acts`` what the journal is told of them.
    """

    undertaking: Undertaking
    parts: list[Assignment]
    last: Progress | None = None
    asked: Extension | None = None
    version: int = 0
    expected: int | None = None
    made: list[Model] = field(default_factory=list)
    changed: list[Model] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)

    def part(self, assignment: Assignment) -> Assignment:
        """The part as it stands now. Raises Refused where it was handed over."""
        found = next((part for part in self.parts if part.pk == assignment.pk), None)
        if found is None:
            raise Refused.because("followup.handed_over", "Phần việc này đã chuyển cho cơ quan khác.")
        return found

    @property
    def lead_part(self) -> Assignment:
        return next(part for part in self.parts if part.leads)

    def in_order(self, on: date, at: datetime) -> RuleViolation | None:
        """History goes forward."""
        assert self.last is not None
        return rules.in_order(on, self.last.on, timezone.localdate(at))

    def act(
        self,
        step: str,
        happened: Happened,
        values: Mapping[str, Any],
        assignment: Assignment | None,
        by: User,
        at: datetime,
    ) -> None:
        """The undertaking's new values, its entry in the journal and its line of history, together."""
        before = acts.plain_values(self.undertaking, values)
        for name, value in values.items():
            setattr(self.undertaking, name, value)
        changes = acts.changes_since(before, self.undertaking)
        self.undertaking.version += 1
        self.acts.append(Act(self.undertaking, Step(step).label, lambda: changes, happened.text))
        self.tell(Step(step), happened, assignment, assignment.state if assignment else "", by, at)

    def tell(
        self,
        step: Step,
        happened: Happened,
        assignment: Assignment | None,
        state: str,
        by: User,
        at: datetime,
    ) -> None:
        """The line before holds up to this day, this one from it."""
        if self.last is not None:
            self.last.until_on = happened.on
            self.changed.append(self.last)
        self.last = Progress(
            undertaking=self.undertaking,
            assignment=assignment,
            step=step,
            state=state,
            status=Status(self.undertaking.status),
            due_on=self.undertaking.due_on,
            on=happened.on,
            text=happened.text,
            result=happened.result,
            promised_on=happened.promised_on,
            document=happened.document,
            by=by,
            at=at,
        )
        self.made += [self.last, *(Evidence(line=self.last, file=file) for file in happened.files)]


def stories(undertakings: QuerySet[Undertaking]) -> list[Story]:
    """Undertakings as they stand now, under their row locks: four statements, however many."""
    held: Any = undertakings.select_related("council").select_for_update(of=("self",))
    found = {one.pk: Story(one, [], version=one.version) for one in held.order_by("pk")}
    running = Assignment.objects.running().filter(undertaking__in=found).select_related("organisation")
    for part in running.order_by("pk"):
        story = found[part.undertaking_id]
        part.undertaking = story.undertaking
        story.parts.append(part)
    for line in Progress.objects.filter(undertaking__in=found, until_on=None):
        found[line.undertaking_id].last = line
    waiting = Extension.objects.filter(undertaking__in=found, state=ExtensionState.ASKED)
    for asked in waiting.select_related("asked_by__organisation"):
        found[asked.undertaking_id].asked = asked
    return list(found.values())


def held(undertaking_id: int, expected_version: int | None = None) -> Story:
    """One undertaking under its row lock; writing it asks whether it is still at the version that was read."""
    [story] = stories(Undertaking.objects.filter(pk=undertaking_id))
    story.expected = expected_version
    return story
