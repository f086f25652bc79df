"""Which committees support the one that leads a verification."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.council_sessions import rules
from dienhong.council_sessions.models import Verification, VerificationSupport
from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Organisation
from dienhong.registers.actions import require_standing, require_writer
from dienhong.registers.declaration import get_register


@transaction.atomic
def set_supporters(
    verification: Verification,
    *,
    committees: Iterable[Organisation],
    expected_version: int,
    by: User,
    at: datetime,
) -> Verification:
    """The committees that support from now on; raises NotAllowed, Changed or Refused."""
    require_writer(get_register("verifications"), verification.council, by)
    require_standing(verification)
    chosen = list(committees)
    Refused.if_any([rules.lead_does_not_support(verification.lead_id, [body.pk for body in chosen])])
    acts.update(
        verification,
        {},
        expected_version=expected_version,
        council_id=verification.council_id,
        by=by,
        at=at,
        verb="Ghi Ban phối hợp",
        reason=", ".join(str(body) for body in chosen) or "không có",
        always=True,
    )
    VerificationSupport.objects.filter(verification=verification).delete()
    rows = [VerificationSupport(verification=verification, committee=body) for body in chosen]
    VerificationSupport.objects.bulk_create(rows)
    return verification
