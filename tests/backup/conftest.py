"""An installation with something in every register, and its backup."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext
from pathlib import Path

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.db import connection

from dienhong.accounts.models import User
from dienhong.backup import rows
from dienhong.backup.actions import Restored, back_up, restore
from dienhong.files.actions import Upload, stored
from dienhong.files.models import StoredFile
from dienhong.organisations.models import Council

from ..access.furniture import furnish
from ..factories import NOW

Content = dict[str, list[bytes]]


def content() -> Content:
    """Every row of every table that a backup keeps, and every stored file."""
    tables = {rows.name_of(model): list(rows.lines_of(model)) for model in rows.tables(apps)}
    return {**tables, "files": [file.read() for file in StoredFile.objects.filter(discarded_at=None)]}


def keep(council: Council, by: User, data: bytes, name: str = "đơn.txt") -> StoredFile:
    with stored(Upload(name, data), council=council, by=by, at=NOW) as file:
        return file


def silent(done: int, steps: int) -> None:
    assert 0 < done <= steps


def brought_back(path: Path, *, replace: bool = True) -> Restored:
    connection.check_constraints()  # a table with rows not yet checked cannot be emptied, in a test's transaction
    return restore(path, replace=replace, tell=silent)


@pytest.fixture(autouse=True)
def within_the_test(monkeypatch: pytest.MonkeyPatch) -> None:
    """The transaction of a test is one moment already; the real thing is met by processes of their own."""
    monkeypatch.setattr("dienhong.backup.actions.snapshot", nullcontext)


@pytest.fixture
def whole(commune: Council, clerk: User) -> Iterator[Content]:
    """Something in every register, two files of three uploads; what it comes to."""
    furnish(commune, clerk)
    for data in (b"mot", b"hai", b"mot"):
        keep(commune, clerk, data)
    yield content()
    for folder in default_storage.listdir("")[0]:
        default_storage.delete(folder)


@pytest.fixture
def backup(whole: Content, tmp_path: Path) -> Path:
    path = tmp_path / "sao-luu.zip"
    back_up(path, at=NOW, tell=silent)
    return path
