"""One council while its years are made up: its people, bodies and sessions, and what chance decides."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from typing import Any

from dienhong.council_sessions.models import CouncilSession
from dienhong.organisations.kinds import Level, OrganisationKind
from dienhong.organisations.models import Council, Organisation
from dienhong.people.models import Mandate, Position, Term
from dienhong.registers.declaration import Register
from dienhong.rulebook.models import Field
from dienhong.sample.simulation.pen import Pen

ELECTED_ON, FIRST_MONTH = date(2021, 5, 23), date(2021, 6, 1)
"""The simulated years lie in one term; what it does begins in its first June."""

MOST_YEARS, LAST_YEAR = 5, 2025


@dataclass(frozen=True)
class Size:
    """How much a council of a level does; over five years and the whole country these come to the numbers of
    docs/decisions/0026."""

    seats: tuple[int, int]
    in_constituency: int
    extra_sessions: int
    papers: int
    resolutions: tuple[int, int]
    points: int
    petitions: tuple[int, int]
    questions: int
    letters: int
    oversight: int
    extra_meetings: int


SIZES = {
    Level.PROVINCE: Size((60, 90), 4, 2, 12, (30, 50), 10, (24, 40), 8, 36, 24, 26),
    Level.COMMUNE: Size((19, 27), 3, 1, 4, (5, 7), 3, (4, 7), 1, 2, 9, 1),
}


@dataclass(frozen=True)
class Years:
    """The simulated days, whole years but for the first of the term."""

    first: date
    last: date

    @classmethod
    def of(cls, count: int) -> Years:
        return cls(max(FIRST_MONTH, date(LAST_YEAR - count + 1, 1, 1)), date(LAST_YEAR, 12, 31))

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def years(self) -> range:
        return range(self.first.year, self.last.year + 1)

    def months(self) -> list[tuple[int, int]]:
        """(year, month) of every month that begins within."""
        found = [(year, month) for year in self.years for month in range(1, 13)]
        return [one for one in found if date(*one, 1) >= self.first]


@dataclass
class House:
    """A council with what later rows refer to."""

    council: Council
    pen: Pen
    draw: Random
    years: Years
    fields: dict[str, Field]
    term: Term = field(init=False)
    bodies: dict[str, list[Organisation]] = field(default_factory=dict)
    mandates: list[Mandate] = field(default_factory=list)
    leaders: list[Position] = field(default_factory=list)
    sessions: list[CouncilSession] = field(default_factory=list)

    @property
    def size(self) -> Size:
        return SIZES[Level(self.council.level)]

    @property
    def is_upper(self) -> bool:
        return self.council.level == Level.PROVINCE

    @property
    def regular(self) -> list[CouncilSession]:
        return [session for session in self.sessions if session.kind == "regular"]

    def record(self, register: Register, **values: Any) -> Any:
        return self.pen.record(register, self.council, **values)

    def chance(self, share: float) -> bool:
        return self.draw.random() < share

    def day(self, first: date, last: date) -> date:
        """A working day between two days, as far as there is one."""
        chosen = first + timedelta(days=self.draw.randint(0, max((last - first).days, 0)))
        rest = max(chosen.weekday() - 4, 0)
        return max(chosen - timedelta(days=rest), first)

    def later(self, day: date, fewest: int, most: int) -> date:
        return day + timedelta(days=self.draw.randint(fewest, most))

    def body(self, *kinds: OrganisationKind) -> Organisation:
        return self.draw.choice([body for kind in kinds for body in self.bodies.get(kind, ())])

    def agency(self) -> Organisation:
        """Who answers for something."""
        return self.body(OrganisationKind.EXECUTIVE, OrganisationKind.DEPARTMENT, OrganisationKind.POLICE)

    def sitting(self, day: date) -> Mandate:
        """A delegate who sat on the day."""
        while True:
            mandate = self.draw.choice(self.mandates)
            if mandate.from_on <= day and (mandate.to_on is None or day <= mandate.to_on):
                return mandate
