"""Which majority a vote takes: by what is decided, on its day, at its level."""

from __future__ import annotations

from dienhong.council_sessions.majority import DELEGATE_REMOVAL, DEPLETED, ORDINARY, is_depleted, needed
from dienhong.council_sessions.models import Vote
from dienhong.council_sessions.states import DecisionKind
from dienhong.rulebook.current import rulebook
from dienhong.rulebook.rules import Rule

RULE_OF = {DecisionKind.DELEGATE_REMOVAL: DELEGATE_REMOVAL}
"""All else takes the ordinary majority."""


def majority_rule(vote: Vote, total: int) -> Rule:
    """The rule in force; of a depleted council the stricter one, where it was read in a source or set by an office."""
    rules_then = rulebook().on(vote.held_on, vote.council.level)
    depleted = rules_then.get(DEPLETED)
    if depleted and depleted.verified and is_depleted(total, vote.session.term.seats_allotted):
        return depleted
    return rules_then[RULE_OF.get(DecisionKind(vote.decision), ORDINARY)]


def votes_needed(vote: Vote, total: int) -> int:
    """How many must be in favour, for the page on which they are counted."""
    rule = majority_rule(vote, total)
    assert not isinstance(rule.value, int) and rule.bound
    return needed(total, rule.value, rule.bound)
