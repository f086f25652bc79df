"""What is open, done and overdue, as of the last day of the period."""

from dienhong.followup.register import register
from dienhong.followup.standing import late_beside, origin_kind, stood, stood_beside, was_overdue
from dienhong.followup.states import OPEN, Status
from dienhong.indicators.declaration import Indicator

UNIT = "việc"

indicators = (
    Indicator(
        code="undertakings.open",
        label="Việc phải theo dõi chưa xong",
        unit=UNIT,
        register=register,
        where=lambda day: stood(OPEN, day),
        counted=lambda day: stood_beside(OPEN),
        by={"origin": origin_kind},
        listed={"ket-thuc": "open"},
    ),
    Indicator(
        code="undertakings.done",
        label="Việc phải theo dõi đã xong",
        unit=UNIT,
        register=register,
        where=lambda day: stood([Status.CONFIRMED], day),
        counted=lambda day: stood_beside([Status.CONFIRMED]),
        by={"origin": origin_kind},
        listed={"tinh-trang": "done"},
    ),
    Indicator(
        code="undertakings.overdue",
        label="Việc phải theo dõi quá hạn",
        unit=UNIT,
        register=register,
        where=was_overdue,
        counted=late_beside,
        by={"origin": origin_kind},
        listed={"tinh-trang": "overdue"},
        on_desk=True,
    ),
)
