"""What an indicator comes to for some councils and a period, where that comes from, and how it is written."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from fractions import Fraction
from functools import cached_property

from dienhong.indicators.declaration import Indicator, Part, Ratio
from dienhong.indicators.scope import Scope
from dienhong.organisations.models import Council
from dienhong.registers.filters import UNSET, UNSET_LABEL
from dienhong.registers.tally import Levels, Tally
from dienhong.vietnamese.numerals import format_count, format_percent


class Source(StrEnum):
    """Where a figure comes from: records of the registers, figures that were reported, or both."""

    RECORDS = "records"
    REPORTED = "reported"
    BOTH = "both"


@dataclass
class Counts:
    """A measure in all, and of every part of every breakdown."""

    whole: Tally = field(default_factory=Tally)
    parts: dict[Part, Tally] = field(default_factory=dict)

    def add(self, part: Part | None, value: int, columns: Collection[int], levels: Levels) -> None:
        """Add to the whole (None) or to a part."""
        if value:
            self.tally(part).add(value, columns, levels)

    def tally(self, part: Part | None) -> Tally:
        """Of the whole (None) or of a part, to be added to."""
        return self.parts.setdefault(part, Tally()) if part else self.whole

    def value(self, level: str | None, council: Council | None, part: Part | None) -> int:
        tally = self.parts.get(part, Tally()) if part else self.whole
        if council is not None:
            return tally.by_council.get(council.pk, 0)
        return tally.total if level is None else tally.by_level.get(level, 0)


@dataclass(frozen=True)
class Figure:
    """One indicator's value. Records win: a reported figure counts only for a council that has no records.

    ``missing`` councils have neither records nor a reported figure, nor said that there was nothing; the ``silent``
    said so. ``speaking`` have records of the register, ``reporting`` have a reported figure; ``differences``: by
    council, how much the reported figure exceeds the records where there are both. Of many councils each part is known
    by level; ``in_detail`` works it out for each council, once it is asked for.
    """

    indicator: Indicator
    scope: Scope
    records: Counts
    reported: Counts
    estimates: tuple[Counts, ...]
    labels: Mapping[str, Mapping[str, str]]
    missing: tuple[Council, ...] = ()
    silent: frozenset[int] = frozenset()
    speaking: frozenset[int] = frozenset()
    reporting: frozenset[int] = frozenset()
    differences: Mapping[int, int] = field(default_factory=dict)
    in_detail: Callable[[], Figure] | None = None

    @cached_property
    def _detailed(self) -> Figure:
        return self.in_detail() if self.in_detail else self

    def _knowing(self, council: Council | None, part: Part | None) -> Figure:
        """The figure that knows the part of a council."""
        return self._detailed if part and council is not None else self

    @property
    def councils(self) -> Sequence[Council]:
        return self.scope.councils

    def value(
        self, *, level: str | None = None, council: Council | None = None, part: Part | None = None
    ) -> int:
        """In all; or of one level, one council, one part, and of a part within either."""
        told = self._knowing(council, part)
        return told.records.value(level, council, part) + told.reported.value(level, council, part)

    def recorded(
        self, *, level: str | None = None, council: Council | None = None, part: Part | None = None
    ) -> int:
        """What of it stands in the registers: the length of the list that it opens."""
        return self._knowing(council, part).records.value(level, council, part)

    def is_approximate(
        self, *, level: str | None = None, council: Council | None = None, part: Part | None = None
    ) -> bool:
        """Whether one of what was added up is an estimate."""
        estimates = self._knowing(council, part).estimates
        return any(counts.value(level, council, part) for counts in estimates)

    def said(
        self, *, level: str | None = None, council: Council | None = None, part: Part | None = None
    ) -> str:
        """As officials write it in prose: 05, khoảng 1.650."""
        words = format_count(self.value(level=level, council=council, part=part))
        return f"khoảng {words}" if self.is_approximate(level=level, council=council, part=part) else words

    def is_missing(self, *, level: str | None = None, council: Council | None = None) -> bool:
        """Whether nobody of these councils has said anything: then there is no number, not even 0."""
        meant = [council] if council else [c for c in self.councils if level in (None, c.level)]
        return bool(meant) and all(one in self.missing for one in meant)

    @property
    def total(self) -> int:
        return self.value()

    @property
    def by_level(self) -> dict[str, int]:
        """Sums of the levels that are there."""
        return {level: self.value(level=level) for level in dict.fromkeys(c.level for c in self.councils)}

    @property
    def by_council(self) -> dict[int, int]:
        return {council.pk: self.value(council=council) for council in self.councils}

    @property
    def by(self) -> dict[str, dict[str, int]]:
        """Every breakdown with every value, those that did not occur as 0."""
        return {name: {v: self.value(part=(name, v)) for v in self.parts_of(name)} for name in self.labels}

    def parts_of(self, breakdown: str) -> dict[str, str]:
        """The values of a breakdown with their words; that nothing is recorded is one of them where it occurred."""
        occurred = (v for n, v in [*self.records.parts, *self.reported.parts] if n == breakdown)
        return {
            v: self.label_of((breakdown, v))
            for v in dict.fromkeys([*self.labels[breakdown], *sorted(occurred)])
        }

    def label_of(self, part: Part) -> str:
        """The words of a part."""
        breakdown, value = part
        return self.labels[breakdown].get(value, UNSET_LABEL if value == UNSET else value)

    @property
    def twice(self) -> int:
        """By how much the columns of the councils exceed the total, because some of it is shared."""
        return self.records.whole.twice

    @property
    def source(self) -> Source:
        return self._source({council.pk for council in self.councils})

    def source_of(self, council: Council) -> Source:
        return self._source({council.pk})

    def _source(self, councils: set[int]) -> Source:
        if not councils & self.reporting:
            return Source.RECORDS
        return Source.BOTH if councils & (self.speaking | self.silent) else Source.REPORTED

    @property
    def difference(self) -> int:
        """By how much what was reported exceeds what is recorded, over the councils that have both."""
        return sum(self.differences.values())


@dataclass(frozen=True)
class Share:
    """A ratio's value, from the sums of its parts; None of nothing."""

    ratio: Ratio
    numerator: Figure
    denominator: Figure

    def base(self, *, level: str | None = None, council: Council | None = None) -> int:
        return self.denominator.value(level=level, council=council)

    def value(self, *, level: str | None = None, council: Council | None = None) -> Fraction | None:
        whole = self.base(level=level, council=council)
        part = self.numerator.value(level=level, council=council, part=self.ratio.part)
        return Fraction(part, whole) if whole else None

    def said(self, *, level: str | None = None, council: Council | None = None) -> str:
        """81,1%; a dash of nothing."""
        whole = self.base(level=level, council=council)
        part = self.numerator.value(level=level, council=council, part=self.ratio.part)
        return format_percent(part, whole) if whole else "–"
