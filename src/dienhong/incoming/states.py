"""States of a report that came in, what may be decided on a finding, and the spans that reports cover."""

from django.db import models

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
