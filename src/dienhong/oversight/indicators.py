"""What oversight feeds; recommendations are the undertakings that follow from it."""

from datetime import date

from django.db.models import Q

from dienhong.followup.register import register as undertakings
from dienhong.followup.standing import stood, stood_beside
from dienhong.followup.states import OriginKind, Status
from dienhong.indicators.declaration import Indicator
from dienhong.oversight.divisions import topic_form
from dienhong.oversight.register import oversights, received
from dienhong.oversight.states import (
    CARRIED_OUT,
    REVIEWS,
    TOPICS,
    OversightForm,
    OversightStatus,
    ProgrammePlace,
)

CARRIED = Q(status__in=CARRIED_OUT)
FROM_OVERSIGHT = Q(origin_kind=OriginKind.OVERSIGHT)


def _done(day: date) -> Q:
    return FROM_OVERSIGHT & stood([Status.CONFIRMED], day)


def _done_beside(day: date) -> Q:
    return FROM_OVERSIGHT & stood_beside([Status.CONFIRMED])


indicators = (
    Indicator(
        code="oversight.topics",
        label="Chuyên đề giám sát, khảo sát",
        unit="chuyên đề",
        register=oversights,
        where=CARRIED & Q(form__in=TOPICS),
        by={"lead": "lead_kind", "form": topic_form},
        listed={"nhom": "topic", "tien-hanh": "yes"},
        on_desk=True,
        phrases=("chuyên đề",),
    ),
    Indicator(
        code="oversight.regular",
        label="Cuộc giám sát thường xuyên",
        unit="cuộc",
        register=oversights,
        where=CARRIED & Q(form=OversightForm.REGULAR),
        by={"lead": "lead_kind"},
        listed={"nhom": "regular", "tien-hanh": "yes"},
    ),
    Indicator(
        code="oversight.reviews",
        label="Lần xem xét báo cáo, văn bản",
        unit="lần",
        register=oversights,
        where=CARRIED & Q(form__in=REVIEWS),
        by={"lead": "lead_kind"},
        listed={"nhom": "review", "tien-hanh": "yes"},
    ),
    Indicator(
        code="oversight.delegations",
        label="Đoàn giám sát, khảo sát của cấp trên",
        unit="đoàn",
        register=received,
        by={"from_level": "from_level"},
    ),
    Indicator(
        code="oversight.planned",
        label="Nội dung trong chương trình giám sát",
        unit="nội dung",
        register=oversights,
        where=Q(programme_place=ProgrammePlace.PLANNED),
        by={"lead": "lead_kind"},
        listed={"programme_place": ProgrammePlace.PLANNED},
    ),
    Indicator(
        code="oversight.planned_done",
        label="Nội dung trong chương trình giám sát đã hoàn thành",
        unit="nội dung",
        register=oversights,
        where=Q(programme_place=ProgrammePlace.PLANNED, status=OversightStatus.CONCLUDED),
        by={"lead": "lead_kind"},
        listed={"programme_place": ProgrammePlace.PLANNED, "status": OversightStatus.CONCLUDED},
    ),
    Indicator(
        code="oversight.recommendations",
        label="Kiến nghị sau giám sát, khảo sát",
        unit="kiến nghị",
        register=undertakings,
        where=FROM_OVERSIGHT,
        listed={"nguon": OriginKind.OVERSIGHT},
    ),
    Indicator(
        code="oversight.recommendations_done",
        label="Kiến nghị sau giám sát đã thực hiện xong",
        unit="kiến nghị",
        register=undertakings,
        where=_done,
        counted=_done_beside,
        listed={"nguon": OriginKind.OVERSIGHT, "tinh-trang": "done"},
    ),
)
