"""When somebody is reminded: spans of days, so that a missed day is made up for."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dienhong.reminders.stages import Stage, stage_of

TODAY = date(2023, 11, 20)


@pytest.mark.parametrize(
    ("left", "stage"),
    [
        (16, None),
        (15, Stage.FIFTEEN),
        (8, Stage.FIFTEEN),
        (7, Stage.SEVEN),
        (4, Stage.SEVEN),
        (3, Stage.THREE),
        (0, Stage.THREE),
        (-1, Stage.PAST),
        (-400, Stage.PAST),
    ],
)
def test_the_stage_by_days_left(left: int, stage: Stage | None) -> None:
    assert stage_of(TODAY + timedelta(days=left), TODAY) == stage
