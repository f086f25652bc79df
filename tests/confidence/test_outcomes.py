"""Every count falls into exactly one class, in integers, under the rule of the day."""

from __future__ import annotations

from datetime import date

import pytest

from dienhong.confidence.models import thresholds_on
from dienhong.confidence.outcomes import (
    NO_CONFIDENCE,
    Tally,
    consequence_of,
    explained,
    outcome_of,
    vote_outcome_of,
)
from dienhong.confidence.states import Outcome, VoteOutcome
from dienhong.rulebook.current import rulebook

pytestmark = pytest.mark.django_db  # the rules in force are asked for
DAY = date(2023, 12, 8)


def outcome(ballots: int, high: int, confidence: int, low: int) -> Outcome:
    return outcome_of(Tally(ballots, high, confidence, low), thresholds_on(DAY, "district"))


@pytest.mark.parametrize(
    ("high", "confidence", "low", "found"),
    [
        (16, 14, 0, Outcome.HIGH),
        (15, 15, 0, Outcome.CONFIDENT),  # exactly one half high is not over half
        (0, 16, 14, Outcome.CONFIDENT),
        (10, 5, 15, Outcome.NO_MAJORITY),  # exactly one half on either side
        (0, 14, 16, Outcome.LOW_OVER_HALF),
        (0, 11, 19, Outcome.LOW_OVER_HALF),
        (0, 10, 20, Outcome.LOW_TWO_THIRDS),  # 20 of 30 is two thirds
        (0, 0, 30, Outcome.LOW_TWO_THIRDS),
        (10, 0, 0, Outcome.NO_MAJORITY),  # ballots that say nothing of this person
    ],
)
def test_thirty_ballots(high: int, confidence: int, low: int, found: Outcome) -> None:
    assert outcome(30, high, confidence, low) == found


def test_the_classes_exclude_each_other_and_leave_nothing_out() -> None:
    """Against the words of the resolution, written out again as fractions of a hundred."""
    for ballots in range(1, 22):
        for high in range(ballots + 1):
            for confidence in range(ballots - high + 1):
                for low in range(ballots - high - confidence + 1):
                    said = {
                        Outcome.HIGH: high / ballots > 0.5,
                        Outcome.CONFIDENT: high / ballots <= 0.5 < (high + confidence) / ballots,
                        Outcome.LOW_OVER_HALF: low / ballots > 0.5 and 3 * low < 2 * ballots,
                        Outcome.LOW_TWO_THIRDS: 3 * low >= 2 * ballots,
                    }
                    true = [name for name, holds in said.items() if holds] or [Outcome.NO_MAJORITY]
                    assert true == [outcome(ballots, high, confidence, low)]


def test_what_follows_is_said_with_its_basis() -> None:
    thresholds = thresholds_on(DAY, "district")
    assert "từ chức" in consequence_of(Outcome.LOW_OVER_HALF, thresholds)
    assert "miễn nhiệm" in consequence_of(Outcome.LOW_TWO_THIRDS, thresholds)
    assert "96/2023/QH15" in consequence_of(Outcome.LOW_TWO_THIRDS, thresholds)
    assert consequence_of(Outcome.HIGH, thresholds) == consequence_of(Outcome.NO_MAJORITY, thresholds) == ""


def test_the_sum_in_words() -> None:
    assert explained(Tally(21, 14, 5, 2)) == "cao 14/21 (66,67%); tín nhiệm 5/21 (23,81%); thấp 2/21 (9,52%)"


@pytest.mark.parametrize(
    ("confident", "not_confident", "found"),
    [
        (16, 14, VoteOutcome.CONFIDENCE),
        (14, 16, VoteOutcome.NO_CONFIDENCE),
        (15, 15, VoteOutcome.NO_MAJORITY),
        (15, 14, VoteOutcome.NO_MAJORITY),
    ],
)
def test_two_levels(confident: int, not_confident: int, found: VoteOutcome) -> None:
    rule = rulebook().on(DAY, "district")[NO_CONFIDENCE]
    assert vote_outcome_of(30, confident, not_confident, rule) == found
