"""What is open, done and overdue, as of the last day of the period."""

from dienhong.followup.register import register
from dienhong.followup.standing import origin_kind, stood, was_overdue
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
        by={"origin": origin_kind},
        listed={"ket-thuc": "open"},
    ),
    Indicator(
        code="undertakings.done",
        label="Việc phải theo dõi đã xong",
        unit=UNIT,
        register=register,
        where=lambda day: stood([Status.CONFIRMED], day),
        by={"origin": origin_kind},
        listed={"tinh-trang": "done"},
    ),
    Indicator(
        code="undertakings.overdue",
        label="Việc phải theo dõi quá hạn",
        unit=UNIT,
        register=register,
        where=was_overdue,
        by={"origin": origin_kind},
        listed={"tinh-trang": "overdue"},
        on_desk=True,
    ),
)
