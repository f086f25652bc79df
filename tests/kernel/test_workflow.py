from enum import StrEnum

import pytest
from django.db.models import TextChoices

from dienhong.kernel.workflow import Transition, Workflow, WorkflowRow


class Draft(TextChoices):
    WRITTEN = "written", "Dự thảo"
    VERIFIED = "verified", "Đã thẩm tra"
    PASSED = "passed", "Đã thông qua"
    WITHDRAWN = "withdrawn", "Đã rút"


class Bare(StrEnum):
    ONE = "one"
    TWO = "two"


VERIFY = Transition("verify", [Draft.WRITTEN], Draft.VERIFIED, "Xác nhận thẩm tra", {"committee"})
PASS = Transition("pass", [Draft.VERIFIED], Draft.PASSED, "Ghi nhận thông qua", {"clerk", "leader"})
WITHDRAW = Transition(
    "withdraw", [Draft.WRITTEN, Draft.VERIFIED], Draft.WITHDRAWN, "Rút", {"leader"}, needs_reason=True
)
RESOLUTION = Workflow(Draft.WRITTEN, [VERIFY, PASS, WITHDRAW])


def test_buttons_are_what_leaves_the_state() -> None:
    assert RESOLUTION.leaving(Draft.WRITTEN) == (VERIFY, WITHDRAW)
    assert RESOLUTION.leaving(Draft.PASSED) == ()


def test_buttons_of_a_person_are_those_of_the_roles_held() -> None:
    assert RESOLUTION.leaving(Draft.VERIFIED, ["clerk"]) == (PASS,)
    assert RESOLUTION.leaving(Draft.VERIFIED, ["clerk", "leader"]) == (PASS, WITHDRAW)
    assert RESOLUTION.leaving(Draft.VERIFIED, []) == ()


def test_the_value_read_from_a_database_is_the_state() -> None:
    assert RESOLUTION.allows("pass", "verified")
    assert not RESOLUTION.allows("pass", "written")


def test_a_name_outside_the_table_is_a_fault_of_the_caller() -> None:
    with pytest.raises(KeyError, match="repeal"):
        RESOLUTION.allows("repeal", Draft.PASSED)


def test_final_states_are_left_by_nothing() -> None:
    assert [state for state in RESOLUTION.states if RESOLUTION.is_final(state)] == [
        Draft.PASSED,
        Draft.WITHDRAWN,
    ]


def test_a_wrong_step_is_told_in_the_labels_of_the_office() -> None:
    violation = RESOLUTION.violation("pass", "written")
    assert violation is not None
    assert violation.code == "workflow.state"
    assert violation.sentence == "Không thể “Ghi nhận thông qua” khi đang ở trạng thái “Dự thảo”."


def test_a_step_that_needs_a_reason_takes_no_blank_one() -> None:
    violation = RESOLUTION.violation("withdraw", Draft.WRITTEN, "  ")
    assert violation is not None
    assert (violation.code, violation.field) == ("workflow.reason", "reason")
    assert RESOLUTION.violation("withdraw", Draft.WRITTEN, "Cơ quan trình xin rút") is None
    assert RESOLUTION.violation("verify", Draft.WRITTEN) is None


def test_rows_are_the_whole_table_by_state() -> None:
    rows = RESOLUTION.as_rows()
    assert [(row.source, row.name) for row in rows] == [
        ("written", "verify"),
        ("written", "withdraw"),
        ("verified", "pass"),
        ("verified", "withdraw"),
    ]
    assert rows[2] == WorkflowRow(
        "verified", "pass", "Ghi nhận thông qua", "passed", ("clerk", "leader"), False
    )


def test_states_without_labels_are_told_by_their_value() -> None:
    workflow = Workflow(Bare.ONE, [Transition("go", [Bare.ONE], Bare.TWO, "Chuyển", {"clerk"})])
    assert workflow.state_label("two") == "two"
    assert workflow.state_label("three") == "three"


FAULTS = [
    ([VERIFY, VERIFY, PASS, WITHDRAW], "transition verify is there 2 times"),
    ([VERIFY, PASS], "state withdrawn cannot be reached"),
    (
        [VERIFY, PASS, WITHDRAW, Transition("lose", [Draft.PASSED], "lost", "Mất", {"clerk"})],
        "unknown state lost",
    ),
    (
        [VERIFY, PASS, WITHDRAW, Transition("find", ["lost"], Draft.PASSED, "Tìm", {"clerk"})],
        "unknown state lost",
    ),
]


@pytest.mark.parametrize(
    ("transitions", "fault"), FAULTS, ids=lambda value: value if isinstance(value, str) else ""
)
def test_a_wrong_table_is_not_built(transitions: list[Transition], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        Workflow(Draft.WRITTEN, transitions)


def test_states_must_be_an_enumeration() -> None:
    with pytest.raises(ValueError, match="StrEnum"):
        Workflow("one", [])


@pytest.mark.parametrize(("sources", "roles"), [("written", {"clerk"}), ([Draft.WRITTEN], "clerk")])
def test_a_string_is_no_collection_of_states_or_roles(sources, roles) -> None:
    with pytest.raises(ValueError, match="not a string"):
        Transition("verify", sources, Draft.VERIFIED, "Xác nhận", roles)
