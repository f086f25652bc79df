"""Counting: every indicator over one table and date in one statement by council, and one more by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import Aggregate

from dienhong.indicators.declaration import Indicator, Part
from dienhong.indicators.figure import DETAILED, Counts
from dienhong.indicators.scope import Scope
from dienhong.registers.declaration import Division
from dienhong.registers.filters import word_of
from dienhong.registers.tally import columns_of, shared, unshared


@dataclass(frozen=True)
class Measure:
    """One aggregate of a statement: what it counts, for which indicator, whole or part, the number or its estimates."""

    place: int
    part: Part | None
    aggregate: Aggregate
    estimates: bool = False


Cell = tuple[Measure, Part | None, int]


@dataclass
class Counted:
    """What the records of one source say: the number of each indicator, how many estimates, and who has any record."""

    numbers: list[Counts]
    estimates: list[Counts]
    speaking: set[int]

    def of(self, measure: Measure) -> Counts:
        return (self.estimates if measure.estimates else self.numbers)[measure.place]


@dataclass(frozen=True)
class Statement:
    """The indicators over one table and date, to be counted together."""

    fused: Sequence[Indicator]
    scope: Scope

    def count(self) -> Counted:
        counted = Counted([Counts() for _ in self.fused], [Counts() for _ in self.fused], set())
        self._by_council(counted)
        self._by_field(counted)
        self._shared(counted)
        counted.speaking |= self._keeping()
        return counted

    def _keeping(self) -> set[int]:
        """Councils that keep the register: there it is known that something did not happen in the period."""
        register = self.fused[0].register
        if self.fused[0].date not in register.happenings:
            return set()
        kept = self.scope.of_register(register, "counts_on")
        return set(kept.order_by().values_list("council_id", flat=True).distinct())

    @cached_property
    def _source(self) -> Any:
        return self.scope.of_register(self.fused[0].register, self.fused[0].date)

    @property
    def _day(self) -> date:
        return self.scope.day_of(self.fused[0].register)

    @cached_property
    def _fields(self) -> list[str]:
        """The columns by which anything is broken down."""
        return sorted({by for indicator in self.fused for by in indicator.by.values() if isinstance(by, str)})

    @cached_property
    def _measures(self) -> dict[str, Measure]:
        """The aggregates of a row: of each indicator the whole, and each part of each division."""
        found = [m for place, indicator in enumerate(self.fused) for m in self._of(place, indicator)]
        return {f"m{number}": measure for number, measure in enumerate(found)}

    @cached_property
    def _wholes(self) -> dict[str, Measure]:
        return {name: measure for name, measure in self._measures.items() if measure.part is None}

    def _of(self, place: int, indicator: Indicator) -> Iterator[Measure]:
        for part, condition in [(None, None), *self._parts(indicator)]:
            yield Measure(place, part, indicator.measured(self._day, condition))
            if indicator.flag:
                yield Measure(place, part, indicator.estimated(self._day, condition), estimates=True)

    def _parts(self, indicator: Indicator) -> Iterator[tuple[Part, Any]]:
        for name, by in indicator.by.items():
            if isinstance(by, Division):
                yield from (((name, value), by.part(value, self._day)) for value in by.parts)

    def _by_council(self, counted: Counted) -> None:
        """Wholes and the parts of divisions: a row for each council."""
        own = unshared(self._source, self.scope.levels)
        for row in _grouped(own, ("council_id",), self._measures):
            counted.speaking.add(row["council_id"])
            for measure, part, value in self._cells(row):
                counted.of(measure).add(part, value, (row["council_id"],), self.scope.levels)

    def _by_field(self, counted: Counted) -> None:
        """Parts by field: a row for each combination of values and council; of many councils, for each level."""
        if not self._fields:
            return
        own = unshared(self._source, self.scope.levels)
        detailed = len(self.scope.councils) <= DETAILED
        place = "council_id" if detailed else "council__level"
        for row in _grouped(own, (place, *self._fields), self._wholes):
            for measure, part, value in self._field_cells(row):
                if detailed:
                    counted.of(measure).add(part, value, (row[place],), self.scope.levels)
                else:
                    counted.of(measure).add_to_level(part, value, row[place])

    def _shared(self, counted: Counted) -> None:
        """What several councils hold, record by record: in the column of each, and once in every sum."""
        columns = columns_of(self._source, self.scope.levels)
        if not columns:
            return
        records = shared(self._source, self.scope.levels)
        for row in _grouped(records, ("pk", *self._fields), self._measures):
            of_these = columns[row["pk"]]
            counted.speaking |= of_these
            for measure, part, value in (*self._cells(row), *self._field_cells(row)):
                counted.of(measure).add(part, value, of_these, self.scope.levels)

    def _cells(self, row: Mapping[str, Any]) -> Iterator[Cell]:
        """Every aggregate of a row."""
        return ((m, m.part, int(row[name] or 0)) for name, m in self._measures.items())

    def _field_cells(self, row: Mapping[str, Any]) -> Iterator[tuple[Measure, Part, int]]:
        """The wholes of a row once more, each as the part of a breakdown by field that the row belongs to."""
        for name, measure in self._wholes.items():
            for breakdown, by in self.fused[measure.place].by.items():
                if isinstance(by, str):
                    yield measure, (breakdown, word_of(row[by])), int(row[name] or 0)


def _grouped(records: Any, keys: Sequence[str], measures: Mapping[str, Measure]) -> Any:
    aggregates = {name: measure.aggregate for name, measure in measures.items()}
    return records.order_by().values(*keys).annotate(**aggregates)
