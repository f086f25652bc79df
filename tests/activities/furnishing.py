"""One of each of the other activities, and the papers of one delegate."""

from __future__ import annotations

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.people.models import Mandate

from .factories import (
    make_assessment,
    make_attended,
    make_award,
    make_broadcast,
    make_pledge,
    make_regulation,
    make_sheet,
    make_task,
    make_training,
)

RECORDS: dict[str, str] = {
    "work_plan": "CC-2023-001",
    "trainings": "TH-2023-001",
    "coordination": "QC-2021-001",
    "attended_meetings": "DH-2023-001",
    "broadcasts": "PT-2023-001",
    "awards": "TD-2023-001",
    "activity_sheets": "PH-2023-001",
    "assessments": "XL-2022-001",
    "pledges": "LH-2021-001",
}
STEPS = {"assessments": "class"}
DEEDS = {"work_plan": "xong", "coordination": "het-hieu-luc"}


def furnish(council: Council, by: User) -> None:
    """The step is asked for with nothing typed: the draft has no grade yet, and so is refused."""
    for make in (make_task, make_training, make_regulation, make_attended, make_broadcast, make_award):
        make(council, by)
    mandate = Mandate.objects.filter(council=council).earliest("pk")
    for about in (make_sheet, make_assessment, make_pledge):
        about(mandate, by)
