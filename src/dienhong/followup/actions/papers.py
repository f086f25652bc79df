"""Papers that came in, recorded once however much they answer or decide."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.followup.models import IncomingDocument
from dienhong.followup.voices import require_council
from dienhong.organisations.models import Council, Organisation


@transaction.atomic
def record_document(
    *, council: Council, number: str, issued_on: date, issuer: Organisation, by: User, at: datetime
) -> IncomingDocument:
    """A paper that came in, recorded once: the same number, day and issuer is the same paper."""
    require_council(council, by)
    given = {"council": council, "number": number.strip(), "issued_on": issued_on, "issuer": issuer}
    known = IncomingDocument.objects.filter(**given).first()
    if known:
        return known
    return acts.create(IncomingDocument(**given), council_id=council.pk, by=by, at=at, verb="Ghi văn bản đến")
