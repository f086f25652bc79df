"""How a part of a session is told on the page of another record, in a line that opens it."""

from __future__ import annotations

from typing import Any

from dienhong.council_sessions.models import AgendaItem, CouncilSession, Paper, Verification, Vote
from dienhong.council_sessions.states import PaperKind
from dienhong.organisations.kinds import OrganisationKind
from dienhong.organisations.models import Council, Organisation
from dienhong.registers.declaration import Fact


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def paper_fact(paper: Paper) -> Fact:
    return Fact(_capital(str(paper.said("kind"))), paper.title, paper.status, paper)


def verification_fact(verification: Verification) -> Fact:
    said = str(verification.said("conclusion") or "chưa có báo cáo")
    return Fact(str(verification.lead), said, record=verification)


def vote_fact(vote: Vote) -> Fact:
    return Fact(
        _capital(str(vote.said("decision"))), vote.result or "chưa có kết quả", vote.explanation, vote
    )


def items_of(council: Council) -> Any:
    """The items that a part may name, the latest session first."""
    standing = AgendaItem.objects.counted().filter(council=council).select_related("session")
    return standing.order_by("-session__opens_on", "ordinal", "pk")


def sessions_of(council: Council) -> Any:
    return CouncilSession.objects.counted().filter(council=council).order_by("-opens_on", "pk")


def verification_papers(council: Council) -> Any:
    """Papers that are reports of verification."""
    standing = Paper.objects.counted().filter(council=council, kind=PaperKind.VERIFICATION)
    return standing.order_by("-counts_on", "pk")


def committees_of(council: Council) -> Any:
    return _bodies(council, OrganisationKind.COMMITTEE)


def groups_of(council: Council) -> Any:
    return _bodies(council, OrganisationKind.DELEGATE_GROUP)


def _bodies(council: Council, kind: OrganisationKind) -> Any:
    return Organisation.objects.filter(council=council, kind=kind).order_by("number", "sort_key", "pk")
