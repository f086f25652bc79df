"""Whether a key is one of thousands, as one parameter: a list of placeholders would cost more than the counting.

And whether it is one of those that a query finds, so that PostgreSQL looks them up by their index beside another
condition ("its own, or shared with it"): an OR with a plain IN reads the whole table.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from django.db.models import BooleanField, F, Func, Subquery


class Among(Func):
    """Of the rows whose ``column`` (a foreign key, a key) is one of ``keys``."""

    output_field = BooleanField()

    def __init__(self, column: str, keys: Iterable[int]) -> None:
        self.keys = tuple(keys)
        super().__init__(F(column))

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        column, params = compiler.compile(self.source_expressions[0])
        told = json.dumps(self.keys)
        return f"{column} IN (SELECT value FROM json_each(%s))", [*params, told]  # noqa: S608 - a column of the model

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list[Any]]:
        column, params = compiler.compile(self.source_expressions[0])
        return f"{column} = ANY(%s::bigint[])", [*params, f"{{{','.join(map(str, self.keys))}}}"]


class AmongFound(Func):
    """Of the rows whose ``column`` is one of the keys that ``found``, a query of one column, gives."""

    output_field = BooleanField()

    def __init__(self, column: str, found: Any) -> None:
        super().__init__(F(column), Subquery(found))

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        return self._told(compiler, "{column} IN {found}")

    def as_postgresql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list[Any]]:
        return self._told(compiler, "{column} = ANY(ARRAY{found})")

    def _told(self, compiler: Any, template: str) -> tuple[str, list[Any]]:
        (column, first), (found, second) = (compiler.compile(one) for one in self.source_expressions)
        return template.format(column=column, found=found), [*first, *second]
