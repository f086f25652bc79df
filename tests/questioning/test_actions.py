"""Questions answered and withdrawn, hearings held and concluded, overdue work brought before them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.followup.assigning import follow, proposed_due
from dienhong.followup.following import escalated_to
from dienhong.followup.models import Undertaking
from dienhong.indicators.declaration import get_indicator
from dienhong.indicators.evaluation import Figure, Scope, evaluate
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.kernel.period import Period
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.questioning import actions
from dienhong.questioning.models import Hearing, Question
from dienhong.questioning.queries import next_ordinal
from dienhong.questioning.register import hearings, questions
from dienhong.registers import actions as records
from dienhong.registers.listing import YEAR, Listing

from ..factories import NOW, make_body, make_mandate, make_position, make_session, make_user
from ..meetings.factories import MET, make_meeting
from .factories import (
    ASKED,
    HELD,
    executive,
    make_co_asker,
    make_hearing,
    make_matter,
    make_question,
    make_question_time,
)


def answer(question: Question, by: User, **told: Any) -> Question:
    given = {"answered_on": date(2023, 8, 1), "answer_manner": "written", **told}
    return actions.answer(questions, question, expected_version=question.version, by=by, at=NOW, **given)  # type: ignore[return-value]


def step(register: Any, record: Any, name: str, by: User, reason: str = "") -> Any:
    return records.move(
        register, record, step=name, expected_version=record.version, by=by, at=NOW, reason=reason
    )


def test_a_written_answer_is_due_twenty_days_after_the_question(commune: Council, clerk: User) -> None:
    question = make_question(commune, clerk)
    assert question.answer_due_on == date(2023, 8, 8)
    (fact,) = questions.facts(question)
    assert fact.value == "08/8/2023" and "20 ngày" in fact.explanation
    (task,) = questions.tasks(Question.objects.all(), ASKED)
    assert task.due_on == date(2023, 8, 8)
    assert questions.standing and questions.standing(question, date(2023, 8, 10)) == (
        "overdue",
        "Quá hạn trả lời 02 ngày",
    )


def test_an_oral_answer_has_no_day_of_its_own(commune: Council, clerk: User) -> None:
    session = make_session(commune, clerk)
    question = make_question(
        commune, clerk, venue="session", session=session, asked_on=date(2023, 7, 18), answer_manner="oral"
    )
    assert question.answer_due_on is None
    assert questions.standing and questions.standing(question, date(2024, 1, 1)) == ("neutral", "chờ trả lời")


def test_a_question_is_answered_once_and_goes_back_when_the_day_is_taken_away(
    commune: Council, clerk: User
) -> None:
    question = answer(make_question(commune, clerk), clerk, answer="Đã bố trí kinh phí")
    assert question.status == "answered"
    assert [entry.verb for entry in Entry.objects.of_record(question)] == ["Ghi mới", "Ghi trả lời"]
    with pytest.raises(Refused, match="đã trả lời"):
        answer(question, clerk)
    cleared = {"answered_on": None, "answer": ""}
    changed: Any = records.change(questions, question, values=cleared, expected_version=2, by=clerk, at=NOW)
    assert changed.status == "put"


def test_a_question_is_withdrawn_with_a_reason_and_no_longer_counts(commune: Council, clerk: User) -> None:
    question = make_question(commune, clerk)
    with pytest.raises(Refused, match="lý do"):
        step(questions, question, "withdraw", clerk)
    withdrawn = step(questions, question, "withdraw", clerk, "Đã được giải thích trước kỳ họp")
    assert withdrawn.status == "withdrawn" and figure("questions.put", commune, clerk).total == 0
    with pytest.raises(Refused, match="đã rút"):
        answer(withdrawn, clerk)
    assert step(questions, withdrawn, "restore", clerk, "Ghi nhầm").status == "put"


@pytest.mark.parametrize(
    ("fields", "sentence"),
    [
        ({"venue": "session"}, "phải nêu kỳ họp nào"),
        ({"asked_by": ""}, "Hãy chọn đại biểu"),
        ({"asked_on": date(2024, 1, 1)}, "Chưa đến ngày"),
        ({"answer_manner": "oral"}, "trả lời bằng văn bản"),
        ({"answer": "Đã làm"}, "ngày trả lời"),
        ({"answered_on": date(2023, 7, 1)}, "Chất vấn ngày 19/7/2023"),
    ],
)
def test_a_question_that_cannot_be_is_refused(
    fields: dict[str, Any], sentence: str, commune: Council, clerk: User
) -> None:
    with pytest.raises(Refused, match=sentence):
        make_question(commune, clerk, **fields)
    assert not Question.objects.exists()


def test_only_bodies_that_answer_and_groups_that_ask(commune: Council, clerk: User) -> None:
    front = make_body(commune, "front", "UBMTTQ xã Mẫu")
    with pytest.raises(Refused, match="Chỉ chất vấn"):
        make_question(commune, clerk, body=front)
    with pytest.raises(Refused, match="Tổ đại biểu"):
        make_question(commune, clerk, group=front)


def test_what_happens_at_a_meeting_names_one_of_the_standing_committee(commune: Council, clerk: User) -> None:
    monthly = make_meeting(commune, clerk)
    group = make_body(commune, "delegate_group", "Tổ đại biểu số 1")
    other = make_meeting(commune, clerk, kind="group", body=group)
    at_meeting = {"venue": "standing", "asked_on": MET}
    assert make_question(commune, clerk, meeting=monthly, **at_meeting).meeting == monthly
    with pytest.raises(Refused, match="phiên họp của Thường trực"):
        make_question(commune, clerk, meeting=other, **at_meeting)
    with pytest.raises(Refused, match="nơi chất vấn"):
        make_question(commune, clerk, meeting=monthly)
    assert make_question_time(commune, clerk, meeting=monthly, held_on=MET).meeting == monthly
    with pytest.raises(Refused, match="phiên họp của Thường trực"):
        make_hearing(commune, clerk, meeting=other)


def test_delegates_ask_while_they_sit(commune: Council, clerk: User) -> None:
    one = make_mandate(commune, clerk, from_on=date(2023, 6, 1))
    two = make_mandate(commune, clerk, "Lê Văn Mẫu")
    with pytest.raises(Refused, match="không nằm trong thời gian"):
        make_question(commune, clerk, asker=one, asked_on=date(2023, 5, 1))
    question = make_question(commune, clerk, asker=one, asked_by="")
    make_co_asker(question, two, clerk)
    assert question.askers == "Trần Thị Mẫu, Lê Văn Mẫu"
    with pytest.raises(Refused, match="là người chất vấn"):
        make_co_asker(question, one, clerk)
    with pytest.raises(Refused, match="đã được ghi"):
        make_co_asker(question, two, clerk)


@pytest.mark.parametrize("role", [Role.LEADER, Role.DELEGATE, Role.AGENCY])
def test_only_a_clerk_of_the_council_writes(
    role: Role, commune: Council, clerk: User, district_clerk: User
) -> None:
    question, hearing = make_question(commune, clerk), held_hearing(commune, clerk)
    for by in (make_user("nguoi.khac", role, commune, organisation=executive(commune)), district_clerk):
        with pytest.raises(NotAllowed):
            make_question(commune, by)
        with pytest.raises(NotAllowed):
            answer(question, by)
        with pytest.raises(NotAllowed):
            conclude(hearing, by)
    assert Question.objects.get().status == "put" and Hearing.objects.get().status == "held"


def test_of_two_answers_the_second_is_told(commune: Council, clerk: User) -> None:
    question = make_question(commune, clerk)
    answer(Question.objects.get(), clerk)
    with pytest.raises(Changed):
        answer(question, clerk)


# --- hearings -------------------------------------------------------------------------------------------------------
def held_hearing(commune: Council, clerk: User, **fields: Any) -> Hearing:
    return step(hearings, make_hearing(commune, clerk, **fields), "hold", clerk)  # type: ignore[no-any-return]


def conclude(hearing: Hearing, by: User, **told: Any) -> Hearing:
    given = {"conclusion_number": "04/TB-TTHĐND", "concluded_on": date(2023, 5, 9), **told}
    return actions.conclude(hearings, hearing, expected_version=hearing.version, by=by, at=NOW, **given)  # type: ignore[return-value]


def test_a_hearing_is_planned_held_and_concluded(commune: Council, clerk: User) -> None:
    hearing = make_hearing(commune, clerk)
    assert next_ordinal(hearing.term) == 3
    notice, majority = hearings.facts(hearing)
    assert notice.value == "18/4/2023" and majority.value.startswith("quá 1/2")
    with pytest.raises(Refused, match="dự kiến"):
        conclude(hearing, clerk)
    concluded = conclude(step(hearings, hearing, "hold", clerk), clerk)
    assert concluded.status == "concluded"
    again: Any = records.change(
        hearings,
        concluded,
        values={"conclusion_number": "", "concluded_on": None},
        expected_version=concluded.version,
        by=clerk,
        at=NOW,
    )
    assert again.status == "held"


def test_a_conclusion_needs_more_than_half_of_the_standing_committee(commune: Council, clerk: User) -> None:
    body = make_body(commune, "standing_committee", "Thường trực HĐND xã Mẫu")
    hearing = held_hearing(commune, clerk)
    with pytest.raises(Refused, match="tổng số thành viên"):
        conclude(hearing, clerk, in_favour=2)
    for role, name in (("chair", "Trần Thị Mẫu"), ("vice_chair", "Lê Văn Mẫu"), ("member", "Võ Văn Mẫu")):
        make_position(body, role, make_mandate(commune, clerk, name), clerk)
    with pytest.raises(Refused, match="1/3 thành viên"):
        conclude(hearing, clerk, in_favour=1)
    assert conclude(hearing, clerk, in_favour=2).members == 3


def test_the_desk_asks_for_notice_recording_and_conclusion(commune: Council, clerk: User) -> None:
    hearing = make_hearing(commune, clerk)

    def asked(today: date) -> list[tuple[str, date]]:
        return [
            (task.what.split(":")[0], task.due_on) for task in hearings.tasks(Hearing.objects.all(), today)
        ]

    assert asked(date(2023, 4, 1)) == [("Thông báo cho người giải trình", date(2023, 4, 18))]
    assert asked(date(2023, 5, 1)) == [("Ghi nhận đã tổ chức", HELD)]
    noticed = {"notice_on": date(2023, 4, 20)}
    records.change(hearings, hearing, values=noticed, expected_version=1, by=clerk, at=NOW)
    assert asked(date(2023, 4, 21)) == []
    assert "chậm 02 ngày" in next(iter(hearings.facts(Hearing.objects.get()))).value
    step(hearings, Hearing.objects.get(), "hold", clerk)
    assert asked(date(2023, 5, 1)) == [("Ghi kết luận", HELD)]


def test_matters_move_and_go_with_their_hearing(commune: Council, clerk: User) -> None:
    hearing = make_hearing(commune, clerk)
    matter = make_matter(hearing, clerk)
    assert figure("hearings.matters", commune, clerk).total == 0
    moved = {"held_on": date(2022, 12, 1)}
    records.change(hearings, hearing, values=moved, expected_version=1, by=clerk, at=NOW)
    matter.refresh_from_db()
    assert matter.counts_on == date(2022, 12, 1)
    assert Entry.objects.of_record(matter).last().verb == "Sửa theo GT-2023-001"  # type: ignore[union-attr]
    records.cancel(hearings, hearing, reason="Ghi trùng", expected_version=2, by=clerk, at=NOW)
    matter.refresh_from_db()
    assert matter.is_cancelled and matter.cancel_reason == "Ghi trùng"


# --- followed, escalated --------------------------------------------------------------------------------------------
def promise(record: Any, by: User, due_on: date | None = date(2023, 10, 1)) -> Undertaking:
    given = {"text": "Sửa xong trạm bơm thôn 1", "lead": executive(record.council), "on": date(2023, 7, 20)}
    return follow(record, due_on=due_on, due_why="Theo kết luận", by=by, at=NOW, **given)


def test_a_promise_is_reported_on_before_the_next_regular_session(commune: Council, clerk: User) -> None:
    question = make_question(commune, clerk)
    assert proposed_due(question, date(2023, 7, 20)) is None
    make_session(commune, clerk, opens_on=date(2023, 12, 12), ordinal=8)
    undertaking = promise(question, clerk, due_on=None)
    assert undertaking.due_on == date(2023, 12, 2) and "10 ngày" in undertaking.due_explanation
    assert undertaking.origin.kind == "question"
    assert proposed_due(question, date(2023, 12, 5)) is None
    with pytest.raises(Refused, match="không hủy được"):
        records.cancel(questions, question, reason="Nhầm", expected_version=2, by=clerk, at=NOW)


def test_overdue_work_is_brought_before_a_hearing_and_a_question(commune: Council, clerk: User) -> None:
    hearing, question = make_hearing(commune, clerk), make_question(commune, clerk)
    late = promise(make_question(commune, clerk, text="Nội dung khác"), clerk)
    given: dict[str, Any] = {"on": date(2023, 11, 1), "by": clerk, "at": NOW}
    with pytest.raises(Refused, match="ít nhất một việc"):
        actions.bring(hearing, [], **given)
    (escalation,) = actions.bring(hearing, [late], **given)
    assert escalation.happened_in == Hearing.objects.get().origin and escalation.rung == "hearing"
    late.refresh_from_db()
    actions.bring(question, [late], **given)
    assert list(escalated_to(Hearing.objects.get(), clerk)) == [late]
    assert list(escalated_to(question, clerk)) == [late]
    assert list(escalated_to(make_question(commune, clerk, text="Khác nữa"), clerk)) == []
    late.refresh_from_db()
    with pytest.raises(Refused, match="đã được thực hiện"):
        actions.bring(hearing, [late], **given)


def test_what_is_in_time_or_struck_out_brings_nothing(
    commune: Council, clerk: User, sister_clerk: User
) -> None:
    hearing = make_hearing(commune, clerk)
    in_time = promise(make_question(commune, clerk), clerk, due_on=date(2023, 12, 31))
    given: dict[str, Any] = {"on": date(2023, 11, 1), "at": NOW}
    with pytest.raises(Refused, match="chưa quá hạn"):
        actions.bring(hearing, [in_time], by=clerk, **given)
    assert Hearing.objects.get().origin is None
    with pytest.raises(NotAllowed):
        actions.bring(Hearing.objects.get(), [in_time], by=sister_clerk, **given)
    records.cancel(hearings, Hearing.objects.get(), reason="Nhầm", expected_version=1, by=clerk, at=NOW)
    with pytest.raises(Refused, match="đã hủy"):
        actions.bring(Hearing.objects.get(), [in_time], by=clerk, **given)


# --- figures --------------------------------------------------------------------------------------------------------
def figure(code: str, council: Council, user: User) -> Figure:
    return evaluate([get_indicator(code)], Scope([council], Period.year(2023), user))[code]


def test_figures_equal_the_lists_they_open(commune: Council, clerk: User) -> None:
    make_question(commune, clerk)
    step(questions, make_question(commune, clerk, text="Rút"), "withdraw", clerk, "Thôi")
    make_question_time(commune, clerk)
    hearing = make_hearing(commune, clerk)
    make_matter(hearing, clerk)
    make_matter(hearing, clerk, text="Đấu giá quyền sử dụng đất")
    assert figure("hearings.held", commune, clerk).total == 0
    step(hearings, hearing, "hold", clerk)
    expected = {"questions.put": 1, "question_times.held": 1, "hearings.held": 1, "hearings.matters": 2}
    for code, total in expected.items():
        indicator, found = get_indicator(code), figure(code, commune, clerk)
        address = {YEAR: "2023", **indicator.listed}
        assert found.total == total == Listing(indicator.register, commune, clerk, address).total, code
    put = figure("questions.put", commune, clerk)
    assert put.by["venue"]["between"] == 1 and put.by["field"]["domestic_water"] == 1


def test_who_put_no_questions_follows_from_what_was_said(
    commune: Council, sister: Council, clerk: User, district_clerk: User, sister_clerk: User
) -> None:
    make_question(commune, clerk)
    scope = Scope([commune, sister], Period.year(2023), district_clerk)
    assert evaluate([get_indicator("questions.put")], scope)["questions.put"].missing == (sister,)
    records.say_nothing_to_report(
        questions, council=sister, period=Period.year(2023), by=sister_clerk, at=NOW
    )
    said = evaluate([get_indicator("questions.put")], scope)["questions.put"]
    assert said.missing == () and said.by_council[sister.pk] == 0


def test_overdue_answers_are_a_part_of_the_list(commune: Council, clerk: User) -> None:
    make_question(commune, clerk)
    answer(make_question(commune, clerk, text="Đã trả lời"), clerk)
    make_question(commune, clerk, text="Trả lời tại chỗ", venue="standing", answer_manner="oral")
    late, rest = (Listing(questions, commune, clerk, {"han": part}) for part in ("overdue", "in_time"))
    assert (late.total, rest.total) == (1, 2)
