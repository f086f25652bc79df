"""Writing many rows at once: COPY on PostgreSQL, executemany on SQLite.

On PostgreSQL foreign keys and plain indexes are taken away for the time and made anew at the end, in the same
transaction: then every key is checked once, in bulk, and an index is built and not grown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from operator import itemgetter
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models

from dienhong.audit.rows import Columns, write_rows

MEMORY = "256MB"


@dataclass(frozen=True)
class Table:
    """All columns of a model, and how a row is picked from what is held by attribute."""

    columns: Columns
    row: Callable[[dict[str, Any]], tuple[Any, ...]]

    @classmethod
    @cache
    def of(cls, model: type[models.Model]) -> Table:
        fields = tuple(model._meta.concrete_fields)
        return cls(Columns.of(model, fields), itemgetter(*(field.attname for field in fields)))


def write(table: Table, rows: Sequence[tuple[Any, ...]]) -> None:
    """Put rows, each with its key, into their table."""
    write_rows(table.columns, rows)


@contextmanager
def in_bulk() -> Iterator[None]:
    """Load within; afterwards every foreign key holds again, and every index is there. Within a transaction."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute(f"SET LOCAL maintenance_work_mem = '{MEMORY}'")
        dropped = list(_foreign_keys(cursor)) + list(_indexes(cursor))
        for drop, _ in dropped:
            cursor.execute(drop)
    yield
    with connection.cursor() as cursor:
        for _, make in reversed(dropped):
            cursor.execute(make)


def _foreign_keys(cursor: Any) -> Iterator[tuple[str, str]]:
    """How each is taken away and made again."""
    cursor.execute(
        "SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint "
        "WHERE contype = 'f' AND connamespace = current_schema()::regnamespace"
    )
    for table, name, definition in cursor.fetchall():
        yield (
            f"ALTER TABLE {table} DROP CONSTRAINT {name}",
            f"ALTER TABLE {table} ADD CONSTRAINT {name} {definition}",
        )


def _indexes(cursor: Any) -> Iterator[tuple[str, str]]:
    """Those that guard nothing: unique ones stay, and refuse a double while it is written."""
    cursor.execute(
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index "
        "JOIN pg_class ON pg_class.oid = indexrelid "
        "WHERE NOT indisunique AND relnamespace = current_schema()::regnamespace"
    )
    for name, definition in cursor.fetchall():
        yield f"DROP INDEX {name}", definition


def go_on_counting(used: Iterable[type[models.Model]]) -> None:
    """Keys that the database gives go on after those that were given here."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), list(used)):
            cursor.execute(statement)


def gather_statistics() -> None:
    """What the planner knows of the new rows, and which pages hold only rows that everybody sees."""
    if connection.vendor == "postgresql" and not connection.in_atomic_block:
        with connection.cursor() as cursor:
            cursor.execute("VACUUM ANALYZE")
