"""Rules of the other activities, without a database."""

from datetime import date

from dienhong.activities import rules
from dienhong.people.spans import Span

TODAY = date(2023, 11, 20)
SEPTEMBER = date(2023, 9, 14)


def code(violation: object) -> str | None:
    return getattr(violation, "code", None)


def test_a_task_is_due_in_its_year_and_month() -> None:
    assert code(rules.planned_in_its_year(2023, 9, SEPTEMBER)) is None
    assert code(rules.planned_in_its_year(2023, None, SEPTEMBER)) is None
    assert code(rules.planned_in_its_year(2023, 9, None)) is None
    assert code(rules.planned_in_its_year(2022, 9, SEPTEMBER)) == "plan.other_year"
    assert code(rules.planned_in_its_year(2023, 8, SEPTEMBER)) == "plan.other_month"


def test_what_is_told_has_happened() -> None:
    assert code(rules.in_the_past("Ngày họp", "held_on", TODAY, TODAY)) is None
    assert code(rules.in_the_past("Ngày họp", "held_on", None, TODAY)) is None
    early = rules.in_the_past("Ngày họp", "held_on", date(2023, 11, 21), TODAY)
    assert early and (early.code, early.field, early.sentence) == (
        "activity.future",
        "held_on",
        "Ngày họp chưa đến.",
    )


def test_nobody_is_counted_before_the_course_begins() -> None:
    assert code(rules.counted_when_held(SEPTEMBER, 40, TODAY)) is None
    assert code(rules.counted_when_held(date(2023, 12, 1), None, TODAY)) is None
    assert code(rules.counted_when_held(date(2023, 12, 1), 0, TODAY)) == "training.not_held"


def test_a_regulation_is_looked_at_after_it_was_signed() -> None:
    assert code(rules.reviewed_after_signing(None, SEPTEMBER)) is None
    assert code(rules.reviewed_after_signing(TODAY, SEPTEMBER)) is None
    assert code(rules.reviewed_after_signing(SEPTEMBER, SEPTEMBER)) == "regulation.review"


def test_a_year_is_told_of_who_was_a_delegate_in_it() -> None:
    seat = Span(date(2021, 5, 23), date(2023, 1, 1))
    assert code(rules.sat_in_that_year(seat, 2021)) is None
    assert code(rules.sat_in_that_year(seat, 2023)) is None
    assert code(rules.sat_in_that_year(seat, 2020)) == "delegate.other_year"
    assert code(rules.sat_in_that_year(seat, 2024)) == "delegate.other_year"


def test_a_class_is_given_by_a_decision() -> None:
    assert code(rules.classed_by_a_decision("draft", "", None, TODAY)) is None
    assert code(rules.classed_by_a_decision("classed", "good", TODAY, TODAY)) is None
    assert code(rules.classed_by_a_decision("classed", "", TODAY, TODAY)) == "assessment.no_grade"
    assert code(rules.classed_by_a_decision("classed", "good", None, TODAY)) == "assessment.no_day"
    tomorrow = date(2023, 11, 21)
    assert code(rules.classed_by_a_decision("classed", "good", tomorrow, TODAY)) == "assessment.no_day"


def test_a_promise_is_made_before_the_seat_ends() -> None:
    assert code(rules.pledged_as_candidate_or_delegate(SEPTEMBER, None)) is None
    assert code(rules.pledged_as_candidate_or_delegate(SEPTEMBER, SEPTEMBER)) is None
    assert code(rules.pledged_as_candidate_or_delegate(TODAY, SEPTEMBER)) == "pledge.too_late"


def test_a_followed_promise_is_not_struck_out() -> None:
    assert code(rules.not_followed(False)) is None
    assert code(rules.not_followed(True)) == "pledge.followed"
