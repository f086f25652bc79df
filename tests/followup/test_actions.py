"""The verbs: who may, what they ask for, what they leave behind."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.followup import actions
from dienhong.followup.actions import Happened
from dienhong.followup.due import due_as_set, due_by_rule
from dienhong.followup.ladder import Rung
from dienhong.followup.models import (
    Assignment,
    Escalation,
    Extension,
    IncomingDocument,
    Origin,
    Progress,
    Undertaking,
)
from dienhong.followup.states import ExtensionState, OriginKind, Result, Status, Step
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.organisations.actions.organisations import end_organisation
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council, Organisation

from ..factories import NOW, make_body, make_user
from .conftest import ASSIGNED, DUE

LATER, LATEST = date(2023, 9, 20), date(2023, 11, 1)


def lead(undertaking: Undertaking) -> Assignment:
    return undertaking.assignments.get(leads=True, ended_on=None)


def support(undertaking: Undertaking) -> Assignment:
    return undertaking.assignments.get(leads=False, ended_on=None)


def said(result: str, on: date = LATER, **fields: object) -> Happened:
    return replace(Happened(on, text="Đã làm xong phần mặt cầu.", result=result), **fields)


def do(assignment: Assignment, by: User, step: str, happened: Happened) -> Undertaking:
    version = Undertaking.objects.get(pk=assignment.undertaking_id).version
    return actions.take_step(
        assignment, step=step, happened=happened, expected_version=version, by=by, at=NOW
    )


def reply(assignment: Assignment, by: User, happened: Happened) -> Undertaking:
    version = Undertaking.objects.get(pk=assignment.undertaking_id).version
    return actions.answer(assignment, happened=happened, expected_version=version, by=by, at=NOW)


def test_an_undertaking_has_a_lead_supporters_a_due_date_and_a_history(undertaking: Undertaking) -> None:
    assert undertaking.code == "VT-2023-001"
    assert [(a.organisation.name, a.leads, a.state) for a in undertaking.assignments.order_by("pk")] == [
        ("UBND xã Mẫu", True, Status.ASSIGNED),
        ("Ban quản lý chợ", False, Status.ASSIGNED),
    ]
    assert (undertaking.due_on, undertaking.due_basis) == (DUE, "HĐND đặt")
    line = undertaking.history.get()
    assert (line.step, line.status, line.due_on, line.until_on) == (Step.ASSIGN, Status.ASSIGNED, DUE, None)
    assert Entry.objects.of_record(undertaking).get().verb == "Giao việc"


def test_a_due_date_by_rule_says_how_it_was_worked_out(commune: Council) -> None:
    due = due_by_rule("petition.reply", ASSIGNED, commune.level)
    assert due.day == date(2023, 10, 1)
    assert "30 ngày" in due.explanation and due.basis


@pytest.mark.parametrize("role", [Role.DELEGATE, Role.AGENCY, Role.FRONT, Role.ADMINISTRATOR])
def test_who_does_not_work_for_the_council_gives_nothing_to_do(
    role: Role, commune: Council, origin: Origin, executive: Organisation
) -> None:
    outsider = make_user("nguoi.khac", role, commune, organisation=executive)
    with pytest.raises(NotAllowed):
        actions.undertake(
            council=commune,
            origin=origin,
            text="Việc",
            lead=executive,
            due=due_as_set(DUE),
            on=ASSIGNED,
            by=outsider,
            at=NOW,
        )


def test_nothing_is_given_to_a_body_that_has_ended_or_twice_to_one(
    commune: Council, clerk: User, origin: Origin, executive: Organisation
) -> None:
    Organisation.objects.filter(pk=executive.pk).update(dissolved_on=date(2023, 8, 1))
    executive.refresh_from_db()
    given = {"council": commune, "origin": origin, "text": "Việc", "lead": executive, "by": clerk, "at": NOW}
    with pytest.raises(Refused) as refusal:
        actions.undertake(**given, supporters=[executive], due=due_as_set(DUE), on=ASSIGNED)
    codes = [violation.code for violation in refusal.value.violations]
    assert codes == ["followup.body_twice", "followup.body_ended", "followup.body_ended"]
    assert not Undertaking.objects.exists()


def test_a_due_date_before_the_day_of_assigning_is_refused(
    commune: Council, clerk: User, origin: Origin, executive: Organisation
) -> None:
    given = {"council": commune, "origin": origin, "text": "Việc", "lead": executive, "by": clerk, "at": NOW}
    with pytest.raises(Refused, match="Hạn không được trước ngày giao"):
        actions.undertake(**given, due=due_as_set(date(2023, 8, 1)), on=ASSIGNED)


def test_the_lead_answers_and_the_council_confirms(
    undertaking: Undertaking, agency: User, leader: User
) -> None:
    do(lead(undertaking), agency, "accept", Happened(LATER))
    answered = reply(lead(undertaking), agency, said(Result.RESOLVED))
    assert (answered.status, answered.result, answered.settled_on) == (Status.REPORTED_DONE, "resolved", None)
    with pytest.raises(NotAllowed):
        do(lead(undertaking), agency, "confirm", Happened(LATER))
    confirmed = do(lead(undertaking), leader, "confirm", Happened(LATER))
    assert (confirmed.status, confirmed.settled_on) == (Status.CONFIRMED, LATER)
    with pytest.raises(Refused, match="kết thúc"):
        reply(lead(undertaking), agency, said(Result.RESOLVED))
    reopened = do(lead(undertaking), leader, "reopen", Happened(LATER, text="Cử tri nêu lại"))
    assert (reopened.status, reopened.settled_on) == (Status.GIVEN_BACK, None)


def test_what_is_not_good_enough_is_given_back_with_a_reason(
    undertaking: Undertaking, agency: User, leader: User
) -> None:
    reply(lead(undertaking), agency, said(Result.EXPLAINED))
    with pytest.raises(Refused, match="lý do"):
        do(lead(undertaking), leader, "give_back", Happened(LATER))
    back = do(lead(undertaking), leader, "give_back", Happened(LATER, text="Chưa nêu kinh phí"))
    assert back.status == Status.GIVEN_BACK
    assert reply(lead(undertaking), agency, said(Result.RESOLVED)).status == Status.REPORTED_DONE


def test_the_impossible_is_closed_with_an_explanation(
    undertaking: Undertaking, agency: User, leader: User
) -> None:
    reply(lead(undertaking), agency, said(Result.NO_FUNDS))
    closed = do(lead(undertaking), leader, "close", Happened(LATER, text="Đưa vào kế hoạch trung hạn"))
    assert (closed.status, closed.result) == (Status.CLOSED, Result.NO_FUNDS)


def test_a_supporter_has_a_state_of_its_own(undertaking: Undertaking, market: User) -> None:
    after = reply(support(undertaking), market, said(Result.RESOLVED))
    assert (support(undertaking).state, after.status) == (Status.REPORTED_DONE, Status.ASSIGNED)
    assert undertaking.history.last().status == Status.ASSIGNED


def test_no_body_answers_for_another(undertaking: Undertaking, market: User, sister_clerk: User) -> None:
    for stranger in (market, sister_clerk):
        with pytest.raises(NotAllowed, match="UBND xã Mẫu"):
            reply(lead(undertaking), stranger, said(Result.RESOLVED))


def test_a_clerk_records_an_answer_or_a_decision_with_its_paper(
    undertaking: Undertaking, clerk: User, paper: IncomingDocument
) -> None:
    with pytest.raises(Refused, match="văn bản"):
        reply(lead(undertaking), clerk, said(Result.RESOLVED))
    reply(lead(undertaking), clerk, said(Result.RESOLVED, document=paper))
    with pytest.raises(Refused, match="văn bản"):
        do(lead(undertaking), clerk, "confirm", Happened(LATER))
    assert do(lead(undertaking), clerk, "confirm", Happened(LATER, document=paper)).status == Status.CONFIRMED


def test_one_paper_is_recorded_once(
    undertaking: Undertaking, clerk: User, commune: Council, paper: IncomingDocument, executive: Organisation
) -> None:
    given = {"number": " 15/BC-UBND ", "issued_on": paper.issued_on, "issuer": executive}
    again = actions.record_document(council=commune, by=clerk, at=NOW, **given)
    assert again == paper
    assert IncomingDocument.objects.count() == 1


def test_one_paper_answers_many_or_none(
    undertaking: Undertaking,
    commune: Council,
    clerk: User,
    origin: Origin,
    executive: Organisation,
    paper: IncomingDocument,
) -> None:
    given = {"council": commune, "origin": origin, "lead": executive, "by": clerk, "at": NOW}
    second = actions.undertake(**given, text="Sửa đường", due=due_as_set(DUE), on=ASSIGNED)
    good, bad = said(Result.RESOLVED, document=paper), said(Result.PLANNED, document=paper)
    with pytest.raises(Refused):
        actions.answer_many([(lead(undertaking), good, 1), (lead(second), bad, 1)], by=clerk, at=NOW)
    assert Progress.objects.filter(document=paper).count() == 0
    both = [(lead(undertaking), good, 1), (lead(second), good, 1)]
    assert [u.status for u in actions.answer_many(both, by=clerk, at=NOW)] == [Status.REPORTED_DONE] * 2
    assert paper.progress.count() == 2


def test_the_second_of_two_editors_is_told(undertaking: Undertaking, agency: User) -> None:
    part = lead(undertaking)
    actions.answer(part, happened=said(Result.IN_PROGRESS), expected_version=1, by=agency, at=NOW)
    with pytest.raises(Changed):
        actions.answer(part, happened=said(Result.RESOLVED), expected_version=1, by=agency, at=NOW)
    part.refresh_from_db()
    assert part.state == Status.ACCEPTED


def test_a_promise_beyond_the_due_date_asks_for_an_extension(undertaking: Undertaking, agency: User) -> None:
    after = reply(lead(undertaking), agency, said(Result.PLANNED, promised_on=LATEST))
    asked = undertaking.extensions.get()
    assert (asked.state, asked.old_due_on, asked.new_due_on) == (ExtensionState.ASKED, DUE, LATEST)
    assert (after.due_on, after.status) == (DUE, Status.ACCEPTED)
    reply(lead(undertaking), agency, said(Result.PLANNED, promised_on=LATEST))
    assert undertaking.extensions.count() == 1
    reply(lead(undertaking), agency, said(Result.PLANNED, promised_on=date(2023, 11, 5)))
    asked.refresh_from_db()
    assert (asked.state, asked.decided_on) == (ExtensionState.REPLACED, LATER)
    assert undertaking.extensions.get(state=ExtensionState.ASKED).new_due_on == date(2023, 11, 5)
    in_time = said(Result.PLANNED, promised_on=date(2023, 9, 30))
    assert reply(lead(undertaking), agency, in_time).due_on == DUE


def ask(undertaking: Undertaking, by: User, new_due_on: date = LATEST, text: str = "Mưa lũ") -> Extension:
    undertaking.refresh_from_db()
    return actions.ask_extension(
        lead(undertaking),
        new_due_on=new_due_on,
        happened=Happened(LATER, text=text),
        expected_version=undertaking.version,
        by=by,
        at=NOW,
    )


def decide(extension: Extension, by: User, *, grant: bool, text: str = "") -> Undertaking:
    version = Undertaking.objects.get(pk=extension.undertaking_id).version
    happened = Happened(LATER, text=text)
    return actions.decide_extension(
        extension, grant=grant, happened=happened, expected_version=version, by=by, at=NOW
    )


def test_who_supports_asks_for_more_time_than_was_asked_for_or_not_at_all(
    undertaking: Undertaking, agency: User, market: User
) -> None:
    reply(lead(undertaking), agency, said(Result.PLANNED, promised_on=LATEST))
    reply(support(undertaking), market, said(Result.PLANNED, promised_on=date(2023, 10, 15)))
    assert undertaking.extensions.get().asked_by == lead(undertaking)
    reply(support(undertaking), market, said(Result.PLANNED, promised_on=date(2023, 12, 1)))
    asked = undertaking.extensions.get(state=ExtensionState.ASKED)
    assert (asked.asked_by, asked.new_due_on) == (support(undertaking), date(2023, 12, 1))


def test_a_date_that_the_council_sets_takes_the_place_of_a_request(
    undertaking: Undertaking, agency: User, leader: User
) -> None:
    """What was asked for before can no longer be granted: it would take time away."""
    asked = ask(undertaking, agency)
    later, told = date(2023, 12, 1), Happened(LATER, text="Chờ vốn năm sau")
    version = Undertaking.objects.get().version
    actions.extend(undertaking, new_due_on=later, happened=told, expected_version=version, by=leader, at=NOW)
    asked.refresh_from_db()
    assert asked.state == ExtensionState.REPLACED
    with pytest.raises(Refused, match="đã được trả lời"):
        decide(asked, leader, grant=True)
    Extension.objects.filter(pk=asked.pk).update(state=ExtensionState.ASKED)
    with pytest.raises(Refused, match="Hạn mới phải sau hạn đang có"):
        decide(asked, leader, grant=True)
    undertaking.refresh_from_db()
    assert undertaking.due_on == later


def test_an_extension_is_asked_for_and_decided_and_the_old_date_kept(
    undertaking: Undertaking, agency: User, leader: User
) -> None:
    for wrong in ({"new_due_on": DUE}, {"text": " "}):
        with pytest.raises(Refused):
            ask(undertaking, agency, **wrong)
    first = ask(undertaking, agency)
    with pytest.raises(Refused, match="đang chờ trả lời"):
        ask(undertaking, agency)
    with pytest.raises(NotAllowed):
        decide(first, agency, grant=True)
    with pytest.raises(Refused, match="lý do"):
        decide(first, leader, grant=False)
    assert decide(first, leader, grant=False, text="Việc gấp").due_on == DUE
    second = ask(undertaking, agency)
    assert decide(second, leader, grant=True).due_on == LATEST
    with pytest.raises(Refused, match="đã được trả lời"):
        decide(second, leader, grant=True)
    second.refresh_from_db()
    assert (second.old_due_on, second.new_due_on, second.decided_on) == (DUE, LATEST, LATER)


def test_the_council_extends_unasked(undertaking: Undertaking, leader: User, clerk: User) -> None:
    given = {"new_due_on": LATEST, "expected_version": 1, "at": NOW}
    happened = Happened(LATER, text="Chờ vốn tỉnh")
    with pytest.raises(Refused, match="văn bản"):
        actions.extend(undertaking, **given, happened=happened, by=clerk)
    with pytest.raises(Refused, match="lý do"):
        actions.extend(undertaking, **given, happened=Happened(LATER), by=leader)
    assert actions.extend(undertaking, **given, happened=happened, by=leader).due_on == LATEST
    assert undertaking.extensions.get().old_due_on == DUE
    assert [line.due_on for line in undertaking.history.order_by("pk")] == [DUE, LATEST]


def climb(undertaking: Undertaking, by: User, place: Origin | None = None, **fields: Any) -> Escalation:
    undertaking.refresh_from_db()
    usual = {"rung": Rung.HEARING, "where": "Phiên giải trình tháng 11", "happened": Happened(LATEST)}
    version = undertaking.version
    return actions.escalate(
        undertaking,
        happened_in=place,
        expected_version=version,
        by=by,
        at=NOW,
        **{**usual, **fields},
    )


def hearing(council: Council, by: User, code: str = "GT-2023-001") -> Origin:
    words = {"kind": OriginKind.HEARING, "code": code, "title": "Phiên giải trình về đầu tư công"}
    return actions.open_origin(council=council, by=by, at=NOW, **words)


def test_a_rung_is_taken_once_when_overdue_and_says_where(
    undertaking: Undertaking, commune: Council, clerk: User, agency: User
) -> None:
    place = hearing(commune, clerk)
    with pytest.raises(Refused, match="chưa quá hạn"):
        climb(undertaking, clerk, place, happened=Happened(DUE))
    with pytest.raises(NotAllowed):
        climb(undertaking, agency, place)
    climb(undertaking, clerk, place)
    with pytest.raises(Refused, match="đã được thực hiện"):
        climb(undertaking, clerk, place)
    assert place.escalated.get().undertaking == undertaking
    assert (
        undertaking.history.order_by("pk").last().text == "Đưa ra phiên giải trình: Phiên giải trình tháng 11"
    )


def test_a_rung_happens_in_what_it_is_of_the_same_council(
    undertaking: Undertaking,
    commune: Council,
    sister: Council,
    clerk: User,
    sister_clerk: User,
    origin: Origin,
) -> None:
    with pytest.raises(Refused, match="không thực hiện tại kiến nghị cử tri"):
        climb(undertaking, clerk, origin)
    with pytest.raises(Refused, match="không thực hiện tại phiên giải trình"):
        climb(undertaking, clerk, hearing(commune, clerk), rung=Rung.QUESTIONING)
    with pytest.raises(Refused, match="của chính Hội đồng"):
        climb(undertaking, clerk, hearing(sister, sister_clerk))
    with pytest.raises(Refused, match="văn bản hoặc nơi thực hiện"):
        climb(undertaking, clerk, where=" ")
    taken = climb(undertaking, clerk, hearing(commune, clerk, "GT-2023-002"), where="")
    assert taken.where == "phiên giải trình GT-2023-002: Phiên giải trình về đầu tư công"
    assert climb(undertaking, clerk, rung=Rung.REMINDER, where="Công văn 9").happened_in is None


def test_a_successor_takes_over_what_is_open(
    undertaking: Undertaking,
    commune: Council,
    executive: Organisation,
    department: Organisation,
    agency: User,
) -> None:
    reply(lead(undertaking), agency, said(Result.IN_PROGRESS))
    administrator = make_user("quan.tri", Role.ADMINISTRATOR, commune)
    heir = make_body(commune, "executive", "UBND xã Mới")
    ending = {"on": date(2023, 11, 1), "reason": "Sắp xếp", "by": administrator, "at": NOW}
    with pytest.raises(Refused, match="còn 01 việc chưa xong"):
        end_organisation(executive, successors=[], expected_version=executive.version, **ending)
    executive.refresh_from_db()
    assert executive.dissolved_on is None
    told = end_organisation(executive, successors=[heir], expected_version=executive.version, **ending)
    assert told == ["01 việc phải theo dõi đang mở chuyển cho UBND xã Mới: VT-2023-001."]
    undertaking.refresh_from_db()
    assert (undertaking.lead, lead(undertaking).organisation) == (heir, heir)
    assert lead(undertaking).state == Status.ACCEPTED
    assert undertaking.history.order_by("pk").last().text.startswith("UBND xã Mới kế thừa")
    assert agency not in {u for u in User.objects.all() if Undertaking.objects.visible_to(u)}
    with pytest.raises(NotAllowed):
        actions.hand_over(department, [heir], on=ending["on"], by=agency, at=NOW)


def test_a_successor_that_supports_already_has_one_part(
    undertaking: Undertaking, commune: Council, executive: Organisation, department: Organisation
) -> None:
    administrator = make_user("quan.tri", Role.ADMINISTRATOR, commune)
    day = date(2023, 11, 1)
    assert actions.hand_over(executive, [department], on=day, by=administrator, at=NOW) == ["VT-2023-001"]
    assert [(a.organisation, a.leads) for a in undertaking.assignments.running()] == [(department, True)]


def test_what_ends_on_a_day_to_come_is_handed_over_today(
    undertaking: Undertaking, commune: Council, executive: Organisation
) -> None:
    """The successor answers from today on; a line of a day to come would forbid that."""
    administrator, heir = (
        make_user("quan.tri", Role.ADMINISTRATOR, commune),
        make_body(commune, "other", "Mới"),
    )
    actions.hand_over(executive, [heir], on=date(2024, 6, 1), by=administrator, at=NOW)
    answering = make_user("moi", Role.AGENCY, commune, organisation=heir)
    assert reply(lead(undertaking), answering, said(Result.RESOLVED, on=NOW.date())).status == "reported_done"
    assert actions.take_over(heir, [executive], on=NOW.date(), by=administrator, at=NOW).startswith("01 việc")
    assert actions.take_over(heir, [], on=NOW.date(), by=administrator, at=NOW) == ""


def test_many_that_are_handed_over_are_not_all_named(
    commune: Council, clerk: User, origin: Origin, executive: Organisation
) -> None:
    given: dict[str, Any] = {"council": commune, "origin": origin, "by": clerk, "at": NOW, "lead": executive}
    for number in range(12):
        actions.undertake(**given, text=f"Việc {number}", due=due_as_set(DUE), on=ASSIGNED)
    administrator, heir = (
        make_user("quan.tri", Role.ADMINISTRATOR, commune),
        make_body(commune, "other", "Mới"),
    )
    told = actions.take_over(executive, [heir], on=DUE, by=administrator, at=NOW)
    assert told.startswith("12 việc") and told.endswith("VT-2023-010 và 02 việc khác.")


def test_a_supporting_part_joins_the_successors_own(
    undertaking: Undertaking,
    commune: Council,
    executive: Organisation,
    department: Organisation,
    market: User,
) -> None:
    administrator = make_user("quan.tri", Role.ADMINISTRATOR, commune)
    gone = support(undertaking)
    assert actions.hand_over(department, [executive], on=DUE, by=administrator, at=NOW) == ["VT-2023-001"]
    assert [(a.organisation, a.leads) for a in undertaking.assignments.running()] == [(executive, True)]
    with pytest.raises(Refused, match="đã chuyển cho cơ quan khác"):
        reply(gone, market, said(Result.RESOLVED))


def test_history_is_written_forward(undertaking: Undertaking, agency: User) -> None:
    reply(lead(undertaking), agency, said(Result.IN_PROGRESS))
    with pytest.raises(Refused, match="đã có ghi nhận ngày"):
        reply(lead(undertaking), agency, said(Result.RESOLVED, on=ASSIGNED))
    with pytest.raises(Refused, match="chưa đến"):
        reply(lead(undertaking), agency, said(Result.RESOLVED, on=date(2024, 1, 1)))
