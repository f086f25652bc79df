"""Work programme, trainings, regulations, meetings attended, broadcasts and awards: recorded, worked out, refused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.activities import actions
from dienhong.activities.divisions import OUTCOMES, force, outcome
from dienhong.activities.indicators import indicators
from dienhong.activities.models import CoordinationRegulation, Training, WorkPlanItem
from dienhong.activities.register import coordination, trainings, work_plan
from dienhong.indicators.evaluation import Scope, evaluate
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.kernel.period import Period
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.registers.listing import ALL_SCOPE, SCOPE, Listing

from ..factories import NOW, TODAY, make_user
from .factories import (
    make_attended,
    make_award,
    make_broadcast,
    make_regulation,
    make_task,
    make_training,
)

Make = Callable[..., Any]
PLAIN: list[Make] = [make_task, make_training, make_regulation, make_attended, make_broadcast, make_award]


def refused(what: Make, *args: object, **fields: object) -> set[str]:
    with pytest.raises(Refused) as refusal:
        what(*args, **fields)
    return {violation.code for violation in refusal.value.violations}


@pytest.mark.parametrize("make", PLAIN, ids=lambda make: make.__name__)
def test_a_clerk_records_it_and_nobody_else(make: Make, commune: Council, clerk: User) -> None:
    record = make(commune, clerk)
    assert record.code in str(record) and record.title in str(record)
    for role in (Role.LEADER, Role.DELEGATE, Role.FRONT):
        with pytest.raises(NotAllowed):
            make(commune, make_user(f"nguoi.{role}", role, commune))


def test_a_task_is_due_by_its_day_its_month_or_its_year(commune: Council, clerk: User) -> None:
    due = {"planned_month": None, "due_on": date(2023, 9, 15)}
    assert make_task(commune, clerk, **due).due_by == date(2023, 9, 15)
    assert make_task(commune, clerk, planned_month=2).due_by == date(2023, 2, 28)
    whole_year = make_task(commune, clerk, planned_month=None)
    assert (whole_year.due_by, whole_year.counts_on) == (date(2023, 12, 31), date(2023, 12, 31))
    assert refused(make_task, commune, clerk, due_on=date(2023, 9, 15)) == {"plan.other_month"}
    assert refused(make_task, commune, clerk, year=0) == {"shape"}


def do(task: WorkPlanItem, action: Make, by: User, **given: object) -> Any:
    return action(work_plan, task, expected_version=task.version, by=by, at=NOW, **given)


def stands(task: WorkPlanItem) -> tuple[str, str]:
    assert work_plan.standing is not None
    return work_plan.standing(task, TODAY)


def test_what_became_of_a_task_is_worked_out(commune: Council, clerk: User) -> None:
    task = make_task(commune, clerk)
    assert stands(task) == ("overdue", "Quá hạn 20 ngày")
    assert refused(do, task, actions.finish, clerk, done_on=date(2023, 11, 21)) == {"activity.future"}
    done = do(task, actions.finish, clerk, done_on=date(2023, 11, 3), result="Đã họp")
    assert stands(done) == ("done", "xong, chậm 03 ngày")
    opened = do(done, actions.take_up_again, clerk, reason="Ghi nhầm")
    assert stands(do(opened, actions.finish, clerk, done_on=date(2023, 10, 31))) == ("done", "xong, đúng hạn")
    again = do(opened, actions.take_up_again, clerk, reason="Ghi nhầm")
    given_up = do(again, actions.give_up, clerk, reason=" Không bố trí được kinh phí ")
    assert (stands(given_up), given_up.not_done_why) == (
        ("cancelled", "không thực hiện"),
        "Không bố trí được kinh phí",
    )
    assert stands(make_task(commune, clerk, planned_month=11)) == ("due_soon", "chưa thực hiện")
    assert stands(make_task(commune, clerk, planned_month=12)) == ("draft", "chưa thực hiện")


def test_only_a_clerk_says_what_became_of_it(commune: Council, clerk: User) -> None:
    task, leader = make_task(commune, clerk), make_user("lanh.dao", Role.LEADER, commune)
    for action, given in (
        (actions.finish, {"done_on": TODAY}),
        (actions.give_up, {"reason": "x"}),
        (actions.take_up_again, {"reason": "x"}),
    ):
        with pytest.raises(NotAllowed):
            do(task, action, leader, **given)


def test_outcomes_share_out_all_tasks_on_every_day(commune: Council, clerk: User) -> None:
    late, early, dropped = (make_task(commune, clerk) for _ in range(3))
    do(late, actions.finish, clerk, done_on=date(2023, 11, 3))
    do(early, actions.finish, clerk, done_on=date(2023, 10, 2))
    do(dropped, actions.give_up, clerk, reason="Trùng")
    make_task(commune, clerk)
    make_task(commune, clerk, planned_month=12)
    every = WorkPlanItem.objects.all()
    parts = {part: every.filter(outcome.part(part, TODAY)).count() for part in OUTCOMES}
    assert parts == {"in_time": 1, "late": 1, "not_done": 1, "overdue": 1, "open": 1}
    before = {part: every.filter(outcome.part(part, date(2023, 10, 10))).count() for part in OUTCOMES}
    assert before == {"in_time": 1, "late": 0, "not_done": 1, "overdue": 0, "open": 3}
    told = [(task.due_on, task.record) for task in work_plan.tasks(every, TODAY)]
    assert [day for day, _ in told] == [date(2023, 10, 31), date(2023, 12, 31)]


def test_a_regulation_holds_until_it_ends(commune: Council, clerk: User) -> None:
    regulation = make_regulation(commune, clerk, review_on=date(2023, 12, 1))
    every = CoordinationRegulation.objects.all()
    (task,) = coordination.tasks(every, TODAY)
    assert (task.what, task.due_on) == ("Sơ kết, tổng kết: Phối hợp công tác", date(2023, 12, 1))
    given = {"expected_version": 1, "at": NOW, "ended_on": date(2023, 10, 1), "ended_why": "Quy chế mới"}
    leader = make_user("lanh.dao", Role.LEADER, commune)
    with pytest.raises(NotAllowed):
        actions.end_regulation(coordination, regulation, by=leader, **given)
    early = {**given, "ended_on": date(2021, 9, 1)}
    assert refused(actions.end_regulation, coordination, regulation, by=clerk, **early) == {"shape"}
    assert coordination.standing and coordination.standing(regulation, TODAY) == ("done", "đang hiệu lực")
    ended = actions.end_regulation(coordination, regulation, by=clerk, **given)
    assert coordination.standing(ended, TODAY) == ("cancelled", "hết hiệu lực từ 01/10/2023")
    assert list(coordination.tasks(every, TODAY)) == []
    held = {day: every.filter(force.part("in_force", day)).count() for day in (date(2023, 9, 30), TODAY)}
    assert held == {date(2023, 9, 30): 1, TODAY: 0}
    assert every.filter(force.part("ended", TODAY)).count() == 1


@pytest.mark.parametrize(
    ("make", "fields", "expected"),
    [
        (make_training, {"starts_on": date(2023, 12, 1)}, "training.not_held"),
        (make_training, {"ends_on": date(2023, 9, 13)}, "shape"),
        (make_regulation, {"review_on": date(2021, 1, 1)}, "regulation.review"),
        (make_regulation, {"signed_on": date(2024, 1, 1)}, "activity.future"),
        (make_attended, {"held_on": date(2024, 1, 1)}, "activity.future"),
        (make_award, {"decided_on": date(2024, 1, 1)}, "activity.future"),
    ],
)
def test_what_cannot_be_is_refused(
    make: Make, fields: dict[str, object], expected: str, commune: Council, clerk: User
) -> None:
    assert refused(make, commune, clerk, **fields) == {expected}


def test_the_desk_asks_how_many_came(commune: Council, clerk: User) -> None:
    make_training(commune, clerk)
    make_training(commune, clerk, title="Chuyển đổi số", participants=None)
    (task,) = trainings.tasks(Training.objects.all(), TODAY)
    assert task.what == "Ghi số lượt người dự: Chuyển đổi số"


def test_courses_and_participants_are_counted_as_their_list_shows(
    district: Council, commune: Council, clerk: User, district_clerk: User
) -> None:
    make_training(commune, clerk)
    make_training(
        commune, clerk, title="Học tập", kind="study", participants=15, participants_approximate=True
    )
    make_training(district, district_clerk, participants=None)
    make_training(commune, clerk, title="Năm trước", starts_on=date(2022, 3, 1))
    scope = Scope([district, commune], Period.year(2023), district_clerk)
    courses, participants = evaluate(indicators, scope).values()
    assert (courses.total, courses.by["kind"]) == (3, {"course": 2, "study": 1})
    assert (participants.total, participants.by["kind"]) == (55, {"course": 40, "study": 15})
    address = {**indicators[0].words(scope.period), SCOPE: ALL_SCOPE}
    assert Listing(trainings, district, district_clerk, address).total == courses.total
