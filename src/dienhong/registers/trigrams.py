"""Search within words on PostgreSQL: an index of three-letter pieces over the folded column of a large register."""

from __future__ import annotations

from typing import Any

from django.db import migrations


def trigram_index(table: str) -> migrations.RunPython:
    """The step of a migration that makes the index; on SQLite, where lists are one office's, there is nothing to do."""
    name = f"{table}_folded_pieces"

    def make(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
            schema_editor.execute(f'CREATE INDEX "{name}" ON "{table}" USING gin (folded gin_trgm_ops)')

    def drop(apps: Any, schema_editor: Any) -> None:
        if schema_editor.connection.vendor == "postgresql":
            schema_editor.execute(f'DROP INDEX IF EXISTS "{name}"')

    return migrations.RunPython(make, drop)
