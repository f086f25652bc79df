"""The make-up of councils on a day: a table whose numbers are the indicators', so that no other page says otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from dienhong.accounts.models import User
from dienhong.indicators.declaration import Indicator
from dienhong.indicators.evaluation import Figure, Scope, evaluate
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.people.divisions import MAKE_UP, reason
from dienhong.people.indicators import indicators
from dienhong.registers.declaration import Division

SEATS, ELECTED, CURRENT, LEFT = (f"delegates.{name}" for name in ("seats", "elected", "current", "left"))

COLUMNS = (
    SEATS,
    ELECTED,
    CURRENT,
    "delegates.women",
    "delegates.ethnic_minority",
    "delegates.religious",
    "delegates.non_party",
    "delegates.full_time",
)
"""What the table by council shows, in its order."""


@dataclass(frozen=True)
class Part:
    """One line of the table: how many of the base, the delegates who sit on the day."""

    value: str
    label: str
    count: int


@dataclass(frozen=True)
class Section:
    """One division; its parts add up to the base, "chưa rõ" among them where there is any."""

    division: Division
    parts: tuple[Part, ...]

    @property
    def total(self) -> int:
        return sum(part.count for part in self.parts)


@dataclass(frozen=True)
class Composition:
    """The make-up of ``councils`` on the day ``on``, as ``user`` may know it."""

    councils: Sequence[Council]
    on: date
    user: User

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        return evaluate(indicators, Scope(self.councils, self.period, self.user))

    @property
    def period(self) -> Period:
        return Period.between(self.on, self.on)

    def total(self, code: str) -> int:
        return self.figures[code].total

    @property
    def base(self) -> int:
        """The delegates who sit on the day: what percentages are of."""
        return self.total(CURRENT)

    @property
    def vacant(self) -> int:
        """Seats that nobody sits in, where delegates were recorded at all."""
        recorded = [c.pk for c in self.councils if c not in self.missing]
        return sum(self._of(SEATS, pk) - self._of(CURRENT, pk) for pk in recorded)

    def _of(self, code: str, council_id: int) -> int:
        return self.figures[code].by_council[council_id]

    @property
    def missing(self) -> tuple[Council, ...]:
        """Councils without a single delegate of the term: their make-up is unknown, not empty."""
        return self.figures[CURRENT].missing

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """Every division of those who sit."""
        return tuple(self._section(CURRENT, division.name, division) for division in MAKE_UP)

    @cached_property
    def left_by_reason(self) -> Section:
        """Why others no longer do; of the whole term so far."""
        return self._section(LEFT, "reason", reason)

    def _section(self, code: str, name: str, division: Division) -> Section:
        counts = self.figures[code].by[name]
        parts = (Part(value, label, counts[value]) for value, label in division.parts.items())
        return Section(division, tuple(part for part in parts if part.count or part.value != "unknown"))

    @cached_property
    def by_council(self) -> list[tuple[Council, tuple[int, ...]]]:
        """Each council with the figures of ``COLUMNS``."""
        return [(c, tuple(self._of(code, c.pk) for code in COLUMNS)) for c in self.councils]

    def indicator(self, code: str) -> Indicator:
        return self.figures[code].indicator
