"""Counting: every indicator over one table and date in one scan, by council and by field."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from operator import itemgetter
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Aggregate

from dienhong.indicators.declaration import Indicator, Part
from dienhong.indicators.figure import DETAILED, Counts
from dienhong.indicators.grouping import Way, bits, columns_of, grouped
from dienhong.indicators.scope import Scope
from dienhong.registers.declaration import Division
from dienhong.registers.filters import word_of
from dienhong.registers.tally import columns_of as columns_of_shared
from dienhong.registers.tally import shared, unshared

Row = Sequence[Any]


@dataclass(frozen=True)
class Measure:
    """One aggregate of a statement: what it counts, for which indicator, whole or part, the number or its estimates."""

    place: int
    part: Part | None
    aggregate: Aggregate
    estimates: bool = False


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
    """The indicators over one table and date, to be counted together.

    ``keeping``: the councils that are known to keep the register, where another statement has found them already.
    """

    fused: Sequence[Indicator]
    scope: Scope
    keeping: frozenset[int] | None = None

    def count(self) -> Counted:
        counted = Counted([Counts() for _ in self.fused], [Counts() for _ in self.fused], set())
        for way, rows in self._scanned():
            self._by_council(counted, rows) if way == _COUNCIL else self._by_field(counted, way, rows)
        self._shared(counted)
        if self.fused[0].date in self.fused[0].register.happenings:
            counted.speaking |= self._keeping() if self.keeping is None else self.keeping
        return counted

    def _keeping(self) -> set[int]:
        """Councils that keep the register: there it is known that something did not happen in the period."""
        kept = self.scope.of_register(self.fused[0].register, "counts_on")
        return set(kept.order_by().values_list("council_id", flat=True).distinct())

    @cached_property
    def _source(self) -> Any:
        """Whosever it is: ``unshared`` and ``shared`` take from it what the councils of the scope hold."""
        return self.scope.of_anybody(self.fused[0].register, self.fused[0].date)

    @property
    def _day(self) -> date:
        return self.scope.day_of(self.fused[0].register)

    @cached_property
    def _fields(self) -> list[str]:
        """The columns by which anything is broken down."""
        return sorted({by for indicator in self.fused for by in indicator.by.values() if isinstance(by, str)})

    @cached_property
    def _ways(self) -> list[Way]:
        """By council; by each column within a council, and of many councils within a level.

        Where each way costs a scan, one way is by all the columns together.
        """
        place = "council_id" if len(self.scope.councils) <= DETAILED else "council__level"
        if not self._fields:
            return [_COUNCIL]
        apart = [(field,) for field in self._fields] if _one_scan() else [tuple(self._fields)]
        return [_COUNCIL, *((place, *fields) for fields in apart)]

    @cached_property
    def _measures(self) -> list[Measure]:
        """The aggregates of a row: of each indicator the whole, and each part of each division."""
        return [m for place, indicator in enumerate(self.fused) for m in self._of(place, indicator)]

    def _of(self, place: int, indicator: Indicator) -> Iterator[Measure]:
        for part, condition in [(None, None), *self._parts(indicator)]:
            yield Measure(place, part, indicator.measured(self._day, condition))
            if indicator.flag:
                yield Measure(place, part, indicator.estimated(self._day, condition), estimates=True)

    def _parts(self, indicator: Indicator) -> Iterator[tuple[Part, Any]]:
        for name, by in indicator.by.items():
            if isinstance(by, Division):
                condition = by.counted or by.part
                yield from (((name, value), condition(value, self._day)) for value in by.parts)

    def _scanned(self) -> Iterator[tuple[Way, list[Row]]]:
        """The rows of each way: its columns, then the measures; of ways by field only the wholes are looked at."""
        own = self._beside(unshared(self._source, self.scope.levels))
        if _one_scan() and len(self._ways) > 1:
            yield from self._at_once(own)
        else:
            for way in self._ways:
                yield way, _fetched(_plainly_grouped(own, way, self._aggregates))

    def _at_once(self, own: Any) -> Iterator[tuple[Way, list[Row]]]:
        """In one scan."""
        columns = columns_of(self._ways)
        numbers = range(1 + len(columns), 1 + len(columns) + len(self._measures))
        rows = _fetched(grouped(own, self._ways, self._aggregates))
        for way in self._ways:
            chosen = itemgetter(*(1 + columns.index(column) for column in way), *numbers)
            absent = bits(self._ways, way)
            yield way, [chosen(row) for row in rows if row[0] == absent]

    def _beside(self, records: Any) -> Any:
        return self.fused[0].register.beside(records, self._day, self.scope.period.first)

    @property
    def _aggregates(self) -> dict[str, Aggregate]:
        return {f"m{number}": measure.aggregate for number, measure in enumerate(self._measures)}

    def _by_council(self, counted: Counted, rows: list[Row]) -> None:
        """Wholes and the parts of divisions: a row for each council."""
        if not rows:
            return
        councils, *columns = zip(*rows, strict=True)
        counted.speaking.update(councils)
        for measure, values in zip(self._measures, columns, strict=True):
            if any(values):
                tally = counted.of(measure).tally(measure.part)
                tally.add_column(councils, values, self.scope.levels)

    def _by_field(self, counted: Counted, way: Way, rows: list[Row]) -> None:
        """Parts by fields: a row for each of their values and council; of many councils, for each level."""
        told = list(self._broken_down(way))
        for row in rows:
            place = row[0]
            for column, measure, breakdown in told:
                number = int(row[len(way) + measure] or 0)
                part, counts = (breakdown, word_of(row[column])), counted.of(self._measures[measure])
                if way[0] == "council_id":
                    counts.add(part, number, (place,), self.scope.levels)
                else:
                    counts.add_to_level(part, number, place)

    def _broken_down(self, way: Way) -> Iterator[tuple[int, int, str]]:
        """The columns of a way, the wholes that are broken down by each, and what the breakdown is called."""
        for number, measure in enumerate(self._measures):
            if measure.part is None:
                for breakdown, by in self.fused[measure.place].by.items():
                    if isinstance(by, str) and by in way:
                        yield way.index(by), number, breakdown

    def _shared(self, counted: Counted) -> None:
        """What several councils hold, record by record: in the column of each, and once in every sum."""
        columns = columns_of_shared(self._source, self.scope.levels)
        if not columns:
            return
        records, way = self._beside(shared(self._source, self.scope.levels)), ("pk", *self._fields)
        told = list(self._broken_down(way))
        for row in _plainly_grouped(records, way, self._aggregates):
            of_these, numbers = columns[row[0]], row[len(way) :]
            counted.speaking |= of_these
            for measure, number in zip(self._measures, numbers, strict=True):
                counted.of(measure).add(measure.part, int(number or 0), of_these, self.scope.levels)
            for column, place, breakdown in told:
                part, number = (breakdown, word_of(row[column])), int(numbers[place] or 0)
                counted.of(self._measures[place]).add(part, number, of_these, self.scope.levels)


_COUNCIL: Way = ("council_id",)


def _fetched(rows: Any) -> list[Row]:
    """As the database gives them: keys, words and whole numbers need no conversion, and there are many."""
    try:
        sql, params = rows.query.sql_with_params()
    except EmptyResultSet:
        return []
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return list(cursor.fetchall())


def _one_scan() -> bool:
    """Whether the database groups one scan in several ways."""
    return connection.vendor == "postgresql"


def _plainly_grouped(records: Any, keys: Sequence[str], aggregates: Mapping[str, Aggregate]) -> Any:
    return records.order_by().values(*keys).annotate(**aggregates).values_list(*keys, *aggregates)
