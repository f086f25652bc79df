"""When somebody is reminded of what is due: fifteen, seven and three days before, and once when the day has passed."""

from __future__ import annotations

from datetime import date

from django.db import models


class Stage(models.TextChoices):
    """Each comes once for a thing and its due day; a later due day begins anew."""

    FIFTEEN = "15", "còn 15 ngày trở lại"
    SEVEN = "7", "còn 07 ngày trở lại"
    THREE = "3", "còn 03 ngày trở lại"
    PAST = "past", "đã quá hạn"


_DAYS = ((3, Stage.THREE), (7, Stage.SEVEN), (15, Stage.FIFTEEN))


def stage_of(due_on: date, today: date) -> Stage | None:
    """The stage in which something stands; None while more than fifteen days are left.

    A stage is a span and not a day, so that what a day without a run has missed is made up for on the next.
    """
    left = (due_on - today).days
    if left < 0:
        return Stage.PAST
    return next((stage for days, stage in _DAYS if left <= days), None)
