"""Rows that many tests read, written once: each test's own rows are undone, these stay until the last of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.db import transaction


@contextmanager
def laid_out(django_db_blocker: Any) -> Iterator[None]:
    """For a fixture of a module that asks for ``django_db_setup``: what is written within is undone at its end.

    The tests must run in transactions, as tests with ``db`` do, for theirs are then savepoints of this one.
    """
    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)
