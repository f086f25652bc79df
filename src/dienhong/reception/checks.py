"""A letter, a day, a reception before the rules: what of each the rules are asked."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from dienhong.kernel.errors import RuleViolation
from dienhong.reception import rules
from dienhong.reception.models import Letter, Reception, ReceptionDay
from dienhong.reception.states import DayOutcome, LetterStatus


def day_violations(day: ReceptionDay, today: date) -> Iterable[RuleViolation | None]:
    yield rules.somebody_receives(day.receiver is not None, day.receiver_name)
    yield rules.published_before(day.published_on, day.held_on)
    yield rules.held_in_the_past(day.outcome == DayOutcome.HELD, day.held_on, today)


def reception_violations(reception: Reception, today: date) -> Iterable[RuleViolation | None]:
    day = reception.day
    yield rules.not_in_future(reception.received_on, today, "received_on")
    yield rules.on_its_day(reception.received_on, day.held_on if day else None)
    yield rules.day_was_not_called_off(day.outcome if day else "")


def letter_violations(letter: Letter, today: date) -> Iterable[RuleViolation | None]:
    """Of every letter; what a denunciation says is sealed, and was looked at before it was."""
    yield rules.not_in_future(letter.received_on, today, "received_on")
    yield from _handled(letter, today)
    if letter.is_denunciation:
        return
    yield rules.says_something(letter.matter)
    yield rules.has_field(letter.field_id)
    yield rules.channel_is_told(letter.channel, letter.passed_by)
    yield rules.reception_of_channel(letter.channel, letter.reception is not None)


def _handled(letter: Letter, today: date) -> Iterable[RuleViolation | None]:
    has_body = letter.passed_to is not None
    yield rules.handled_when(letter.status != LetterStatus.RECEIVED, letter.handled_on)
    yield rules.handled_after_received(letter.handled_on, letter.received_on)
    yield rules.not_in_future(letter.handled_on, today, "handled_on")
    yield rules.passed_somewhere(letter.status == LetterStatus.PASSED_ON, letter.passed_where)
    yield rules.passed_to_one(has_body, letter.passed_to_name)
    yield rules.report_from_a_known_body(letter.report_due_on, has_body)
    yield rules.report_after_passing(letter.report_due_on, letter.handled_on)
    yield rules.filed_with_ground(letter.status == LetterStatus.FILED, letter.filing_ground)
