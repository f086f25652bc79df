"""What the registers of reception feed."""

from django.db.models import Sum

from dienhong.indicators.declaration import Indicator, PartOf
from dienhong.reception import divisions
from dienhong.reception.register import days, letters, receptions
from dienhong.reception.states import DayState

indicators = (
    Indicator(
        code="receptions.days",
        label="Ngày đã tiếp công dân",
        unit="ngày",
        register=days,
        of=PartOf(divisions.state, DayState.HELD),
        by={"body": "body"},
        listed={divisions.state.name: DayState.HELD},
    ),
    Indicator(
        code="receptions.days_scheduled",
        label="Ngày tiếp công dân theo lịch",
        unit="ngày",
        register=days,
        by={"state": divisions.state},
    ),
    Indicator(
        code="receptions.citizens",
        label="Công dân được tiếp",
        unit="công dân",
        register=receptions,
        measure=Sum("citizens"),
    ),
    Indicator(
        code="letters.received",
        label="Đơn thư đã nhận",
        unit="đơn",
        register=letters,
        by={"kind": "kind", "competence": "competence", "status": "status"},
        phrases=("đơn thư",),
    ),
)
