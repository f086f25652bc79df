"""Who handles the denunciations of a council: named and ended by its leaders."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.kernel.errors import Refused
from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.reception import rules
from dienhong.reception.models import LetterHandler
from dienhong.reception.states import OFFICE


def require_leader(council: Council, by: User) -> None:
    sentence = f"Chỉ Thường trực HĐND của {council.name} giao người xử lý đơn tố cáo."
    access_of(by).require(council, {Role.LEADER}, sentence)


@transaction.atomic
def name_handler(council: Council, *, user: User, from_on: date, by: User, at: datetime) -> LetterHandler:
    """Give somebody of the office the denunciations of the council. Raises NotAllowed or Refused."""
    require_leader(council, by)
    roles = access_of(user, from_on).roles_in(council)
    Refused.if_any([rules.handler_is_of_the_office(bool(roles & OFFICE))])
    handler = LetterHandler(council=council, user=user, from_on=from_on)
    return acts.create(handler, council_id=council.pk, by=by, at=at, verb="Giao xử lý đơn tố cáo")


@transaction.atomic
def end_handler(
    handler: LetterHandler, *, ended_on: date, expected_version: int, by: User, at: datetime
) -> LetterHandler:
    """Take it back: from that day on, what was open to that person is closed."""
    require_leader(handler.council, by)
    return acts.update(
        handler,
        {"ended_on": ended_on},
        expected_version=expected_version,
        council_id=handler.council_id,
        by=by,
        at=at,
        verb="Thôi giao xử lý đơn tố cáo",
    )
