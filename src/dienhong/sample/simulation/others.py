"""Trainings; the word of councils that had nothing; figures that some sent on paper."""

from __future__ import annotations

from datetime import date, timedelta

from dienhong.activities.register import trainings
from dienhong.indicators.models import ReportedFigure
from dienhong.meetings.register import conferences
from dienhong.registers.models import NothingToReport
from dienhong.sample.simulation.house import House

ON_PAPER = 0.03
"""So many of the councils keep no register of trainings here and report a figure."""


def do_the_rest(house: House) -> None:
    on_paper = house.chance(ON_PAPER)
    for year in house.years.years:
        if on_paper:
            _report(house, year)
        elif house.chance(0.8):
            _train(house, year)
        if not house.is_upper and house.chance(0.5):
            _say_nothing(house, year)


def _train(house: House, year: int) -> None:
    day = house.day(max(date(year, 2, 1), house.years.first), date(year, 10, 30))
    rough = house.chance(0.3)
    house.record(
        trainings,
        kind=house.draw.choice(("course", "study")),
        title=f"Bồi dưỡng kỹ năng cho đại biểu năm {year}",
        organiser="Thường trực HĐND",
        starts_on=day,
        ends_on=day + timedelta(days=1),
        participants=house.draw.randint(10, 60),
        participants_approximate=rough,
    )


def _report(house: House, year: int) -> None:
    house.pen.draft(
        ReportedFigure,
        council=house.council,
        indicator="trainings.courses",
        first=date(year, 1, 1),
        last=date(year, 12, 31),
        value=house.draw.randint(1, 3),
        document=f"Báo cáo số {house.draw.randint(1, 99)}/BC-HĐND năm {year}",
        recorded_by=house.pen.by,
        recorded_at=house.pen.at,
    )


def _say_nothing(house: House, year: int) -> None:
    house.pen.draft(
        NothingToReport,
        council=house.council,
        register=conferences.code,
        first=date(year, 1, 1),
        last=date(year, 12, 31),
        recorded_by=house.pen.by,
        recorded_at=house.pen.at,
    )
