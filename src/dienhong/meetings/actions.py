"""The verb of conferences that asks for more than a reason."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.kernel.errors import Refused
from dienhong.meetings.models import Conference
from dienhong.meetings.states import CONCLUDE, CONFERENCE_WORKFLOW
from dienhong.registers.actions import carry_out
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record


@transaction.atomic
def conclude(
    register: Register, record: Conference, *, expected_version: int, by: User, at: datetime, **told: Any
) -> Record:
    """Record the conclusion of a conference. Raises NotAllowed, Changed or Refused."""
    Refused.if_any([CONFERENCE_WORKFLOW.violation(CONCLUDE, record.status)])
    verb = CONFERENCE_WORKFLOW.transition(CONCLUDE).label
    return carry_out(
        register, record, values=told, expected_version=expected_version, by=by, at=at, verb=verb
    )
