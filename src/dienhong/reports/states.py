"""States of a report, and the steps between them."""

from django.db import models

from dienhong.kernel.workflow import Transition, Workflow
from dienhong.organisations.kinds import Role


class ReportStatus(models.TextChoices):
    """A draft lives with the registers; what is signed stays as it was signed; what is issued has number and day."""

    DRAFT = "draft", "dự thảo"
    SIGNED = "signed", "đã ký duyệt"
    ISSUED = "issued", "đã phát hành"


TONES = {ReportStatus.DRAFT: "draft", ReportStatus.SIGNED: "neutral", ReportStatus.ISSUED: "done"}

SIGN, ISSUE = "sign", "issue"

WORKFLOW = Workflow(
    initial=ReportStatus.DRAFT,
    transitions=[
        Transition(SIGN, [ReportStatus.DRAFT], ReportStatus.SIGNED, "Ký duyệt báo cáo", {Role.LEADER}),
        Transition(
            ISSUE,
            [ReportStatus.SIGNED],
            ReportStatus.ISSUED,
            "Ghi số, ngày phát hành",
            {Role.CLERK, Role.LEADER},
        ),
    ],
)
