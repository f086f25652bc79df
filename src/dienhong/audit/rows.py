"""Many rows of a model written by one statement, put together once.

Django puts a statement together anew at each call and passes each value through five functions: for the rows of a
workbook that takes several times longer than the database does.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any

from django.db import models, transaction

_ALIKE: tuple[tuple[type[models.Field[Any, Any]], type], ...] = (
    (models.CharField, str),
    (models.TextField, str),
    (models.IntegerField, int),
    (models.ForeignKey, int),
    (models.BooleanField, bool),
)
"""What both databases take as it is; fields of other kinds say how their values are stored."""

_ALIKE_ON_POSTGRESQL = (
    (models.DateTimeField, datetime),
    (models.DateField, date),
    (models.DecimalField, Decimal),
)


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
        connection = transaction.get_connection()
        quoted, taken = connection.ops.quote_name, _ALIKE
        if connection.vendor == "postgresql":
            taken += _ALIKE_ON_POSTGRESQL
        names = tuple(quoted(str(field.column)) for field in fields)
        alike = tuple(next((t for kind, t in taken if isinstance(field, kind)), None) for field in fields)
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


def insert_rows(model: type[models.Model], records: Sequence[models.Model]) -> None:
    """Write new records, and give each its key, within a transaction of the caller's.

    What a record refers to may have got its own key only after they were put together.
    """
    if not records:
        return
    connection, key = transaction.get_connection(), model._meta.pk
    columns = Columns.of(model, (key, *(field for field in model._meta.concrete_fields if field is not key)))
    keys = _new_keys(model, len(records), connection)
    write_rows(
        columns, ([given, *_row(record, columns)[1:]] for given, record in zip(keys, records, strict=True))
    )
    for given, record in zip(keys, records, strict=True):
        record.pk = given
        record._state.adding, record._state.db = False, connection.alias


def write_rows(columns: Columns, rows: Iterable[Sequence[Any]]) -> None:
    """Put rows, each with its key, into their table: COPY on PostgreSQL, executemany on SQLite."""
    connection = transaction.get_connection()
    stored, names = (columns.stored(row, connection) for row in rows), ", ".join(columns.names)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            copying = f"COPY {columns.table} ({names}) FROM STDIN"
            with connection.wrap_database_errors, cursor.copy(copying) as copy:
                for row in stored:
                    copy.write_row(row)
        else:
            places = ", ".join(["%s"] * len(columns.names))
            cursor.executemany(f"INSERT INTO {columns.table} ({names}) VALUES ({places})", list(stored))  # noqa: S608


def _new_keys(model: type[models.Model], count: int, connection: Any) -> list[int]:
    """The next keys of a table; on SQLite nobody else writes until the transaction ends."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            sequence = [connection.ops.quote_name(table), model._meta.pk.column]
            asked = "SELECT nextval(pg_get_serial_sequence(%s, %s)) FROM generate_series(1, %s)"
            cursor.execute(asked, [*sequence, count])
            return [key for (key,) in cursor.fetchall()]
        cursor.execute("SELECT coalesce(max(seq), 0) FROM sqlite_sequence WHERE name = %s", [table])
        (last,) = cursor.fetchone()
        return list(range(last + 1, last + count + 1))


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
    late = [f for f, value in zip(columns.fields, row, strict=True) if value is None and f.is_relation]
    known = record._state.fields_cache
    for field in late:
        if referred := known.get(field.name):
            assert referred.pk is not None, f"{record!r} refers to what is not written: {field.name}"
            setattr(record, field.name, referred)
    return columns.read(record) if late else row
