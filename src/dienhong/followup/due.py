"""Until when: by a rule with its basis, or as the council set it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from dienhong.rulebook import current
from dienhong.rulebook.due_dates import due_date

SET_BY_COUNCIL = "HĐND đặt"


@dataclass(frozen=True)
class Due:
    """A due day, what it rests on, and how it was worked out."""

    day: date
    basis: str
    explanation: str = ""


def due_by_rule(code: str, trigger_day: date, level: str) -> Due:
    """The due day by the rule in force on the trigger's day for councils of ``level``."""
    rule = current.rulebook().on(trigger_day, level)[code]
    due = due_date(rule, trigger_day, current.calendar())
    return Due(due.day, str(rule.basis), due.explanation)


def due_as_set(day: date, why: str = "") -> Due:
    """A day that the council itself has set."""
    return Due(day, SET_BY_COUNCIL, why)
