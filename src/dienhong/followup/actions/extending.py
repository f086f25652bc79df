"""More time: asked for, granted or declined, or given without being asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit.many import require_shape
from dienhong.followup import rules
from dienhong.followup.actions.history import Happened, Story, held
from dienhong.followup.actions.writing import write
from dienhong.followup.models import Assignment, Extension, Undertaking
from dienhong.followup.states import ExtensionState, Step
from dienhong.followup.voices import decides, speaks
from dienhong.kernel.errors import Refused


@transaction.atomic
def ask_extension(
    assignment: Assignment,
    *,
    new_due_on: date,
    happened: Happened,
    expected_version: int,
    by: User,
    at: datetime,
) -> Extension:
    """Ask for a later due date; the council decides. A request of this body, or of another for less, gives way."""
    story = held(assignment.undertaking_id, expected_version)
    extension = extension_asked(story, story.part(assignment), new_due_on, happened, by, at)
    write([story], by, at)
    return extension


def extension_asked(
    story: Story, part: Assignment, new_due_on: date, happened: Happened, by: User, at: datetime
) -> Extension:
    """A request in a story, not written yet."""
    undertaking = story.undertaking
    in_person = speaks("accept", undertaking, part, by)
    Refused.if_any(
        [
            rules.still_open(undertaking.status, Step.ASK_EXTENSION),
            rules.later_than(new_due_on, undertaking.due_on),
            rules.reason_given(happened.text),
            rules.paper_is_cited(in_person, happened.document is not None),
            story.in_order(happened.on, at),
        ]
    )
    if not asked_already(story, part, new_due_on):
        _give_way(story, happened.on)
    extension = Extension(
        undertaking=undertaking,
        asked_by=part,
        asked_on=happened.on,
        reason=happened.text,
        old_due_on=undertaking.due_on,
        new_due_on=new_due_on,
    )
    require_shape(extension)
    story.asked = extension
    story.made.append(extension)
    story.act(Step.ASK_EXTENSION, replace(happened, promised_on=new_due_on), {}, part, by, at)
    return extension


@transaction.atomic
def decide_extension(
    extension: Extension, *, grant: bool, happened: Happened, expected_version: int, by: User, at: datetime
) -> Undertaking:
    """Grant or decline what was asked for."""
    story = held(extension.undertaking_id, expected_version)
    undertaking, asked = story.undertaking, story.asked
    in_person = decides(undertaking.council, by)
    if asked is None or asked.pk != extension.pk:
        raise Refused.because("followup.decided", "Đề nghị gia hạn này đã được trả lời.")
    Refused.if_any(
        [
            rules.still_open(undertaking.status, Step.EXTEND),
            rules.later_than(asked.new_due_on, undertaking.due_on) if grant else None,
            None if grant else rules.reason_given(happened.text),
            rules.paper_is_cited(in_person, happened.document is not None),
            story.in_order(happened.on, at),
        ]
    )
    _decide(story, ExtensionState.GRANTED if grant else ExtensionState.DECLINED, happened.on)
    step = Step.EXTEND if grant else Step.DECLINE_EXTENSION
    values = {"due_on": asked.new_due_on} if grant else {}
    story.act(step, happened, values, asked.asked_by, by, at)
    write([story], by, at)
    return undertaking


@transaction.atomic
def extend(
    undertaking: Undertaking,
    *,
    new_due_on: date,
    happened: Happened,
    expected_version: int,
    by: User,
    at: datetime,
) -> Undertaking:
    """Set a later due date, asked or not; the old one stays in the history, a request for another date gives way."""
    story = held(undertaking.pk, expected_version)
    undertaking = story.undertaking
    in_person = decides(undertaking.council, by)
    Refused.if_any(
        [
            rules.still_open(undertaking.status, Step.EXTEND),
            rules.later_than(new_due_on, undertaking.due_on),
            rules.reason_given(happened.text),
            rules.paper_is_cited(in_person, happened.document is not None),
            story.in_order(happened.on, at),
        ]
    )
    _give_way(story, happened.on)
    extension = Extension(
        undertaking=undertaking,
        asked_on=happened.on,
        reason=happened.text,
        old_due_on=undertaking.due_on,
        new_due_on=new_due_on,
        state=ExtensionState.GRANTED,
        decided_on=happened.on,
    )
    story.made.append(extension)
    story.act(Step.EXTEND, happened, {"due_on": new_due_on}, None, by, at)
    write([story], by, at)
    return undertaking


def asked_already(story: Story, part: Assignment, new_due_on: date) -> bool:
    """Whether a request that waits covers this: the same of the same body, or as much of another."""
    asked = story.asked
    if asked is None:
        return False
    own = asked.asked_by == part
    return asked.new_due_on == new_due_on if own else asked.new_due_on >= new_due_on


def _give_way(story: Story, on: date) -> None:
    """The request that waits, if there is one, is overtaken."""
    if story.asked is not None:
        _decide(story, ExtensionState.REPLACED, on)


def _decide(story: Story, state: ExtensionState, on: date) -> None:
    asked = story.asked
    assert asked is not None
    asked.state, asked.decided_on = state, on
    story.changed.append(asked)
    story.asked = None
