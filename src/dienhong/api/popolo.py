"""Councils, their bodies, people and memberships in the Popolo form (https://www.popoloproject.com/specs/).

Classes: Organization, Person, Membership, Post. What is withheld of a person is left out for who may not read it.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.http import HttpRequest, JsonResponse
from django.urls import reverse
from django.views.decorators.http import require_GET

from dienhong.accounts.models import User
from dienhong.api.answers import answer, of_council
from dienhong.organisations.models import Council, Organisation
from dienhong.people.models import Mandate, Position
from dienhong.people.models.mandates import of_running_term, sits
from dienhong.people.models.positions import held
from dienhong.people.seating import SHOWN
from dienhong.registers.sight import Sight

PERSONAL = ("ethnicity", "religion", "party", "education", "political_theory")
"""What Popolo has no word for; each of them only for its readers."""

Document = dict[str, Any]


@require_GET
def councils(request: HttpRequest) -> JsonResponse:
    """The councils that the user knows, as organizations."""
    user: User = request.user  # type: ignore[assignment]
    found = Council.objects.visible_to(user).select_related("unit").in_order()
    return answer({"organizations": [_council(row) for row in found]})


@of_council
def council(user: User, council: Council, on: date) -> Document:
    """One council on a day: itself and its bodies, its delegates, their seats and positions."""
    of_term = (
        Mandate.objects.visible_to(user).counted().filter(of_running_term(on), sits(on), council=council)
    )
    mandates = list(of_term.select_related("person", "constituency", "council").order_by("sort_key", "pk"))
    positions = Position.objects.visible_to(user).counted().filter(held(on), council=council)
    held_today = list(
        positions.select_related("person", "organisation", "council").order_by("sort_key", "pk")
    )
    bodies = Organisation.objects.filter(council=council, kind__in=SHOWN).on(on).order_by("sort_key")
    sight = Sight(Mandate, user)
    return {
        "on": on.isoformat(),
        "organizations": [_council(council), *(_body(body, council) for body in bodies)],
        "posts": [_post(row.constituency) for row in mandates if row.constituency],
        "persons": [*(_person(row, sight) for row in mandates), *_other_holders(held_today)],
        "memberships": [*map(_seat, mandates), *map(_position, held_today)],
    }


def _said(**values: Any) -> Document:
    """Only what is known."""
    plain = {name: v.isoformat() if isinstance(v, date) else v for name, v in values.items()}
    return {name: value for name, value in plain.items() if value not in (None, "")}


def _council_id(slug: str) -> str:
    return f"council:{slug}"


def _council(row: Council) -> Document:
    links = [{"note": "Popolo", "url": reverse("popolo-council", args=[row.slug])}]
    return {
        "id": _council_id(row.slug),
        "name": row.name,
        "classification": "legislature",
        "identifiers": [{"scheme": "mã đơn vị hành chính", "identifier": row.unit.code}],
        "links": links,
    }


def _body_id(row: Organisation) -> str:
    return f"body:{row.pk}"


def _body(row: Organisation, of: Council) -> Document:
    return _said(
        id=_body_id(row),
        name=row.name,
        classification=row.kind,
        parent_id=_council_id(of.slug),
        founding_date=row.established_on,
        dissolution_date=row.dissolved_on,
    )


def _post(row: Any) -> Document:
    return {"id": f"constituency:{row.code}", "label": str(row), "role": "đại biểu"}


def _person(row: Mandate, sight: Sight) -> Document:
    open_names = [name for name in PERSONAL if sight.reads(name, row.council_id)]
    return _said(
        id=_person_id(row.person.code),
        name=row.full_name,
        gender=None if row.sex == "unknown" else row.sex,
        birth_date=row.born_on or (row.birth_year and str(row.birth_year)),
        summary=row.occupation,
        **{name: getattr(row, name) for name in open_names},
    )


def _person_id(code: str) -> str:
    return f"person:{code}"


def _holder_id(row: Position) -> str:
    """Who is no delegate is known by the position only."""
    return _person_id(row.person.code if row.person else row.code)


def _other_holders(rows: list[Position]) -> Iterator[Document]:
    return ({"id": _holder_id(row), "name": row.full_name} for row in rows if row.person is None)


def _seat(row: Mandate) -> Document:
    return _said(
        id=f"mandate:{row.code}",
        person_id=_person_id(row.person.code),
        organization_id=_council_id(row.council.slug),
        post_id=f"constituency:{row.constituency.code}" if row.constituency else None,
        role="đại biểu",
        start_date=row.from_on,
        end_date=row.to_on,
    )


def _position(row: Position) -> Document:
    return _said(
        id=f"position:{row.code}",
        person_id=_holder_id(row),
        organization_id=_body_id(row.organisation),
        role=row.get_role_display(),
        start_date=row.from_on,
        end_date=row.to_on,
    )
