"""What the register of sessions feeds."""

from django.db.models import Q

from dienhong.council_sessions.register import register
from dienhong.council_sessions.states import SessionStatus
from dienhong.indicators.declaration import Indicator

indicators = (
    Indicator(
        code="sessions.held",
        label="Kỳ họp đã tổ chức",
        unit="kỳ họp",
        register=register,
        where=Q(status=SessionStatus.CLOSED),
        by={"kind": "kind"},
        listed={"status": SessionStatus.CLOSED},
        on_desk=True,
        phrases=("kỳ họp",),
    ),
)
