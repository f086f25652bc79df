"""Oversight through its actions: the table of states, legal days, recommendations, the delegation."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.followup.assigning import follow
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.oversight.actions import begin, conclude
from dienhong.oversight.deadlines import facts, tasks
from dienhong.oversight.models import Oversight
from dienhong.oversight.register import oversights, programmes, working_sessions
from dienhong.oversight.states import WORKFLOW, OversightStatus
from dienhong.registers import actions

from ..factories import NOW, TODAY, make_body, make_mandate, make_user
from .factories import (
    BEGUN,
    CARRIED,
    ENDED,
    REPORTED,
    make_member,
    make_oversight,
    make_received,
    make_working_session,
    of_group,
)


def move(oversight: Oversight, step: str, by: User, reason: str = "") -> Oversight:
    given = {"step": step, "reason": reason, "expected_version": oversight.version, "by": by, "at": NOW}
    return actions.move(oversights, oversight, **given)  # type: ignore[return-value]


def refused(what: object, *args: object, **fields: object) -> set[str]:
    with pytest.raises(Refused) as refusal:
        what(*args, **fields)  # type: ignore[operator]
    return {violation.code for violation in refusal.value.violations}


def test_planned_it_counts_in_its_year_begun_on_its_day(commune: Council, clerk: User) -> None:
    planned = make_oversight(commune, clerk)
    assert (planned.code, planned.counts_on) == ("GS-2023-001", date(2023, 1, 1))
    assert (planned.lead, planned.status) == ("Thường trực HĐND", OversightStatus.PLANNED)
    values = {"starts_on": BEGUN}
    actions.change(oversights, planned, values=values, expected_version=1, by=clerk, at=NOW)
    assert Oversight.objects.get().counts_on == BEGUN


def test_it_goes_the_way_of_the_table(commune: Council, clerk: User) -> None:
    oversight = make_oversight(commune, clerk)
    assert refused(move, oversight, "begin", clerk) == {"oversight.not_begun"}
    begun = make_oversight(commune, clerk, "Chuyên đề khác", starts_on=BEGUN)
    begun = move(begun, "begin", clerk)
    assert refused(move, begun, "conclude", clerk) == {"oversight.not_over"}
    values = {"ends_on": ENDED, "reported_on": REPORTED, "report_number": "21/BC-ĐGS"}
    actions.change(oversights, begun, values=values, expected_version=begun.version, by=clerk, at=NOW)
    assert move(begun, "conclude", clerk).status == OversightStatus.CONCLUDED
    assert refused(move, begun, "begin", clerk) == {"workflow.state"}
    assert move(begun, "reopen", clerk, "Sửa ngày báo cáo").status == OversightStatus.UNDER_WAY


def test_work_begins_and_ends_with_its_days_or_not_at_all(commune: Council, clerk: User) -> None:
    oversight = make_oversight(commune, clerk)
    given = {"by": clerk, "at": NOW}
    late = {"starts_on": date(2023, 11, 21), "expected_version": 1, **given}
    assert refused(begin, oversights, oversight, **late) == {"oversight.not_begun"}
    assert Oversight.objects.get().starts_on is None, "the day was not kept without the step"
    begun = begin(oversights, Oversight.objects.get(), starts_on=BEGUN, expected_version=1, **given)
    assert (begun.status, begun.counts_on) == (OversightStatus.UNDER_WAY, BEGUN)
    over = {"starts_on": BEGUN, "ends_on": ENDED, "expected_version": begun.version, **given}
    assert refused(conclude, oversights, begun, **over) == {"oversight.no_report"}
    again = Oversight.objects.get()
    ended = conclude(oversights, again, **{**over, "reported_on": REPORTED, "report_number": "21/BC-ĐGS"})
    assert (ended.status, ended.report_number) == (OversightStatus.CONCLUDED, "21/BC-ĐGS")
    leader = make_user("lanh.dao", Role.LEADER, commune)
    with pytest.raises(NotAllowed):
        begin(oversights, make_oversight(commune, clerk, "Khác"), **{**late, "by": leader})


def test_putting_off_keeps_its_reason_where_the_programme_tells_it(commune: Council, clerk: User) -> None:
    oversight = make_oversight(commune, clerk)
    assert refused(move, oversight, "postpone", clerk) == {"workflow.reason"}
    postponed = move(oversight, "postpone", clerk, " Chờ kết luận thanh tra ")
    assert postponed.status_reason == "Chờ kết luận thanh tra"
    assert Entry.objects.of_record(postponed).latest("pk").reason == "Chờ kết luận thanh tra"
    dropped = move(postponed, "drop", clerk, "Đã có đoàn của tỉnh")
    again = move(dropped, "resume", clerk, "Cử tri đề nghị")
    assert (again.status, again.status_reason) == (OversightStatus.PLANNED, "Cử tri đề nghị")


@pytest.mark.parametrize("row", WORKFLOW.as_rows(), ids=lambda row: f"{row.source}-{row.name}")
def test_every_step_is_for_the_office(row: object, commune: Council, clerk: User) -> None:
    oversight = make_oversight(commune, clerk)
    delegate = make_user("dai.bieu", Role.DELEGATE, commune)
    with pytest.raises(NotAllowed):
        move(oversight, row.name, delegate, "lý do")  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ({"lead_kind": "committee"}, "oversight.body"),
        ({"programme_year": None}, "oversight.programme_year"),
        ({"programme_place": "added"}, "oversight.added_why"),
        ({"programme_place": "outside", "programme_year": None}, "oversight.no_day"),
        ({"starts_on": date(2024, 1, 3)}, "oversight.other_year"),
        ({"form": "renewed"}, "oversight.earlier"),
        ({"starts_on": BEGUN, "set_up_on": ENDED}, "oversight.too_early"),
        ({"starts_on": ENDED, "ends_on": BEGUN}, "shape"),
        ({"status": "concluded", "starts_on": BEGUN}, "oversight.not_over"),
        ({"status": "postponed"}, "oversight.no_reason"),
    ],
)
def test_what_cannot_be_is_refused(
    fields: dict[str, object], expected: str, commune: Council, clerk: User
) -> None:
    assert expected in refused(make_oversight, commune, clerk, **fields)
    assert not Oversight.objects.exists()


def test_only_a_clerk_of_the_council_records(
    commune: Council, district_clerk: User, sister_clerk: User
) -> None:
    for other in (make_user("lanh.dao", Role.LEADER, commune), district_clerk, sister_clerk):
        with pytest.raises(NotAllowed):
            make_oversight(commune, other)
        with pytest.raises(NotAllowed):
            make_received(commune, other)


def test_renewed_oversight_looks_at_an_earlier_one_and_not_at_itself(commune: Council, clerk: User) -> None:
    first = make_oversight(commune, clerk)
    later = make_oversight(commune, clerk, "Giám sát lại", form="renewed", earlier=first)
    given = {"expected_version": later.version, "by": clerk, "at": NOW}
    assert "oversight.itself" in refused(
        actions.change, oversights, later, values={"earlier": later}, **given
    )


def test_each_duty_has_its_day_and_its_basis(district: Council, district_clerk: User) -> None:
    sent = {"set_up_on": date(2023, 4, 20), "plan_sent_on": date(2023, 5, 8), **CARRIED}
    oversight = make_oversight(district, district_clerk, **sent)
    told = {fact.label: fact for fact in facts(oversight)}
    assert {label: fact.value for label, fact in told.items()} == {
        "Gửi kế hoạch, đề cương chậm nhất": "05/5/2023 (đã làm ngày 08/5/2023, chậm 03 ngày)",
        "Thông báo chương trình, thành phần chậm nhất": "30/4/2023",
        "Báo cáo kết quả chậm nhất": "03/6/2023 (đã làm ngày 30/5/2023, đúng hạn)",
        "Thường trực xem xét báo cáo chậm nhất": "06/6/2023",
    }
    assert "Điều 70" in told["Báo cáo kết quả chậm nhất"].explanation


def test_a_group_has_shorter_notice_and_a_review_visits_nobody(
    district: Council, district_clerk: User
) -> None:
    group = make_body(district, "delegate_group", "Tổ đại biểu số 1")
    of_a_group = {fact.label: fact.value for fact in facts(of_group(group, district_clerk))}
    assert of_a_group["Thông báo chương trình, thành phần chậm nhất"] == "03/5/2023"
    assert list(facts(make_oversight(district, district_clerk, form="report_review", **CARRIED))) == []
    unruled = {"programme_year": 2015, "starts_on": date(2015, 5, 1)}
    assert list(facts(make_oversight(district, district_clerk, "Chuyên đề cũ", **unruled))) == []


def test_the_desk_is_told_what_is_due_and_what_is_over(commune: Council, clerk: User) -> None:
    make_oversight(commune, clerk, starts_on=BEGUN, ends_on=ENDED)
    make_oversight(commune, clerk, "Chuyên đề đã xong", **CARRIED)
    told = [(task.what.partition(":")[0], task.due_on) for task in tasks(Oversight.objects.all(), TODAY)]
    assert told == [
        ("Thông báo chương trình, thành phần", BEGUN - timedelta(days=10)),
        ("Báo cáo kết quả", ENDED + timedelta(days=15)),
        ("Ghi nhận đã kết thúc", ENDED),
    ]


def test_a_recommendation_is_followed_to_its_end(commune: Council, clerk: User) -> None:
    oversight, body = make_oversight(commune, clerk, **CARRIED), make_body(commune, "executive", "UBND xã")
    undertaking = follow(oversight, text="Sửa kênh N2", lead=body, on=REPORTED, by=clerk, at=NOW)
    assert (undertaking.origin.kind, undertaking.origin.code) == ("oversight", oversight.code)
    assert (undertaking.due_on, undertaking.due_on - REPORTED) == (date(2023, 6, 29), timedelta(days=30))
    given = {"reason": "Trùng", "expected_version": oversight.version, "by": clerk, "at": NOW}
    assert refused(actions.cancel, oversights, oversight, **given) == {"oversight.followed"}
    plain = make_oversight(commune, clerk, "Chuyên đề ghi trùng")
    assert actions.cancel(oversights, plain, **{**given, "expected_version": 1}).is_cancelled


def test_a_delegation_has_one_head_and_everybody_once(commune: Council, clerk: User) -> None:
    oversight, delegate = make_oversight(commune, clerk), make_mandate(commune, clerk)
    member = make_member(oversight, clerk, mandate=delegate, role="head")
    assert (member.title, str(member)) == ("Trần Thị Mẫu", "Trần Thị Mẫu, Trưởng Đoàn")
    assert refused(make_member, oversight, clerk, mandate=delegate) == {"shape"}
    assert refused(make_member, oversight, clerk, full_name="Lê Văn B", role="head") == {"shape"}
    assert refused(make_member, oversight, clerk) == {"shape"}
    assert refused(make_member, oversight, clerk, mandate=delegate, full_name="Lê Văn B") == {"shape"}
    assert make_member(oversight, clerk, full_name="Lê Văn B").holder == "Lê Văn B"


def test_working_sessions_lie_within_the_oversight(commune: Council, clerk: User) -> None:
    oversight = make_oversight(commune, clerk, starts_on=BEGUN, ends_on=ENDED)
    session = make_working_session(oversight, clerk)
    assert (session.counts_on, str(session)) == (BEGUN, "UBND xã Mẫu, 10/5/2023")
    late = {"held_on": ENDED + timedelta(days=1)}
    assert refused(make_working_session, oversight, clerk, **late) == {"working_session.after"}


def test_parts_belong_to_an_oversight_of_their_own_council(
    commune: Council, sister: Council, clerk: User, sister_clerk: User
) -> None:
    theirs = make_oversight(sister, sister_clerk)
    values = {"oversight": theirs, "held_on": BEGUN, "unit": "UBND xã"}
    given = {"council": commune, "values": values, "by": clerk, "at": NOW}
    assert refused(actions.add, working_sessions, **given) == {"other_council"}


def test_a_delegation_from_above_is_received(commune: Council, clerk: User) -> None:
    came = make_received(commune, clerk)
    assert (came.code, came.counts_on) == ("DG-2023-001", date(2023, 4, 12))
    assert str(came).startswith("DG-2023-001 Việc thực hiện")
    assert refused(make_received, commune, clerk, to_on=date(2023, 4, 11)) == {"shape"}


def test_a_programme_of_a_lead_and_year_is_recorded_once(commune: Council, clerk: User) -> None:
    body = make_body(commune, "committee", "Ban Pháp chế")
    add = {"council": commune, "by": clerk, "at": NOW}
    for values in (
        {"year": 2023, "lead_kind": "council"},
        {"year": 2023, "lead_kind": "committee", "body": body},
    ):
        actions.add(programmes, values=values, **add)
        assert refused(actions.add, programmes, values=values, **add) == {"shape"}
    wrong = {"year": 2023, "lead_kind": "council", "body": body}
    assert "oversight.no_body" in refused(actions.add, programmes, values={**wrong, "year": 2024}, **add)
