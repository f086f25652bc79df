"""Confidence votes on two levels."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from dienhong.accounts.models import User
from dienhong.confidence import rules
from dienhong.confidence.models import ConfidenceVote
from dienhong.confidence.states import VOTE_TONES, VoteOutcome
from dienhong.council_sessions.attendance import delegates_on
from dienhong.council_sessions.majority import needed
from dienhong.council_sessions.queries import current_session
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Column, Fact, Group, Panel, Register
from dienhong.rulebook.current import rulebook
from dienhong.rulebook.rules import Bound

REQUEST = "confidence.vote_request"


def check(vote: ConfidenceVote, today: date) -> Iterable[RuleViolation | None]:
    session = vote.session
    yield rules.held_at_session(vote.held_on, session.opens_on, session.closes_on)
    yield rules.not_in_the_future(vote.held_on, vote.issued is not None, today)
    yield rules.count_is_whole(vote.counts)
    delegates = delegates_on(vote.council, vote.held_on).count()
    if None not in vote.counts:
        issued, collected, valid, invalid = (count or 0 for count in vote.counts)
        yield from rules.ballots_agree(issued, collected, valid, invalid)
        yield rules.not_more_than_delegates(issued, delegates)
    yield rules.tally_within_ballots((vote.confident, vote.not_confident), vote.valid, "confident")
    yield rules.enough_delegates_ask(vote.requester, vote.asking, delegates, _asked(vote, delegates))


def _asked(vote: ConfidenceVote, delegates: int) -> int:
    """How many delegates must ask, by the rule of the day."""
    rule = rulebook().on(vote.held_on, vote.council.level)[REQUEST]
    assert isinstance(rule.value, Fraction)
    return needed(delegates, rule.value, rule.bound or Bound.AT_LEAST)


def propose(council: Council, today: date) -> dict[str, Any]:
    session = current_session(council, today)
    return {"session": session, "held_on": session.opens_on} if session else {}


def outcome(vote: ConfidenceVote, today: date) -> tuple[str, str]:
    if not vote.outcome:
        return "draft", "chưa có kết quả"
    return VOTE_TONES[VoteOutcome(vote.outcome)], str(vote.said("outcome"))


def panels(vote: ConfidenceVote, user: User) -> Iterable[Panel]:
    if vote.outcome:
        facts = [Fact("Kết quả", str(vote.said("outcome")), vote.explanation)]
        if vote.consequence:
            facts.append(Fact("Hệ quả", vote.consequence))
        yield Panel("Kết quả", tuple(facts))


confidence_votes = Register(
    code="confidence_votes",
    model=ConfidenceVote,
    path="bo-phieu-tin-nhiem",
    prefix="BP",
    title="Bỏ phiếu tín nhiệm",
    one="lần bỏ phiếu",
    group="Kỳ họp",
    purpose="Bỏ phiếu tín nhiệm hai mức đối với một người: ai đề nghị, số phiếu, kết quả và hệ quả theo luật.",
    columns=(
        Column("full_name", phone="title"),
        Column("office"),
        Column("held_on", sortable=True, phone="meta"),
        Column("confident"),
        Column("not_confident"),
        Column("status", "kết quả", phone="meta"),
    ),
    filters=("outcome", "requester"),
    form=(
        Group("Bỏ phiếu", ("session", "held_on", "full_name", "office")),
        Group("Đề nghị", ("requester", "asking", "rated")),
        Group("Số phiếu", ("issued", "collected", "valid", "invalid")),
        Group("Kết quả kiểm phiếu", ("confident", "not_confident")),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=check,
    propose=propose,
    standing=outcome,
    panels=panels,
    related=("session",),
)
