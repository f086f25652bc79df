"""Decisions change positions and seats; ratings get their people and their count; who may not."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.test import Client

from dienhong.accounts.models import User
from dienhong.confidence import actions
from dienhong.confidence.actions import Ballots, PersonCount
from dienhong.confidence.models import PersonnelDecision, RatedPerson
from dienhong.confidence.register import personnel, ratings
from dienhong.confidence.states import Outcome
from dienhong.council_sessions.models import CouncilSession
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.people.models import Position

from ..council_sessions.factories import close_hands, make_delegates, make_vote, session_of
from ..factories import NOW, make_body, make_position, make_user
from .factories import make_confidence_vote, make_decision, make_person, make_rating

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(commune: Council, clerk: User) -> CouncilSession:
    return session_of(commune, clerk)


@pytest.fixture
def delegates(commune: Council, clerk: User) -> list[Any]:
    return make_delegates(commune, clerk, 9)


def effect(decision: PersonnelDecision, by: User, **given: Any) -> Any:
    usual = {"expected_version": decision.version, "by": by, "at": NOW}
    return actions.effect(personnel, decision, **{**usual, **given})


def test_an_election_makes_the_position(
    session: CouncilSession, delegates: list[Any], commune: Council, clerk: User
) -> None:
    body = make_body(commune, "committee", "Ban Pháp chế")
    decision = make_decision(
        session, clerk, kind="election", organisation=body, role="head", mandate=delegates[0]
    )
    assert decision.title == "bầu Đại biểu mẫu 01, Trưởng ban, Ban Pháp chế"
    vote = close_hands(
        make_vote(session, clerk, decision="election"), clerk, present=9, in_favour=8, against=1
    )
    effect(decision, clerk, vote=vote)
    position = Position.objects.get(organisation=body)
    assert (position.person, position.from_on) == (delegates[0].person, session.opens_on)
    decision.refresh_from_db()
    assert decision.made == position and decision.status == "effected"


def test_a_lost_vote_changes_nothing(
    session: CouncilSession, delegates: list[Any], commune: Council, clerk: User
) -> None:
    body = make_body(commune, "committee", "Ban Pháp chế")
    decision = make_decision(
        session, clerk, kind="election", organisation=body, role="head", mandate=delegates[0]
    )
    vote = close_hands(
        make_vote(session, clerk, decision="election"), clerk, present=9, in_favour=4, against=5
    )
    with pytest.raises(Refused):
        effect(decision, clerk, vote=vote)
    assert not Position.objects.filter(organisation=body).exists()
    decision.refresh_from_db()
    given = {"expected_version": decision.version, "by": clerk, "at": NOW}
    with pytest.raises(Refused):
        actions.not_carried(personnel, decision, reason=" ", vote=vote, **given)
    actions.not_carried(personnel, decision, reason="Không quá nửa tán thành", vote=vote, **given)
    assert decision.status == "not_carried"


def test_dismissal_ends_the_position_and_removal_the_seat(
    session: CouncilSession, delegates: list[Any], commune: Council, clerk: User
) -> None:
    position = make_position(make_body(commune, "committee", "Ban Pháp chế"), "head", delegates[0], clerk)
    effect(make_decision(session, clerk, kind="dismissal", position=position), clerk)
    position.refresh_from_db()
    assert position.to_on == session.opens_on and session.title in position.ended_at
    effect(make_decision(session, clerk, kind="delegate_removal", mandate=delegates[1]), clerk)
    delegates[1].refresh_from_db()
    assert (delegates[1].to_on, delegates[1].end_reason) == (session.opens_on, "removed")


def test_what_was_decided_is_not_decided_again(
    session: CouncilSession, delegates: list[Any], commune: Council, clerk: User
) -> None:
    position = make_position(make_body(commune, "committee", "Ban Pháp chế"), "head", delegates[0], clerk)
    decision = make_decision(session, clerk, kind="dismissal", position=position)
    effect(decision, clerk)
    with pytest.raises(Refused):
        effect(decision, clerk)
    given = {"expected_version": decision.version, "by": clerk, "at": NOW}
    with pytest.raises(Refused):
        actions.not_carried(personnel, decision, reason="nhầm", **given)


def test_the_list_comes_from_the_positions_of_the_day(
    session: CouncilSession, delegates: list[Any], commune: Council, clerk: User
) -> None:
    standing = make_body(commune, "standing_committee", "Thường trực HĐND")
    committee = make_body(commune, "committee", "Ban Pháp chế")
    make_position(standing, "chair", delegates[0], clerk)
    make_position(committee, "head", delegates[1], clerk)
    make_position(standing, "vice_chair", delegates[1], clerk)
    make_position(committee, "member", delegates[2], clerk)
    make_position(standing, "vice_chair", delegates[3], clerk, from_on=date(2023, 3, 1))
    rating = make_rating(session, clerk)
    given = {"expected_version": rating.version, "by": clerk, "at": NOW}
    actions.list_people(ratings, rating, **given)
    listed = dict(rating.people.values_list("full_name", "office"))
    assert listed == {
        "Đại biểu mẫu 01": "Chủ tịch, Thường trực HĐND",
        "Đại biểu mẫu 02": "Phó Chủ tịch, Thường trực HĐND; Trưởng ban, Ban Pháp chế",
    }
    with pytest.raises(Refused, match="Không còn ai"):
        actions.list_people(ratings, rating, **given)


def count(rating: Any, by: User, tallies: dict[RatedPerson, tuple[int | None, ...]], **given: Any) -> Any:
    counts = [
        PersonCount(person=person, high=high, confidence=middle, low=low)
        for person, (high, middle, low) in tallies.items()
    ]
    ballots = given.pop("ballots", Ballots(issued=9, collected=9, valid=9, invalid=0))
    usual = {"expected_version": rating.version, "by": by, "at": NOW}
    return actions.record_count(rating, ballots=ballots, counts=counts, **{**usual, **given})


def test_the_classes_follow_from_the_count_and_its_correction(
    session: CouncilSession, delegates: list[Any], clerk: User
) -> None:
    rating = make_rating(session, clerk)
    one, two = make_person(rating, clerk), make_person(rating, clerk, "Đại biểu mẫu 02")
    count(rating, clerk, {one: (6, 2, 1), two: (0, 3, 6)})
    assert [p.outcome for p in (one, two)] == [Outcome.HIGH, Outcome.LOW_TWO_THIRDS]
    assert "miễn nhiệm" in two.consequence and "0/9 (0%)" in two.explanation
    fewer = Ballots(issued=9, collected=8, valid=8, invalid=0)
    count(rating, clerk, {one: (4, 3, 1), two: (0, 3, 5)}, ballots=fewer)
    for person in (one, two):
        person.refresh_from_db()
    assert [p.outcome for p in (one, two)] == [Outcome.CONFIDENT, Outcome.LOW_OVER_HALF]


def test_a_count_that_does_not_agree_is_refused_and_nothing_is_kept(
    session: CouncilSession, delegates: list[Any], clerk: User
) -> None:
    rating = make_rating(session, clerk)
    one, two = make_person(rating, clerk), make_person(rating, clerk, "Đại biểu mẫu 02")
    with pytest.raises(Refused, match="nhiều hơn số phiếu hợp lệ 9"):
        count(rating, clerk, {one: (6, 2, 1), two: (6, 3, 1)})
    rating.refresh_from_db()
    one.refresh_from_db()
    assert rating.issued is None and one.outcome == ""
    with pytest.raises(Refused, match="chỉ có 09 đại biểu"):
        count(rating, clerk, {}, ballots=Ballots(issued=10, collected=9, valid=9, invalid=0))


def test_who_may_not(
    client: Client,
    session: CouncilSession,
    delegates: list[Any],
    commune: Council,
    clerk: User,
    sister_clerk: User,
) -> None:
    rating = make_rating(session, clerk)
    person = make_person(rating, clerk)
    decision = make_decision(session, clerk, kind="delegate_removal", mandate=delegates[1])
    leader = make_user("chutich.xa", Role.LEADER, commune)
    for stranger in (sister_clerk, leader):
        with pytest.raises(NotAllowed):
            count(rating, stranger, {person: (1, 1, 1)})
        with pytest.raises(NotAllowed):
            actions.list_people(ratings, rating, expected_version=1, by=stranger, at=NOW)
        with pytest.raises(NotAllowed):
            effect(decision, stranger)
    delegate = make_user("daibieu.xa", Role.DELEGATE, commune)
    client.force_login(delegate)
    assert client.get(f"/{commune.slug}/lay-phieu-tin-nhiem/{rating.code}/").status_code == 404
    assert not RatedPerson.objects.visible_to(delegate).exists()
    assert RatedPerson.objects.visible_to(leader).exists()


def test_the_second_editor_is_told(session: CouncilSession, delegates: list[Any], clerk: User) -> None:
    rating = make_rating(session, clerk)
    person = make_person(rating, clerk)
    with pytest.raises(Changed):
        count(rating, clerk, {person: (6, 2, 1)}, expected_version=9)


def test_a_vote_of_confidence(session: CouncilSession, delegates: list[Any], clerk: User) -> None:
    ballots = {"issued": 9, "collected": 9, "valid": 9, "invalid": 0}
    vote = make_confidence_vote(session, clerk, **ballots, confident=4, not_confident=5)
    assert vote.outcome == "no_confidence" and vote.consequence
    assert vote.explanation == "tín nhiệm 4/9 (44,44%); không tín nhiệm 5/9 (55,56%)"
    with pytest.raises(Refused, match="Cần ít nhất 03 trên 09"):
        make_confidence_vote(session, clerk, requester="delegates", asking=2)
    assert make_confidence_vote(session, clerk, requester="delegates", asking=3).outcome == ""


def test_the_page_of_the_count(
    client: Client, session: CouncilSession, delegates: list[Any], commune: Council, clerk: User
) -> None:
    rating = make_rating(session, clerk)
    person = make_person(rating, clerk)
    client.force_login(clerk)
    address = f"/{commune.slug}/lay-phieu-tin-nhiem/{rating.code}/ket-qua/"
    typed = {"expected_version": rating.version, "issued": 9, "collected": 9, "valid": 9, "invalid": 0}
    tally = {f"p{person.pk}-high": 7, f"p{person.pk}-confidence": 2, f"p{person.pk}-low": 1}
    refused = client.post(address, {**typed, **tally})
    assert refused.status_code == 422 and "Cộng các mức bằng 10" in refused.content.decode()
    saved = client.post(address, {**typed, **tally, f"p{person.pk}-low": 0})
    assert saved.status_code == 302
    page = client.get(f"/{commune.slug}/lay-phieu-tin-nhiem/{rating.code}/").content.decode()
    assert "01/01 người" in page and "trên 50% tín nhiệm cao" in page
