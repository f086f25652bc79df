"""The ladder after a due date has passed: the system proposes the next rung, a person takes it; pure."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from django.db import models

from dienhong.followup.states import OriginKind
from dienhong.rulebook.due_dates import DueDate, due_date
from dienhong.rulebook.rulebook import RulesOnDay
from dienhong.rulebook.working_days import Calendar


class Rung(models.TextChoices):
    """In the order in which they are proposed; each waits for the days that its rule gives."""

    REMINDER = "reminder", "Đôn đốc lần 1"
    SECOND_REMINDER = "second_reminder", "Đôn đốc lần 2"
    PROPOSAL = "proposal", "Kiến nghị cấp có thẩm quyền"
    HEARING = "hearing", "Đưa ra phiên giải trình"
    QUESTIONING = "questioning", "Đưa ra chất vấn"
    RENEWED_OVERSIGHT = "renewed_oversight", "Giám sát lại"
    REPORT_TO_COUNCIL = "report_to_council", "Báo cáo HĐND"


HAPPENS_IN = {
    Rung.HEARING: OriginKind.HEARING,
    Rung.QUESTIONING: OriginKind.QUESTION,
    Rung.RENEWED_OVERSIGHT: OriginKind.OVERSIGHT,
}
"""Rungs that are taken in a hearing, question or oversight which has a page of its own; the others by a paper."""


@dataclass(frozen=True)
class Proposal:
    """The next rung, and since when and why it is proposed."""

    rung: Rung
    since: DueDate


def next_rung(
    due_on: date, taken: Collection[str], today: date, *, rules: RulesOnDay, calendar: Calendar
) -> Proposal | None:
    """The first rung not taken yet, once its day has come; None before that, or at the end of the ladder."""
    rung = next((rung for rung in Rung if rung not in taken), None)
    rule = rules.get(f"escalation.{rung}") if rung else None
    if rung is None or rule is None:
        return None
    since = due_date(rule, due_on, calendar)
    return Proposal(rung, since) if since.day <= today else None
