"""Tables as lines of JSON: the names of the columns, then a row a line, in the order of the keys."""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from itertools import islice
from typing import Any

from django.core.management.color import no_style
from django.db import connection, models
from django.db.models import JSONField, Value

from dienhong.kernel.errors import Unreadable

LEFT_OUT = frozenset({"sessions.session", "usersessions.usersession"})
"""Who is signed in is no content: a key to an open door does not belong into a backup."""

CHUNK = 2_000

Model = type[models.Model]


def tables(registry: Any) -> list[Model]:
    """Every table of the installation that is kept, those between two models with them, by name."""
    return sorted((m for m in _all(registry) if m._meta.label_lower not in LEFT_OUT), key=name_of)


def _all(registry: Any) -> list[Model]:
    found: list[Model] = registry.get_models(include_auto_created=True)
    return [model for model in found if model._meta.managed]


def name_of(model: Model) -> str:
    return model._meta.label_lower


def lines_of(model: Model) -> Iterator[bytes]:
    """The table, read in pieces: a table of millions needs no more memory than a small one."""
    names = [field.attname for field in _columns(model)]
    yield _line(names)
    rows = model._base_manager.order_by("pk").values_list(*names)
    yield from map(_line, rows.iterator(chunk_size=CHUNK))


def _columns(model: Model) -> list[Any]:
    return [field for field in model._meta.local_concrete_fields if not field.generated]


def _line(values: Iterable[Any]) -> bytes:
    return json.dumps(list(values), ensure_ascii=False, default=_told).encode() + b"\n"


def _told(value: Any) -> str:
    """What JSON has no word for, exactly: the journal's hashes are over microseconds."""
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    if isinstance(value, bytes | memoryview):
        return b64encode(value).decode("ascii")
    if isinstance(value, Decimal):
        return str(value)
    raise TypeError(f"no word for {type(value)}")


def read(model: Model, lines: Iterator[bytes]) -> Iterator[list[models.Model]]:
    """The rows as they were written, nothing derived anew, some at a time. Raises Unreadable for other columns."""
    known = {field.attname: field for field in _columns(model)}
    names = json.loads(next(lines))
    if set(names) != set(known):
        raise Unreadable(f"Bản sao lưu không đúng cấu trúc của bảng {name_of(model)}.")
    fields = [known[name] for name in names]
    for chunk in _chunks(lines):
        yield [model(**_values(fields, json.loads(line))) for line in chunk]


def _chunks(lines: Iterator[bytes]) -> Iterator[list[bytes]]:
    while chunk := list(islice(lines, CHUNK)):
        yield chunk


def _values(fields: list[Any], row: list[Any]) -> dict[str, Any]:
    return {field.attname: _value(field, value) for field, value in zip(fields, row, strict=True)}


def _value(field: Any, value: Any) -> Any:
    if value is None and isinstance(field, JSONField) and not field.null:
        return Value(None, JSONField())  # the JSON word null, not the absence of a value
    return field.to_python(value)


def empty(registry: Any) -> None:
    """Take away every row, those of people signed in too."""
    names = [model._meta.db_table for model in _all(registry)]
    connection.ops.execute_sql_flush(connection.ops.sql_flush(no_style(), names))


def count_on_from_here(registry: Any) -> None:
    """The next keys come after those that were brought along."""
    with connection.cursor() as cursor:
        for statement in connection.ops.sequence_reset_sql(no_style(), _all(registry)):
            cursor.execute(statement)
