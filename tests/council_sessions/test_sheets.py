"""A day's attendance and a vote's count by workbook: typed, refused at the right cell, written again as they are."""

from __future__ import annotations

from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.council_sessions import actions
from dienhong.council_sessions.actions import Attended
from dienhong.council_sessions.attendance import summary_of
from dienhong.council_sessions.models import CouncilSession, SittingDay, Vote
from dienhong.council_sessions.states import AttendanceState, Choice, VoteMethod
from dienhong.organisations.models import Council
from dienhong.people.models import Mandate
from dienhong.workbook.actions import import_workbook
from dienhong.workbook.columns import sheet_registers
from dienhong.workbook.dependencies import in_order
from dienhong.workbook.exporting import export
from dienhong.workbook.preview import Preview, State
from dienhong.workbook.reading import read_workbook
from dienhong.workbook.template import typed_workbook

from ..factories import NOW
from .factories import close_hands, make_delegates, make_sitting, make_vote, session_of

DAY = {"session": "Kỳ họp thứ 7 (thường lệ)", "held_on": "18/7/2023"}


@pytest.fixture
def session(commune: Council, clerk: User) -> CouncilSession:
    return session_of(commune, clerk)


@pytest.fixture
def people(commune: Council, clerk: User) -> list[Mandate]:
    return make_delegates(commune, clerk, 6)


def taken(council: Council, by: User, sheets: dict[str, list[dict[str, Any]]]) -> Preview:
    content = typed_workbook(council, 2023, sheets, frozenset(), by=by)
    return import_workbook(read_workbook(content, file_name="so.xlsx"), council=council, by=by, at=NOW)


def refused(council: Council, by: User, sheet: str, **cells: Any) -> list[tuple[str | None, str]]:
    preview = taken(council, by, {sheet: [{**DAY, **cells}]})
    assert not preview.saved
    return [(finding.column, finding.message) for _, finding in preview.findings()]


def same_again(council: Council, by: User) -> bool:
    book = read_workbook(export(council, 2023, by), file_name="so.xlsx")
    preview = import_workbook(book, council=council, by=by, at=NOW)
    return all(row.state is State.SAME for row in preview.rows)


# --- attendance -------------------------------------------------------------------------------------------------------
def test_who_is_not_named_was_there(session: CouncilSession, people: list[Mandate], clerk: User) -> None:
    row = {
        **DAY,
        "others_present": "x",
        "excused": "Đại biểu mẫu 02; Đại biểu mẫu 03",
        "late": "Đại biểu mẫu 05",
    }
    assert taken(session.council, clerk, {"sittings": [row]}).saved
    summary = summary_of(SittingDay.objects.get())
    assert summary.told() == "có mặt 03; đến muộn 01; vắng có phép 02"
    assert same_again(session.council, clerk)


def test_only_who_is_named_is_known_where_nobody_counted(
    session: CouncilSession, people: list[Mandate], clerk: User
) -> None:
    assert taken(session.council, clerk, {"sittings": [{**DAY, "absent": "Đại biểu mẫu 06"}]}).saved
    assert summary_of(SittingDay.objects.get()).told() == "vắng không phép 01; chưa rõ 05"
    assert same_again(session.council, clerk)


def test_a_reason_that_is_known_stays(session: CouncilSession, people: list[Mandate], clerk: User) -> None:
    sitting = make_sitting(session, clerk)
    ill = {people[0].pk: Attended(AttendanceState.EXCUSED, "ốm")}
    actions.take_attendance(sitting, states=ill, expected_version=sitting.version, by=clerk, at=NOW)
    row = {**DAY, "others_present": "x", "excused": "Đại biểu mẫu 01", "absent": "Đại biểu mẫu 02"}
    assert taken(session.council, clerk, {"sittings": [row]}).saved
    assert dict(sitting.attendances.exclude(state="present").values_list("state", "note")) == {
        "excused": "ốm",
        "absent": "",
    }


def test_attendance_is_refused_at_its_cell(
    session: CouncilSession, people: list[Mandate], clerk: User
) -> None:
    council, both = session.council, "Đại biểu mẫu 01"
    Mandate.objects.filter(pk=people[5].pk).update(to_on="2023-01-31", end_reason="resigned")
    assert refused(council, clerk, "sittings", others_present="x", absent="Đại biểu mẫu 06") == [
        ("Vắng không phép", "Không phải là đại biểu vào ngày này: Đại biểu mẫu 06.")
    ]
    assert refused(council, clerk, "sittings", late=both, left_early=both) == [
        (
            "Những người còn lại có mặt",
            "Một đại biểu chỉ ghi ở một cột trong ngày: Đại biểu mẫu 01.",
        )
    ]
    assert not SittingDay.objects.exists()


# --- votes ------------------------------------------------------------------------------------------------------------
VOTE = {**DAY, "subject": "Nghị quyết về phí chợ", "present": 6, "in_favour": 4, "against": 1, "abstained": 1}


def test_the_result_follows_from_the_count(
    session: CouncilSession, people: list[Mandate], clerk: User
) -> None:
    assert taken(session.council, clerk, {"votes": [VOTE]}).saved
    vote = Vote.objects.get()
    assert (vote.result, vote.entitled, vote.needed) == ("thông qua, 4/6", 6, 4)
    assert same_again(session.council, clerk)


def test_a_vote_without_a_count_stays_open(
    session: CouncilSession, people: list[Mandate], clerk: User
) -> None:
    assert taken(session.council, clerk, {"votes": [{**DAY, "subject": "Nghị quyết về phí chợ"}]}).saved
    assert Vote.objects.get().is_open
    assert taken(session.council, clerk, {"votes": [VOTE]}).saved, "the count comes later"
    assert Vote.objects.get().result == "thông qua, 4/6"


def test_counts_are_refused_at_their_cell(
    session: CouncilSession, people: list[Mandate], clerk: User
) -> None:
    def told(**cells: Any) -> list[tuple[str | None, str]]:
        return refused(session.council, clerk, "votes", subject="Nghị quyết về phí chợ", **cells)

    assert told(present=6) == [("Tán thành", "Đã ghi kết quả kiểm thì phải ghi số này.")]
    assert told(present=7, in_favour=7)[0][0] == "Số đại biểu có mặt"
    assert told(present=6, in_favour=6, against=1)[0][0] == "Tán thành"
    assert told(method="ghi tên", present=6, in_favour=6)[0][0] == "Hình thức"
    assert not Vote.objects.exists()


def test_a_result_is_not_changed_by_a_workbook(
    session: CouncilSession, people: list[Mandate], clerk: User
) -> None:
    close_hands(make_vote(session, clerk), clerk, present=6, in_favour=6)
    changed = {**VOTE, "present": 6, "in_favour": 5, "against": 1, "abstained": 0}
    preview = taken(session.council, clerk, {"votes": [changed]})
    assert not preview.saved
    assert Vote.objects.get().in_favour == 6


def test_a_vote_by_name_is_not_in_a_file(session: CouncilSession, people: list[Mandate], clerk: User) -> None:
    vote = make_vote(session, clerk, method=VoteMethod.BY_NAME)
    told = {"expected_version": vote.version, "by": clerk, "at": NOW}
    actions.close_by_name(vote, choices={people[0].pk: Choice.AGAINST}, **told)
    assert not [row for row in _rows(session.council, clerk) if row == vote.code]


def _rows(council: Council, by: User) -> list[str]:
    book = read_workbook(export(council, 2023, by), file_name="so.xlsx")
    preview = import_workbook(book, council=council, by=by, at=NOW)
    return [row.code for row in preview.rows]


def test_delegates_are_recorded_before_who_counts_them() -> None:
    order = [register.code for register in in_order(sheet_registers())]
    assert order.index("mandates") < min(order.index("votes"), order.index("sittings"))
