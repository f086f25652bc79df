"""What is asked of terms, seats and positions: each rule on both sides of its border."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest

from dienhong.kernel.errors import RuleViolation
from dienhong.people import rules
from dienhong.people.spans import Span

TERM = Span(date(2021, 5, 23), date(2026, 3, 14))
DAY = date(2023, 6, 14)


def said(violation: RuleViolation | None) -> tuple[str, str | None] | None:
    return violation and (violation.code, violation.field)


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (TERM.first, None, None),
        (TERM.first, TERM.last, None),
        (date(2021, 5, 22), None, ("mandate.outside_term", "from_on")),
        (date(2026, 3, 15), None, ("mandate.outside_term", "from_on")),
        (TERM.first, date(2026, 3, 15), ("mandate.outside_term", "to_on")),
    ],
)
def test_a_seat_lies_inside_its_term(first: date, last: date | None, expected: Any) -> None:
    assert said(rules.within_term(Span(first, last), TERM)) == expected


def test_terms_do_not_overlap() -> None:
    before = ("khóa XIII", Span(date(2016, 5, 22), date(2021, 5, 22)))
    assert rules.terms_apart(TERM, [before]) is None
    open_ended = ("khóa XIII", Span(date(2016, 5, 22)))
    assert said(rules.terms_apart(TERM, [open_ended])) == ("term.overlap", "starts_on")


def test_a_term_keeps_the_seats_recorded_in_it() -> None:
    assert rules.holds_what_it_has(TERM, [("A", Span(DAY, DAY))]) is None
    outside = rules.holds_what_it_has(Span(TERM.first, date(2023, 6, 13)), [("A", Span(DAY, DAY))])
    assert said(outside) == ("term.leaves_out", "ends_on")


def test_years_of_the_term() -> None:
    assert rules.years_of_term_fit(2021, 2026, TERM.first) is None
    assert said(rules.years_of_term_fit(2020, 2026, TERM.first)) == ("term.years", "first_year")
    assert said(rules.years_of_term_fit(2021, 2021, TERM.first)) == ("term.years", "last_year")


def test_constituencies_elect_no_more_than_the_term_has() -> None:
    assert rules.seats_add_up(34, 34, "seats") is None
    assert said(rules.seats_add_up(34, 35, "seats")) == ("constituency.seats", "seats")


def test_nobody_sits_twice_and_no_seat_is_taken_twice() -> None:
    seat = Span(DAY)
    assert rules.one_seat_at_a_time(seat, [Span(TERM.first, date(2023, 6, 13))]) is None
    assert said(rules.one_seat_at_a_time(seat, [Span(TERM.first, DAY)])) == ("mandate.twice", "full_name")
    assert rules.a_seat_is_free(34, 33) is None
    assert said(rules.a_seat_is_free(34, 34)) == ("mandate.no_seat", "from_on")


def test_the_constituency_is_of_the_term() -> None:
    assert rules.of_one_term(1, None) is None and rules.of_one_term(1, 1) is None
    assert said(rules.of_one_term(1, 2)) == ("mandate.constituency", "constituency")


@pytest.mark.parametrize(
    ("born_on", "birth_year", "field"),
    [
        (date(2000, 5, 23), None, None),
        (date(2000, 5, 24), None, "born_on"),
        (None, 2000, None),
        (None, 2001, "birth_year"),
        (None, None, None),
    ],
)
def test_twenty_one_years_old(born_on: date | None, birth_year: int | None, field: str | None) -> None:
    violation = rules.old_enough(born_on, birth_year, TERM.first)
    assert (violation and violation.field) == field


def test_birth_is_said_once() -> None:
    assert rules.born_in_that_year(date(1970, 1, 2), 1970) is None
    assert rules.born_in_that_year(None, 1970) is None
    assert said(rules.born_in_that_year(date(1970, 1, 2), 1971)) == ("mandate.birth", "birth_year")


def test_only_a_member_has_joined() -> None:
    assert rules.joined_as_member("member", DAY) is None
    assert rules.joined_as_member("unknown", None) is None
    assert said(rules.joined_as_member("unknown", DAY)) == ("mandate.party", "party_joined_on")


@pytest.mark.parametrize(("reason", "asked"), [("deceased", False), ("resigned", True), ("removed", True)])
def test_what_a_session_decides_names_it(reason: str, asked: bool) -> None:
    assert (rules.said_where_decided(reason, " ") is not None) == asked
    assert rules.said_where_decided(reason, "Kỳ họp thứ 6") is None


def test_what_has_not_happened_is_not_recorded() -> None:
    assert rules.not_in_the_future(DAY, DAY) is None and rules.not_in_the_future(None, DAY) is None
    assert said(rules.not_in_the_future(date(2023, 6, 15), DAY)) == ("dates.future", "to_on")


@pytest.mark.parametrize(
    ("role", "kind", "fits"),
    [
        ("chair", "standing_committee", True),
        ("head", "committee", True),
        ("head", "delegate_group", False),
        ("group_head", "delegate_group", True),
        ("chief", "office", True),
        ("chair", "police", False),
    ],
)
def test_each_body_has_its_own_roles(role: str, kind: str, fits: bool) -> None:
    assert (rules.role_of_that_body(role, kind) is None) == fits


def test_one_chair_at_a_time_but_many_members() -> None:
    held = [("Trần Thị A", Span(TERM.first, DAY))]
    assert rules.one_at_a_time("chair", Span(date(2023, 6, 15)), held) is None
    assert rules.one_at_a_time("member", Span(DAY), held) is None
    violation = rules.one_at_a_time("chair", Span(DAY), held)
    assert said(violation) == ("position.held", "from_on")
    assert violation and "Trần Thị A là Chủ tịch" in violation.sentence


def test_a_position_rests_on_a_seat() -> None:
    assert rules.a_delegate(Span(DAY), [Span(TERM.first)]) is None
    assert said(rules.a_delegate(Span(DAY), [Span(TERM.first, DAY)])) == ("position.no_seat", "from_on")
    assert said(rules.a_delegate(Span(DAY), [])) == ("position.no_seat", "person")


def test_a_position_holds_while_its_body_stands() -> None:
    body: Any = SimpleNamespace(established_on=TERM.first, dissolved_on=DAY)
    assert rules.within_body(Span(TERM.first, date(2023, 6, 13)), body) is None
    assert said(rules.within_body(Span(TERM.first, DAY), body)) == ("position.body", "from_on")
    assert said(rules.not_twice(Span(DAY), [Span(TERM.first)])) == ("position.twice", "person")
