"""Counts that must agree, without a database."""

from __future__ import annotations

from datetime import date

import pytest

from dienhong.confidence import rules
from dienhong.kernel.errors import RuleViolation

DAY = date(2023, 12, 8)


def code(violation: RuleViolation | None) -> str | None:
    return violation.code if violation else None


def test_a_rating_is_held_at_its_session() -> None:
    assert rules.held_at_session(DAY, DAY, DAY) is None
    assert (
        code(rules.held_at_session(DAY, date(2023, 12, 9), date(2023, 12, 9))) == "confidence.outside_session"
    )
    assert (
        code(rules.held_at_session(DAY, date(2023, 12, 1), date(2023, 12, 7))) == "confidence.outside_session"
    )


def test_what_was_not_held_has_no_count() -> None:
    assert (
        rules.not_in_the_future(DAY, True, DAY)
        is rules.not_in_the_future(DAY, False, date(2023, 1, 1))
        is None
    )
    assert code(rules.not_in_the_future(DAY, True, date(2023, 12, 7))) == "confidence.future"


def test_a_count_has_all_its_parts() -> None:
    assert rules.count_is_whole((None,) * 4) is rules.count_is_whole((30, 30, 29, 1)) is None
    assert code(rules.count_is_whole((30, None, 29, 1))) == "confidence.count"


@pytest.mark.parametrize(
    ("counts", "found"),
    [
        ((30, 30, 30, 0), []),
        ((30, 29, 28, 1), []),
        ((29, 30, 30, 0), ["confidence.collected"]),
        ((30, 30, 29, 0), ["confidence.valid"]),
        ((30, 31, 30, 0), ["confidence.collected", "confidence.valid"]),
    ],
)
def test_ballots_agree(counts: tuple[int, int, int, int], found: list[str]) -> None:
    assert [violation.code for violation in rules.ballots_agree(*counts) if violation] == found


def test_only_delegates_get_ballots() -> None:
    assert rules.not_more_than_delegates(30, 30) is None
    assert code(rules.not_more_than_delegates(31, 30)) == "confidence.issued"


@pytest.mark.parametrize(
    ("parts", "valid", "found"),
    [
        ((None, None, None), None, None),
        ((10, 10, 10), 30, None),
        ((10, 10, 9), 30, None),
        ((10, 10, 11), 30, "confidence.tally_exceeds"),
        ((10, None, 10), 30, "confidence.tally"),
        ((10, 10, 10), None, "confidence.no_ballots"),
    ],
)
def test_a_tally_is_within_the_ballots(
    parts: tuple[int | None, ...], valid: int | None, found: str | None
) -> None:
    assert code(rules.tally_within_ballots(parts, valid, "high")) == found


def test_ballots_are_corrected_together_with_the_tallies() -> None:
    assert rules.ballots_stay(True, False) is rules.ballots_stay(False, True) is None
    assert code(rules.ballots_stay(True, True)) == "confidence.ballots_stay"
    assert rules.counts_stay_true([("A", 30)], 30) is None
    assert code(rules.counts_stay_true([("A", 30)], 29)) == code(rules.counts_stay_true([("A", 1)], None))


@pytest.mark.parametrize(
    ("kind", "given", "found"),
    [
        ("election", {"office": True, "mandate": True}, None),
        ("election", {"office": True, "name": "Nguyễn Văn Mẫu"}, None),
        ("election", {"office": True}, "personnel.office"),
        ("election", {"mandate": True}, "personnel.office"),
        ("dismissal", {"position": True}, None),
        ("removal", {"mandate": True}, "personnel.position"),
        ("delegate_removal", {"mandate": True}, None),
        ("delegate_dismissal", {"position": True}, "personnel.mandate"),
    ],
)
def test_a_decision_names_whom(kind: str, given: dict[str, object], found: str | None) -> None:
    words = {"position": False, "mandate": False, "office": False, "name": "", **given}
    assert code(rules.names_whom(kind, **words)) == found  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("status", "has_vote", "passed", "found"),
    [
        ("planned", True, None, None),
        ("effected", False, None, None),
        ("effected", True, True, None),
        ("effected", True, False, "personnel.vote"),
        ("effected", True, None, "personnel.vote_open"),
        ("not_carried", True, True, "personnel.vote"),
        ("not_carried", True, False, None),
    ],
)
def test_the_vote_decides(status: str, has_vote: bool, passed: bool | None, found: str | None) -> None:
    assert code(rules.decided_by_vote(status, has_vote, passed)) == found


def test_enough_delegates_ask() -> None:
    assert rules.enough_delegates_ask("rating", None, 30, 10) is None
    assert rules.enough_delegates_ask("delegates", 10, 30, 10) is None
    assert code(rules.enough_delegates_ask("delegates", 9, 30, 10)) == "confidence.too_few"
    assert code(rules.enough_delegates_ask("delegates", None, 30, 10)) == "confidence.asking"
