"""More time: asked for, granted or declined, or given without being asked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.followup import rules
from dienhong.followup.actions.history import Happened, in_order, locked, write
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
    undertaking, assignment = locked(assignment)
    in_person = speaks("accept", undertaking, assignment, by)
    Refused.if_any(
        [
            rules.still_open(undertaking.status, Step.ASK_EXTENSION),
            rules.later_than(new_due_on, undertaking.due_on),
            rules.reason_given(happened.text),
            rules.paper_is_cited(in_person, happened.document is not None),
            in_order(undertaking, happened.on, at),
        ]
    )
    asked = _pending(undertaking)
    if asked and not asked_already(undertaking, assignment, new_due_on):
        _give_way(asked, happened.on)
    extension = Extension(
        undertaking=undertaking,
        asked_by=assignment,
        asked_on=happened.on,
        reason=happened.text,
        old_due_on=undertaking.due_on,
        new_due_on=new_due_on,
    )
    Refused.if_any(acts.shape_violations(extension))
    extension.save()
    told = replace(happened, promised_on=new_due_on)
    write(undertaking, Step.ASK_EXTENSION, told, {}, assignment, expected_version, by, at)
    return extension


@transaction.atomic
def decide_extension(
    extension: Extension, *, grant: bool, happened: Happened, expected_version: int, by: User, at: datetime
) -> Undertaking:
    """Grant or decline what was asked for."""
    undertaking: Undertaking = Undertaking.objects.select_for_update().get(pk=extension.undertaking_id)
    in_person = decides(undertaking.council, by)
    extension = Extension.objects.get(pk=extension.pk)
    if extension.state != ExtensionState.ASKED:
        raise Refused.because("followup.decided", "Đề nghị gia hạn này đã được trả lời.")
    Refused.if_any(
        [
            rules.still_open(undertaking.status, Step.EXTEND),
            rules.later_than(extension.new_due_on, undertaking.due_on) if grant else None,
            None if grant else rules.reason_given(happened.text),
            rules.paper_is_cited(in_person, happened.document is not None),
            in_order(undertaking, happened.on, at),
        ]
    )
    extension.state = ExtensionState.GRANTED if grant else ExtensionState.DECLINED
    extension.decided_on = happened.on
    extension.save(update_fields=["state", "decided_on"])
    step = Step.EXTEND if grant else Step.DECLINE_EXTENSION
    values = {"due_on": extension.new_due_on} if grant else {}
    write(undertaking, step, happened, values, extension.asked_by, expected_version, by, at)
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
    undertaking = Undertaking.objects.select_for_update().get(pk=undertaking.pk)
    in_person = decides(undertaking.council, by)
    Refused.if_any(
        [
            rules.still_open(undertaking.status, Step.EXTEND),
            rules.later_than(new_due_on, undertaking.due_on),
            rules.reason_given(happened.text),
            rules.paper_is_cited(in_person, happened.document is not None),
            in_order(undertaking, happened.on, at),
        ]
    )
    if asked := _pending(undertaking):
        _give_way(asked, happened.on)
    Extension.objects.create(
        undertaking=undertaking,
        asked_on=happened.on,
        reason=happened.text,
        old_due_on=undertaking.due_on,
        new_due_on=new_due_on,
        state=ExtensionState.GRANTED,
        decided_on=happened.on,
    )
    write(undertaking, Step.EXTEND, happened, {"due_on": new_due_on}, None, expected_version, by, at)
    return undertaking


def asked_already(undertaking: Undertaking, assignment: Assignment, new_due_on: date) -> bool:
    """Whether a request that waits covers this: the same of the same body, or as much of another."""
    asked = _pending(undertaking)
    if asked is None:
        return False
    own = asked.asked_by_id == assignment.pk
    return asked.new_due_on == new_due_on if own else asked.new_due_on >= new_due_on


def _pending(undertaking: Undertaking) -> Extension | None:
    """The request that waits for an answer."""
    return undertaking.extensions.filter(state=ExtensionState.ASKED).first()


def _give_way(asked: Extension, on: date) -> None:
    asked.state, asked.decided_on = ExtensionState.REPLACED, on
    asked.save(update_fields=["state", "decided_on"])
