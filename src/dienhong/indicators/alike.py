"""Records that are alike in all that is asked of them, counted together in one scan.

Alike are those that have the same keys and meet the same conditions. Of a country's records a few thousand groups are
left, whose sums are added up in the same statement: once for each way of grouping. SQLite and PostgreSQL are asked in
the same words.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from operator import add
from typing import Any

from django.core.exceptions import EmptyResultSet
from django.db.models import Aggregate, Case, Q, Value, When
from django.db.models.expressions import Combinable

from dienhong.indicators.abreast import Answer, Ask, Row
from dienhong.organisations.models import Council

COUNCIL, LEVEL = "council", "level"
"""The kinds of place. Groups have their council as a key; by level, the groups themselves are first put together."""

MET = "met"
"""The key that tells which conditions a group meets: as bits, the first condition the lowest."""

PLACES, PART, FIRST = {COUNCIL: 1, LEVEL: 2}, 3, 4
"""Where the row of a sum tells its place and its part, and the first of its numbers."""


@dataclass(frozen=True)
class Addend:
    """A number of each group: an amount, of all groups or of those that meet a condition, which has a number.

    ``column`` and ``part``: only of the groups that have this part as their key of this name.
    """

    amount: str
    condition: int | None = None
    column: str = ""
    part: str = ""

    def of(self, group: Mapping[str, Any]) -> int:
        """What one group adds."""
        met = self.condition is None or group[MET] >> self.condition & 1
        counts = met and (not self.column or group[self.column] == self.part)
        return int(group[self.amount] or 0) if counts else 0

    @property
    def sql(self) -> str:
        """Its sum over groups, as a plain whole number: PostgreSQL makes more of the sum of counts."""
        meets = [] if self.condition is None else [f"({MET} & {1 << self.condition}) <> 0"]
        if self.column:
            meets.append(f"{self.column} = '{self.part}'")
        only = f" FILTER (WHERE {' AND '.join(meets)})" if meets else ""
        return f"CAST(SUM({self.amount}){only} AS bigint)"


@dataclass(frozen=True)
class Way:
    """Groups added up by place, and by another key within it; only some of the addends, by their places."""

    place: str
    key: str
    addends: frozenset[int]

    def sql(self, number: int, addends: Sequence[Addend]) -> str:
        """Its rows: which way it is, the place in the column of its kind, the part, the sums."""
        names = {self.place, self.key}
        places = (place if place in names else "NULL" for place in PLACES)
        part = f"CAST({self.key} AS text)" if self.key else "NULL"
        sums = (one.sql if place in self.addends else "NULL" for place, one in enumerate(addends))
        told = ", ".join([str(number), *places, part, *sums])
        grouped = ", ".join([self.place, self.key] if self.key else [self.place])
        return f"SELECT {told} FROM {_GROUPS[self.place]} GROUP BY {grouped}"  # noqa: S608 - names given here


_GROUPS = {COUNCIL: "alike", LEVEL: "alike_in_level"}


@dataclass(frozen=True)
class Alike:
    """The groups of some records: ``keys`` and ``amounts`` are expressions by name, ``conditions`` have numbers."""

    records: Any
    keys: Mapping[str, Combinable]
    conditions: Sequence[Q]
    amounts: Mapping[str, Aggregate]

    def groups(self, ask: Ask) -> Callable[[], list[dict[str, Any]]]:
        """Each group by the names of its keys and amounts."""
        answer = self._put(ask, " SELECT * FROM alike")
        return lambda: [dict(zip(self._names, row, strict=True)) for row in answer()]

    def added_up(
        self, ask: Ask, addends: Sequence[Addend], ways: Sequence[Way]
    ) -> Callable[[], list[tuple[Way, list[Row]]]]:
        """The sums in each way, of which the first has all addends: it says of which type a column is."""
        parts = " UNION ALL ".join(way.sql(number, addends) for number, way in enumerate(ways))
        by_level = any(way.place == LEVEL for way in ways)
        answer = self._put(ask, f"{self._in_level if by_level else ''} {parts}")
        return lambda: _by_way(ways, answer())

    @cached_property
    def _keys(self) -> dict[str, Combinable]:
        bits = (
            Case(When(condition, then=Value(1 << number)), default=Value(0))
            for number, condition in enumerate(self.conditions)
        )
        return {**self.keys, **({MET: reduce(add, bits)} if self.conditions else {})}

    @cached_property
    def _names(self) -> list[str]:
        return [*self._keys, *self.amounts]

    @property
    def _in_level(self) -> str:
        """The groups of the councils of one level, alike in all else, as one group."""
        keys = ", ".join([LEVEL, *(key for key in self._keys if key != COUNCIL)])
        sums = ", ".join(f"CAST(SUM({amount}) AS bigint) AS {amount}" for amount in self.amounts)
        councils = f"(SELECT id, level FROM {Council._meta.db_table}) councils"  # noqa: S608
        return (
            f", {_GROUPS[LEVEL]} AS MATERIALIZED (SELECT {keys}, {sums} FROM {_GROUPS[COUNCIL]} "  # noqa: S608
            f"JOIN {councils} ON id = {COUNCIL} GROUP BY {keys})"
        )

    def _put(self, ask: Ask, of_groups: str) -> Answer:
        keys, amounts = _named(self._keys), _named(self.amounts)
        grouped = self.records.order_by().values(**keys).annotate(**amounts).values_list(*keys, *amounts)
        try:
            sql, params = grouped.query.sql_with_params()
        except EmptyResultSet:
            return list
        return ask(f"WITH alike ({', '.join(self._names)}) AS MATERIALIZED ({sql}){of_groups}", params)


def _by_way(ways: Sequence[Way], rows: Iterable[Row]) -> list[tuple[Way, list[Row]]]:
    found: defaultdict[int, list[Row]] = defaultdict(list)
    for row in rows:
        found[row[0]].append(row)
    return [(way, found[number]) for number, way in enumerate(ways) if number in found]


def _named(expressions: Mapping[str, Any]) -> dict[str, Any]:
    """Under names that no field has."""
    return {f"_{name}_": expression for name, expression in expressions.items()}
