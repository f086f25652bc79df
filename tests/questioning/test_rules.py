"""Rules of questions and hearings, without a database."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

from dienhong.questioning import rules
from dienhong.questioning.states import HEARING_WORKFLOW, QUESTION_WORKFLOW

DAY = date(2023, 7, 19)
BEFORE, AFTER = DAY - timedelta(days=1), DAY + timedelta(days=1)
HALF = Fraction(1, 2)


def code(violation: object) -> str | None:
    return getattr(violation, "code", None)


def test_what_happens_at_a_session_names_it() -> None:
    assert rules.session_named("session", has_session=True) is None
    assert rules.session_named("between", has_session=False) is None
    assert code(rules.session_named("session", has_session=False)) == "question.session"
    assert code(rules.session_named("standing", has_session=True)) == "question.venue"


def test_a_meeting_is_one_of_the_standing_committee() -> None:
    assert rules.meeting_named("standing", True) is None and rules.meeting_named("session", False) is None
    assert code(rules.meeting_named("session", True)) == "question.meeting"
    assert rules.of_the_standing_committee(None) is None
    assert rules.of_the_standing_committee("standing_extra") is None
    assert code(rules.of_the_standing_committee("group")) == "questioning.meeting"


def test_somebody_asks_and_is_a_delegate_then() -> None:
    assert rules.somebody_asks(True, False, "") is None and rules.somebody_asks(False, True, "") is None
    assert rules.somebody_asks(False, False, "Trần Thị Mẫu") is None
    assert code(rules.somebody_asks(False, False, " ")) == "question.asker"
    assert rules.asked_while_sitting("Mẫu", True) is None
    assert code(rules.asked_while_sitting("Mẫu", False)) == "question.not_sitting"
    assert rules.asked_once(False) is None and code(rules.asked_once(True)) == "question.asks_twice"


def test_only_bodies_that_answer_to_the_council_are_asked() -> None:
    assert rules.body_of_kind("executive", {"executive"}, "Sai") is None
    refused = rules.body_of_kind("front", {"executive"}, "Sai", "group")
    assert refused and (refused.code, refused.field) == ("questioning.body", "group")


def test_days_are_in_order() -> None:
    assert rules.not_ahead(None, DAY, "on") is None and rules.not_ahead(DAY, DAY, "on") is None
    assert code(rules.not_ahead(AFTER, DAY, "on")) == "questioning.ahead"
    assert rules.not_before(None, DAY, "Chất vấn", "on") is None
    assert rules.not_before(DAY, DAY, "Chất vấn", "on") is None
    assert code(rules.not_before(BEFORE, DAY, "Chất vấn", "on")) == "questioning.order"


def test_a_question_may_come_ahead_of_its_session_but_not_after_it() -> None:
    assert rules.not_after_session(BEFORE, DAY) is None and rules.not_after_session(DAY, DAY) is None
    assert rules.not_after_session(AFTER, None) is None
    assert code(rules.not_after_session(AFTER, DAY)) == "question.after_session"


def test_a_question_time_lies_within_its_session() -> None:
    assert rules.in_session(DAY, DAY, DAY) is None and rules.in_session(DAY, None, None) is None
    assert code(rules.in_session(BEFORE, DAY, AFTER)) == "question_time.outside"
    assert code(rules.in_session(AFTER, BEFORE, DAY)) == "question_time.outside"


def test_between_sessions_the_answer_is_written_and_an_answer_has_its_day() -> None:
    assert rules.answered_in_writing("between", "written") is None
    assert rules.answered_in_writing("session", "oral") is None
    assert code(rules.answered_in_writing("between", "oral")) == "question.manner"
    assert rules.answer_has_its_day(True, True) is None and rules.answer_has_its_day(False, False) is None
    assert code(rules.answer_has_its_day(False, True)) == "question.answer_day"


def test_what_is_worked_on_is_not_struck_out() -> None:
    assert rules.not_followed(0) is None
    assert code(rules.not_followed(1)) == "questioning.followed"


def test_a_hearing_is_numbered_and_lies_in_its_term() -> None:
    assert rules.hearing_counts_from_one(1) is None
    assert code(rules.hearing_counts_from_one(0)) == "hearing.ordinal"
    assert rules.within_term(DAY, DAY, None) is None and rules.within_term(DAY, BEFORE, DAY) is None
    assert code(rules.within_term(BEFORE, DAY, None)) == "hearing.outside_term"
    assert code(rules.within_term(AFTER, BEFORE, DAY)) == "hearing.outside_term"


def test_what_has_not_happened_is_not_held() -> None:
    assert rules.held_in_the_past(True, DAY, DAY) is None
    assert rules.held_in_the_past(False, AFTER, DAY) is None
    assert code(rules.held_in_the_past(True, AFTER, DAY)) == "hearing.not_over"


def test_a_conclusion_has_number_and_day_or_neither() -> None:
    assert rules.conclusion_is_whole("04/TB-TTHĐND", DAY) is None
    assert rules.conclusion_is_whole(" ", None) is None
    no_day, no_number = rules.conclusion_is_whole("04", None), rules.conclusion_is_whole("", DAY)
    assert no_day and no_day.field == "concluded_on"
    assert no_number and no_number.field == "conclusion_number"


def test_a_conclusion_passes_by_more_than_half_of_all_members() -> None:
    assert code(rules.votes_fit(3, None)) == "hearing.members"
    assert code(rules.votes_fit(6, 5)) == "hearing.votes"
    assert rules.votes_fit(5, 5) is None and rules.votes_fit(None, None) is None
    assert rules.conclusion_passed(3, 5, HALF) is None and rules.conclusion_passed(3, 4, HALF) is None
    assert code(rules.conclusion_passed(2, 4, HALF)) == "hearing.not_passed"
    assert code(rules.conclusion_passed(2, 5, HALF)) == "hearing.not_passed"
    for unknown in ((None, 5, HALF), (1, None, HALF), (1, 5, None)):
        assert rules.conclusion_passed(*unknown) is None


def test_a_withdrawn_question_is_not_answered_and_a_planned_hearing_not_concluded() -> None:
    assert QUESTION_WORKFLOW.violation("answer", "withdrawn") is not None
    assert HEARING_WORKFLOW.violation("conclude", "planned") is not None
    assert {row.name for row in QUESTION_WORKFLOW.as_rows() if row.needs_reason} == {"withdraw", "restore"}
