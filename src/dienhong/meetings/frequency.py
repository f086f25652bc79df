"""Who met less often than the rules ask: what reports say of a year by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dienhong.indicators.evaluation import Figure
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.rulebook.current import rulebook
from dienhong.rulebook.rules import Rule

MONTHLY = "meeting.standing_per_year"
YEARLY_CONFERENCE = "meeting.conferences_per_year"


@dataclass(frozen=True)
class Shortfall:
    """A council that met less often than its rule asks, and by which rule."""

    council: Council
    held: int
    rule: Rule

    @property
    def lacking(self) -> int:
        return int(self.rule.value) - self.held


def shortfalls(figure: Figure, code: str, year: int) -> Iterator[Shortfall]:
    """Councils below what a rule asks of the year, from the year's figure; who said nothing is missing, not short.

    Costs no statement for a council: the figure is there already, and the rulebook is read once.
    """
    rules, last = rulebook(), Period.year(year).last
    missing = {council.pk for council in figure.missing}
    for council in figure.councils:
        rule = rules.on(last, council.level).get(code)
        held = figure.by_council[council.pk]
        if rule and council.pk not in missing and held < int(rule.value):
            yield Shortfall(council, held, rule)
