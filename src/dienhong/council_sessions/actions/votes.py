"""Finding the result of a vote: the count comes in, the rule decides, the list of those entitled is frozen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any, cast

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.council_sessions import rules
from dienhong.council_sessions.attendance import delegates_on
from dienhong.council_sessions.majority import result_of
from dienhong.council_sessions.models import (
    AgendaItem,
    Ballot,
    CouncilSession,
    Vote,
    VoteEntitlement,
)
from dienhong.council_sessions.states import Choice, DecisionKind, VoteMethod, VoteStatus
from dienhong.council_sessions.voting import majority_rule
from dienhong.kernel.errors import Refused, RuleViolation
from dienhong.people.models import Mandate
from dienhong.registers.actions import add, carry_out, require_standing, require_writer
from dienhong.registers.declaration import Register, get_register
from dienhong.registers.models import Record


@dataclass(frozen=True, kw_only=True)
class Count:
    """What was counted; ballots only where there were any."""

    present: int
    in_favour: int
    against: int = 0
    abstained: int = 0
    issued: int | None = None
    collected: int | None = None
    valid: int | None = None
    invalid: int | None = None

    @property
    def cast(self) -> int:
        return self.in_favour + self.against + self.abstained


def record_vote(
    *,
    session: CouncilSession,
    held_on: date,
    by: User,
    at: datetime,
    subject: str = "",
    item: AgendaItem | None = None,
    decision: DecisionKind = DecisionKind.RESOLUTION,
    method: VoteMethod = VoteMethod.HANDS,
    count: Count | None = None,
    choices: Mapping[int, Choice | None] | None = None,
) -> Vote:
    """A vote with its result, in one act: for whoever decides by voting. ``choices`` are those of a vote by name.

    Raises NotAllowed, or Refused with every sentence; nothing is half-saved.
    """
    if (count is None) == (choices is None):
        raise TypeError("a vote has a count, or the choices of those present")
    register = get_register("votes")
    values = {"session": session, "held_on": held_on, "subject": subject, "item": item}
    values |= {"decision": decision, "method": method}
    told: dict[str, Any] = {"by": by, "at": at}
    with transaction.atomic():
        vote = cast(Vote, add(register, council=session.council, values=values, **told))
        told["expected_version"] = vote.version
        if choices is not None:
            return close_by_name(vote, choices=choices, **told)
        return close_vote(vote, count=cast(Count, count), **told)


@transaction.atomic
def close_vote(vote: Vote, *, count: Count, expected_version: int, by: User, at: datetime) -> Vote:
    """The result of a show of hands or a secret ballot. Raises NotAllowed, Changed or Refused."""
    _require_writer(vote, by)
    Refused.if_any([rules.of_that_method(vote.method, by_name=False)])
    return _close(vote, count, expected_version, by, at)


@transaction.atomic
def close_by_name(
    vote: Vote, *, choices: Mapping[int, Choice | None], expected_version: int, by: User, at: datetime
) -> Vote:
    """The result of a vote by name: everybody who was present votes in favour, but for the exceptions named here.

    ``choices`` by mandate; None stands for somebody who was not there. Raises NotAllowed, Changed or Refused.
    """
    _require_writer(vote, by)
    Refused.if_any([rules.of_that_method(vote.method, by_name=True)])
    entitled = list(delegates_on(vote.council, vote.held_on).values_list("pk", flat=True))
    Refused.if_any([rules.everybody_expected(choices, entitled)])
    chosen = {key: choices.get(key, Choice.IN_FAVOUR) for key in entitled}
    cast_ = {key: choice for key, choice in chosen.items() if choice is not None}
    counts = Counter(cast_.values())
    count = Count(
        present=len(cast_),
        in_favour=counts[Choice.IN_FAVOUR],
        against=counts[Choice.AGAINST],
        abstained=counts[Choice.ABSTAINED],
    )
    _close(vote, count, expected_version, by, at, reason=_exceptions(cast_))
    Ballot.objects.filter(vote=vote).delete()
    rows = [Ballot(vote=vote, mandate_id=key, choice=choice) for key, choice in cast_.items()]
    Ballot.objects.bulk_create(rows)
    return vote


def _require_writer(vote: Vote, by: User) -> None:
    require_writer(get_register("votes"), vote.council, by)
    require_standing(vote)


def _exceptions(cast_: Mapping[int, Choice]) -> str:
    """By name whoever did not vote in favour, as the journal keeps it."""
    others = {key: choice for key, choice in cast_.items() if choice != Choice.IN_FAVOUR}
    names = dict(Mandate.objects.filter(pk__in=others).values_list("pk", "full_name"))
    return "; ".join(f"{names[key]}: {choice.label}" for key, choice in others.items())


def _close(vote: Vote, count: Count, expected_version: int, by: User, at: datetime, reason: str = "") -> Vote:
    entitled = list(delegates_on(vote.council, vote.held_on).values_list("pk", flat=True))
    Refused.if_any([rules.vote_is_open(vote.is_open), rules.has_delegates(len(entitled))])
    Refused.if_any(_of_the_count(vote, count, len(entitled)))
    rule = majority_rule(vote, len(entitled))
    result = result_of(count.in_favour, len(entitled), rule)
    unverified = "" if rule.verified else ", chưa kiểm chứng"
    found = {
        "status": VoteStatus.CLOSED,
        "entitled": len(entitled),
        "needed": result.needed,
        "passed": result.passed,
        "explanation": f"{result.explanation}; {rule.text.rstrip('.')} ({rule.basis}{unverified}).",
    }
    acts.update(
        vote,
        {**asdict(count), **found},
        expected_version=expected_version,
        council_id=vote.council_id,
        by=by,
        at=at,
        verb="Ghi kết quả biểu quyết",
        reason=reason,
    )
    _freeze(vote, entitled)
    return vote


def _of_the_count(vote: Vote, count: Count, entitled: int) -> Sequence[RuleViolation | None]:
    """What forbids a count, of ballots too where the vote was secret."""
    found = [
        rules.somebody_present(count.present),
        rules.not_more_than_entitled(count.present, entitled),
        rules.tally_within(count.cast, count.present),
    ]
    if vote.method == VoteMethod.SECRET:
        found.append(
            rules.ballots_add_up(
                present=count.present,
                issued=count.issued or 0,
                collected=count.collected or 0,
                valid=count.valid or 0,
                invalid=count.invalid or 0,
                cast=count.cast,
            )
        )
    return found


def _freeze(vote: Vote, entitled: Sequence[int]) -> None:
    VoteEntitlement.objects.filter(vote=vote).delete()
    VoteEntitlement.objects.bulk_create([VoteEntitlement(vote=vote, mandate_id=key) for key in entitled])


def reopen_vote(
    register: Register, record: Vote, *, reason: str, expected_version: int, by: User, at: datetime
) -> Record:
    """Take a result back that was recorded by mistake; the reason stays in the journal, the count in the form."""
    values = {"status": VoteStatus.OPEN, "passed": None, "needed": None, "explanation": ""}
    return carry_out(
        register,
        record,
        values=values,
        expected_version=expected_version,
        by=by,
        at=at,
        verb="Mở lại biểu quyết",
        reason=reason,
    )
