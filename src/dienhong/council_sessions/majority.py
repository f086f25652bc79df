"""Whether a vote carried: in integers, over all delegates, from a rule; pure. Nobody picks the result."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from dienhong.rulebook.rules import Bound, Rule
from dienhong.vietnamese.numerals import format_percent

ORDINARY, DELEGATE_REMOVAL, DEPLETED = "vote.resolution", "vote.delegate_removal", "vote.depleted_council"
SIGNS = {(Bound.AT_LEAST, True): "≥", (Bound.AT_LEAST, False): "<"}
"""Of "at least"; "more than" has > and ≤."""


@dataclass(frozen=True, slots=True)
class Result:
    """Whether it carried, how many votes it took, and the sum in words."""

    passed: bool
    needed: int
    explanation: str


def needed(total: int, share: Fraction, bound: Bound) -> int:
    """The least number of votes that reaches, or passes, a share of all: 2/3 of 9 is 6; of 82 more than half is 42."""
    above, below = share.numerator, share.denominator
    if bound is Bound.AT_LEAST:
        return -(-total * above // below)
    return total * above // below + 1


def result_of(in_favour: int, total: int, rule: Rule) -> Result:
    """ "55 trên 82 = 67,07 % ≥ 2/3 (55)": what the rule makes of the votes in favour, of all delegates.

    Raises ValueError for a rule that is no lower bound on a share, and for a council without delegates.
    """
    if not isinstance(rule.value, Fraction) or rule.bound not in {Bound.AT_LEAST, Bound.MORE_THAN}:
        raise ValueError(f"{rule.code} is no majority")
    if total < 1:
        raise ValueError("no delegates")
    least = needed(total, rule.value, rule.bound)
    passed = in_favour >= least
    sign = SIGNS.get((rule.bound, passed), ">" if passed else "≤")
    percent = format_percent(in_favour, total, 2, fixed=True).replace("%", " %")
    return Result(passed, least, f"{in_favour} trên {total} = {percent} {sign} {rule.value} ({least})")


def is_depleted(total: int, seats: int) -> bool:
    """Whether fewer than two thirds of the elected delegates are left (Law 65/2025/QH15, art. 46)."""
    return 3 * total < 2 * seats
