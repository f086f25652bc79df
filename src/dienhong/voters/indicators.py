"""What meetings with voters and petitions feed."""

from django.db.models import Q, Sum

from dienhong.indicators.declaration import Indicator, Ratio
from dienhong.voters import divisions
from dienhong.voters.queries import overdue_beside, was_overdue
from dienhong.voters.register import meetings, petitions, rounds
from dienhong.voters.register.petitions import CARRIED

UNIT = "kiến nghị"

indicators = (
    Indicator(
        code="voter_meetings.rounds",
        label="Đợt tiếp xúc cử tri",
        unit="đợt",
        register=rounds,
        by={"kind": "kind"},
    ),
    Indicator(
        code="voter_meetings.points",
        label="Điểm tiếp xúc cử tri",
        unit="điểm",
        register=meetings,
        by={"level_of_delegates": divisions.level},
    ),
    Indicator(
        code="voter_meetings.attendees",
        label="Lượt cử tri dự tiếp xúc",
        unit="lượt cử tri",
        register=meetings,
        measure=Sum("attendees"),
    ),
    Indicator(
        code="voter_meetings.opinions",
        label="Ý kiến, kiến nghị tại các cuộc tiếp xúc",
        unit="ý kiến",
        register=meetings,
        measure=Sum("opinions"),
    ),
    Indicator(
        code="petitions.received",
        label="Kiến nghị cử tri đã tiếp nhận",
        unit=UNIT,
        register=petitions,
        by={"status": divisions.status, "field": "field__code", "competence": "competence"},
        on_desk=True,
    ),
    Indicator(
        code="petitions.repeated",
        label="Kiến nghị cử tri nêu lại",
        unit=UNIT,
        register=petitions,
        where=Q(repeats__isnull=False),
        listed={"neu-lai": "yes"},
    ),
    Indicator(
        code="petitions.overdue",
        label="Kiến nghị cử tri quá hạn trả lời",
        unit=UNIT,
        register=petitions,
        where=was_overdue,
        counted=overdue_beside,
        listed={"han": "overdue"},
        on_desk=True,
    ),
    Indicator(
        code="petitions.carried_over",
        label="Kiến nghị cử tri tồn đọng qua kỳ họp",
        unit=UNIT,
        register=petitions,
        date=CARRIED,
        meaning="Chưa giải quyết xong nên trong kỳ được chuyển theo dõi sang kỳ họp sau; mỗi kiến nghị tính một lần.",
    ),
)

ratios = (
    Ratio(
        code="petitions.resolved_share",
        label="Tỷ lệ kiến nghị cử tri đã giải quyết xong",
        numerator="petitions.received",
        denominator="petitions.received",
        part=("status", "resolved"),
    ),
)
