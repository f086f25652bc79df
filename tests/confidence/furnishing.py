"""A decision on the way, a rating with one person, a vote of confidence."""

from __future__ import annotations

from dienhong.accounts.models import User
from dienhong.council_sessions.models import CouncilSession
from dienhong.organisations.models import Council
from dienhong.people.models import Position

from .factories import make_confidence_vote, make_decision, make_person, make_rating

RECORDS = {
    "personnel": "NS-2023-001",
    "confidence_ratings": "LP-2023-001",
    "rated_people": "LPN-2023-001",
    "confidence_votes": "BP-2023-001",
}
STEPS = {"personnel": "not_carried"}
DEEDS = {"personnel": "effect", "confidence_ratings": "lap-danh-sach"}


def furnish(council: Council, by: User) -> None:
    session = CouncilSession.objects.get(council=council)
    make_decision(session, by, kind="dismissal", position=Position.objects.get(council=council))
    make_person(make_rating(session, by), by)
    make_confidence_vote(session, by)
