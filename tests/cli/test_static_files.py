"""Static files are packed once, and again when one of them has changed."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles.finders import get_finder

from dienhong.cli import static_files


@pytest.fixture
def packed(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """One style sheet, and every time that it was packed."""
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "page.css").write_text("a{}", encoding="ascii")
    settings.STATICFILES_DIRS, settings.STATICFILES_FINDERS = (
        [tmp_path / "own"],
        ["django.contrib.staticfiles.finders.FileSystemFinder"],
    )
    settings.STATIC_ROOT = tmp_path / "packed"
    settings.STATIC_ROOT.mkdir()
    calls: list[str] = []
    monkeypatch.setattr("django.core.management.call_command", lambda name, **told: calls.append(name))
    get_finder.cache_clear()
    yield calls
    get_finder.cache_clear()


def test_packed_only_when_something_changed(packed: list[str], tmp_path: Path) -> None:
    for expected in (1, 1):
        static_files.collect()
        assert len(packed) == expected
    os.utime(tmp_path / "own" / "page.css", (1, 1))
    static_files.collect()
    assert packed == ["collectstatic", "collectstatic"]
