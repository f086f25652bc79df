"""Rules of following up, without a database."""

from __future__ import annotations

from datetime import date

import pytest

from dienhong.followup import rules
from dienhong.followup.ladder import HAPPENS_IN, Rung
from dienhong.followup.states import ANSWERS, OPEN, SETTLED, WORKFLOW, Result, Status

DAY, NEXT = date(2023, 9, 1), date(2023, 9, 2)


def code(violation: object) -> str | None:
    return getattr(violation, "code", None)


def test_history_goes_forward_and_not_into_the_future() -> None:
    assert rules.in_order(DAY, DAY, DAY) is None
    assert code(rules.in_order(NEXT, DAY, DAY)) == "followup.future"
    assert code(rules.in_order(DAY, NEXT, NEXT)) == "followup.before_last"


def test_nothing_is_due_before_it_is_given() -> None:
    assert rules.due_after_given(DAY, DAY) is rules.due_after_given(NEXT, DAY) is None
    assert code(rules.due_after_given(DAY, NEXT)) == "followup.due_before_given"


@pytest.mark.parametrize("status", Status)
def test_only_opening_again_moves_what_is_settled(status: Status) -> None:
    assert (rules.still_open(status, "accept") is None) == (status in OPEN)
    assert rules.still_open(status, "reopen") is None
    assert rules.lead_only("accept", leads=False) is None
    assert code(rules.lead_only("reopen", leads=False)) == "followup.lead_only"


def test_who_records_for_another_cites_a_paper() -> None:
    assert rules.paper_is_cited(in_person=True, cites=False) is None
    assert rules.paper_is_cited(in_person=False, cites=True) is None
    assert code(rules.paper_is_cited(in_person=False, cites=False)) == "followup.paper"


def answered(result: str, text: str = "Đã làm.", promised_on: date | None = None) -> set[str]:
    found = rules.answer_is_whole(result, text, promised_on, DAY)
    return {violation.code for violation in found if violation}


def test_an_answer_is_classed_and_says_something() -> None:
    assert answered("resolved") == set()
    assert answered("", " ") == {"followup.result", "followup.text"}


def test_a_plan_and_only_a_plan_has_a_later_date() -> None:
    assert answered("planned", promised_on=NEXT) == set()
    assert answered("planned") == {"followup.promise"}
    assert answered("planned", promised_on=DAY) == {"followup.promise_past"}
    assert answered("resolved", promised_on=NEXT) == {"followup.no_promise"}


def test_an_extension_gives_time_and_has_a_reason() -> None:
    assert rules.later_than(NEXT, DAY) is None
    assert code(rules.later_than(DAY, DAY)) == "followup.not_later"
    assert rules.reason_given("Mưa lũ") is None
    assert code(rules.reason_given("  ")) == "followup.reason"


def test_the_ladder_begins_after_the_due_date() -> None:
    assert rules.escalated_when_overdue(1) is None
    assert code(rules.escalated_when_overdue(0)) == "followup.in_time"


def test_a_hearing_is_held_in_a_hearing_and_a_reminder_in_none() -> None:
    for rung, kind in HAPPENS_IN.items():
        assert rules.happens_there(rung, kind, same_council=True) is None
        assert code(rules.happens_there(rung, kind, same_council=False)) == "followup.other_council"
        assert code(rules.happens_there(rung, "petition", same_council=True)) == "followup.other_place"
    assert rules.happens_there(Rung.REMINDER, None, same_council=True) is None
    assert code(rules.happens_there(Rung.REMINDER, "hearing", same_council=True)) == "followup.other_place"
    assert rules.place_said("", chosen=True) is None and rules.place_said("Công văn 9", chosen=False) is None
    assert code(rules.place_said(" ", chosen=False)) == "followup.where"


def test_an_act_carries_a_few_files() -> None:
    assert rules.few_files(rules.MOST_FILES) is None
    assert code(rules.few_files(rules.MOST_FILES + 1)) == "followup.files"


def test_every_body_has_one_part_and_stands() -> None:
    assert rules.bodies_differ(1, [2, 3]) is None
    assert code(rules.bodies_differ(1, [1])) == "followup.body_twice"
    assert code(rules.bodies_differ(1, [2, 2])) == "followup.body_twice"
    assert rules.body_stands("UBND", None, DAY, "lead") is None
    assert rules.body_stands("UBND", NEXT, DAY, "lead") is None
    assert code(rules.body_stands("UBND", DAY, DAY, "lead")) == "followup.body_ended"


def test_every_class_of_answer_is_a_step_of_the_table_and_only_the_council_settles() -> None:
    assert set(ANSWERS) == set(Result)
    assert {WORKFLOW.transition(step).name for step in ANSWERS.values()} == set(ANSWERS.values())
    settling = [step for step in WORKFLOW.transitions if step.target in SETTLED]
    assert settling and all("agency" not in step.roles for step in settling)
