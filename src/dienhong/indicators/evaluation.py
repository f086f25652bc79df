"""Figures: the value of indicators for councils and a period.

Records are counted through ``visible_to``, so that a figure equals the length of the list that it opens. The number of
statements depends on the source tables alone, not on how many councils or indicators there are.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
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


def evaluate(
    indicators: Iterable[Indicator], scope: Scope, *, detailed: bool | None = None
) -> dict[str, Figure]:
    """Figures by code, in the order asked for; ``detailed``: each part of each council at once (unless of many)."""
    asked, told_all = list(indicators), len(scope.councils) < MANY if detailed is None else detailed
    said, reported, labels = _said_nothing(scope), reported_in(scope), _labels_of(asked)
    figures: dict[str, Figure] = {}
    for fused, counted in _counted(asked, scope, told_all):
        heard = Heard(scope, counted, frozenset(said[fused[0].register.code]))
        for place, indicator in enumerate(fused):
            told = reported.get(indicator.code, Reported())
            figure = heard.figure(indicator, place, told, labels[indicator.code])
            if not told_all:
                figure = replace(figure, in_detail=partial(_in_detail, indicator, scope))
            figures[indicator.code] = figure
    return {indicator.code: figures[indicator.code] for indicator in asked}


MANY = 50
"""Of so many councils on, two statements are asked at a time, and parts of each council when they are asked for."""


def _in_detail(indicator: Indicator, scope: Scope) -> Figure:
    return evaluate([indicator], scope, detailed=True)[indicator.code]


def _counted(
    asked: Iterable[Indicator], scope: Scope, detailed: bool
) -> Iterator[tuple[Sequence[Indicator], Counted]]:
    """What is counted together, with the answer; who keeps a register, the usual date of its records tells."""
    sources: dict[tuple[str, str], list[Indicator]] = defaultdict(list)
    for indicator in asked:
        sources[indicator.register.code, indicator.date].append(indicator)
    statements = sorted((Statement(fused, scope, detailed) for fused in sources.values()), key=_slowest_first)
    keeping: dict[str, set[int]] = {}
    with abreast(len(scope.councils) >= MANY) as ask:
        answers = [(statement, statement.asked(ask)) for statement in statements]
        for statement, answer in sorted(answers, key=lambda pair: pair[0].date != "counts_on"):
            counted, register = answer(), statement.register
            if statement.date == "counts_on":
                keeping[register.code] = set(counted.speaking)
            elif statement.date in register.happenings:
                known = keeping.get(register.code)
                counted.speaking |= statement.keeping() if known is None else known
            yield statement.fused, counted


def _slowest_first(statement: Statement) -> bool:
    """Those that join something beside their records take longest, and are asked for before the others."""
    return statement.register.beside is nothing_beside


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
