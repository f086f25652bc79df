"""Points: single meetings with voters."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.kinds import Level
from dienhong.organisations.models import Council
from dienhong.registers.declaration import (
    CalendarEntry,
    Column,
    Fact,
    Group,
    Link,
    Panel,
    Register,
    Sheet,
    Task,
)
from dienhong.registers.models import RecordQuerySet
from dienhong.voters import divisions, rules
from dienhong.voters.models import Petition, VoterMeeting, VoterRound


def check(meeting: VoterMeeting, today: date) -> Iterable[RuleViolation | None]:
    round_ = meeting.round
    yield rules.within_round(
        meeting.held_on, round_.starts_on if round_ else None, round_.ends_on if round_ else None
    )
    yield rules.counted_when_held(meeting.held_on, meeting.attendees, meeting.opinions, today)
    yield rules.somebody_meets(
        meeting.national_delegates,
        meeting.province_delegates,
        meeting.district_delegates,
        meeting.commune_delegates,
    )


def propose(council: Council, today: date) -> dict[str, Any]:
    """The round that runs or ran last, and the council's own delegates."""
    own = {Level.PROVINCE: "province", Level.DISTRICT: "district", Level.COMMUNE: "commune"}[
        Level(council.level)
    ]
    of_council = VoterRound.objects.counted().filter(
        VoterRound.of_councils([council.pk]), starts_on__lte=today
    )
    last = of_council.order_by("-starts_on").first()
    return {f"{own}_delegates": True, **({"round": last} if last else {})}


def panels(meeting: VoterMeeting, user: User) -> Iterable[Panel]:
    seen = Petition.objects.visible_to(user).counted().filter(meeting=meeting).order_by("pk")
    facts = tuple(Fact(p.code, p.title, p.field.name, p) for p in seen.select_related("field", "council"))
    yield Panel("Kiến nghị nêu tại đây", facts, "Chưa ghi kiến nghị nào của điểm tiếp xúc này.")


def links(meeting: VoterMeeting, user: User, today: date) -> Iterable[Link]:
    if meeting.held_on <= today:
        yield Link("Ghi kiến nghị nêu tại đây", "ghi-kien-nghi", style="primary")


def tasks(meetings: RecordQuerySet, today: date) -> Iterable[Task]:
    """What was held and whose attendance nobody has recorded."""
    for meeting in meetings.filter(held_on__lt=today, attendees=None).order_by("-held_on")[:10]:
        yield Task(f"Ghi số cử tri, số ý kiến: {meeting.title}", meeting.held_on, meeting)


meetings = Register(
    code="voter_meetings",
    model=VoterMeeting,
    path="diem-tiep-xuc",
    prefix="TX",
    title="Điểm tiếp xúc",
    one="điểm tiếp xúc",
    group="Cử tri",
    purpose="Mỗi cuộc tiếp xúc tại một nơi: ngày, nơi, đại biểu cấp nào, bao nhiêu cử tri, bao nhiêu ý kiến.",
    columns=(
        Column("place", "nơi tiếp xúc", phone="title"),
        Column("held_on", sortable=True, phone="meta"),
        Column("round"),
        Column("attendees", sortable=True),
        Column("opinions", sortable=True),
    ),
    filters=(divisions.level, "round"),
    form=(
        Group("Cuộc tiếp xúc", ("round", "held_on", "at_time", "place")),
        Group(
            "Đại biểu tiếp xúc",
            ("national_delegates", "province_delegates", "district_delegates", "commune_delegates"),
        ),
        Group("Cử tri", ("attendees", "attendees_approximate", "opinions")),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=check,
    propose=propose,
    panels=panels,
    links=links,
    tasks=tasks,
    sheet=Sheet(
        name="Điểm tiếp xúc cử tri",
        columns=(
            "round",
            "held_on",
            "place",
            "national_delegates",
            "province_delegates",
            "district_delegates",
            "commune_delegates",
            "attendees",
            "attendees_approximate",
            "opinions",
            "note",
        ),
        key=("held_on", "place"),
        example={
            "round": "Tiếp xúc cử tri trước kỳ họp thứ 7",
            "held_on": "26/6/2023",
            "place": "Nhà rông thôn Đăk Rao Lớn",
            "attendees": "120",
            "opinions": "9",
        },
    ),
    approximate={"attendees": "attendees_approximate"},
    calendar=CalendarEntry(starts="held_on", ends="held_on"),
    related=("round__session",),
)
