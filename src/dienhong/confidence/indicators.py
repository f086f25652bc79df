"""What confidence ratings feed."""

from django.db.models import Q

from dienhong.confidence import divisions
from dienhong.confidence.register import rated_people
from dienhong.indicators.declaration import Indicator

indicators = (
    Indicator(
        code="confidence.people",
        label="Người được lấy phiếu tín nhiệm",
        unit="người",
        register=rated_people,
        where=~Q(outcome=""),
        by={"outcome": "outcome"},
        listed={divisions.counted.name: "yes"},
    ),
)
