"""What meetings and conferences feed."""

from django.db.models import Q

from dienhong.indicators.declaration import Indicator
from dienhong.meetings.divisions import counted, met
from dienhong.meetings.register import conferences, matters, meetings
from dienhong.meetings.states import ConferenceKind, ConferenceStatus, MeetingKind

indicators = (
    Indicator(
        code="standing_meetings.held",
        label="Phiên họp thường kỳ của Thường trực HĐND",
        unit="phiên họp",
        register=meetings,
        where=Q(kind=MeetingKind.STANDING) & met(),
        listed={"kind": MeetingKind.STANDING, "da-hop": "yes"},
        phrases=("phiên họp thường kỳ",),
    ),
    Indicator(
        code="standing_meetings.matters",
        label="Nội dung UBND trình Thường trực HĐND",
        unit="nội dung",
        register=matters,
        where=lambda day: counted("yes", day),
        by={"decision": "decision"},
        listed={"da-hop": "yes"},
    ),
    Indicator(
        code="conferences.held",
        label="Hội nghị giao ban",
        unit="hội nghị",
        register=conferences,
        where=Q(kind=ConferenceKind.CONFERENCE) & ~Q(status=ConferenceStatus.PLANNED),
        listed={"kind": ConferenceKind.CONFERENCE, "to-chuc": "yes"},
        phrases=("hội nghị giao ban",),
    ),
)
