"""States of a report that came in, what may be decided on a finding, and the spans that reports cover."""

from django.db import models

from dienhong.kernel.period import Period
from dienhong.kernel.workflow import Transition, Workflow
from dienhong.organisations.kinds import Role


class ReportStatus(models.TextChoices):
    RECEIVED = "received", "đã nhận"
    CHECKED = "checked", "đã kiểm tra"
    RETURNED = "returned", "đã gửi trả"
    ACCEPTED = "accepted", "đã chấp nhận"


TONES = {
    ReportStatus.RECEIVED: "draft",
    ReportStatus.CHECKED: "neutral",
    ReportStatus.RETURNED: "due_soon",
    ReportStatus.ACCEPTED: "done",
}

_OFFICE = {Role.CLERK, Role.LEADER}
_SYSTEM: frozenset[Role] = frozenset()

WORKFLOW = Workflow(
    initial=ReportStatus.RECEIVED,
    transitions=[
        Transition("check", [ReportStatus.RECEIVED], ReportStatus.CHECKED, "Ghi nhận đã kiểm tra", _SYSTEM),
        Transition("return", [ReportStatus.CHECKED], ReportStatus.RETURNED, "Gửi trả để sửa", _OFFICE),
        Transition("accept", [ReportStatus.CHECKED], ReportStatus.ACCEPTED, "Chấp nhận báo cáo", _OFFICE),
        Transition(
            "reopen",
            [ReportStatus.RETURNED, ReportStatus.ACCEPTED],
            ReportStatus.CHECKED,
            "Mở lại để xem xét",
            _OFFICE,
            needs_reason=True,
        ),
    ],
)


class Outcome(models.TextChoices):
    """What the office says of a finding."""

    CORRECT = "correct", "cần sửa"
    DISMISS = "dismiss", "bỏ qua"


class Span(models.TextChoices):
    """What part of a year a report is about."""

    YEAR = "year", "cả năm"
    FIRST_HALF = "first_half", "6 tháng đầu năm"
    NINE_MONTHS = "nine_months", "9 tháng đầu năm"
    SECOND_HALF = "second_half", "6 tháng cuối năm"
    FIRST_QUARTER = "q1", "quý I"
    SECOND_QUARTER = "q2", "quý II"
    THIRD_QUARTER = "q3", "quý III"
    FOURTH_QUARTER = "q4", "quý IV"

    def of(self, year: int) -> Period:
        """The days of that year that the span covers."""
        return Period.months(year, *_MONTHS[self])


_MONTHS = {
    Span.YEAR: (1, 12),
    Span.FIRST_HALF: (1, 6),
    Span.NINE_MONTHS: (1, 9),
    Span.SECOND_HALF: (7, 6),
    Span.FIRST_QUARTER: (1, 3),
    Span.SECOND_QUARTER: (4, 3),
    Span.THIRD_QUARTER: (7, 3),
    Span.FOURTH_QUARTER: (10, 3),
}
"""First month and number of months."""
