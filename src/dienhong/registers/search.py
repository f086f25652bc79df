"""Search: each word that is sought begins a word of the record, whatever its case and diacritics.

Large registers have an index for it on PostgreSQL. It keeps every word together with the council that owns the record:
asking a hundred councils for "nước" is a hundred small questions, while the petitions of a whole country that speak of
water are a hundred thousand, of which a province would throw away nearly all.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import Any

from django.db import migrations
from django.db.models import BooleanField, F, Func, Model

from dienhong.vietnamese.text import fold

_MOST = 100_000
_LONGEST_WORD = re.compile(r"(\w{60})\w+")
"""No text and no word of anybody's language is longer; an index has its limits, and must never refuse a record."""

_WORDS = (
    "array_to_tsvector(string_to_array("
    "{table}council_id::text || ':' || replace({table}folded, ' ', ' ' || {table}council_id::text || ':'), ' '))"
)
"""What is indexed: "57:nuoc", "57:sach" of what council 57 recorded."""


def searchable(text: str) -> str:
    """The words that a record is found by."""
    return _LONGEST_WORD.sub(r"\1", fold(text)[:_MOST])


def sought(text: str) -> list[str]:
    """The words of a search; none where nothing but signs was typed."""
    return searchable(text).split()


class HoldsWords(Func):
    """On PostgreSQL: of the records of these councils that hold a beginning of every word, by the index.

    Councils are asked one by one and their answers put together first: the planner knows nothing of how often a word
    occurs in a council, and would rather work out the words of every record than trust the index.
    """

    output_field = BooleanField()

    def __init__(self, model: type[Model], councils: Collection[int], words: Sequence[str]) -> None:
        self.table, self.councils, self.words = model._meta.db_table, tuple(councils), words
        super().__init__(F("pk"))

    def as_sql(self, compiler: Any, connection: Any, **extra: Any) -> tuple[str, list[Any]]:  # type: ignore[override]
        column, params = compiler.compile(self.source_expressions[0])
        table = connection.ops.quote_name(self.table)
        found = (
            f"SELECT held.id FROM unnest(%s::bigint[]) AS asked JOIN {table} AS held"  # noqa: S608 - of the model
            f" ON {_WORDS.format(table='held.')} @@ replace(%s, '#', asked::text)::tsquery"
        )
        councils = f"{{{','.join(map(str, self.councils))}}}"
        all_of_them = " & ".join(f"'#:{word}':*" for word in self.words)  # letters and digits, by ``fold``
        return f"{column} = ANY(ARRAY({found}))", [*params, councils, all_of_them]


def words_index(table: str) -> migrations.RunPython:
    """The step of a migration that makes the index; SQLite reads the words of one office's records one by one.

    What was just written waits in a list that is read for every council asked: it is kept short.
    """
    name = f"{table}_words"

    def make(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            words = _WORDS.format(table="")
            schema_editor.execute(
                f'CREATE INDEX "{name}" ON "{table}" USING gin ({words}) WITH (gin_pending_list_limit = 256)'
            )

    def drop(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f'DROP INDEX IF EXISTS "{name}"')

    return migrations.RunPython(make, drop)
