"""Rules of resolutions, without a database."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from dienhong.kernel.errors import RuleViolation
from dienhong.resolutions import rules
from dienhong.resolutions.states import Direction, ResolutionStatus
from dienhong.vietnamese.dates import format_date

JULY = date(2023, 7, 18)
NEXT = date(2023, 7, 19)


def code(violation: RuleViolation | None) -> str | None:
    return violation.code if violation else None


@pytest.mark.parametrize(
    ("status", "day", "found"),
    [
        ("passed", JULY, None),
        ("issued", JULY, None),
        ("passed", None, "resolution.no_day"),
        ("issued", None, "resolution.no_day"),
        ("proposed", None, None),
        ("rejected", JULY, "resolution.not_passed"),
    ],
)
def test_what_is_passed_has_its_day(status: str, day: date | None, found: str | None) -> None:
    assert code(rules.passed_has_its_day(status, day)) == found


@pytest.mark.parametrize(
    ("day", "found"),
    [(JULY, None), (NEXT, None), (date(2023, 7, 17), True), (date(2023, 7, 20), True), (None, None)],
)
def test_it_is_passed_on_a_day_of_the_session(day: date | None, found: bool | None) -> None:
    assert bool(rules.passed_at_session(day, JULY, NEXT)) == bool(found)
    assert rules.passed_at_session(day, None, None) is None


def test_what_has_not_come_is_not_recorded() -> None:
    assert rules.in_the_past(JULY, JULY, "passed_on") is None
    assert rules.in_the_past(None, JULY, "passed_on") is None
    found = rules.in_the_past(NEXT, JULY, "passed_on")
    assert found and found.field == "passed_on" and format_date(NEXT) in found.sentence


@pytest.mark.parametrize(
    ("status", "number", "signed_on", "field"),
    [
        ("issued", 3, JULY, None),
        ("issued", None, JULY, "number"),
        ("issued", 3, None, "signed_on"),
        ("passed", 3, None, "number"),
        ("passed", None, JULY, "number"),
        ("passed", None, None, None),
    ],
)
def test_an_issued_one_has_number_and_day(
    status: str, number: int | None, signed_on: date | None, field: str | None
) -> None:
    found = rules.issued_is_whole(status, number, signed_on)
    assert (found.field if found else None) == field


def test_numbers_count_from_one() -> None:
    assert rules.number_counts_from_one(None) is rules.number_counts_from_one(1) is None
    assert code(rules.number_counts_from_one(0)) == "resolution.number"


def test_a_later_step_stands_later() -> None:
    assert rules.in_order(JULY, JULY, "{day}", "signed_on") is None
    assert (
        rules.in_order(None, JULY, "{day}", "signed_on") is rules.in_order(JULY, None, "{day}", "x") is None
    )
    found = rules.in_order(NEXT, JULY, "trước {day}", "signed_on")
    assert found and found.sentence == f"trước {format_date(NEXT)}"


@pytest.mark.parametrize(
    ("status", "won", "found"),
    [
        (ResolutionStatus.PASSED, True, None),
        (ResolutionStatus.PASSED, False, "resolution.vote_lost"),
        (ResolutionStatus.ISSUED, False, "resolution.vote_lost"),
        (ResolutionStatus.REJECTED, True, "resolution.vote_won"),
        (ResolutionStatus.REJECTED, False, None),
        (ResolutionStatus.PASSED, None, "resolution.vote_open"),
        (ResolutionStatus.VERIFIED, False, None),
    ],
)
def test_the_vote_decides(status: str, won: bool | None, found: str | None) -> None:
    assert code(rules.passed_by_vote(status, True, won)) == found
    assert rules.passed_by_vote(status, False, None) is None


def test_the_vote_is_of_its_session() -> None:
    assert rules.vote_of_session(same=True) is None
    assert code(rules.vote_of_session(same=False)) == "resolution.other_session"


def test_the_earlier_one_is_chosen_or_named() -> None:
    assert rules.one_earlier(True, "") is rules.one_earlier(False, "05/NQ-HĐND") is None
    assert (
        code(rules.one_earlier(True, "05/NQ-HĐND"))
        == code(rules.one_earlier(False, " "))
        == "relation.earlier"
    )


def test_only_a_later_one_changes_an_earlier_one() -> None:
    assert rules.relation_goes_back(NEXT, JULY, same=False) is None
    assert rules.relation_goes_back(JULY, JULY, same=False) is None
    assert code(rules.relation_goes_back(JULY, NEXT, same=False)) == "relation.later"
    assert code(rules.relation_goes_back(None, None, same=True)) == "relation.itself"


def test_a_reading_is_value_and_day() -> None:
    assert rules.reading_has_its_day(None, None) is rules.reading_has_its_day(Decimal(3), JULY) is None
    found = [rules.reading_has_its_day(Decimal(3), None), rules.reading_has_its_day(None, JULY)]
    assert [violation.field for violation in found if violation] == ["reported_on", "actual"]


@pytest.mark.parametrize(
    ("direction", "actual", "met"),
    [
        (Direction.AT_LEAST, 5, True),
        (Direction.AT_LEAST, 6, True),
        (Direction.AT_LEAST, 4, False),
        (Direction.AT_MOST, 5, True),
        (Direction.AT_MOST, 6, False),
        (Direction.AT_MOST, None, None),
    ],
)
def test_a_target_is_met(direction: str, actual: int | None, met: bool | None) -> None:
    assert rules.met(direction, Decimal(5), None if actual is None else Decimal(actual)) is met


def test_adding_and_postponing_say_why() -> None:
    assert rules.added_says_why(False, "") is rules.added_says_why(True, "phát sinh") is None
    assert rules.postponed_says_why(None, "") is rules.postponed_says_why(JULY, "chưa đủ hồ sơ") is None
    assert code(rules.added_says_why(True, " ")) == "programme.added"
    assert code(rules.postponed_says_why(JULY, "")) == "programme.why"
