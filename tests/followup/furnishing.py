"""An extension asked for, of the first undertaking that is there: so there is something to decide."""

from __future__ import annotations

from datetime import date, timedelta

from dienhong.accounts.models import User
from dienhong.followup.actions import Happened, ask_extension
from dienhong.followup.models import Undertaking
from dienhong.organisations.models import Council

from ..factories import NOW

RECORDS = {"undertakings": "VT-2023-001"}
STEPS = {"undertakings": "accept"}


def furnish(council: Council, by: User) -> None:
    undertaking = Undertaking.objects.get(council=council, code=RECORDS["undertakings"])
    at = NOW + timedelta(days=1)
    happened = Happened(on=date(2023, 7, 10), text="Chờ vật tư")
    part = undertaking.assignments.get()
    given = {"new_due_on": date(2030, 1, 1), "expected_version": undertaking.version, "at": at}
    ask_extension(part, happened=happened, by=User.objects.operator(), **given)
