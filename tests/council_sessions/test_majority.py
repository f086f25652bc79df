"""The majority, for every council from 1 to 100 delegates, against its definition."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from dienhong.council_sessions.majority import is_depleted, needed, result_of
from dienhong.rulebook.presets import preset_rulebook
from dienhong.rulebook.rules import Bound, Rule

THEN = preset_rulebook().on(date(2023, 7, 18), "district")
ORDINARY, REMOVAL = THEN["vote.resolution"], THEN["vote.delegate_removal"]
SIZES = range(1, 101)


@pytest.mark.parametrize("total", SIZES)
def test_more_than_half_is_the_least_number_whose_double_is_more_than_all(total: int) -> None:
    for votes in range(total + 1):
        assert result_of(votes, total, ORDINARY).passed == (2 * votes > total)
    least = needed(total, Fraction(1, 2), Bound.MORE_THAN)
    assert 2 * least > total >= 2 * (least - 1)


@pytest.mark.parametrize("total", SIZES)
def test_two_thirds_is_the_least_number_whose_treble_reaches_twice_all(total: int) -> None:
    for votes in range(total + 1):
        assert result_of(votes, total, REMOVAL).passed == (3 * votes >= 2 * total)
    least = needed(total, Fraction(2, 3), Bound.AT_LEAST)
    assert 3 * least >= 2 * total > 3 * (least - 1)


@pytest.mark.parametrize("total", SIZES)
def test_a_tie_never_carries(total: int) -> None:
    assert not result_of(total // 2, total, ORDINARY).passed


def test_the_examples_that_everybody_checks() -> None:
    assert needed(9, Fraction(2, 3), Bound.AT_LEAST) == 6
    assert needed(82, Fraction(1, 2), Bound.MORE_THAN) == 42
    assert needed(82, Fraction(2, 3), Bound.AT_LEAST) == 55
    assert needed(1, Fraction(1, 2), Bound.MORE_THAN) == 1


@pytest.mark.parametrize(
    ("votes", "rule", "said"),
    [
        (55, REMOVAL, "55 trên 82 = 67,07 % ≥ 2/3 (55)"),
        (54, REMOVAL, "54 trên 82 = 65,85 % < 2/3 (55)"),
        (42, ORDINARY, "42 trên 82 = 51,22 % > 1/2 (42)"),
        (41, ORDINARY, "41 trên 82 = 50,00 % ≤ 1/2 (42)"),
    ],
)
def test_the_sum_is_told_in_words(votes: int, rule: Rule, said: str) -> None:
    assert result_of(votes, 82, rule).explanation == said


def test_what_is_no_majority_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="no delegates"):
        result_of(0, 0, ORDINARY)
    with pytest.raises(ValueError, match="no majority"):
        result_of(1, 2, replace(ORDINARY, bound=Bound.AT_MOST))
    with pytest.raises(ValueError, match="no majority"):
        result_of(1, 2, THEN["paper.to_delegates"])


def test_fewer_than_two_thirds_of_the_elected_make_a_depleted_council() -> None:
    assert is_depleted(5, 9)
    assert not is_depleted(6, 9)
