"""Days that the law counts around questions and hearings, under the rules of their day."""

from __future__ import annotations

from datetime import date

from dienhong.rulebook.current import calendar, rulebook
from dienhong.rulebook.due_dates import DueDate, due_date
from dienhong.rulebook.rules import Rule

WRITTEN_ANSWER = "question.written_answer"
PROMISE_REPORT = "question.promise_report"
NOTICE = "hearing.notice"
MAJORITY = "hearing.conclusion"


def deadline(code: str, trigger_day: date, level: str) -> DueDate | None:
    """A deadline with how it was worked out; None where no rule gave one on that day."""
    rule = rulebook().on(trigger_day, level).get(code)
    return due_date(rule, trigger_day, calendar()) if rule else None


def majority_rule(day: date, level: str) -> Rule | None:
    """How much of the standing committee passes the conclusion of a hearing."""
    return rulebook().on(day, level).get(MAJORITY)
