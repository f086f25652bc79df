"""The rungs are proposed one after the other, each in its time."""

from __future__ import annotations

from datetime import date, timedelta

from dienhong.followup.ladder import Rung, next_rung
from dienhong.rulebook.presets import preset_calendar, preset_rulebook

DUE = date(2023, 10, 1)
RULES, CALENDAR = preset_rulebook().on(DUE, "commune"), preset_calendar()


def proposed(days_late: int, *taken: Rung) -> str | None:
    found = next_rung(DUE, taken, DUE + timedelta(days=days_late), rules=RULES, calendar=CALENDAR)
    return found.rung if found else None


def test_nothing_is_proposed_in_time() -> None:
    assert proposed(0) is None


def test_rungs_follow_each_other_in_their_time() -> None:
    assert proposed(1) == Rung.REMINDER
    assert proposed(14, Rung.REMINDER) is None
    assert proposed(15, Rung.REMINDER) == Rung.SECOND_REMINDER
    assert proposed(200, *list(Rung)[:6]) == Rung.REPORT_TO_COUNCIL


def test_a_rung_that_was_left_out_is_proposed_first() -> None:
    assert proposed(60, Rung.QUESTIONING) == Rung.REMINDER


def test_the_ladder_ends() -> None:
    assert proposed(2000, *Rung) is None


def test_every_rung_has_a_rule() -> None:
    assert all(RULES.get(f"escalation.{rung}") for rung in Rung)
