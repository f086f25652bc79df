"""Small councils and people for tests: a district, two communes below it, and whoever is needed."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from dienhong.accounts.models import User
from dienhong.council_sessions.register import register as council_sessions
from dienhong.council_sessions.states import SessionKind
from dienhong.organisations.kinds import Reach, Role
from dienhong.organisations.models import AdministrativeUnit, Council, Organisation, Placement, RoleGrant
from dienhong.organisations.unit_list import council_of
from dienhong.people.models import Term
from dienhong.people.register import constituencies, mandates, positions
from dienhong.registers import actions
from dienhong.registers.models import Record

NOW = datetime(2023, 11, 20, 8, 0, tzinfo=UTC)
TODAY = date(2023, 11, 20)
TERM_START = date(2021, 5, 23)


def make_council(slug: str, name: str, *, kind: str = "commune", upper: Council | None = None) -> Council:
    """A council with its unit, below ``upper`` since 2016, and its running term XIV."""
    unit = AdministrativeUnit.objects.create(code=slug[:10], name=name, kind=kind)
    council = council_of(unit, slug=slug)
    council.save()
    if upper:
        Placement.objects.create(unit=unit, parent=upper.unit, from_on=date(2016, 1, 1))
    make_term(council)
    return council


def make_term(council: Council, **fields: Any) -> Term:
    """The term XIV, with seats enough and without a journal entry; fields override."""
    usual = {
        "ordinal": 14,
        "starts_on": TERM_START,
        "first_year": 2021,
        "last_year": 2026,
        "seats_allotted": 105,
    }
    given = {"code": "NK-2021-001", "recorded_by": User.objects.operator(), "recorded_at": NOW}
    return Term.objects.create(council=council, **{**usual, **given, **fields})


def mandate_values(council: Council, name: str = "Trần Thị Mẫu", **fields: Any) -> dict[str, Any]:
    """Values of a delegate elected at the beginning of the term; fields override."""
    term = council.terms.order_by("ordinal").first()
    return {"full_name": name, "term": term, "from_on": TERM_START, **fields}


def make_mandate(council: Council, by: User, name: str = "Trần Thị Mẫu", **fields: Any) -> Any:
    """A delegate recorded through the action."""
    values = mandate_values(council, name, **fields)
    return actions.add(mandates, council=council, values=values, by=by, at=NOW)


def make_constituency(council: Council, by: User, **fields: Any) -> Any:
    """A constituency of the running term."""
    values = {"term": council.terms.get(), "number": 1, "seats": 3, "polling_areas": 5, **fields}
    return actions.add(constituencies, council=council, values=values, by=by, at=NOW)


def make_body(council: Council, kind: str, name: str, **fields: Any) -> Organisation:
    return Organisation.objects.create(council=council, kind=kind, name=name, **fields)


def make_position(body: Organisation, role: str, mandate: Any, by: User, **fields: Any) -> Any:
    """A position of a delegate, since the term began unless said otherwise."""
    values = {"organisation": body, "role": role, "person": mandate.person, "from_on": TERM_START, **fields}
    return actions.add(positions, council=body.council, values=values, by=by, at=NOW)


def make_user(
    name: str,
    role: Role | None = None,
    council: Council | None = None,
    *,
    reach: Reach = Reach.OWN,
    organisation: Organisation | None = None,
) -> User:
    """A user, with one role since the beginning of the term where a council is given."""
    user = User.objects.create_user(name, "mat khau dai", full_name=name)
    if role and council:
        grant(user, role, council, reach=reach, organisation=organisation)
    return user


def grant(user: User, role: Role, council: Council, **fields: Any) -> RoleGrant:
    return RoleGrant.objects.create(user=user, role=role, council=council, from_on=TERM_START, **fields)


def session_values(council: Council, **fields: Any) -> dict[str, Any]:
    """Values of a plain regular session; fields override."""
    opens_on = fields.pop("opens_on", date(2023, 7, 18))
    usual = {
        "term": council.terms.get(),
        "kind": SessionKind.REGULAR,
        "ordinal": 7,
        "nominal_year": opens_on.year,
        "opens_on": opens_on,
        "closes_on": opens_on,
        "place": "Hội trường",
    }
    return {**usual, **fields}


def make_session(council: Council, by: User, **fields: Any) -> Record:
    """A session recorded through its action."""
    return actions.add(
        council_sessions, council=council, values=session_values(council, **fields), by=by, at=NOW
    )
