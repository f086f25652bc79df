"""Who a mandate is of: the same person as in an earlier term, or somebody new."""

from __future__ import annotations

from dienhong.documents.numbering import take_number
from dienhong.people.models import Mandate, Person
from dienhong.vietnamese.text import fold


def identify(mandate: Mandate) -> None:
    """Give the mandate its person; what the latest mandate says of them is what holds of the person.

    Only a name and the same birth make the same person; a name alone is no proof.
    """
    person = mandate.person if mandate.person_id else _known(mandate) or _new(mandate)
    if person.pk is None or not _has_later(person, mandate):
        _keep_in_step(person, mandate)
    mandate.person = person


def _has_later(person: Person, mandate: Mandate) -> bool:
    later = person.mandates.filter(from_on__gt=mandate.from_on, cancelled_at=None)
    return later.exclude(pk=mandate.pk).exists()


def _known(mandate: Mandate) -> Person | None:
    year = mandate.born_on.year if mandate.born_on else mandate.birth_year
    if year is None:
        return None
    same = Person.objects.filter(
        council_id=mandate.council_id, folded=fold(mandate.full_name), name=mandate.full_name, birth_year=year
    )
    return next(
        (p for p in same if not (p.born_on and mandate.born_on and p.born_on != mandate.born_on)), None
    )


def _new(mandate: Mandate) -> Person:
    number = take_number(council_id=mandate.council_id, series="NG", year=0)
    return Person(council_id=mandate.council_id, code=f"NG-{number:04d}")


def _keep_in_step(person: Person, mandate: Mandate) -> None:
    said = {
        "name": mandate.full_name,
        "sex": mandate.sex,
        "born_on": mandate.born_on,
        "birth_year": mandate.born_on.year if mandate.born_on else mandate.birth_year,
    }
    if person.pk is None or any(getattr(person, name) != value for name, value in said.items()):
        for name, value in said.items():
            setattr(person, name, value)
        person.save()
