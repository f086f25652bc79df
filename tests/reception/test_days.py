"""The calendar: planned in one go, held, missed, called off, moved; what is due and what counts."""

from __future__ import annotations

from datetime import date

import pytest

from dienhong.accounts.models import User
from dienhong.indicators.evaluation import Scope, evaluate
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.reception.actions.days import call_off, mark_held, move_day, plan_days
from dienhong.reception.deadlines import facts_of_day, tasks_of_days
from dienhong.reception.divisions import crowd, state
from dienhong.reception.indicators import indicators
from dienhong.reception.models import Reception, ReceptionDay
from dienhong.reception.register import days
from dienhong.reception.states import DayState

from ..factories import NOW, TODAY
from .factories import make_day, make_reception

pytestmark = pytest.mark.django_db


def standing_of(day: ReceptionDay) -> list[str]:
    """By the object and by every part of the division: they must agree."""
    parts = [p for p in state.parts if ReceptionDay.objects.filter(state.part(p, TODAY), pk=day.pk).exists()]
    assert parts == [ReceptionDay.objects.get(pk=day.pk).state_on(TODAY)]
    return parts


def test_a_day_that_passed_without_a_word_was_missed(commune: Council, clerk: User) -> None:
    past, coming = make_day(commune, clerk), make_day(commune, clerk, held_on=date(2023, 12, 15))
    assert standing_of(past) == [DayState.MISSED]
    assert standing_of(coming) == [DayState.PLANNED]
    tasks = list(tasks_of_days(ReceptionDay.objects.counted(), TODAY))
    assert [task.record.pk for task in tasks] == [past.pk, coming.pk]
    assert tasks[1].due_on == date(2023, 12, 8)
    assert days.standing is not None and days.standing(past, TODAY)[0] == "overdue"


def test_who_came_makes_it_held_and_a_cancelled_one_does_not(commune: Council, clerk: User) -> None:
    day = make_day(commune, clerk)
    reception = make_reception(commune, clerk, day=day)
    assert standing_of(day) == [DayState.HELD]
    Reception.objects.filter(pk=reception.pk).update(cancelled_at=NOW)
    assert standing_of(day) == [DayState.MISSED]


def test_it_was_held_though_nobody_came(commune: Council, clerk: User) -> None:
    day = make_day(commune, clerk)
    mark_held(days, day, expected_version=1, by=clerk, at=NOW)
    assert standing_of(day) == [DayState.HELD]
    ahead = make_day(commune, clerk, held_on=date(2023, 12, 15))
    with pytest.raises(Refused, match="Chưa đến ngày"):
        mark_held(days, ahead, expected_version=1, by=clerk, at=NOW)


def test_it_was_called_off_for_a_reason(commune: Council, clerk: User) -> None:
    day = make_day(commune, clerk)
    with pytest.raises(Refused, match="lý do"):
        call_off(days, day, reason=" ", expected_version=1, by=clerk, at=NOW)
    call_off(days, day, reason="Họp đột xuất", expected_version=1, by=clerk, at=NOW)
    assert standing_of(day) == [DayState.NOT_HELD]
    with pytest.raises(Refused, match="không tiếp hoặc chuyển ngày"):
        make_reception(commune, clerk, day=day)


def test_it_was_moved_and_both_stand(commune: Council, clerk: User) -> None:
    day = make_day(commune, clerk)
    with pytest.raises(Refused, match="phải khác"):
        move_day(days, day, moved_on=day.held_on, reason="x", expected_version=1, by=clerk, at=NOW)
    move_day(days, day, moved_on=date(2023, 6, 19), reason="Lịch họp", expected_version=1, by=clerk, at=NOW)
    assert standing_of(day) == [DayState.MOVED]
    other = ReceptionDay.objects.get(held_on=date(2023, 6, 19))
    day.refresh_from_db()
    assert day.moved_to == other and other.receiver_name == day.receiver_name
    assert standing_of(other) == [DayState.MISSED]


def test_a_day_on_which_somebody_came_is_not_called_off(commune: Council, clerk: User) -> None:
    day = make_day(commune, clerk)
    make_reception(commune, clerk, day=day)
    with pytest.raises(Refused, match="đã ghi lượt tiếp"):
        call_off(days, day, reason="x", expected_version=1, by=clerk, at=NOW)
    with pytest.raises(Refused, match="đã ghi lượt tiếp"):
        move_day(days, day, moved_on=date(2023, 6, 19), reason="x", expected_version=1, by=clerk, at=NOW)


VALUES = {"place": "Trụ sở", "body": "standing", "receiver_name": "Bà Mẫu, Chủ tịch"}


def test_a_year_is_planned_at_once_or_not_at_all(commune: Council, clerk: User, sister_clerk: User) -> None:
    wanted = [date(2024, month, 15) for month in (3, 1, 2)]
    made = plan_days(days, council=commune, days=wanted, values=VALUES, by=clerk, at=NOW)
    assert [day.code for day in made] == ["LTD-2024-001", "LTD-2024-002", "LTD-2024-003"]
    with pytest.raises(NotAllowed):
        plan_days(days, council=commune, days=wanted, values=VALUES, by=sister_clerk, at=NOW)
    with pytest.raises(Refused, match="Không có ngày nào"):
        plan_days(days, council=commune, days=[], values=VALUES, by=clerk, at=NOW)
    nobody = {**VALUES, "receiver_name": ""}
    with pytest.raises(Refused, match="người tiếp"):
        plan_days(days, council=commune, days=[date(2025, 1, 15)], values=nobody, by=clerk, at=NOW)
    assert ReceptionDay.objects.count() == 3


def test_the_day_by_which_it_is_published_has_its_reason(commune: Council, clerk: User) -> None:
    (fact,) = facts_of_day(make_day(commune, clerk))
    assert fact.value == "08/6/2023" and "05 ngày làm việc" in fact.explanation


def test_figures_count_days_held_and_citizens(commune: Council, clerk: User) -> None:
    make_day(commune, clerk)
    make_reception(commune, clerk, day=make_day(commune, clerk, place="Nhà văn hóa"), citizens=7)
    make_reception(commune, clerk, received_on=date(2023, 7, 3), citizens=1)
    figures = evaluate(indicators, Scope([commune], Period.year(2023), clerk))
    assert figures["receptions.days"].total == 1
    assert figures["receptions.days_scheduled"].total == 2
    assert figures["receptions.days_scheduled"].by["state"]["missed"] == 1
    assert figures["receptions.citizens"].total == 8
    assert Reception.objects.filter(crowd.part("many", TODAY)).count() == 1
    assert Reception.objects.filter(crowd.part("many", date(2010, 1, 1))).count() == 0
