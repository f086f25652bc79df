"""The small kind stands beside the built-in ones."""

from __future__ import annotations

import pytest

from dienhong.council_sessions.register import register
from dienhong.indicators import declaration
from dienhong.indicators.declaration import Indicator
from dienhong.reports import figures, kinds

from .papers import KIND


@pytest.fixture(autouse=True)
def small_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    known = {**kinds.all_kinds(), KIND.code: KIND}
    monkeypatch.setattr(kinds, "_found", lambda: known)


@pytest.fixture
def whole_catalogue(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stand-ins for the figures of registers that this installation does not have: those of sessions."""
    known = {indicator.code for indicator in declaration.all_indicators()}
    stand_ins = {
        code: Indicator(code=code, label=code, unit="", register=register, by=by)
        for code, by in {
            "standing_meetings.held": {},
            "standing_meetings.matters": {},
            "conferences.held": {},
            "confidence.people": {"outcome": "kind"},
        }.items()
        if code not in known
    }
    found = figures.get_indicator
    monkeypatch.setattr(figures, "get_indicator", lambda code: stand_ins.get(code) or found(code))
