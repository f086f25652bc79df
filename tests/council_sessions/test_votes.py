"""Votes: the base is all delegates, the rule decides, a result is frozen, a secret stays one."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.council_sessions import actions
from dienhong.council_sessions.actions import Count
from dienhong.council_sessions.models import Ballot, CouncilSession, Vote, VoteEntitlement
from dienhong.council_sessions.register import votes
from dienhong.council_sessions.register.votes import standing, tasks
from dienhong.council_sessions.states import Choice, DecisionKind, VoteMethod, VoteStatus
from dienhong.council_sessions.voting import majority_rule, votes_needed
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.people.models import Term
from dienhong.registers import actions as records

from ..factories import NOW, TODAY, make_mandate, make_user
from .factories import OPENS, close_hands, make_delegates, make_item, make_vote, session_of


@pytest.fixture
def people(commune: Council, clerk: User) -> list[Any]:
    return make_delegates(commune, clerk, 9)


@pytest.fixture
def session(people: list[Any], commune: Council, clerk: User) -> CouncilSession:
    return session_of(commune, clerk)


def by_name(vote: Vote, by: User, choices: dict[int, Choice | None], **fields: Any) -> Vote:
    told = {"expected_version": vote.version, "by": by, "at": NOW, **fields}
    return actions.close_by_name(vote, choices=choices, **told)


def test_the_base_is_all_delegates_not_those_present(session: CouncilSession, clerk: User) -> None:
    vote = close_hands(make_vote(session, clerk), clerk, present=6, in_favour=5)
    assert (vote.passed, vote.entitled, vote.needed) == (True, 9, 5)
    short = close_hands(make_vote(session, clerk), clerk, present=4, in_favour=4)
    assert (short.passed, short.result) == (False, "không thông qua, 4/9")
    assert short.explanation.startswith("4 trên 9 = 44,44 % ≤ 1/2 (5); ")
    assert "khoản 3 Điều 91 Luật Tổ chức chính quyền địa phương 77/2015/QH13" in short.explanation


def test_removing_a_delegate_takes_two_thirds(session: CouncilSession, clerk: User) -> None:
    removal = {"decision": DecisionKind.DELEGATE_REMOVAL}
    six = close_hands(make_vote(session, clerk, **removal), clerk, present=9, in_favour=6, against=3)
    assert (six.passed, six.needed) == (True, 6)
    five = close_hands(make_vote(session, clerk, **removal), clerk, present=9, in_favour=5, against=4)
    assert five.passed is False


def test_a_depleted_council_takes_the_stricter_majority_where_the_law_was_read(
    session: CouncilSession, clerk: User
) -> None:
    vote = make_vote(session, clerk)
    vote.held_on = date(2025, 4, 1)
    assert majority_rule(vote, 9).code == "vote.depleted_council"
    Term.objects.update(seats_allotted=13)
    vote.refresh_from_db()
    vote.held_on = date(2025, 4, 1)
    assert majority_rule(vote, 9).code == "vote.resolution"
    vote.held_on = date(2025, 8, 1)
    Term.objects.update(seats_allotted=100)
    assert majority_rule(Vote.objects.get(), 9).code == "vote.resolution"
    assert votes_needed(vote, 9) == 5


@pytest.mark.parametrize(
    ("count", "said"),
    [
        ({"present": 0, "in_favour": 0}, "Không có đại biểu nào có mặt"),
        ({"present": 10, "in_favour": 9}, "lớn hơn tổng số đại biểu"),
        ({"present": 5, "in_favour": 5, "against": 1}, "lớn hơn số đại biểu có mặt"),
    ],
)
def test_a_count_that_cannot_be_is_refused_and_leaves_nothing(
    count: dict[str, int], said: str, session: CouncilSession, clerk: User
) -> None:
    vote = make_vote(session, clerk)
    with pytest.raises(Refused, match=said):
        close_hands(vote, clerk, **count)
    vote.refresh_from_db()
    assert (vote.status, vote.passed, vote.in_favour) == (VoteStatus.OPEN, None, None)
    assert not VoteEntitlement.objects.exists()


def test_a_council_without_delegates_decides_nothing(sister: Council, sister_clerk: User) -> None:
    vote = make_vote(session_of(sister, sister_clerk), sister_clerk)
    with pytest.raises(Refused, match="Chưa ghi đại biểu nào"):
        close_hands(vote, sister_clerk, present=1, in_favour=1)


def test_by_name_everybody_present_is_in_favour_but_for_the_exceptions(
    people: list[Any], session: CouncilSession, clerk: User
) -> None:
    vote = make_vote(session, clerk, method=VoteMethod.BY_NAME)
    by_name(vote, clerk, {people[0].pk: Choice.AGAINST, people[1].pk: Choice.ABSTAINED, people[2].pk: None})
    assert (vote.present, vote.in_favour, vote.against, vote.abstained) == (8, 6, 1, 1)
    assert vote.passed and Ballot.objects.filter(vote=vote).count() == 8
    last = Entry.objects.of_record(vote).last()
    assert last and last.reason == "Đại biểu mẫu 01: không tán thành; Đại biểu mẫu 02: không biểu quyết"


def test_one_ballot_per_delegate_is_a_constraint(
    people: list[Any], session: CouncilSession, clerk: User
) -> None:
    vote = by_name(make_vote(session, clerk, method=VoteMethod.BY_NAME), clerk, {})
    with pytest.raises(IntegrityError), transaction.atomic():
        Ballot.objects.create(vote=vote, mandate=people[0], choice=Choice.AGAINST)


def test_a_stranger_casts_no_ballot(
    session: CouncilSession, clerk: User, sister: Council, sister_clerk: User
) -> None:
    vote = make_vote(session, clerk, method=VoteMethod.BY_NAME)
    stranger = make_mandate(sister, sister_clerk)
    with pytest.raises(Refused, match="không phải là đại biểu"):
        by_name(vote, clerk, {stranger.pk: Choice.AGAINST})


SECRET = {
    "present": 9,
    "issued": 9,
    "collected": 9,
    "valid": 8,
    "invalid": 1,
    "in_favour": 6,
    "against": 2,
}


def test_a_secret_vote_keeps_counts_and_no_name(
    people: list[Any], session: CouncilSession, clerk: User
) -> None:
    vote = close_hands(make_vote(session, clerk, method=VoteMethod.SECRET), clerk, **SECRET)
    assert (vote.passed, vote.result) == (True, "thông qua, 6/9")
    assert not Ballot.objects.exists()
    told = " ".join(f"{entry.changes} {entry.reason}" for entry in Entry.objects.of_record(vote))
    assert not any(person.full_name in told for person in people)
    other = make_vote(session, clerk, method=VoteMethod.SECRET)
    with pytest.raises(Refused, match="chỉ ghi tổng số"):
        by_name(other, clerk, {people[0].pk: Choice.AGAINST})
    with pytest.raises(Refused, match="phải bằng số phiếu thu về"):
        close_hands(other, clerk, **{**SECRET, "invalid": 0})
    with pytest.raises(Refused, match="phát ra"):
        close_hands(other, clerk, **{**SECRET, "present": 8})


def test_a_vote_by_name_is_not_counted_by_hand(session: CouncilSession, clerk: User) -> None:
    with pytest.raises(Refused, match="ghi theo từng đại biểu"):
        close_hands(make_vote(session, clerk, method=VoteMethod.BY_NAME), clerk, present=1, in_favour=1)


def test_closing_freezes_the_list_of_those_entitled(
    people: list[Any], session: CouncilSession, commune: Council, clerk: User
) -> None:
    vote = close_hands(make_vote(session, clerk), clerk, present=9, in_favour=5)
    late = make_mandate(commune, clerk, "Đại biểu ghi sót")
    assert set(vote.entitlements.values_list("mandate", flat=True)) == {person.pk for person in people}
    vote.refresh_from_db()
    assert (vote.entitled, vote.passed) == (9, True)
    reopen(vote, clerk)
    close_hands(vote, clerk, present=9, in_favour=5)
    assert (vote.entitled, vote.passed) == (10, False)
    assert late.pk in vote.entitlements.values_list("mandate", flat=True)


def reopen(vote: Vote, by: User, reason: str = "Kiểm nhầm") -> None:
    vote.refresh_from_db()
    told = {"reason": reason, "expected_version": vote.version, "by": by, "at": NOW}
    actions.reopen_vote(votes, vote, **told)


def test_a_result_changes_only_after_it_was_taken_back(session: CouncilSession, clerk: User) -> None:
    vote = close_hands(make_vote(session, clerk), clerk, present=9, in_favour=4)
    with pytest.raises(Refused, match="đã có kết quả"):
        close_hands(vote, clerk, present=9, in_favour=5)
    change = {"expected_version": vote.version, "by": clerk, "at": NOW}
    with pytest.raises(Refused, match="đã có kết quả"):
        records.change(votes, vote, values={"decision": DecisionKind.DELEGATE_REMOVAL}, **change)
    records.change(votes, vote, values={"note": "Biên bản kiểm phiếu kèm theo"}, **change)
    reopen(vote, clerk)
    assert (vote.status, vote.passed, vote.explanation, vote.in_favour) == ("open", None, "", 4)
    assert standing(vote, TODAY) == ("draft", "chưa có kết quả")
    assert close_hands(vote, clerk, present=9, in_favour=5).passed


def test_opening_one_vote_never_closes_another(session: CouncilSession, clerk: User) -> None:
    first, second = make_vote(session, clerk), make_vote(session, clerk)
    close_hands(second, clerk, present=9, in_favour=5)
    third = make_vote(session, clerk)
    reopen(second, clerk)
    states = [Vote.objects.get(pk=vote.pk).status for vote in (first, second, third)]
    assert states == [VoteStatus.OPEN] * 3
    assert len(list(tasks(Vote.objects.all(), TODAY))) == 3


def test_two_who_count_at_once_do_not_overwrite_each_other(session: CouncilSession, clerk: User) -> None:
    vote = make_vote(session, clerk)
    stale = Vote.objects.get(pk=vote.pk)
    close_hands(vote, clerk, present=9, in_favour=5)
    with pytest.raises(Changed):
        close_hands(stale, clerk, present=9, in_favour=4)
    vote.refresh_from_db()
    assert vote.in_favour == 5


def test_who_does_not_write_does_not_count(session: CouncilSession, commune: Council, clerk: User) -> None:
    delegate = make_user("daibieu", Role.DELEGATE, commune)
    with pytest.raises(NotAllowed):
        close_hands(make_vote(session, clerk), delegate, present=1, in_favour=1)
    with pytest.raises(NotAllowed):
        by_name(make_vote(session, clerk, method=VoteMethod.BY_NAME), delegate, {})
    with pytest.raises(NotAllowed):
        actions.record_vote(
            session=session,
            held_on=OPENS,
            subject="Phí chợ",
            count=Count(present=1, in_favour=1),
            by=delegate,
            at=NOW,
        )


def test_other_modules_record_a_vote_in_one_act(
    people: list[Any], session: CouncilSession, clerk: User
) -> None:
    item = make_item(session, clerk)
    told: dict[str, Any] = {"session": session, "held_on": OPENS, "by": clerk, "at": NOW, "item": item}
    vote = actions.record_vote(**told, count=Count(present=9, in_favour=7, against=2))
    assert vote.passed and vote.title == item.title
    named = actions.record_vote(**told, method=VoteMethod.BY_NAME, choices={people[0].pk: Choice.AGAINST})
    assert (named.in_favour, named.against) == (8, 1)
    with pytest.raises(TypeError):
        actions.record_vote(**told)
    before = Vote.objects.count()
    with pytest.raises(Refused):
        actions.record_vote(**told, count=Count(present=10, in_favour=7))
    assert Vote.objects.count() == before


def test_a_vote_is_about_something_and_on_a_day_of_its_session(session: CouncilSession, clerk: User) -> None:
    with pytest.raises(Refused, match="ghi nội dung"):
        make_vote(session, clerk, subject="")
    with pytest.raises(Refused, match="Kỳ họp họp từ"):
        make_vote(session, clerk, held_on=date(2023, 7, 19))
