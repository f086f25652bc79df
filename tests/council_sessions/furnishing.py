"""A session with one of each of its parts; the item was postponed, the paper has a file, the vote a result."""

from __future__ import annotations

from dienhong.accounts.models import User
from dienhong.council_sessions import actions
from dienhong.council_sessions.register import agenda_items
from dienhong.files.actions import Upload
from dienhong.organisations.models import Council, Organisation

from ..factories import NOW
from .factories import (
    OPENS,
    close_hands,
    make_discussion,
    make_item,
    make_paper,
    make_sitting,
    make_verification,
    make_vote,
    session_of,
    step,
)

RECORDS = {
    "council_sessions": "KH-2023-001",
    "agenda_items": "ND-2023-001",
    "papers": "TL-2023-001",
    "verifications": "TTR-2023-001",
    "sittings": "NH-2023-001",
    "discussions": "THL-2023-001",
    "votes": "BQ-2023-001",
}
STEPS = {"council_sessions": "convene", "agenda_items": "restore"}
DEEDS = {"agenda_items": "chuyen-ky-hop", "votes": "mo-lai"}


def furnish(council: Council, by: User) -> None:
    session = session_of(council, by)
    step(agenda_items, make_item(session, by), "postpone", by, "Chưa đủ hồ sơ")
    paper = make_paper(session, by)
    upload = Upload("to-trinh.txt", "TỜ TRÌNH về phí chợ".encode())
    told = {"received_on": OPENS, "expected_version": paper.version, "by": by, "at": NOW}
    actions.receive_version(paper, upload=upload, **told)
    lead = Organisation.objects.create(council=council, kind="committee", name="Ban Pháp chế")
    make_verification(session, lead, by)
    make_sitting(session, by)
    make_discussion(session, by)
    close_hands(make_vote(session, by), by, present=1, in_favour=1)
