"""Other activities of a council, as the engines serve them, in the order of the navigation."""

from dienhong.activities.register.coordination import attended_meetings, coordination
from dienhong.activities.register.delegates import activity_sheets, assessments, pledges
from dienhong.activities.register.plans import work_plan
from dienhong.activities.register.publicity import awards, broadcasts
from dienhong.activities.register.trainings import trainings

registers = (
    work_plan,
    trainings,
    coordination,
    attended_meetings,
    broadcasts,
    awards,
    activity_sheets,
    assessments,
    pledges,
)

__all__ = [
    "activity_sheets",
    "assessments",
    "attended_meetings",
    "awards",
    "broadcasts",
    "coordination",
    "pledges",
    "registers",
    "trainings",
    "work_plan",
]
