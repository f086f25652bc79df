"""What an indicator comes to for some councils and a period."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from dienhong.indicators.declaration import Indicator
from dienhong.organisations.models import Council


@dataclass
class Figure:
    """One indicator's value: in all, by level, by council and by breakdown; ``missing`` councils said nothing."""

    indicator: Indicator
    councils: Sequence[Council]
    by_council: dict[int, int]
    by: dict[str, dict[str, int]]
    missing: tuple[Council, ...] = ()
    twice: int = 0
    twice_in_level: Mapping[str, int] = field(default_factory=dict)
    """What stands in the columns of several councils and is one: in all, and within a level."""

    @property
    def total(self) -> int:
        return sum(self.by_council.values()) - self.twice

    @property
    def by_level(self) -> dict[str, int]:
        """Sums of the levels that are there."""
        sums = dict.fromkeys((council.level for council in self.councils), 0)
        for council in self.councils:
            sums[council.level] += self.by_council[council.pk]
        return {level: value - self.twice_in_level.get(level, 0) for level, value in sums.items()}
