"""An extension asked for with a file, and a workbook of answers: there is something to decide, to open, to look at."""

from __future__ import annotations

from datetime import date, timedelta

from dienhong.accounts.models import User
from dienhong.followup.actions import Happened, ask_extension, kept, receive_book
from dienhong.followup.models import Undertaking
from dienhong.organisations.models import Council

from ..factories import NOW, TODAY
from .books import empty_book

RECORDS = {"undertakings": "VT-2023-001", "followup": "BTL-2023-001"}
STEPS = {"undertakings": "accept"}
FILE = b"De nghi gia han"


def furnish(council: Council, by: User) -> None:
    undertaking = Undertaking.objects.get(council=council, code=RECORDS["undertakings"])
    at, operator = NOW + timedelta(days=1), User.objects.operator()
    part = undertaking.assignments.get()
    given = {"new_due_on": date(2030, 1, 1), "expected_version": undertaking.version, "at": at}
    with kept([("de-nghi.txt", FILE)], council=council, by=operator, at=at) as files:
        happened = Happened(on=date(2023, 7, 10), text="Chờ vật tư", files=files)
        ask_extension(part, happened=happened, by=operator, **given)
    paper = {"number": "1/BC", "issued_on": TODAY, "received_on": TODAY}
    file = "tra-loi.xlsx", empty_book([part])
    receive_book(council=council, body=undertaking.lead, file=file, by=by, at=NOW, **paper)
