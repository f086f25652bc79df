"""Monthly meetings, matters submitted to them, conferences with what was proposed, and who met too rarely."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from dienhong.accounts.models import User
from dienhong.followup.assigning import follow, proposed_due
from dienhong.indicators.declaration import get_indicator
from dienhong.indicators.evaluation import Figure, Scope, evaluate
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.kernel.period import Period
from dienhong.meetings import actions
from dienhong.meetings.frequency import MONTHLY, YEARLY_CONFERENCE, shortfalls
from dienhong.meetings.models import Conference, MatterSubmitted, Meeting, Proposal
from dienhong.meetings.register import conferences, matters, meetings, proposals
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.registers import actions as records
from dienhong.registers.listing import YEAR, Listing

from ..factories import NOW, TODAY, make_body, make_session, make_user
from .factories import (
    CONFERRED,
    MET,
    executive,
    held,
    make_conference,
    make_group,
    make_matter,
    make_meeting,
    make_proposal,
)


def step(register: Any, record: Any, name: str, by: User, reason: str = "") -> Any:
    record.refresh_from_db()
    given = {"expected_version": record.version, "by": by, "at": NOW, "reason": reason}
    return records.move(register, record, step=name, **given)


def decide(matter: MatterSubmitted, by: User, **values: Any) -> Any:
    given = {"expected_version": matter.version, "by": by, "at": NOW}
    return records.change(matters, matter, values={"decision": "approved", **values}, **given)


# --- meetings -------------------------------------------------------------------------------------------------------
def test_a_month_has_one_regular_meeting(commune: Council, clerk: User) -> None:
    make_meeting(commune, clerk)
    with pytest.raises(Refused, match="Tháng này đã ghi"):
        make_meeting(commune, clerk, held_on=date(2023, 8, 2))
    make_meeting(commune, clerk, kind="standing_extra")
    spare = make_meeting(commune, clerk, month=8)
    records.cancel(meetings, spare, reason="Ghi trùng", expected_version=1, by=clerk, at=NOW)
    make_meeting(commune, clerk, month=8)


def test_titles_say_whose_meeting_it_is(commune: Council, clerk: User) -> None:
    committee = make_body(commune, "committee", "Ban Pháp chế")
    session = make_session(commune, clerk)
    titles = [
        make_meeting(commune, clerk).title,
        make_meeting(commune, clerk, kind="standing_extra").title,
        make_meeting(commune, clerk, kind="liaison", session=session, held_on=date(2023, 6, 20)).title,
        make_meeting(commune, clerk, kind="committee", body=committee).title,
    ]
    assert titles == [
        "Phiên họp Thường trực tháng 7/2023",
        "Phiên họp đột xuất của Thường trực, 28/7/2023",
        "Họp liên tịch chuẩn bị Kỳ họp thứ 7 (thường lệ), 20/6/2023",
        "Họp Ban Pháp chế, 28/7/2023",
    ]


def test_a_meeting_closes_once_everything_is_decided(commune: Council, clerk: User) -> None:
    meeting = make_meeting(commune, clerk)
    matter = make_matter(meeting, clerk)
    held(meeting, clerk)
    with pytest.raises(Refused, match="Còn 01 nội dung trình"):
        step(meetings, meeting, "close", clerk)
    with pytest.raises(Refused, match="phải ghi quyết định"):
        decide(matter, clerk, decision="pending", reply_number="9/TTHĐND", reply_on=MET)
    decide(matter, clerk, reply_number="9/TTHĐND", reply_on=MET)
    assert step(meetings, meeting, "close", clerk).status == "closed"
    with pytest.raises(Refused, match="đã kết thúc"):
        make_matter(Meeting.objects.get(), clerk, text="Thêm sau")
    with pytest.raises(Refused, match="lý do"):
        step(meetings, meeting, "reopen", clerk)
    assert step(meetings, meeting, "reopen", clerk, "Sót một nội dung").status == "held"


def test_cancelled_matters_keep_nothing_open(commune: Council, clerk: User) -> None:
    meeting = make_meeting(commune, clerk)
    matter = make_matter(meeting, clerk)
    records.cancel(matters, matter, reason="Rút tờ trình", expected_version=1, by=clerk, at=NOW)
    held(meeting, clerk)
    assert step(meetings, meeting, "close", clerk).is_closed


def test_matters_go_to_the_standing_committee_only(commune: Council, clerk: User) -> None:
    group = make_body(commune, "delegate_group", "Tổ đại biểu số 1")
    with pytest.raises(Refused, match="phiên họp của Thường trực"):
        make_matter(make_meeting(commune, clerk, kind="group", body=group), clerk)


def test_the_page_says_how_often_it_met_and_whether_in_its_month(commune: Council, clerk: User) -> None:
    meeting = held(make_meeting(commune, clerk), clerk)
    (often,) = meetings.facts(meeting)
    assert often.value == "01/12 phiên đã họp" and "mỗi tháng" in often.explanation
    late = make_meeting(commune, clerk, month=8, held_on=date(2023, 9, 4))
    assert [fact.label for fact in meetings.facts(late)] == ["Thường kỳ trong năm 2023", "Đúng tháng"]
    assert list(meetings.facts(make_meeting(commune, clerk, kind="standing_extra"))) == []
    parts = {
        part: Listing(meetings, commune, clerk, {"dung-thang": part}).total
        for part in ("late", "in_month", "none")
    }
    assert parts == {"late": 1, "in_month": 1, "none": 1}


def test_the_desk_asks_for_recording_decisions_and_the_notice(commune: Council, clerk: User) -> None:
    meeting = make_meeting(commune, clerk)
    matter = make_matter(meeting, clerk)

    def asked(today: date = TODAY) -> list[str]:
        return [task.what for task in meetings.tasks(Meeting.objects.counted(), today)]

    name = meeting.title
    assert asked(MET) == [] and asked() == [f"Ghi nhận đã họp: {name}"]
    held(meeting, clerk)
    assert asked() == [f"Ghi quyết định về 01 nội dung trình: {name}"]
    decide(matter, clerk)
    assert asked() == [f"Thông báo kết quả {name}"]
    noticed = {"notice_number": "7/TB-TTHĐND", "notice_on": date(2023, 7, 31)}
    meeting.refresh_from_db()
    records.change(meetings, meeting, values=noticed, expected_version=meeting.version, by=clerk, at=NOW)
    assert asked() == []


def test_tasks_of_a_meeting_are_followed_and_keep_it(commune: Council, clerk: User) -> None:
    meeting = make_meeting(commune, clerk)
    assert proposed_due(meeting, MET) is None
    given: dict[str, Any] = {"text": "Rà soát nợ đọng", "lead": executive(commune), "on": MET}
    undertaking = follow(
        meeting, due_on=date(2023, 9, 1), due_why="Theo thông báo", by=clerk, at=NOW, **given
    )
    assert (undertaking.origin.kind, undertaking.origin.title) == ("meeting", meeting.title)
    with pytest.raises(Refused, match="không hủy được"):
        records.cancel(meetings, Meeting.objects.get(), reason="Nhầm", expected_version=2, by=clerk, at=NOW)


# --- conferences ----------------------------------------------------------------------------------------------------
def conclude(conference: Conference, by: User, **told: Any) -> Any:
    given = {"conclusion_number": "08/TB-TTHĐND", "concluded_on": date(2023, 10, 23), **told}
    return actions.conclude(
        conferences, conference, expected_version=conference.version, by=by, at=NOW, **given
    )


def test_a_conference_is_held_and_concluded(district: Council, district_clerk: User) -> None:
    conference = make_conference(district, district_clerk)
    assert conference.title == "Hội nghị giao ban lần thứ 4, nhiệm kỳ 2021-2026"
    assert conference.participants == 75
    with pytest.raises(Refused, match="dự kiến"):
        conclude(conference, district_clerk)
    concluded = conclude(step(conferences, conference, "hold", district_clerk), district_clerk)
    assert concluded.status == "concluded"
    with pytest.raises(Refused, match="đã có kết luận"):
        conclude(concluded, district_clerk)
    cleared = {"conclusion_number": "", "concluded_on": None}
    version = concluded.version
    again: Any = records.change(
        conferences, concluded, values=cleared, expected_version=version, by=district_clerk, at=NOW
    )
    assert again.status == "held"


def test_the_form_proposes_the_next_conference_or_review(
    district: Council, commune: Council, district_clerk: User
) -> None:
    make_conference(district, district_clerk)
    proposed = conferences.propose(district, TODAY)
    assert (proposed["kind"], proposed["level"], proposed["ordinal"]) == ("conference", "commune", 5)
    proposed = conferences.propose(commune, TODAY)
    assert (proposed["kind"], proposed["level"], proposed["ordinal"]) == ("review", "", 1)


def test_the_page_says_what_the_year_asks(district: Council, district_clerk: User) -> None:
    conference = make_conference(district, district_clerk)
    often, came = conferences.facts(conference)
    assert often.value == "0 hội nghị, quy định ít nhất 01" and came.value == "75"
    review = make_conference(
        district, district_clerk, kind="review", level="", from_own=None, from_below=None
    )
    assert list(conferences.facts(review)) == []


def test_each_proposal_has_its_answer(
    district: Council, commune: Council, sister: Council, district_clerk: User
) -> None:
    conference = make_conference(district, district_clerk)
    make_group(conference, district_clerk)
    with pytest.raises(Refused, match="đã có tổ thảo luận"):
        make_group(conference, district_clerk)
    proposal = make_proposal(conference, district_clerk, raised_by=commune, raised_by_other="")
    assert proposal.proposer == commune.short_name
    assert proposals.choices["raised_by"](district).count() == 2
    assert proposals.choices["raised_by"](commune).count() == 0
    (task,) = proposals.tasks(Proposal.objects.all(), TODAY)
    assert task.due_on == CONFERRED and list(proposals.tasks(Proposal.objects.all(), CONFERRED)) == []
    given: dict[str, Any] = {"expected_version": 1, "by": district_clerk, "at": NOW}
    with pytest.raises(Refused, match="nội dung và ngày trả lời"):
        records.change(proposals, proposal, values={"reply": "answered"}, **given)
    answer = {"reply": "answered", "answer": "Mở lớp trong quý IV", "answered_on": CONFERRED}
    records.change(proposals, proposal, values=answer, **given)
    assert list(proposals.tasks(Proposal.objects.all(), TODAY)) == []


def test_the_desk_asks_for_the_conclusion(district: Council, district_clerk: User) -> None:
    conference = make_conference(district, district_clerk)

    def asked() -> list[str]:
        found = conferences.tasks(Conference.objects.all(), TODAY)
        return [task.what.split(":")[0] for task in found]

    assert asked() == ["Ghi nhận đã tổ chức"]
    step(conferences, conference, "hold", district_clerk)
    assert asked() == ["Ghi kết luận"]


@pytest.mark.parametrize("role", [Role.LEADER, Role.DELEGATE, Role.AGENCY])
def test_only_a_clerk_of_the_council_writes(
    role: Role, district: Council, district_clerk: User, clerk: User
) -> None:
    meeting = make_meeting(district, district_clerk)
    conference = step(conferences, make_conference(district, district_clerk), "hold", district_clerk)
    writes: list[Callable[[User], Any]] = [
        lambda by: make_meeting(district, by, month=8),
        lambda by: make_matter(meeting, by),
        lambda by: conclude(conference, by),
        lambda by: make_group(conference, by),
        lambda by: make_proposal(conference, by),
    ]
    for by in (make_user("nguoi.khac", role, district, organisation=executive(district)), clerk):
        for write in writes:
            with pytest.raises(NotAllowed):
                write(by)
    assert Meeting.objects.count() == 1 and Conference.objects.get().status == "held"


# --- figures --------------------------------------------------------------------------------------------------------
def figure(code: str, councils: list[Council], user: User) -> Figure:
    return evaluate([get_indicator(code)], Scope(councils, Period.year(2023), user))[code]


def test_figures_equal_the_lists_they_open(district: Council, district_clerk: User) -> None:
    meeting = make_meeting(district, district_clerk)
    matter = make_matter(meeting, district_clerk)
    extra = make_meeting(district, district_clerk, kind="standing_extra")
    conference = make_conference(district, district_clerk)
    make_conference(district, district_clerk, kind="review", level="")
    codes = ("standing_meetings.held", "standing_meetings.matters", "conferences.held")
    assert [figure(code, [district], district_clerk).total for code in codes] == [0, 0, 0]
    held(meeting, district_clerk)
    held(extra, district_clerk)
    step(conferences, conference, "hold", district_clerk)
    for code in codes:
        indicator, found = get_indicator(code), figure(code, [district], district_clerk)
        address = {YEAR: "2023", **indicator.listed}
        assert found.total == 1 == Listing(indicator.register, district, district_clerk, address).total, code
    decide(matter, district_clerk)
    assert figure("standing_meetings.matters", [district], district_clerk).by["decision"]["approved"] == 1


def test_who_met_too_rarely_is_named_and_who_said_nothing_is_missing(
    district: Council, commune: Council, sister: Council, clerk: User, district_clerk: User
) -> None:
    for month in range(1, 12):
        held(make_meeting(commune, clerk, month=month, held_on=date(2023, month, 10)), clerk)
    councils = [district, commune, sister]
    for month in range(1, 13):
        day = date(2023, month, 15) if month < 12 else date(2023, 11, 20)
        held(make_meeting(district, district_clerk, month=month, held_on=day), district_clerk)
    found = figure("standing_meetings.held", councils, district_clerk)
    (short,) = shortfalls(found, MONTHLY, 2023)
    assert (short.council, short.held, short.lacking) == (commune, 11, 1)
    assert "Điều 106" in str(short.rule.basis) and found.missing == (sister,)


def test_a_district_without_a_conference_is_short_only_once_it_said_so(
    district: Council, commune: Council, district_clerk: User, clerk: User
) -> None:
    for council, by in ((district, district_clerk), (commune, clerk)):
        records.say_nothing_to_report(conferences, council=council, period=Period.year(2023), by=by, at=NOW)
    found = figure("conferences.held", [district, commune], district_clerk)
    with CaptureQueriesContext(
        connection,
    ) as queries:
        (short,) = shortfalls(found, YEARLY_CONFERENCE, 2023)
    assert short.council == district and short.lacking == 1
    assert len(queries) <= 1
