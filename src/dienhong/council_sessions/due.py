"""Deadlines counted from the opening of a session, under the rules of that day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dienhong.rulebook.current import calendar, rulebook
from dienhong.rulebook.due_dates import DueDate, due_date
from dienhong.rulebook.rulebook import Rulebook
from dienhong.rulebook.working_days import Calendar

PAPERS, NORMATIVE_PAPERS, VERIFICATION = (
    "paper.to_delegates",
    "paper.normative_to_delegates",
    "verification.meeting",
)


@dataclass(frozen=True)
class Law:
    """Rules and calendar as they stand, read once for many sessions."""

    rulebook: Rulebook
    calendar: Calendar

    def due(self, code: str, opens_on: date, level: str) -> DueDate | None:
        """A deadline with how it was worked out; None where no rule was in force on the day of the opening."""
        rule = self.rulebook.on(opens_on, level).get(code)
        return due_date(rule, opens_on, self.calendar) if rule else None


def law_now() -> Law:
    return Law(rulebook(), calendar())


def paper_rule(normative: bool) -> str:
    """Which deadline binds a paper: drafts of normative resolutions have their own."""
    return NORMATIVE_PAPERS if normative else PAPERS
