"""What a council does beside its sessions, oversight and meetings; and what its delegates did in a year."""

from dienhong.activities.models.coordination import AttendedMeeting, CoordinationRegulation
from dienhong.activities.models.delegates import ActivitySheet, Assessment, Pledge
from dienhong.activities.models.plans import WorkPlanItem
from dienhong.activities.models.publicity import Award, Broadcast
from dienhong.activities.models.trainings import Training

__all__ = [
    "ActivitySheet",
    "Assessment",
    "AttendedMeeting",
    "Award",
    "Broadcast",
    "CoordinationRegulation",
    "Pledge",
    "Training",
    "WorkPlanItem",
]
