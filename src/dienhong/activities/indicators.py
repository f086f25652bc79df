"""What the other activities feed."""

from django.db.models import Sum

from dienhong.activities.register import trainings
from dienhong.indicators.declaration import Indicator

indicators = (
    Indicator(
        code="trainings.courses",
        label="Lớp tập huấn, hội nghị học tập",
        unit="lớp",
        register=trainings,
        by={"kind": "kind"},
        phrases=("lớp tập huấn", "lớp bồi dưỡng"),
    ),
    Indicator(
        code="trainings.participants",
        label="Lượt người dự tập huấn, học tập",
        unit="lượt người",
        register=trainings,
        measure=Sum("participants"),
        by={"kind": "kind"},
    ),
)
