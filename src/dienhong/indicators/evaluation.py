"""Figures: the value of indicators for councils and a period.

Records are counted through ``visible_to``, so that a figure equals the length of the list that it opens. The number of
statements depends on the source tables alone, not on how many councils or indicators there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from dienhong.indicators.abreast import abreast
from dienhong.indicators.counting import Counted, Statement
from dienhong.indicators.declaration import Indicator, Ratio, get_indicator
from dienhong.indicators.figure import Figure, Share
from dienhong.indicators.reporting import Reported, reported_in
from dienhong.indicators.scope import Scope
from dienhong.organisations.among import Among
from dienhong.registers.declaration import nothing_beside
from dienhong.registers.models import NothingToReport

__all__ = ["Figure", "Scope", "Share", "evaluate", "evaluate_ratios"]

Labels = Mapping[str, Mapping[str, str]]


def evaluate(indicators: Iterable[Indicator], scope: Scope) -> dict[str, Figure]:
    """Figures by code, in the order asked for."""
    asked = list(indicators)
    said, reported, labels = _said_nothing(scope), reported_in(scope), _labels_of(asked)
    figures: dict[str, Figure] = {}
    for fused, counted in _counted(asked, scope):
        heard = Heard(scope, counted, frozenset(said[fused[0].register.code]))
        for place, indicator in enumerate(fused):
            told = reported.get(indicator.code, Reported())
            figures[indicator.code] = heard.figure(indicator, place, told, labels[indicator.code])
    return {indicator.code: figures[indicator.code] for indicator in asked}


Answers = list[tuple[Sequence[Indicator], Counted]]

MANY = 50
"""Of so many councils on, two registers are counted at a time."""


def _counted(asked: Iterable[Indicator], scope: Scope) -> Answers:
    """What is counted together, with the answer; register by register, the slowest first."""
    registers: dict[str, list[Indicator]] = defaultdict(list)
    for indicator in asked:
        registers[indicator.register.code].append(indicator)
    slowest = sorted(registers.values(), key=lambda of_one: of_one[0].register.beside is nothing_beside)
    calls = [partial(_counted_in_register, of_one, scope) for of_one in slowest]
    answers = abreast(calls) if len(scope.levels) >= MANY else [call() for call in calls]
    return [answer for of_register in answers for answer in of_register]


def _counted_in_register(asked: Iterable[Indicator], scope: Scope) -> Answers:
    """One statement for each date: the usual one first, which tells who keeps the register."""
    dates: dict[str, list[Indicator]] = defaultdict(list)
    for indicator in asked:
        dates[indicator.date].append(indicator)
    answers: Answers = []
    keeping: frozenset[int] | None = None
    for date, fused in sorted(dates.items(), key=lambda of_date: of_date[0] != "counts_on"):
        counted = Statement(fused, scope, keeping).count()
        if date == "counts_on":
            keeping = frozenset(counted.speaking)
        answers.append((fused, counted))
    return answers


def evaluate_ratios(
    ratios: Iterable[Ratio], scope: Scope, known: Mapping[str, Figure] | None = None
) -> dict[str, Share]:
    """Ratios by code, from the figures that are known; what is not among them is worked out for the same scope."""
    asked, figures = list(ratios), dict(known or {})
    codes = dict.fromkeys(code for ratio in asked for code in (ratio.numerator, ratio.denominator))
    figures |= evaluate([get_indicator(code) for code in codes if code not in figures], scope)
    return {r.code: Share(r, figures[r.numerator], figures[r.denominator]) for r in asked}


@dataclass(frozen=True)
class Heard:
    """What the councils said to one source: their records, and the word of those that had none."""

    scope: Scope
    counted: Counted
    silent: frozenset[int]

    def figure(self, indicator: Indicator, place: int, reported: Reported, labels: Labels) -> Figure:
        spoken = self.silent | self.counted.speaking
        numbers, estimates = reported.counts(self.scope, but=spoken)
        by_hand = indicator.register.by_hand  # silence is missing only where somebody was to record something
        unheard = self.scope.levels.keys() - spoken - reported.reporting if by_hand else frozenset()
        return Figure(
            indicator,
            self.scope,
            records=self.counted.numbers[place],
            reported=numbers,
            estimates=(self.counted.estimates[place], estimates),
            labels=labels,
            missing=tuple(c for c in self.scope.councils if c.pk in unheard) if unheard else (),
            silent=self.silent - self.counted.speaking,
            speaking=frozenset(self.counted.speaking),
            reporting=reported.reporting,
            differences=dict(self._differences(place, reported, spoken)),
        )

    def _differences(
        self, place: int, reported: Reported, spoken: frozenset[int]
    ) -> Iterable[tuple[int, int]]:
        """Where a council has both, by how much what it reported exceeds what it recorded."""
        recorded = self.counted.numbers[place].whole.by_council
        for council in reported.reporting & spoken:
            if difference := reported.by_council[council][None].value - recorded.get(council, 0):
                yield council, difference


def _labels_of(indicators: Iterable[Indicator]) -> dict[str, Labels]:
    """The values of every breakdown with their words; rows of another table are read once, however many name it."""
    known: dict[object, dict[str, str]] = {}

    def of(indicator: Indicator, name: str) -> dict[str, str]:
        catalogue = indicator.catalogue(name)
        if catalogue is None:
            return dict(indicator.choices(name))
        if catalogue not in known:
            known[catalogue] = dict(indicator.choices(name))
        return known[catalogue]

    return {i.code: {name: of(i, name) for name in i.by} for i in indicators}


def _said_nothing(scope: Scope) -> defaultdict[str, set[int]]:
    """Councils that said "không phát sinh" of the whole period, by register."""
    said: defaultdict[str, set[int]] = defaultdict(set)
    words = NothingToReport.objects.filter(Among("council", scope.levels))
    for register, council_id in words.for_whole(scope.period):
        said[register].add(council_id)
    return said
