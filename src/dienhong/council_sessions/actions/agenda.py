"""An item is postponed, and goes on in another session."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.council_sessions import rules
from dienhong.council_sessions.models import AgendaItem, CouncilSession
from dienhong.council_sessions.states import POSTPONE, ItemStatus
from dienhong.kernel.errors import Refused
from dienhong.registers.actions import add, carry_out, move
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record


@transaction.atomic
def postpone_item(
    register: Register,
    record: AgendaItem,
    *,
    postponed_to: CouncilSession | None = None,
    reason: str,
    expected_version: int,
    by: User,
    at: datetime,
) -> Record:
    """Take an item off this session, and put it to another where that is known already. Raises as ``move`` does."""
    told: dict[str, Any] = {"by": by, "at": at}
    moved = move(register, record, step=POSTPONE, reason=reason, expected_version=expected_version, **told)
    if postponed_to is None:
        return moved
    return carry_item(register, record, postponed_to=postponed_to, expected_version=moved.version, **told)


@transaction.atomic
def carry_item(
    register: Register,
    record: AgendaItem,
    *,
    postponed_to: CouncilSession,
    expected_version: int,
    by: User,
    at: datetime,
) -> Record:
    """The postponed item says where it went; there it is proposed anew. Raises as ``change`` does."""
    Refused.if_any(
        [
            rules.postponed_before_carried(record.status == ItemStatus.POSTPONED),
            rules.not_carried_on(record.postponed_to_id is not None),
            rules.carried_to_another(postponed_to.pk == record.session_id),
        ]
    )
    values = {name: getattr(record, name) for name in ("title", "kind", "submitter")}
    values |= {"session": postponed_to, "continues": record}
    add(register, council=record.council, values=values, by=by, at=at)
    return carry_out(
        register,
        record,
        values={"postponed_to": postponed_to},
        expected_version=expected_version,
        by=by,
        at=at,
        verb="Chuyển sang kỳ họp khác",
    )
