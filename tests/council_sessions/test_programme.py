"""The programme: the gate with its override, what closes with a session, what goes on in another."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.council_sessions import actions
from dienhong.council_sessions.models import AgendaItem, CouncilSession
from dienhong.council_sessions.register import agenda_items, papers, register
from dienhong.council_sessions.register.agenda import file_panel, propose
from dienhong.council_sessions.states import ItemStatus, SessionStatus
from dienhong.kernel.errors import NotAllowed, Refused
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.registers import actions as records

from ..factories import NOW, TODAY, make_user
from .factories import close_hands, make_delegates, make_item, make_paper, make_vote, session_of, step


@pytest.fixture
def session(commune: Council, clerk: User) -> CouncilSession:
    return session_of(commune, clerk)


@pytest.fixture
def draft(session: CouncilSession, clerk: User) -> AgendaItem:
    return make_item(session, clerk, title="Phí chợ", kind="draft_resolution")


def test_items_are_numbered_in_the_order_in_which_they_come(session: CouncilSession, clerk: User) -> None:
    assert [make_item(session, clerk).ordinal for _ in range(2)] == [1, 2]
    assert make_item(session, clerk, ordinal=7).ordinal == 7
    assert make_item(session, clerk).ordinal == 8


def test_an_incomplete_file_is_kept_off_the_programme(draft: AgendaItem, clerk: User) -> None:
    with pytest.raises(Refused, match="chưa có tờ trình; chưa có dự thảo nghị quyết"):
        step(agenda_items, draft, "programme", clerk)
    make_paper(draft.session, clerk, item=draft, received_on=date(2023, 7, 10))
    late = make_paper(
        draft.session,
        clerk,
        item=draft,
        kind="draft_resolution",
        title="Dự thảo",
        received_on=date(2023, 7, 15),
    )
    with pytest.raises(Refused, match="chậm 2 ngày"):
        step(agenda_items, draft, "programme", clerk)
    assert "chậm 2 ngày" in file_panel(draft).facts[0].value
    records.change(
        papers,
        late,
        values={"received_on": date(2023, 7, 13)},
        expected_version=1,
        by=clerk,
        at=NOW,
    )
    assert step(agenda_items, draft, "programme", clerk).status == ItemStatus.PROGRAMMED
    assert file_panel(draft).facts[0].value == "đã đủ"


def test_somebody_may_answer_for_an_incomplete_file_with_a_reason(draft: AgendaItem, clerk: User) -> None:
    with pytest.raises(Refused, match="Cần ghi lý do"):
        step(agenda_items, draft, "programme_anyway", clerk)
    why = "Thường trực thống nhất, UBND gửi hồ sơ trước phiên khai mạc"
    assert step(agenda_items, draft, "programme_anyway", clerk, why).status == ItemStatus.PROGRAMMED
    told = Entry.objects.of_record(draft).last()
    assert told and (told.verb, told.reason) == ("Đưa vào chương trình dù hồ sơ chưa đủ", why)


def test_the_way_round_the_gate_is_for_incomplete_files_only(session: CouncilSession, clerk: User) -> None:
    with pytest.raises(Refused, match="Hồ sơ đã đủ"):
        step(agenda_items, make_item(session, clerk), "programme_anyway", clerk, "Vội")


def test_a_delegate_moves_nothing(draft: AgendaItem, commune: Council) -> None:
    with pytest.raises(NotAllowed):
        step(agenda_items, draft, "withdraw", make_user("daibieu", Role.DELEGATE, commune), "Không cần")


def test_a_session_closes_when_every_item_is_decided(session: CouncilSession, clerk: User) -> None:
    item = make_item(session, clerk, title="Ngân sách")
    step(register, session, "convene", clerk)
    with pytest.raises(Refused, match="chưa lùi: Ngân sách"):
        step(register, session, "close", clerk)
    step(agenda_items, item, "programme", clerk)
    with pytest.raises(Refused, match="Ngân sách"):
        step(register, session, "close", clerk)
    step(agenda_items, item, "consider", clerk)
    assert step(register, session, "close", clerk).status == SessionStatus.CLOSED
    with pytest.raises(Refused, match="Kỳ họp đã bế mạc"):
        make_item(session, clerk)
    with pytest.raises(Refused, match="Kỳ họp đã bế mạc"):
        step(agenda_items, item, "restore", clerk, "Ghi nhầm")


def test_what_was_voted_down_is_not_passed(session: CouncilSession, commune: Council, clerk: User) -> None:
    make_delegates(commune, clerk, 3)
    item = make_item(session, clerk)
    step(agenda_items, item, "programme", clerk)
    close_hands(make_vote(session, clerk, item=item, subject=""), clerk, present=3, in_favour=1, against=2)
    with pytest.raises(Refused, match="không đạt tỷ lệ"):
        step(agenda_items, item, "pass", clerk)
    close_hands(make_vote(session, clerk, item=item), clerk, present=3, in_favour=2)
    assert step(agenda_items, item, "pass", clerk).status == ItemStatus.PASSED


def carry(item: AgendaItem, to: CouncilSession, by: User) -> None:
    item.refresh_from_db()
    told = {"postponed_to": to, "expected_version": item.version, "by": by, "at": NOW}
    actions.carry_item(agenda_items, item, **told)


def test_a_postponed_item_goes_on_in_another_session(
    draft: AgendaItem, commune: Council, clerk: User
) -> None:
    later = session_of(commune, clerk, ordinal=8, opens_on=date(2023, 12, 12))
    with pytest.raises(Refused, match="Chỉ nội dung đã lùi"):
        carry(draft, later, clerk)
    step(agenda_items, draft, "postpone", clerk, "Chưa lấy ý kiến Nhân dân")
    with pytest.raises(Refused, match="một kỳ họp khác"):
        carry(draft, draft.session, clerk)
    carry(draft, later, clerk)
    anew = AgendaItem.objects.get(session=later)
    assert (anew.title, anew.status, anew.continues) == ("Phí chợ", ItemStatus.PROPOSED, draft)
    assert {fact.label for fact in file_panel(draft).facts} == {"Chuyển sang"}
    assert file_panel(anew).facts[1].value == str(draft.session)
    with pytest.raises(Refused, match="đã được chuyển"):
        carry(draft, later, clerk)
    with pytest.raises(Refused, match="đã được chuyển"):
        step(agenda_items, draft, "restore", clerk, "Xem lại")


def test_postponing_may_name_the_session_at_once(draft: AgendaItem, commune: Council, clerk: User) -> None:
    later = session_of(commune, clerk, ordinal=8, opens_on=date(2023, 12, 12))
    told: dict[str, Any] = {"reason": "Chưa đủ hồ sơ", "expected_version": 1, "by": clerk, "at": NOW}
    actions.postpone_item(agenda_items, draft, postponed_to=later, **told)
    draft.refresh_from_db()
    assert (draft.status, draft.postponed_to) == (ItemStatus.POSTPONED, later)
    other = make_item(later, clerk)
    actions.postpone_item(agenda_items, other, **told)
    other.refresh_from_db()
    assert (other.status, other.postponed_to) == (ItemStatus.POSTPONED, None)


def test_a_new_item_is_most_likely_of_the_coming_session(commune: Council, clerk: User) -> None:
    assert propose(commune, TODAY) == {}
    session_of(commune, clerk)
    later = session_of(commune, clerk, ordinal=8, opens_on=date(2023, 12, 12))
    session_of(commune, clerk, ordinal=9, opens_on=date(2024, 7, 12))
    assert propose(commune, TODAY) == {"session": later}
    assert propose(commune, date(2025, 1, 1))["session"].ordinal == 9
