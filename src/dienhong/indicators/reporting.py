"""What councils reported for a period, beside what they recorded."""

from __future__ import annotations

from dataclasses import dataclass, field

from dienhong.indicators.declaration import Part
from dienhong.indicators.figure import Counts
from dienhong.indicators.models import ReportedFigure
from dienhong.indicators.scope import Scope
from dienhong.organisations.among import Among


@dataclass(frozen=True)
class Number:
    """A reported number, and whether it is an estimate."""

    value: int
    approximate: bool


@dataclass
class Reported:
    """What was reported of one indicator: by council, the whole (None) and parts."""

    by_council: dict[int, dict[Part | None, Number]] = field(default_factory=dict)

    def counts(self, scope: Scope, but: frozenset[int]) -> tuple[Counts, Counts]:
        """Numbers and estimates of the councils that have nothing else: records win."""
        numbers, estimates = Counts(), Counts()
        for council, parts in self.by_council.items():
            for part, number in parts.items():
                if council not in but:
                    numbers.add(part, number.value, (council,), scope.levels)
                    estimates.add(part, int(number.approximate), (council,), scope.levels)
        return numbers, estimates

    @property
    def reporting(self) -> frozenset[int]:
        """The councils of which the whole was reported."""
        return frozenset(council for council, parts in self.by_council.items() if None in parts)


def reported_in(scope: Scope) -> dict[str, Reported]:
    """By indicator, what the councils reported for this very period; one statement."""
    figures: dict[str, Reported] = {}
    rows = ReportedFigure.objects.standing().of_period(scope.period).filter(Among("council", scope.levels))
    for row in rows:
        of_council = figures.setdefault(row.indicator, Reported()).by_council.setdefault(row.council_id, {})
        of_council[row.part] = Number(row.value, row.approximate)
    return figures
