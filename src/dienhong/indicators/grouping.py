"""Grouping one scan in several ways: by council, and by each column that anything is broken down by.

PostgreSQL says it with GROUPING SETS; Django has no words for that, and takes these expressions for it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django.db.models import F, Func, IntegerField

Way = tuple[str, ...]
"""The columns of one grouping."""


class _Ungrouped(Func):
    """A column of the answer that asks for no place of its own in GROUP BY."""

    def get_group_by_cols(self) -> list[Any]:
        return []


class Key(_Ungrouped):
    """A column that some of the ways group by; NULL in the rows of the others."""

    template = "%(expressions)s"


class Absent(_Ungrouped):
    """Which columns a row is not grouped by, as bits, the last one the lowest."""

    function = "GROUPING"
    output_field = IntegerField()


class Sets(Func):
    """The ways, as GROUP BY names them."""

    output_field = IntegerField()  # asked for, never read

    def __init__(self, ways: Sequence[Way]) -> None:
        self.ways, self.columns = tuple(ways), columns_of(ways)
        super().__init__(*(F(column) for column in self.columns))

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        told, params = {}, []
        for column, expression in zip(self.columns, self.source_expressions, strict=True):
            told[column], found = compiler.compile(expression)
            params += found
        sets = ", ".join(f"({', '.join(told[column] for column in way)})" for way in self.ways)
        return f"GROUPING SETS ({sets})", params


def columns_of(ways: Sequence[Way]) -> tuple[str, ...]:
    """Each column once, in the order of the ways."""
    return tuple(dict.fromkeys(column for way in ways for column in way))


def bits(ways: Sequence[Way], way: Way) -> int:
    """What ``Absent`` says of the rows of one way."""
    return int("".join("0" if column in way else "1" for column in columns_of(ways)), 2)


def grouped(records: Any, ways: Sequence[Way], measures: Mapping[str, Any]) -> Any:
    """Rows of (absent, every column, every measure), in one scan of the records."""
    columns = columns_of(ways)
    keys = {f"k{number}": Key(F(column)) for number, column in enumerate(columns)}
    absent = {"absent": Absent(*(F(column) for column in columns))}
    found = records.order_by().annotate(**absent, **keys, **measures)
    found = found.values_list("absent", *keys, *measures)
    found.query.group_by = (Sets(ways).resolve_expression(found.query),)
    return found
