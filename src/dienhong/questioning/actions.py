"""The verbs of questioning: answered, concluded, and what is overdue brought before who must answer for it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.followup.actions import Happened, escalate
from dienhong.followup.assigning import held_origin
from dienhong.followup.ladder import Rung
from dienhong.followup.models import Escalation, Undertaking
from dienhong.kernel.errors import Refused
from dienhong.questioning.models import Hearing, Question
from dienhong.questioning.queries import standing_members
from dienhong.questioning.states import ANSWER, CONCLUDE, HEARING_WORKFLOW, QUESTION_WORKFLOW
from dienhong.registers.actions import carry_out
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record


@transaction.atomic
def answer(
    register: Register, record: Question, *, expected_version: int, by: User, at: datetime, **told: Any
) -> Record:
    """Record the answer to a question. Raises NotAllowed, Changed or Refused."""
    Refused.if_any([QUESTION_WORKFLOW.violation(ANSWER, record.status)])
    verb = QUESTION_WORKFLOW.transition(ANSWER).label
    return carry_out(
        register, record, values=told, expected_version=expected_version, by=by, at=at, verb=verb
    )


@transaction.atomic
def conclude(
    register: Register, record: Hearing, *, expected_version: int, by: User, at: datetime, **told: Any
) -> Record:
    """Record the conclusion of a hearing; who could vote on it is counted where nobody says so."""
    Refused.if_any([HEARING_WORKFLOW.violation(CONCLUDE, record.status)])
    if told.get("in_favour") is not None and told.get("members") is None:
        told["members"] = standing_members(record.council, record.held_on) or None
    verb = HEARING_WORKFLOW.transition(CONCLUDE).label
    return carry_out(
        register, record, values=told, expected_version=expected_version, by=by, at=at, verb=verb
    )


@transaction.atomic
def bring(
    record: Question | Hearing, undertakings: Iterable[Undertaking], *, on: date, by: User, at: datetime
) -> list[Escalation]:
    """Bring what is overdue before a hearing, or into a question: each is linked to where it happened.

    Raises NotAllowed, or Refused where one of them is not overdue or was brought to such a place before.
    """
    chosen = list(undertakings)
    if not chosen:
        raise Refused.because("questioning.none_chosen", "Hãy chọn ít nhất một việc.", "undertakings")
    if record.is_cancelled:
        raise Refused.because("cancelled", "Bản ghi này đã hủy.")
    origin = held_origin(record, verb="Đưa việc quá hạn ra đây", by=by, at=at)
    rung = Rung.HEARING if isinstance(record, Hearing) else Rung.QUESTIONING
    return [
        escalate(
            undertaking,
            rung=rung,
            where=f"{record.code} {record.title}"[:300],
            happened=Happened(on),
            expected_version=undertaking.version,
            by=by,
            at=at,
            happened_in=origin,
        )
        for undertaking in chosen
    ]
