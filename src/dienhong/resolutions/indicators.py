"""What resolutions and their programme feed."""

from django.db.models import Q

from dienhong.indicators.declaration import Indicator
from dienhong.resolutions import divisions
from dienhong.resolutions.register import programme, resolutions
from dienhong.resolutions.states import ADOPTED

UNIT = "nghị quyết"

indicators = (
    Indicator(
        code="resolutions.passed",
        label="Nghị quyết được thông qua",
        unit=UNIT,
        register=resolutions,
        where=Q(status__in=ADOPTED),
        by={"kind": "kind", "field": "field__code"},
        listed={divisions.adoption.name: "yes"},
        on_desk=True,
        phrases=("nghị quyết",),
    ),
    Indicator(
        code="resolutions.planned",
        label="Nghị quyết trong chương trình năm",
        unit=UNIT,
        register=programme,
        by={"entry": "entry", "outcome": divisions.programme},
    ),
)
