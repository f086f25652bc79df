"""Asking a database for several things at a time: PostgreSQL answers each connection with a processor of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.db import close_old_connections, connection

Row = Sequence[Any]
Answer = Callable[[], list[Row]]
"""The rows of what was asked; it waits for them."""

Ask = Callable[[str, Sequence[Any]], Answer]
"""Puts a statement with its parameters; whoever asks goes on, and takes the answer when it is needed."""

CONNECTIONS = 2
"""As many as there are processors in a small server; those who read lists meanwhile have theirs."""


@contextmanager
def abreast(wanted: bool = True) -> Iterator[Ask]:
    """Statements are answered two at a time, in the order in which they are put, while the next ones are put together.

    One after the other where it is not wanted, and where only this connection sees what is to be read: on SQLite, and
    within a transaction.
    """
    if not wanted or connection.vendor != "postgresql" or connection.in_atomic_block:
        yield _at_once
        return
    put: list[Future[list[Row]]] = []

    def ask(sql: str, params: Sequence[Any]) -> Answer:
        put.append(pool().submit(_read, sql, params))
        return put[-1].result

    try:
        yield ask
    finally:
        for one in put:
            one.cancel()  # after an error nothing more is read


@cache
def pool() -> ThreadPoolExecutor:
    """Its threads, and their connections, stay: a new connection takes longer to know the tables than to read them."""
    return ThreadPoolExecutor(CONNECTIONS, thread_name_prefix="figures")


def _read(sql: str, params: Sequence[Any]) -> list[Row]:
    close_old_connections()
    return _rows(sql, params)


def _at_once(sql: str, params: Sequence[Any]) -> Answer:
    rows = _rows(sql, params)
    return lambda: rows


def _rows(sql: str, params: Sequence[Any]) -> list[Row]:
    """As the database gives them: keys, words and whole numbers need no conversion, and there are many."""
    with connection.cursor() as cursor:
        cursor.execute(sql, params)
        return list(cursor.fetchall())
