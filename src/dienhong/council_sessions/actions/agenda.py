"""An item that was postponed goes on in another session."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.council_sessions import rules
from dienhong.council_sessions.models import AgendaItem, CouncilSession
from dienhong.council_sessions.states import ItemStatus
from dienhong.kernel.errors import Refused
from dienhong.registers.actions import add, carry_out
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record


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
