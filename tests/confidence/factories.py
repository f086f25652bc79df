"""Personnel and confidence for tests."""

from __future__ import annotations

from typing import Any

from dienhong.accounts.models import User
from dienhong.confidence.models import ConfidenceRating, ConfidenceVote, PersonnelDecision, RatedPerson
from dienhong.confidence.register import confidence_votes, personnel, rated_people, ratings
from dienhong.organisations.models import Council
from dienhong.registers import actions as records
from dienhong.registers.declaration import Register

from ..factories import NOW


def _add(register: Register, council: Council, by: User, values: dict[str, Any]) -> Any:
    return records.add(register, council=council, values=values, by=by, at=NOW)


def make_decision(session: Any, by: User, **fields: Any) -> PersonnelDecision:
    values = {"session": session, "held_on": session.opens_on, **fields}
    return _add(personnel, session.council, by, values)  # type: ignore[no-any-return]


def make_rating(session: Any, by: User, **fields: Any) -> ConfidenceRating:
    values = {"session": session, "held_on": session.opens_on, **fields}
    return _add(ratings, session.council, by, values)  # type: ignore[no-any-return]


def make_person(
    rating: ConfidenceRating, by: User, name: str = "Đại biểu mẫu 01", **fields: Any
) -> RatedPerson:
    values = {"rating": rating, "full_name": name, "office": "Trưởng ban, Ban mẫu", **fields}
    return _add(rated_people, rating.council, by, values)  # type: ignore[no-any-return]


def make_confidence_vote(session: Any, by: User, **fields: Any) -> ConfidenceVote:
    usual = {"session": session, "held_on": session.opens_on, "full_name": "Đại biểu mẫu 01"}
    values = {**usual, "office": "Trưởng ban, Ban mẫu", **fields}
    return _add(confidence_votes, session.council, by, values)  # type: ignore[no-any-return]
