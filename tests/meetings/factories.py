"""Meetings and conferences for tests."""

from __future__ import annotations

from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.meetings.models import Conference, DiscussionGroup, MatterSubmitted, Meeting, Proposal
from dienhong.meetings.register import conferences, groups, matters, meetings, proposals
from dienhong.organisations.models import Council, Organisation
from dienhong.registers import actions as records

from ..factories import NOW

MET = date(2023, 7, 28)
CONFERRED = date(2023, 10, 18)


def executive(council: Council) -> Organisation:
    name = f"UBND {council.short_name}"
    return Organisation.objects.get_or_create(council=council, kind="executive", name=name)[0]


def make_meeting(council: Council, by: User, **fields: Any) -> Meeting:
    """The monthly meeting of July; fields override."""
    usual: dict[str, Any] = {"kind": "standing", "held_on": MET}
    if fields.get("kind", "standing") == "standing":
        usual |= {"month": 7, "year": 2023}
    return records.add(meetings, council=council, values={**usual, **fields}, by=by, at=NOW)  # type: ignore[return-value]


def held(meeting: Meeting, by: User) -> Meeting:
    return records.move(meetings, meeting, step="hold", expected_version=meeting.version, by=by, at=NOW)  # type: ignore[return-value]


def make_matter(meeting: Meeting, by: User, **fields: Any) -> MatterSubmitted:
    usual = {
        "meeting": meeting,
        "text": "Phân bổ vốn sự nghiệp bổ sung",
        "submitter": executive(meeting.council),
        "submission_number": "112/TTr-UBND",
    }
    return records.add(matters, council=meeting.council, values={**usual, **fields}, by=by, at=NOW)  # type: ignore[return-value]


def make_conference(council: Council, by: User, **fields: Any) -> Conference:
    usual = {
        "kind": "conference",
        "level": "commune",
        "term": council.terms.get(),
        "ordinal": 4,
        "held_on": CONFERRED,
        "from_own": 30,
        "from_below": 45,
    }
    return records.add(conferences, council=council, values={**usual, **fields}, by=by, at=NOW)  # type: ignore[return-value]


def make_group(conference: Conference, by: User, **fields: Any) -> DiscussionGroup:
    values = {"conference": conference, "number": 1, "theme": "Nâng cao chất lượng chất vấn", **fields}
    return records.add(groups, council=conference.council, values=values, by=by, at=NOW)  # type: ignore[return-value]


def make_proposal(conference: Conference, by: User, **fields: Any) -> Proposal:
    usual = {
        "conference": conference,
        "text": "Tập huấn kỹ năng giám sát",
        "raised_by_other": "Tổ đại biểu số 1",
    }
    return records.add(proposals, council=conference.council, values={**usual, **fields}, by=by, at=NOW)  # type: ignore[return-value]
