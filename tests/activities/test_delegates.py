"""A delegate's sheet, assessment and promises: who reads them, what the registers fill in, what follows."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.activities.actions import may_write_own_part, write_own_part
from dienhong.activities.delegate_year import panel
from dienhong.activities.models import ActivitySheet, Assessment
from dienhong.activities.queries import accounts
from dienhong.activities.register import activity_sheets, assessments, pledges
from dienhong.council_sessions.models import Attendance
from dienhong.followup.assigning import follow
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.organisations.kinds import Reach, Role
from dienhong.organisations.models import Council
from dienhong.people.models import Mandate
from dienhong.people.register import mandates
from dienhong.registers import actions

from ..council_sessions.factories import make_sitting
from ..factories import NOW, make_body, make_mandate, make_session, make_user
from ..oversight.factories import CARRIED, make_member, make_oversight
from ..questioning.factories import make_co_asker, make_question
from .factories import make_assessment, make_pledge, make_sheet


@pytest.fixture
def mandate(commune: Council, clerk: User) -> Mandate:
    return make_mandate(commune, clerk)  # type: ignore[no-any-return]


@pytest.fixture
def delegate(commune: Council) -> User:
    return make_user("dai.bieu", Role.DELEGATE, commune)


def codes(refusal: pytest.ExceptionInfo[Refused]) -> set[str]:
    return {violation.code for violation in refusal.value.violations}


def classed(record: Any, by: User) -> Any:
    return actions.move(assessments, record, step="class", expected_version=record.version, by=by, at=NOW)


GRADED = {"grade": "good", "decided_on": date(2022, 12, 20)}


def test_the_office_reads_all_and_each_delegate_their_own(
    mandate: Mandate, delegate: User, commune: Council, clerk: User, district_clerk: User, sister_clerk: User
) -> None:
    make_sheet(mandate, clerk, account=delegate)
    other = make_user("dai.bieu.khac", Role.DELEGATE, commune)
    head = make_user("to.truong", Role.GROUP_LEADER, commune)
    leader = make_user("lanh.dao", Role.LEADER, commune)
    above = make_user("dai.bieu.huyen", Role.DELEGATE, commune, reach=Reach.OWN_AND_BELOW)
    seen = {
        user.username: ActivitySheet.objects.visible_to(user).count()
        for user in (clerk, leader, district_clerk, delegate, other, head, above, sister_clerk)
    }
    assert {name for name, count in seen.items() if count} == {
        "vanthu.xa",
        "lanh.dao",
        "vanthu.huyen",
        "dai.bieu",
    }
    assert ActivitySheet.objects.visible_to(User.objects.operator()).count() == 1


def test_a_delegate_reads_the_class_once_it_is_given(mandate: Mandate, delegate: User, clerk: User) -> None:
    record = make_assessment(mandate, clerk, account=delegate, **GRADED)
    assert not Assessment.objects.visible_to(delegate).exists()
    assert classed(record, clerk).status == "classed"
    assert Assessment.objects.visible_to(delegate).get() == record


def test_a_class_needs_a_grade_and_a_decision(mandate: Mandate, delegate: User, clerk: User) -> None:
    record = make_assessment(mandate, clerk)
    with pytest.raises(Refused) as refusal:
        classed(record, clerk)
    assert codes(refusal) == {"assessment.no_grade"}
    with pytest.raises(NotAllowed):
        classed(record, delegate)


def test_one_sheet_a_year_of_a_year_in_which_one_sat(mandate: Mandate, clerk: User) -> None:
    make_sheet(mandate, clerk)
    for fields, expected in (
        ({}, {"shape"}),
        ({"year": 2020}, {"delegate.other_year"}),
        ({"year": 2024}, {"activity.future"}),
        ({"year": 9999}, {"shape"}),
    ):
        with pytest.raises(Refused) as refusal:
            make_sheet(mandate, clerk, **fields)
        assert codes(refusal) == expected


def test_the_account_is_remembered_from_the_year_before(
    mandate: Mandate, delegate: User, commune: Council, clerk: User
) -> None:
    assert make_sheet(mandate, clerk, year=2021).account is None
    make_sheet(mandate, clerk, year=2022, account=delegate)
    assert make_sheet(mandate, clerk).account == delegate
    assert make_assessment(mandate, clerk).account == delegate
    assert list(accounts(commune)) == [delegate], "clerks are no delegates"


def write(sheet: ActivitySheet, by: User, version: int | None = None) -> ActivitySheet:
    given = {"work": "Tiếp xúc 4 lần", "proposals": "", "expected_version": version or sheet.version}
    return write_own_part(sheet, by=by, at=NOW, **given)  # type: ignore[arg-type]


def test_the_delegate_writes_their_own_part_and_no_other(
    mandate: Mandate, delegate: User, commune: Council, clerk: User
) -> None:
    sheet = make_sheet(mandate, clerk, account=delegate)
    assert write(sheet, delegate).work == "Tiếp xúc 4 lần"
    assert may_write_own_part(sheet, clerk)
    for other in (make_user("khac", Role.DELEGATE, commune), make_user("lanh.dao", Role.LEADER, commune)):
        with pytest.raises(NotAllowed):
            write(sheet, other)
    with pytest.raises(Changed):
        write(sheet, delegate, version=1)
    given = {"reason": "Trùng", "expected_version": sheet.version, "by": clerk, "at": NOW}
    actions.cancel(activity_sheets, sheet, **given)
    with pytest.raises(Refused):
        write(sheet, delegate)


def figures(mandate: Mandate, user: User, year: int = 2023) -> dict[str, str]:
    return {fact.label: fact.value for fact in panel(mandate, year, user).facts}


def test_figures_of_the_year_come_from_the_registers(
    mandate: Mandate, commune: Council, clerk: User, sister_clerk: User
) -> None:
    session = make_session(commune, clerk, status="closed", closes_on=date(2023, 7, 20))
    make_session(commune, clerk, ordinal=8, opens_on=date(2023, 11, 1))
    for day, state in enumerate(("present", "late", "excused"), start=18):
        sitting = make_sitting(session, clerk, held_on=date(2023, 7, day))
        Attendance.objects.create(sitting=sitting, mandate=mandate, state=state)
    make_question(commune, clerk, asker=mandate, asked_by="")
    make_co_asker(make_question(commune, clerk, text="Chất vấn khác"), mandate, clerk)
    make_member(make_oversight(commune, clerk, "Chuyên đề 1", **CARRIED), clerk, mandate=mandate, role="head")
    make_member(make_oversight(commune, clerk, "Chuyên đề 2", **CARRIED), clerk, mandate=mandate)
    make_member(make_oversight(commune, clerk, "Chưa làm"), clerk, mandate=mandate)
    led = {"lead_kind": "delegate", "delegate": mandate, **CARRIED}
    make_oversight(commune, clerk, "Đại biểu tự giám sát", **led)
    make_pledge(mandate, clerk)
    told = {fact.label: (fact.value, fact.explanation) for fact in panel(mandate, 2023, clerk).facts}
    assert told == {
        "Kỳ họp đã tổ chức": ("01", "Trong thời gian là đại biểu."),
        "Ngày họp đã dự": ("02/03", "Vắng có phép: 01; vắng không phép: 0."),
        "Chất vấn đã nêu": ("02", "Kể cả cùng chất vấn với đại biểu khác."),
        "Cuộc giám sát, khảo sát đã tham gia": ("03", "Làm Trưởng Đoàn hoặc tự giám sát: 02."),
        "Lời hứa với cử tri": ("01", "Cả nhiệm kỳ."),
    }
    before = figures(mandate, clerk, 2022)
    assert (before["Kỳ họp đã tổ chức"], before["Ngày họp đã dự"]) == ("0", "chưa điểm danh")
    assert set(figures(mandate, sister_clerk).values()) == {"0", "chưa điểm danh"}


def test_sessions_after_the_seat_ended_are_not_the_delegates(commune: Council, clerk: User) -> None:
    left = make_mandate(commune, clerk, "Lê Văn B")
    given = {"to_on": date(2023, 7, 1), "end_reason": "transferred", "decided_at": "NQ 5"}
    end = next(deed for deed in mandates.deeds if deed.name == "thoi-lam-dai-bieu")
    left = end.do(mandates, left, expected_version=1, by=clerk, at=NOW, **given)
    make_session(commune, clerk, status="closed")
    assert figures(left, clerk)["Kỳ họp đã tổ chức"] == "0"
    with pytest.raises(Refused) as refusal:
        make_pledge(left, clerk, pledged_on=date(2023, 8, 1))
    assert codes(refusal) == {"pledge.too_late"}


def test_a_promise_is_followed_to_its_end(mandate: Mandate, commune: Council, clerk: User) -> None:
    pledge, body = make_pledge(mandate, clerk), make_body(commune, "executive", "UBND xã")
    assert pledge.title in str(pledge)
    with pytest.raises(Refused) as refusal:
        follow(pledge, text="Xây nhà rông", lead=body, on=date(2023, 1, 5), by=clerk, at=NOW)
    assert codes(refusal) == {"followup.no_due"}
    given = {"on": date(2023, 1, 5), "due_on": date(2023, 12, 1), "due_why": "Trước kỳ họp", "at": NOW}
    undertaking = follow(pledge, text="Xây nhà rông", lead=body, by=clerk, **given)
    assert (undertaking.origin.kind, undertaking.due_basis) == ("pledge", "HĐND đặt")
    struck = {"reason": "Trùng", "expected_version": pledge.version, "by": clerk, "at": NOW}
    with pytest.raises(Refused) as refusal:
        actions.cancel(pledges, pledge, **struck)
    assert codes(refusal) == {"pledge.followed"}
    spare = make_pledge(mandate, clerk, text="Ghi trùng")
    assert actions.cancel(pledges, spare, **{**struck, "expected_version": 1}).is_cancelled
