"""A meeting with a matter, and a review conference that was held, with a group and a proposal."""

from __future__ import annotations

from dienhong.accounts.models import User
from dienhong.meetings.register import conferences
from dienhong.organisations.models import Council
from dienhong.registers import actions

from ..factories import NOW
from .factories import make_conference, make_group, make_matter, make_meeting, make_proposal

RECORDS = {
    "meetings": "HOP-2023-001",
    "matters_submitted": "NDT-2023-001",
    "conferences": "GB-2023-001",
    "discussion_groups": "TTL-2023-001",
    "proposals": "DX-2023-001",
}
STEPS = {"meetings": "hold", "conferences": "put_off"}
DEEDS = {"conferences": "conclude"}


def furnish(council: Council, by: User) -> None:
    make_matter(make_meeting(council, by), by)
    conference = make_conference(council, by, kind="review", level="")
    make_group(conference, by)
    make_proposal(conference, by)
    actions.move(conferences, conference, step="hold", expected_version=1, by=by, at=NOW)
