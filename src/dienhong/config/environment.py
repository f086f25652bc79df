"""What the environment decides: where data lie, the secret key, the database.

Everything has a default that is safe on one machine.
"""

import os
import secrets
from pathlib import Path
from typing import Any

import dj_database_url


def data_directory() -> Path:
    """The folder of the embedded database, files and generated output: ``DIENHONG_DATA`` or ``./var``."""
    return Path(os.environ.get("DIENHONG_DATA", "var")).resolve()


def secret_key() -> str:
    """``SECRET_KEY``, or one made on first use and kept beside the data, readable by its owner only."""
    if key := os.environ.get("SECRET_KEY"):
        return key
    path = data_directory() / "secret-key"
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return path.read_text()
    with os.fdopen(descriptor, "w") as file:
        file.write(secrets.token_urlsafe(50))
    return path.read_text()


def flag(name: str, default: bool = False) -> bool:
    """A yes/no variable: 1, true, yes, on."""
    return os.environ.get(name, str(default)).strip().lower() in {"1", "true", "yes", "on"}


def words(name: str, default: str = "") -> list[str]:
    """A comma-separated variable as a list without blanks."""
    return [word.strip() for word in os.environ.get(name, default).split(",") if word.strip()]


SQLITE_OPTIONS = {
    # One writer at a time, said at the start of a transaction and not in its middle: no "database is locked" half-way.
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; "
    "PRAGMA temp_store=MEMORY; PRAGMA cache_size=-32000;",
}


POSTGRESQL_OPTIONS = "-c jit=off -c work_mem=32MB -c random_page_cost=1.1"
"""Figures are many statements of some milliseconds each: compiling them takes longer than running them. Those of a
country join some hundred thousand rows: with the usual 4 MB PostgreSQL would do that on disk. Where data lie in memory
or on a solid disk, a page here or there costs hardly more than the next one."""


def database(url: str | None) -> dict[str, Any]:
    """The ``default`` database: PostgreSQL by ``DATABASE_URL``, else SQLite in WAL under the data directory."""
    if url:
        found: dict[str, Any] = dict(dj_database_url.parse(url, conn_max_age=60, conn_health_checks=True))
        if found["ENGINE"].endswith("postgresql"):
            found.setdefault("OPTIONS", {}).setdefault("options", POSTGRESQL_OPTIONS)
        return found
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(data_directory() / "dienhong.sqlite3"),
        "OPTIONS": SQLITE_OPTIONS,
        "CONN_MAX_AGE": None,
    }
