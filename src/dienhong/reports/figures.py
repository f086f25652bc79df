"""The figures of one report: asked for by code and part, worked out together, remembered as they were used."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dienhong.indicators.declaration import Indicator, Part, UnknownIndicator, get_indicator
from dienhong.indicators.evaluation import evaluate
from dienhong.indicators.figure import Figure
from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register
from dienhong.registers.filters import UNSET
from dienhong.reports.coverage import Coverage


@dataclass(frozen=True, slots=True)
class Asked:
    """An indicator, whole or in one part: petitions.received with status=resolved."""

    code: str
    part: Part | None = None

    @property
    def key(self) -> str:
        """What names it among others: "petitions.received?status=resolved"."""
        return f"{self.code}?{'='.join(self.part)}" if self.part else self.code


@dataclass(frozen=True, slots=True)
class Number:
    """A value that a text shows, and whose it is: of all councils, of a level or of one council of the figure."""

    asked: Asked
    figure: Figure
    councils: tuple[Council, ...]
    value: int
    level: str | None = None
    council: Council | None = None

    @property
    def approximate(self) -> bool:
        return self.figure.is_approximate(level=self.level, council=self.council, part=self.asked.part)

    @property
    def recorded(self) -> bool:
        """Whether it is the number of records, and not in part what was reported by paper."""
        part = self.asked.part
        reported = self.figure.reported.value(self.level, self.council, part)
        return not reported

    @property
    def missing(self) -> tuple[Council, ...]:
        return tuple(council for council in self.figure.missing if council in self.councils)

    @property
    def label(self) -> str:
        return self.figure.indicator.label

    @property
    def register(self) -> Register:
        return self.figure.indicator.register


@dataclass
class Figures:
    """Figures over what the report covers; ``used`` holds every one that a text or an appendix took."""

    coverage: Coverage
    used: dict[Asked, Figure] = field(default_factory=dict)
    _known: dict[str, Figure] = field(default_factory=dict)

    def prepare(self, codes: Iterable[str]) -> None:
        """Work out many at once, one statement a table; what is not there is refused where it is used."""
        wanted = [code for code in dict.fromkeys(codes) if code not in self._known]
        indicators = [found for code in wanted if (found := _or_none(code))]
        if indicators:
            self._known |= evaluate(indicators, self.coverage.scope)

    def figure(self, asked: Asked) -> Figure:
        """The figure over all councils. Raises Refused with what would be right."""
        if asked.code not in self._known:
            self._known |= evaluate([indicator_of(asked.code)], self.coverage.scope)
        figure = self._known[asked.code]
        if asked.part:
            _require_part(figure, *asked.part)
        return self.used.setdefault(asked, figure)

    def number(self, asked: Asked, councils: Sequence[Council]) -> Number:
        """The value of some of the councils; what several of them share is one. Raises Refused."""
        figure, chosen = self.figure(asked), tuple(councils)
        if len(chosen) == len(figure.councils):
            return Number(asked, figure, chosen, figure.value(part=asked.part))
        if len(chosen) == 1:
            return Number(asked, figure, chosen, self.of_council(asked, chosen[0]), council=chosen[0])
        levels = {council.level for council in chosen}
        if len(levels) == 1 and len(chosen) == sum(c.level in levels for c in figure.councils):
            level = levels.pop()
            return Number(asked, figure, chosen, figure.value(level=level, part=asked.part), level=level)
        return self._of_these(asked, figure, chosen)

    def of_council(self, asked: Asked, council: Council) -> int:
        """The value of one council."""
        return self.figure(asked).value(council=council, part=asked.part)

    def _of_these(self, asked: Asked, figure: Figure, councils: tuple[Council, ...]) -> Number:
        """A number of councils that are no level: worked out for them alone."""
        if not councils:
            return Number(asked, figure, (), 0, level="")
        scope = replace(self.coverage, councils=councils).scope
        own = evaluate([figure.indicator], scope)[asked.code]
        return Number(asked, own, councils, own.value(part=asked.part))

    def records(self, asked: Asked) -> Any:
        """The very records behind a figure."""
        figure = self.figure(asked)
        return figure.scope.records(figure.indicator, part=asked.part)

    def label(self, asked: Asked) -> str:
        """What the figure is called: the indicator, and the part that is meant."""
        figure = self.figure(asked)
        if asked.part is None:
            return figure.indicator.label
        return f"{figure.indicator.label}: {figure.label_of(asked.part)}"

    def parts_of(self, code: str, name: str) -> dict[str, str]:
        """The values of a breakdown with their labels. Raises Refused where the indicator has no such breakdown."""
        figure = self.figure(Asked(code))
        _require_breakdown(figure.indicator, name)
        return figure.parts_of(name)


def indicator_of(code: str) -> Indicator:
    """The indicator with this code. Raises Refused."""
    try:
        return get_indicator(code)
    except UnknownIndicator as error:
        raise Refused.because("text.indicator", f"Không có chỉ số “{code}”.", "text") from error


def _or_none(code: str) -> Indicator | None:
    try:
        return get_indicator(code)
    except UnknownIndicator:
        return None


def _require_breakdown(indicator: Indicator, name: str) -> None:
    if name not in indicator.by:
        known = f"chỉ có: {', '.join(indicator.by)}" if indicator.by else "chỉ số này không phân theo gì"
        sentence = f"Chỉ số “{indicator.label}” không phân theo “{name}”; {known}."
        raise Refused.because("text.breakdown", sentence, "text")


def _require_part(figure: Figure, name: str, value: str) -> None:
    _require_breakdown(figure.indicator, name)
    labels = figure.labels[name]
    if value not in labels and value != UNSET:
        label = figure.indicator.label
        sentence = f"Chỉ số “{label}” theo “{name}” không có phần “{value}”; chỉ có: {', '.join(labels)}."
        raise Refused.because("text.part", sentence, "text")
