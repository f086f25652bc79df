"""Generated delegates, written in bulk: a district and its communes with seats that fell vacant."""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.people.models import Mandate, Person
from dienhong.people.states import EndReason

from ..factories import NOW, TERM_START

CHOICES: dict[str, tuple[str, ...]] = {
    "sex": ("female", "male", "unknown"),
    "ethnicity": ("Kinh", "Xơ Đăng", "Ba Na", "unknown"),
    "religion": ("none", "catholic", "protestant", "unknown"),
    "party": ("member", "non_party", "unknown"),
    "education": ("postgraduate", "university", "college_and_below", "unknown"),
    "political_theory": ("advanced", "intermediate", "elementary", "none", "unknown"),
    "reelected": ("yes", "no", "unknown"),
    "self_nominated": ("yes", "no", "unknown"),
}


def fill(council: Council, count: int, by: User, chance: random.Random) -> list[Mandate]:
    """``count`` delegates of the running term, some of whom left; what is said of them is drawn by lot."""
    term = council.terms.get()
    names = [f"Nguyễn Văn {chance.choice('ABCĐEGH')}{number:03d}" for number in range(count)]
    people = [Person(council=council, code=f"NG-{n:04d}", name=name) for n, name in enumerate(names, start=1)]
    for person in people:
        person.derive()
    Person.objects.bulk_create(people)
    rows = []
    for number, person in enumerate(people, start=1):
        mandate = Mandate(council=council, term=term, person=person, full_name=person.name, **_said(chance))
        mandate.from_on, mandate.recorded_by, mandate.recorded_at = TERM_START, by, NOW
        mandate.code = f"DB-2021-{number:03d}"
        if chance.random() < 0.1:
            mandate.to_on = TERM_START + timedelta(days=chance.randrange(900))
            mandate.end_reason = chance.choice(list(EndReason))
        mandate.derive()
        rows.append(mandate)
    return list(Mandate.objects.bulk_create(rows))


def _said(chance: random.Random) -> dict[str, Any]:
    said: dict[str, Any] = {name: chance.choice(values) for name, values in CHOICES.items()}
    born = date(1955, 1, 1) + timedelta(days=chance.randrange(16_000))
    birth = chance.choice(("day", "year", "nothing"))
    return said | {"day": {"born_on": born}, "year": {"birth_year": born.year}, "nothing": {}}[birth]


def sitting(mandates: list[Mandate], day: date) -> Iterator[Mandate]:
    return (m for m in mandates if m.from_on <= day and (m.to_on is None or m.to_on >= day))
