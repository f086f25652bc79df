"""Bodies around a council: added, renamed, ended with successors."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone
from django.utils.module_loading import import_string

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.audit.journal import append
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.organisations import rules
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Council, Organisation


@transaction.atomic
def add_organisation(*, council: Council, values: Mapping[str, Any], by: User, at: datetime) -> Organisation:
    """``values``: kind, name, short_name, number, place, established_on."""
    _require_administrator(council, by, at)
    organisation = Organisation(council=council, **values)
    return acts.create(organisation, council_id=council.pk, by=by, at=at, verb="Thêm cơ quan, tổ chức")


@transaction.atomic
def change_organisation(
    organisation: Organisation, *, values: Mapping[str, Any], expected_version: int, by: User, at: datetime
) -> Organisation:
    """The same values as when it was added."""
    _require_administrator(organisation.council, by, at)
    return acts.update(
        organisation,
        values,
        expected_version=expected_version,
        council_id=organisation.council_id,
        by=by,
        at=at,
        verb="Sửa cơ quan, tổ chức",
    )


@transaction.atomic
def end_organisation(
    organisation: Organisation,
    *,
    on: date,
    successors: Sequence[Organisation],
    reason: str,
    expected_version: int,
    by: User,
    at: datetime,
) -> list[str]:
    """No longer there from the day ``on``; its successors take over what is open. What went where, in sentences."""
    _require_administrator(organisation.council, by, at)
    Refused.if_any([rules.reason_given(reason), *rules.organisation_may_end(organisation, successors, on)])
    told: dict[str, Any] = {"council_id": organisation.council_id, "by": by, "at": at}
    acts.update(
        organisation,
        {"dissolved_on": on},
        expected_version=expected_version,
        verb="Kết thúc cơ quan, tổ chức",
        reason=reason.strip(),
        **told,
    )
    organisation.successors.set(successors)
    taken = [
        import_string(name)(organisation, successors, on=on, by=by, at=at) for name in settings.TAKEOVERS
    ]
    if successors:
        names = {"successors": [None, [successor.name for successor in successors]]}
        append(verb="Ghi cơ quan kế thừa", record=organisation, changes=names, **told)
    return [sentence for sentence in taken if sentence]


def _require_administrator(council: Council, by: User, at: datetime) -> None:
    if not access_of(by, timezone.localdate(at)).may_administer(council):
        raise NotAllowed(f"Anh/chị không quản trị {council.name}.")
