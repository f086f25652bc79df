"""A session and what belongs to it: programme, papers, verification, sittings, discussions, votes."""

from dienhong.council_sessions.models.agenda import AgendaItem
from dienhong.council_sessions.models.papers import Paper, PaperOpening, PaperVersion
from dienhong.council_sessions.models.sessions import CouncilSession
from dienhong.council_sessions.models.sittings import Attendance, Discussion, SittingDay
from dienhong.council_sessions.models.verifications import Verification, VerificationSupport
from dienhong.council_sessions.models.votes import Ballot, Vote, VoteEntitlement

__all__ = [
    "AgendaItem",
    "Attendance",
    "Ballot",
    "CouncilSession",
    "Discussion",
    "Paper",
    "PaperOpening",
    "PaperVersion",
    "SittingDay",
    "Verification",
    "VerificationSupport",
    "Vote",
    "VoteEntitlement",
]
