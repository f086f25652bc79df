"""The figures of one report: asked for by code and parts, worked out together, remembered as they were used."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Self
from urllib.parse import urlencode

from django.db.models import Q

from dienhong.indicators.declaration import Indicator, UnknownIndicator, get_indicator
from dienhong.indicators.evaluation import evaluate
from dienhong.indicators.figure import Figure
from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Division
from dienhong.reports.coverage import Coverage


@dataclass(frozen=True, slots=True)
class Asked:
    """An indicator, whole or in some parts of its breakdowns: petitions.received with status=resolved."""

    code: str
    parts: tuple[tuple[str, str], ...] = ()

    @classmethod
    def of(cls, code: str, parts: Mapping[str, str]) -> Self:
        return cls(code, tuple(sorted(parts.items())))

    @property
    def key(self) -> str:
        """What names it among others: "petitions.received?status=resolved"."""
        return f"{self.code}?{urlencode(self.parts)}" if self.parts else self.code


@dataclass(frozen=True, slots=True)
class Number:
    """A value that a text shows, and whose it is."""

    value: int
    figure: Figure
    asked: Asked
    councils: tuple[Council, ...]
    missing: tuple[Council, ...]


@dataclass
class Figures:
    """Figures over what the report covers; ``used`` holds every one that was asked for, by its key."""

    coverage: Coverage
    used: dict[str, Figure] = field(default_factory=dict)
    _known: dict[str, Figure] = field(default_factory=dict)
    _labels: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)

    def prepare(self, asked: Iterable[Asked]) -> None:
        """Work out many at once, one statement a table; what cannot be is refused where it is used."""
        wanted = {one.key: one for one in asked if one.key not in self._known}
        indicators = [found for one in wanted.values() if (found := self._or_none(one))]
        if indicators:
            self._known |= evaluate(indicators, self.coverage.scope)

    def figure(self, asked: Asked) -> Figure:
        """The figure over all councils. Raises Refused."""
        if asked.key not in self._known:
            self._known |= evaluate([self.indicator(asked)], self.coverage.scope)
        return self.used.setdefault(asked.key, self._known[asked.key])

    def indicator(self, asked: Asked) -> Indicator:
        """The indicator that counts just these records. Raises Refused with what would be right."""
        whole = indicator_of(asked.code)
        if not asked.parts:
            return whole
        labels = ", ".join(self._label(whole, name, value) for name, value in asked.parts)
        return replace(
            whole,
            code=asked.key,
            label=f"{whole.label} ({labels})",
            where=lambda day: _condition(whole, asked.parts, day),
            by={},
        )

    def records(self, asked: Asked) -> Any:
        """The very records behind a figure."""
        return self.coverage.scope.records(self.indicator(asked))

    def parts_of(self, code: str, name: str) -> dict[str, str]:
        """The values of a breakdown with their labels. Raises Refused where the indicator has no such breakdown."""
        if (code, name) not in self._labels:
            indicator = indicator_of(code)
            if name not in indicator.by:
                known = (
                    f"chỉ có: {', '.join(indicator.by)}" if indicator.by else "chỉ số này không phân theo gì"
                )
                sentence = f"Chỉ số “{indicator.label}” không phân theo “{name}”; {known}."
                raise Refused.because("text.breakdown", sentence, "text")
            self._labels[code, name] = dict(indicator.choices(name))
        return self._labels[code, name]

    def _label(self, indicator: Indicator, name: str, value: str) -> str:
        labels = self.parts_of(indicator.code, name)
        if value not in labels:
            sentence = f"Chỉ số “{indicator.label}” theo “{name}” không có phần “{value}”; chỉ có: {', '.join(labels)}."
            raise Refused.because("text.part", sentence, "text")
        return labels[value]

    def _or_none(self, asked: Asked) -> Indicator | None:
        try:
            return self.indicator(asked)
        except Refused:
            return None

    def number(self, asked: Asked, councils: Sequence[Council]) -> Number:
        """The value of some of the councils; what several of them share is one."""
        figure = self.figure(asked)
        missing = tuple(council for council in figure.missing if council in councils)
        return Number(self._value(figure, councils), figure, asked, tuple(councils), missing)

    def _value(self, figure: Figure, councils: Sequence[Council]) -> int:
        if len(councils) == len(figure.councils):
            return figure.total
        if not figure.twice or len(councils) == 1:
            return sum(figure.by_council[council.pk] for council in councils)
        levels = {council.level for council in councils}
        if len(levels) == 1 and len(councils) == sum(c.level in levels for c in figure.councils):
            return figure.by_level[levels.pop()]
        scope = replace(self.coverage, councils=tuple(councils)).scope
        return evaluate([figure.indicator], scope)[figure.indicator.code].total


def indicator_of(code: str) -> Indicator:
    """The indicator with this code. Raises Refused."""
    try:
        return get_indicator(code)
    except UnknownIndicator as error:
        raise Refused.because("text.indicator", f"Không có chỉ số “{code}”.", "text") from error


def _condition(indicator: Indicator, parts: Iterable[tuple[str, str]], day: date) -> Q:
    found = indicator.condition(day)
    for name, value in parts:
        by = indicator.by[name]
        found &= by.part(value, day) if isinstance(by, Division) else Q(**{by: value})
    return found
