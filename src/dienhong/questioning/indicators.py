"""What the registers of questioning feed."""

from django.db.models import Q

from dienhong.indicators.declaration import Indicator
from dienhong.questioning.divisions import TOOK_PLACE, stands
from dienhong.questioning.register import hearings, matters, question_times, questions

indicators = (
    Indicator(
        code="questions.put",
        label="Nội dung chất vấn",
        unit="nội dung",
        register=questions,
        where=stands(),
        by={"venue": "venue", "field": "field__code"},
        listed={"rut": "no"},
    ),
    Indicator(
        code="question_times.held",
        label="Phiên chất vấn",
        unit="phiên",
        register=question_times,
        by={"venue": "venue"},
        phrases=("phiên chất vấn",),
    ),
    Indicator(
        code="hearings.held",
        label="Phiên giải trình đã tổ chức",
        unit="phiên",
        register=hearings,
        where=Q(status__in=TOOK_PLACE),
        listed={"to-chuc": "yes"},
        phrases=("phiên giải trình",),
    ),
    Indicator(
        code="hearings.matters",
        label="Nội dung giải trình",
        unit="nội dung",
        register=matters,
        where=Q(hearing__status__in=TOOK_PLACE),
        by={"field": "field__code"},
        listed={"to-chuc": "yes"},
        phrases=("nội dung giải trình",),
    ),
)
