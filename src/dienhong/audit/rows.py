"""Many rows of a model written by one statement, put together once.

Django puts a statement together anew at each call and passes each value through five functions: for the rows of a
workbook that takes several times longer than the database does.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import Any

from django.db import models, transaction

MOST_VALUES = 32_000
"""Values of one statement; SQLite takes 32,766."""

_ALIKE: tuple[tuple[type[models.Field[Any, Any]], type], ...] = (
    (models.CharField, str),
    (models.TextField, str),
    (models.IntegerField, int),
    (models.ForeignKey, int),
    (models.BooleanField, bool),
)
"""What both databases take as it is; fields of other kinds say how their values are stored."""


@dataclass(frozen=True)
class Columns:
    """Some fields of a model: their table and columns as a statement names them, and how their values are stored."""

    table: str
    names: tuple[str, ...]
    fields: tuple[models.Field[Any, Any], ...]
    alike: tuple[type | None, ...]

    @classmethod
    @cache
    def of(cls, model: type[models.Model], fields: tuple[models.Field[Any, Any], ...]) -> Columns:
        quoted = transaction.get_connection().ops.quote_name
        names = tuple(quoted(str(field.column)) for field in fields)
        alike = tuple(next((t for kind, t in _ALIKE if isinstance(field, kind)), None) for field in fields)
        return cls(quoted(model._meta.db_table), names, fields, alike)

    def read(self, record: models.Model) -> list[Any]:
        """What a record holds."""
        return [getattr(record, field.attname) for field in self.fields]

    def stored(self, row: Iterable[Any], connection: Any) -> list[Any]:
        """The values of a row as the database takes them."""
        return [
            value if value is None or type(value) is alike else field.get_db_prep_save(value, connection)
            for value, alike, field in zip(row, self.alike, self.fields, strict=True)
        ]

    def inserting(self, rows: int = 1) -> str:
        """The statement that inserts so many rows."""
        places = f"({', '.join(['%s'] * len(self.names))})"
        values = ", ".join([places] * rows)
        return f"INSERT INTO {self.table} ({', '.join(self.names)}) VALUES {values}"  # noqa: S608 (names of the model)


def insert_rows(model: type[models.Model], records: Sequence[models.Model]) -> None:
    """Write new records, and give each its key, within a transaction of the caller's.

    What a record refers to may have got its own key only after they were put together.
    """
    connection, key = transaction.get_connection(), model._meta.pk
    columns = Columns.of(model, tuple(f for f in model._meta.concrete_fields if f is not key))
    returning = f" RETURNING {connection.ops.quote_name(str(key.column))}"
    with connection.cursor() as cursor:
        for some in _in_parts(records, MOST_VALUES // len(columns.names)):
            rows = [columns.stored(_row(record, columns), connection) for record in some]
            cursor.execute(columns.inserting(len(rows)) + returning, list(chain.from_iterable(rows)))
            for record, (given,) in zip(some, cursor.fetchall(), strict=True):
                record.pk = given
                record._state.adding, record._state.db = False, connection.alias


def update_rows(model: type[models.Model], records: Sequence[models.Model], names: Sequence[str]) -> None:
    """Write these fields of records. Django's own way builds a CASE for each row and field."""
    if not records:
        return
    connection, meta = transaction.get_connection(), model._meta
    columns = Columns.of(model, tuple(meta.get_field(name) for name in names))
    values = ", ".join(f"{name} = %s" for name in columns.names)
    key = connection.ops.quote_name(str(meta.pk.column))
    statement = f"UPDATE {columns.table} SET {values} WHERE {key} = %s"  # noqa: S608 (names of the model)
    rows = [[*columns.stored(columns.read(record), connection), record.pk] for record in records]
    with connection.cursor() as cursor:
        cursor.executemany(statement, rows)


def _row(record: models.Model, columns: Columns) -> list[Any]:
    """What the record holds, with the keys of what was written since the record was put together."""
    row = columns.read(record)
    if None not in row:
        return row
    late = [f for f, value in zip(columns.fields, row, strict=True) if value is None and f.is_relation]
    known = record._state.fields_cache
    for field in late:
        if referred := known.get(field.name):
            assert referred.pk is not None, f"{record!r} refers to what is not written: {field.name}"
            setattr(record, field.name, referred)
    return columns.read(record) if late else row


def _in_parts(records: Sequence[models.Model], size: int) -> Iterator[Sequence[models.Model]]:
    return (records[start : start + size] for start in range(0, len(records), size))
