"""The status column."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import pytest

from dienhong.accounts.models import User
from dienhong.council_sessions.models import CouncilSession
from dienhong.kernel.errors import Refused
from dienhong.kernel.workflow import Transition, Workflow
from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.workbook.status import first_status, require_step

from ..factories import make_session, make_user
from .files import FIRST, imported, previewed, row, told, workbook


def test_a_new_row_may_say_where_it_stands(commune: Council, clerk: User) -> None:
    imported(workbook(row(status="ĐÃ BẾ MẠC")), commune, clerk)
    assert CouncilSession.objects.get().status == "closed"


def test_another_status_of_a_recorded_row_is_one_step_of_the_workflow(commune: Council, clerk: User) -> None:
    make_session(commune, clerk, closes_on=date(2023, 7, 19))
    preview = imported(workbook(row(status="đã triệu tập")), commune, clerk)
    assert [(c.label, c.old, c.new) for c in preview.rows[0].changes] == [
        ("Trạng thái", "dự kiến", "đã triệu tập")
    ]
    assert CouncilSession.objects.get().status == "convened"


@pytest.mark.parametrize(
    ("now", "wanted", "sentence"),
    [
        (
            "dự kiến",
            "đã bế mạc",
            "Không chuyển thẳng được từ “dự kiến” sang “đã bế mạc”. Ô này có thể là: “dự kiến”, “đã triệu tập”.",
        ),
        (
            "đã triệu tập",
            "dự kiến",
            "“Hoãn kỳ họp” cần ghi lý do: hãy làm trong hệ thống. Ô này có thể là: “đã triệu tập”, “đã bế mạc”.",
        ),
    ],
)
def test_other_steps_are_refused_with_the_open_ones(
    commune: Council, clerk: User, now: str, wanted: str, sentence: str
) -> None:
    imported(workbook(row(status=now)), commune, clerk)
    preview = previewed(workbook(row(status=wanted)), commune, clerk)
    assert told(preview) == [(FIRST, "Trạng thái", "error", sentence)]


# --- whose steps they are: a house in which only the leader closes ---
class Stage(StrEnum):
    OPEN = "open"
    DONE = "done"


WORKFLOW = Workflow(Stage.OPEN, [Transition("finish", [Stage.OPEN], Stage.DONE, "Kết thúc", {Role.LEADER})])


def test_a_step_needs_its_role_also_in_a_file(commune: Council, clerk: User) -> None:
    access = access_of(clerk)
    assert first_status(WORKFLOW, None, access, commune) == Stage.OPEN
    with pytest.raises(Refused, match="không được ghi bản ghi mới ở trạng thái “done”"):
        first_status(WORKFLOW, "done", access, commune)
    with pytest.raises(Refused, match="Vai trò của anh/chị không được “Kết thúc” tại HĐND xã Mẫu"):
        require_step(WORKFLOW, "open", "done", access, commune)


def test_who_has_the_role_takes_the_step(commune: Council) -> None:
    access = access_of(make_user("thuongtruc", Role.LEADER, commune))
    assert first_status(WORKFLOW, "done", access, commune) == "done"
    require_step(WORKFLOW, "open", "done", access, commune)
