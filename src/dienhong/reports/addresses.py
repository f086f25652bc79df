"""Where the records behind a number are listed, for somebody who may see them all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlencode

from dienhong.accounts.models import User
from dienhong.indicators.declaration import Indicator, get_indicator
from dienhong.organisations.access import access_of
from dienhong.registers.declaration import Division
from dienhong.registers.filters import name_of
from dienhong.registers.listing import ALL_SCOPE, LEVEL_OF_SCOPE, ON, SCOPE
from dienhong.registers.sight import Sight
from dienhong.reports.coverage import Coverage
from dienhong.reports.figures import Number

_SCOPE_OF_LEVEL = {level: scope for scope, level in LEVEL_OF_SCOPE.items()}


@dataclass(frozen=True)
class Addresses:
    """The lists that numbers open for one reader; none on paper, where nobody reads on a screen."""

    coverage: Coverage
    reader: User | None

    def of(self, number: Number) -> str:
        """The list that holds exactly these records for the reader, or "" where there is none."""
        indicator = get_indicator(number.asked.code)
        scope, words = self._scope(number), _filters(indicator, number.asked.parts)
        if not self._may_open(indicator, number) or scope is None or words is None:
            return ""
        slug, place = scope
        query = urlencode({**self._words(indicator, number), **words, **place})
        return f"/{slug}/{indicator.register.path}/?{query}"

    def _may_open(self, indicator: Indicator, number: Number) -> bool:
        """Whether the reader's own list is as long as the number."""
        if self.reader is None:
            return False
        model, keys = indicator.register.model, {council.pk for council in number.councils}
        access = access_of(self.reader)
        reads = access.everywhere or keys <= access.councils_read_by(model.READERS)
        return reads and Sight(model, self.reader).reads_all(indicator.rests_on, keys)

    def _scope(self, number: Number) -> tuple[str, Mapping[str, str]] | None:
        """Whose list, and which part of what lies below; None for parts that no list knows."""
        councils, coverage = number.councils, self.coverage
        if len(councils) == 1:
            return councils[0].slug, {}
        if len(councils) == len(coverage.councils):
            return coverage.council.slug, {SCOPE: ALL_SCOPE}
        levels = {council.level for council in councils}
        scope = _SCOPE_OF_LEVEL.get(next(iter(levels), "")) if len(levels) == 1 else None  # type: ignore[call-overload]
        whole = len(councils) == sum(council.level in levels for council in coverage.councils)
        return (coverage.council.slug, {SCOPE: scope}) if scope and whole else None

    def _words(self, indicator: Indicator, number: Number) -> dict[str, str]:
        """The indicator's own words for the period; states as of the day of the report."""
        words = indicator.words(self.coverage.period)
        dated = ON in words or any(isinstance(indicator.by[name], Division) for name, _ in number.asked.parts)
        if not dated or indicator.register.valid_on:
            return words
        return {**words, ON: self.coverage.as_of.isoformat()}


def _filters(indicator: Indicator, parts: tuple[tuple[str, str], ...]) -> dict[str, str] | None:
    """The filters that leave these parts; None where the list knows no such filter."""
    known = {name_of(declared) for declared in indicator.register.all_filters}
    words: dict[str, str] = {}
    for name, value in parts:
        by = indicator.by[name]
        words[by.name if isinstance(by, Division) else by] = value
    return words if words.keys() <= known else None
