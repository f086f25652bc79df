"""The small kind stands beside the built-in ones."""

from __future__ import annotations

import pytest

from dienhong.reports import kinds

from .papers import KIND


@pytest.fixture(autouse=True)
def small_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {**kinds.all_kinds(), KIND.code: KIND}
    monkeypatch.setattr(kinds, "_found", lambda: known)
