"""What sessions and their parts feed."""

from django.db.models import Q, Sum

from dienhong.council_sessions import divisions
from dienhong.council_sessions.register import discussions, papers, register, verifications
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
    Indicator(
        code="sessions.papers",
        label="Tài liệu kỳ họp",
        unit="tài liệu",
        register=papers,
        by={"on_time": divisions.on_time, "kind": "kind"},
    ),
    Indicator(
        code="sessions.verifications",
        label="Nội dung đã thẩm tra",
        unit="nội dung",
        register=verifications,
        where=Q(reported_on__isnull=False),
        by={"conclusion": "conclusion"},
        listed={"bao-cao": "yes"},
    ),
    Indicator(
        code="sessions.opinions",
        label="Lượt ý kiến thảo luận tại kỳ họp",
        unit="lượt ý kiến",
        register=discussions,
        measure=Sum("opinions"),
        by={"kind": "kind"},
    ),
)
