"""Steps of the table, and answers: a body for itself, the council, or a clerk by a paper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.followup import rules
from dienhong.followup.actions.extending import asked_already, extension_asked
from dienhong.followup.actions.history import Happened, Story, held
from dienhong.followup.actions.writing import write
from dienhong.followup.models import Assignment, Undertaking
from dienhong.followup.states import ANSWERS, SETTLED, WORKFLOW, Result
from dienhong.followup.voices import speaks
from dienhong.kernel.errors import Refused, RuleViolation


@transaction.atomic
def take_step(
    assignment: Assignment, *, step: str, happened: Happened, expected_version: int, by: User, at: datetime
) -> Undertaking:
    """Move one body's part by the table; who may stands there. Raises NotAllowed, Changed or Refused."""
    story = held(assignment.undertaking_id, expected_version)
    step_taken(story, story.part(assignment), step, happened, by, at)
    write([story], by, at)
    return story.undertaking


@transaction.atomic
def answer(
    assignment: Assignment, *, happened: Happened, expected_version: int, by: User, at: datetime
) -> Undertaking:
    """A body's answer, classed by its result; a promise beyond the due date asks for an extension."""
    story = held(assignment.undertaking_id, expected_version)
    answered(story, story.part(assignment), happened, by, at)
    write([story], by, at)
    return story.undertaking


def step_taken(story: Story, part: Assignment, step: str, happened: Happened, by: User, at: datetime) -> None:
    """A step in a story, not written yet."""
    undertaking = story.undertaking
    in_person = speaks(step, undertaking, part, by)
    Refused.if_any(
        [
            rules.still_open(undertaking.status, step),
            rules.lead_only(step, part.leads),
            WORKFLOW.violation(step, part.state, happened.text),
            rules.paper_is_cited(in_person, happened.document is not None),
            story.in_order(happened.on, at),
        ]
    )
    part.state = WORKFLOW.transition(step).target
    story.changed.append(part)
    story.act(step, happened, _lead_values(undertaking, part, happened), part, by, at)


def answered(story: Story, part: Assignment, happened: Happened, by: User, at: datetime) -> None:
    """An answer in a story, not written yet."""
    text, promised_on = happened.text, happened.promised_on
    Refused.if_any(rules.answer_is_whole(happened.result, text, promised_on, happened.on))
    step_taken(story, part, ANSWERS[Result(happened.result)], happened, by, at)
    beyond = promised_on if promised_on and promised_on > story.undertaking.due_on else None
    if beyond and not asked_already(story, part, beyond):
        told = replace(
            happened, text=f"Theo thời hạn đã trả lời: {text}", result="", promised_on=None, files=()
        )
        extension_asked(story, part, beyond, told, by, at)


@transaction.atomic
def answer_many(
    answers: Iterable[tuple[Assignment, Happened, int]], *, by: User, at: datetime
) -> list[Undertaking]:
    """One paper that answers many: each with its own result and the version that was read; all or nothing."""

    def one(assignment: Assignment, happened: Happened, version: int) -> Undertaking:
        return answer(assignment, happened=happened, expected_version=version, by=by, at=at)

    return _all((part, version, partial(one, part, happened)) for part, happened, version in answers)


@transaction.atomic
def assess_many(
    decisions: Iterable[tuple[Assignment, str, Happened, int]], *, by: User, at: datetime
) -> list[Undertaking]:
    """One sitting, or one paper, that assesses many answers: each with its own step; all or nothing."""

    def one(assignment: Assignment, step: str, happened: Happened, version: int) -> Undertaking:
        return take_step(assignment, step=step, happened=happened, expected_version=version, by=by, at=at)

    return _all((row[0], row[3], partial(one, *row[:3])) for row in decisions)


def _all(each: Iterable[tuple[Assignment, int, Callable[[int], Undertaking]]]) -> list[Undertaking]:
    """Every act, or none; what is refused is told of each of them, by the undertaking's code.

    Two parts of one undertaking were read at one version: the second act goes on from what the first has made.
    """
    done, refused, versions = [], [], dict[tuple[int, int], int]()
    for part, version, act in each:
        read = part.undertaking_id, version
        try:
            with transaction.atomic():
                done.append(act(versions.get(read, version)))
            versions[read] = done[-1].version
        except Refused as refusal:
            refused += list(_named(part, refusal))
    Refused.if_any(refused)
    return done


def _named(part: Assignment, refusal: Refused) -> Iterator[RuleViolation]:
    code = part.undertaking.code
    return (replace(found, sentence=f"{code}: {found.sentence}", field=None) for found in refusal.violations)


def _lead_values(undertaking: Undertaking, assignment: Assignment, happened: Happened) -> dict[str, Any]:
    """What the lead's step makes of the undertaking; a supporter's leaves it as it is."""
    if not assignment.leads:
        return {}
    settled = assignment.state in SETTLED
    return {
        "status": assignment.state,
        "result": happened.result or undertaking.result,
        "settled_on": happened.on if settled else None,
    }
