"""Rules of reception, without a database."""

from __future__ import annotations

from datetime import date

import pytest

from dienhong.kernel.errors import RuleViolation
from dienhong.reception import rules

DAY, NEXT = date(2023, 5, 15), date(2023, 5, 16)
BROKEN = {
    "nobody": (rules.somebody_receives(False, " "), "receiver"),
    "published_late": (rules.published_before(NEXT, DAY), "published_on"),
    "future": (rules.not_in_future(NEXT, DAY, "received_on"), "received_on"),
    "not_yet": (rules.held_in_the_past(True, NEXT, DAY), "held_on"),
    "somebody_came": (rules.nobody_was_received(1), None),
    "same_day": (rules.moved_to_another_day(DAY, DAY), "moved_on"),
    "other_day": (rules.on_its_day(NEXT, DAY), "received_on"),
    "called_off": (rules.day_was_not_called_off("moved"), "day"),
    "apart": (rules.denunciation_apart(True), "kind"),
    "matter": (rules.says_something("  "), "matter"),
    "field": (rules.has_field(None), "field"),
    "passed_by": (rules.channel_is_told("passed_by", ""), "passed_by"),
    "reception": (rules.reception_of_channel("post", True), "reception"),
    "handled": (rules.handled_when(True, None), "handled_on"),
    "handled_early": (rules.handled_after_received(DAY, NEXT), "handled_on"),
    "passed_to": (rules.passed_somewhere(True, ""), "passed_to"),
    "passed_to_two": (rules.passed_to_one(True, "UBND xã"), "passed_to_name"),
    "report_of_whom": (rules.report_from_a_known_body(DAY, False), "report_due_on"),
    "report_early": (rules.report_after_passing(DAY, NEXT), "report_due_on"),
    "ground": (rules.filed_with_ground(True, ""), "filing_ground"),
    "outcome": (rules.answered(True, " "), "outcome"),
    "followed": (rules.nothing_follows(True), None),
    "other_kind": (rules.is_a_denunciation(True, False), None),
    "itself": (rules.two_letters(1, 1), None),
    "office": (rules.handler_is_of_the_office(False), "user"),
    "no_days": (rules.some_days(0), None),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_not_allowed_is_said_at_its_field(name: str) -> None:
    violation, field = BROKEN[name]
    assert violation is not None and violation.field == field
    assert violation.sentence.endswith(".")


HOLDING = (
    rules.somebody_receives(True, ""),
    rules.somebody_receives(False, "Ông A, Phó Chủ tịch"),
    rules.published_before(None, DAY),
    rules.published_before(DAY, DAY),
    rules.not_in_future(None, DAY, "x"),
    rules.not_in_future(DAY, DAY, "x"),
    rules.held_in_the_past(False, NEXT, DAY),
    rules.held_in_the_past(True, DAY, DAY),
    rules.nobody_was_received(0),
    rules.moved_to_another_day(NEXT, DAY),
    rules.on_its_day(NEXT, None),
    rules.on_its_day(DAY, DAY),
    rules.day_was_not_called_off("held"),
    rules.denunciation_apart(False),
    rules.says_something("Đất đai"),
    rules.has_field(1),
    rules.channel_is_told("passed_by", "Đoàn ĐBQH"),
    rules.channel_is_told("post", ""),
    rules.reception_of_channel("reception", True),
    rules.reception_of_channel("post", False),
    rules.handled_when(False, None),
    rules.handled_when(True, DAY),
    rules.handled_after_received(DAY, DAY),
    rules.handled_after_received(None, DAY),
    rules.passed_somewhere(True, "UBND xã"),
    rules.passed_somewhere(False, ""),
    rules.passed_to_one(True, ""),
    rules.passed_to_one(False, "UBND xã"),
    rules.report_from_a_known_body(None, False),
    rules.report_from_a_known_body(DAY, True),
    rules.report_after_passing(DAY, DAY),
    rules.report_after_passing(None, DAY),
    rules.report_after_passing(DAY, None),
    rules.filed_with_ground(True, "other"),
    rules.filed_with_ground(False, ""),
    rules.answered(False, ""),
    rules.answered(True, "Đã trả lời"),
    rules.nothing_follows(False),
    rules.is_a_denunciation(True, True),
    rules.two_letters(1, 2),
    rules.handler_is_of_the_office(True),
    rules.some_days(1),
)


@pytest.mark.parametrize("answer", HOLDING)
def test_what_is_allowed_is_not_spoken_of(answer: RuleViolation | None) -> None:
    assert answer is None
