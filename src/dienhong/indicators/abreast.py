"""Asking a database for several things at a time: PostgreSQL answers each connection with a processor of its own."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from django.db import connection

T = TypeVar("T")


def abreast(calls: Sequence[Callable[[], T]]) -> list[T]:
    """What each of the calls gives, in their order; two are under way at a time, the first ones first.

    One after the other where only this connection sees what is to be read: on SQLite, and within a transaction.
    """
    if connection.vendor != "postgresql" or connection.in_atomic_block:
        return [call() for call in calls]
    waiting, results = deque(enumerate(calls)), dict[int, T]()

    def work() -> None:
        while waiting:
            try:
                place, call = waiting.popleft()
            except IndexError:  # the other one took the last
                return
            results[place] = call()

    with ThreadPoolExecutor(1) as helper:
        beside = helper.submit(_on_own_connection, work)
        try:
            work()
        finally:
            waiting.clear()  # after an error nothing more is begun
        beside.result()
    return [results[place] for place in range(len(calls))]


def _on_own_connection(work: Callable[[], None]) -> None:
    try:
        work()
    finally:
        connection.close()
