"""What a report is about: a council, those below it, a period, and the day on which states are read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Self

from dienhong.accounts.models import User
from dienhong.indicators.evaluation import Scope
from dienhong.kernel.errors import Refused
from dienhong.kernel.period import Period
from dienhong.organisations.kinds import Level, UnitKind
from dienhong.organisations.models import Council

OWN, BELOW = "own", "below"
"""Besides the levels themselves, what a text may call a part of the councils."""


@dataclass(frozen=True)
class Coverage:
    """The council of the report first, then those below it, as somebody sees them."""

    council: Council
    councils: tuple[Council, ...]
    period: Period
    as_of: date
    user: User

    @classmethod
    def of(cls, council: Council, period: Period, as_of: date | None, user: User) -> Self:
        """The council and all that stood below it in the period."""
        below = Council.objects.visible_to(user).below(council, first=period.first, last=period.last)
        councils = (council, *below.in_order().select_related("unit"))
        return cls(council, councils, period, as_of or period.last, user)

    @property
    def scope(self) -> Scope:
        return Scope(self.councils, self.period, self.user, as_of=self.as_of)

    @cached_property
    def below(self) -> tuple[Council, ...]:
        return self.councils[1:]

    @property
    def levels_below(self) -> tuple[Level, ...]:
        """The levels of the councils below, from the top down."""
        return tuple(dict.fromkeys(Level(council.level) for council in self.below))

    @property
    def kinds_below(self) -> tuple[UnitKind, ...]:
        """What the units below are, in the order of the enumeration: "xã, thị trấn"."""
        kinds = {council.unit.kind for council in self.below}
        return tuple(kind for kind in UnitKind if kind in kinds)

    def part(self, level: str | None) -> tuple[Council, ...]:
        """The councils of a level; "own" and "below" are said from where the report stands. Raises Refused."""
        if level is None:
            return self.councils
        if level in {OWN, BELOW}:
            return self.below if level == BELOW else self.councils[:1]
        if level not in Level:
            raise Refused.because(
                "text.level", f"Không có cấp “{level}”; {_known([OWN, BELOW, *Level])}.", "text"
            )
        return tuple(council for council in self.councils if council.level == level)

    def named(self, slug: str) -> tuple[Council, ...]:
        """The one council of this short address. Raises Refused."""
        found = tuple(council for council in self.councils if council.slug == slug)
        if not found:
            sentence = f"Báo cáo này không gồm Hội đồng “{slug}”; {_known(c.slug for c in self.councils)}."
            raise Refused.because("text.council", sentence, "text")
        return found


def _known(words: Iterable[str]) -> str:
    return f"chỉ có: {', '.join(words)}"
