"""To which class a count belongs, and what follows from it: in integers, by the rules in force on the day; pure."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from dienhong.confidence.states import Outcome, VoteOutcome
from dienhong.rulebook.rules import Bound, Rule
from dienhong.vietnamese.numerals import format_percent

HALF = Fraction(1, 2)
MAY_RESIGN, DISMISSAL, NO_CONFIDENCE = (
    "confidence.low_may_resign",
    "confidence.low_dismissal",
    "confidence.vote_no_confidence",
)


@dataclass(frozen=True, slots=True)
class Thresholds:
    """The shares of low confidence from which something follows: beyond the first, from the second on."""

    may_resign: Rule
    dismissal: Rule


@dataclass(frozen=True, slots=True)
class Tally:
    """What one person got, of all ballots (Resolution 96/2023/QH15: percentages are of the total of ballots)."""

    ballots: int
    high: int
    confidence: int
    low: int


def reached(part: int, whole: int, rule: Rule) -> bool:
    """Whether a share reaches, or passes, the bound of a rule; in integers."""
    share = rule.value
    assert isinstance(share, Fraction)
    left, right = part * share.denominator, whole * share.numerator
    return left >= right if rule.bound is Bound.AT_LEAST else left > right


def outcome_of(tally: Tally, thresholds: Thresholds) -> Outcome:
    """Exactly one class for every count whose parts do not exceed the ballots."""
    if 2 * tally.high > tally.ballots:
        return Outcome.HIGH
    if 2 * (tally.high + tally.confidence) > tally.ballots:
        return Outcome.CONFIDENT
    if reached(tally.low, tally.ballots, thresholds.dismissal):
        return Outcome.LOW_TWO_THIRDS
    if reached(tally.low, tally.ballots, thresholds.may_resign):
        return Outcome.LOW_OVER_HALF
    return Outcome.NO_MAJORITY


def explained(tally: Tally) -> str:
    """ "cao 14/21 (66,67%); tín nhiệm 5/21 (23,81%); thấp 2/21 (9,52%)" """
    parts = {"cao": tally.high, "tín nhiệm": tally.confidence, "thấp": tally.low}
    return "; ".join(f"{name} {_share(count, tally.ballots)}" for name, count in parts.items())


def consequence_of(outcome: Outcome, thresholds: Thresholds) -> str:
    """What the rule in force on the day says must follow; nothing for who keeps the confidence."""
    rule = {Outcome.LOW_OVER_HALF: thresholds.may_resign, Outcome.LOW_TWO_THIRDS: thresholds.dismissal}.get(
        outcome
    )
    return said(rule) if rule else ""


def vote_outcome_of(ballots: int, confident: int, not_confident: int, rule: Rule) -> VoteOutcome:
    """Of a vote on two levels."""
    if reached(not_confident, ballots, rule):
        return VoteOutcome.NO_CONFIDENCE
    return VoteOutcome.CONFIDENCE if 2 * confident > ballots else VoteOutcome.NO_MAJORITY


def vote_explained(ballots: int, confident: int, not_confident: int) -> str:
    return f"tín nhiệm {_share(confident, ballots)}; không tín nhiệm {_share(not_confident, ballots)}"


def said(rule: Rule) -> str:
    """A rule as people read it, with its basis, and whether anybody could verify it."""
    return f"{rule.text} ({rule.basis}{'' if rule.verified else ', chưa kiểm chứng'})"


def _share(count: int, ballots: int) -> str:
    return f"{count}/{ballots} ({format_percent(count, ballots, 2)})"
