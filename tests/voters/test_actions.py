"""Forwarding, passing on, repeats, carrying over, and rounds that several councils hold."""

from __future__ import annotations

from datetime import date

import pytest

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.council_sessions.models import CouncilSession
from dienhong.followup import actions as following
from dienhong.followup.actions import Happened
from dienhong.followup.models import Undertaking
from dienhong.indicators.declaration import get_indicator
from dienhong.indicators.evaluation import Figure, Scope, evaluate
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.kernel.period import Period
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council, Organisation
from dienhong.registers import actions as records
from dienhong.registers.listing import ALL_SCOPE, SCOPE, YEAR, Listing
from dienhong.registers.models import Record
from dienhong.voters import actions
from dienhong.voters.models import Petition
from dienhong.voters.queries import family_of, likely_repeats
from dienhong.voters.register import petitions, rounds

from ..factories import NOW, make_body, make_session, make_user
from .factories import HELD, field, forward, make_meeting, make_petition, make_round


@pytest.fixture
def executive(commune: Council) -> Organisation:
    return make_body(commune, "executive", "UBND xã Mẫu")


def again(petition: Petition) -> Petition:
    return Petition.objects.get(pk=petition.pk)


def test_one_paper_forwards_many_each_with_its_own_due_date(
    commune: Council, clerk: User, executive: Organisation
) -> None:
    both = [make_petition(commune, clerk), make_petition(commune, clerk, text="Nạo vét mương")]
    dispatch = forward(commune, both, executive, clerk)
    assert dispatch.petitions.count() == 2
    first = again(both[0])
    undertaking = first.undertaking
    assert undertaking is not None and first.forwarded_on == date(2023, 7, 3)
    assert (undertaking.text, undertaking.field, undertaking.lead) == (first.text, first.field, executive)
    assert undertaking.due_on == date(2023, 8, 2)
    assert undertaking.origin.code == first.code and "30 ngày" in undertaking.due_explanation
    assert [entry.verb for entry in Entry.objects.of_record(first)] == ["Ghi mới", "Chuyển kiến nghị"]


def test_the_council_may_set_the_due_date(commune: Council, clerk: User, executive: Organisation) -> None:
    petition = make_petition(commune, clerk)
    forward(commune, [petition], executive, clerk, due_on=date(2023, 7, 15), due_why="Trước kỳ họp")
    undertaking = again(petition).undertaking
    assert undertaking and (undertaking.due_on, undertaking.due_basis) == (date(2023, 7, 15), "HĐND đặt")


def test_nothing_is_forwarded_twice_or_before_it_came(
    commune: Council, sister: Council, clerk: User, sister_clerk: User, executive: Organisation
) -> None:
    petition, other = make_petition(commune, clerk), make_petition(sister, sister_clerk)
    with pytest.raises(Refused, match="sau ngày chuyển"):
        forward(commune, [petition], executive, clerk, on=date(2023, 6, 1))
    with pytest.raises(Refused, match="ít nhất một"):
        forward(commune, [other], executive, clerk)
    forward(commune, [petition], executive, clerk)
    with pytest.raises(Refused, match=petition.code):
        forward(commune, [petition], executive, clerk)
    assert Undertaking.objects.count() == 1


@pytest.mark.parametrize("role", [Role.LEADER, Role.DELEGATE, Role.AGENCY])
def test_only_a_clerk_of_the_council_writes(
    role: Role, commune: Council, clerk: User, district_clerk: User, executive: Organisation
) -> None:
    petition = make_petition(commune, clerk)
    for by in (make_user("nguoi.khac", role, commune, organisation=executive), district_clerk):
        with pytest.raises(NotAllowed):
            forward(commune, [petition], executive, by)
        with pytest.raises(NotAllowed):
            actions.link_repeat(petition, earlier=petition, expected_version=1, by=by, at=NOW)


def test_a_followed_petition_is_not_struck_out(
    commune: Council, clerk: User, executive: Organisation
) -> None:
    petition = make_petition(commune, clerk)
    forward(commune, [petition], executive, clerk)
    with pytest.raises(Refused, match="không hủy được"):
        records.cancel(petitions, again(petition), reason="Nhầm", expected_version=2, by=clerk, at=NOW)
    spare = make_petition(commune, clerk)
    records.cancel(petitions, spare, reason="Nhầm", expected_version=1, by=clerk, at=NOW)
    with pytest.raises(Refused, match="đã hủy"):
        actions.link_repeat(again(spare), earlier=petition, expected_version=2, by=clerk, at=NOW)


def link(petition: Petition, earlier: Petition, by: User) -> Petition:
    version = again(petition).version
    return actions.link_repeat(
        again(petition), earlier=again(earlier), expected_version=version, by=by, at=NOW
    )


def test_repeats_hang_on_the_first_and_can_be_undone(commune: Council, clerk: User) -> None:
    first = make_petition(commune, clerk, received_on=date(2021, 7, 1))
    second = make_petition(commune, clerk, received_on=date(2022, 7, 1))
    third = make_petition(commune, clerk, received_on=HELD)
    link(third, second, clerk)
    link(second, first, clerk)
    assert again(third).repeats == first
    assert [p.pk for p in family_of(again(third))] == [first.pk, second.pk]
    with pytest.raises(Refused, match="phải có trước"):
        link(first, third, clerk) if again(third).repeats is None else link(
            first, make_petition(commune, clerk), clerk
        )
    with pytest.raises(Refused, match="chính nó"):
        link(first, third, clerk)
    with pytest.raises(Changed):
        actions.link_repeat(third, earlier=first, expected_version=9, by=clerk, at=NOW)
    alone = actions.unlink_repeat(
        again(third), reason="Khác nơi", expected_version=again(third).version, by=clerk, at=NOW
    )
    assert alone.repeats is None and [p.pk for p in family_of(again(second))] == [first.pk]
    with pytest.raises(Refused, match="lý do"):
        actions.unlink_repeat(again(second), reason="", expected_version=2, by=clerk, at=NOW)


def test_likely_repeats_are_of_the_council_and_explained(
    commune: Council, sister: Council, clerk: User, sister_clerk: User
) -> None:
    text = "Cầu treo qua suối Đăk Mẫu mục ván, học sinh đi nguy hiểm"
    earlier = make_petition(commune, clerk, text=text)
    make_petition(sister, sister_clerk, text=text)
    make_petition(commune, clerk, text="Cấp thẻ bảo hiểm y tế chậm", place="Thôn 2")
    (found,) = likely_repeats(
        commune, text="Sửa ván cầu treo suối Đăk Mẫu", place="thôn 1", field_id=field().pk
    )
    assert (found.petition, found.match.same_place, found.same_field) == (earlier, True, True)
    assert {"cau", "treo", "van"} <= set(found.match.words)
    assert likely_repeats(commune, text=text, but=earlier.pk) == []
    assert likely_repeats(commune, text="ngắn") == []


def settle(petition: Petition, by: User) -> None:
    undertaking = again(petition).undertaking
    assert undertaking is not None
    part = undertaking.assignments.get(leads=True)
    told = Happened(date(2023, 7, 20), text="Đã sửa", result="resolved")
    operator = User.objects.operator()
    undertaking = following.answer(part, happened=told, expected_version=1, by=operator, at=NOW)
    done = Happened(date(2023, 7, 21))
    following.take_step(
        part, step="confirm", happened=done, expected_version=undertaking.version, by=operator, at=NOW
    )


def carry(petition: Petition, session: Record, by: User, carried_on: date | None = None) -> Petition:
    version = again(petition).version
    given = {
        "carried_to": session,
        "carried_on": carried_on,
        "expected_version": version,
        "by": by,
        "at": NOW,
    }
    return actions.carry_over(petitions, again(petition), **given)  # type: ignore[return-value,arg-type]


def test_what_is_open_is_carried_over_once_to_a_session(
    commune: Council, clerk: User, executive: Organisation
) -> None:
    session, later = (make_session(commune, clerk, ordinal=n) for n in (7, 8))
    assert isinstance(session, CouncilSession) and isinstance(later, CouncilSession)
    petition = make_petition(commune, clerk)
    forward(commune, [petition], executive, clerk)
    for wrong, said in ((date(2023, 7, 1), "Kiến nghị đã chuyển ngày"), (date(2024, 1, 1), "chưa đến")):
        with pytest.raises(Refused, match=said):
            carry(petition, session, clerk, carried_on=wrong)
    carried = carry(petition, session, clerk, carried_on=date(2023, 7, 18))
    assert (carried.carried_to, carried.carried_on) == (session, date(2023, 7, 18))
    with pytest.raises(Refused, match="đã được chuyển sang kỳ họp này"):
        carry(petition, session, clerk)
    assert carry(petition, later, clerk).carried_on == NOW.date()
    assert [(c.session, c.carried_on) for c in petition.carryings.order_by("pk")] == [
        (session, date(2023, 7, 18)),
        (later, NOW.date()),
    ]
    assert str(petition.carryings.first()).startswith("KN-2023-001 → ")
    settle(petition, clerk)
    with pytest.raises(Refused, match="đã giải quyết xong"):
        carry(petition, session, clerk)


def test_what_is_carried_over_counts_in_the_period_in_which_it_was(
    commune: Council, sister: Council, clerk: User, executive: Organisation
) -> None:
    """A petition of 2022, carried over twice in 2023: once in that year, and not at all in the year before."""
    sessions = [make_session(commune, clerk, ordinal=n) for n in (7, 8)]
    old, other = (make_petition(commune, clerk, received_on=date(2022, 7, 1)) for _ in range(2))
    forward(commune, [old, other], executive, clerk, on=date(2022, 7, 4))
    indicator, first_half = (
        get_indicator("petitions.carried_over"),
        Period.between(date(2023, 1, 1), date(2023, 6, 30)),
    )
    carry(old, sessions[0], clerk, carried_on=date(2023, 6, 20))
    carry(old, sessions[1], clerk, carried_on=date(2023, 11, 1))
    carry(other, sessions[1], clerk, carried_on=date(2023, 11, 1))
    for period, count in (
        (Period.year(2022), 0),
        (first_half, 1),
        (Period.year(2023), 2),
        (Period.year(2024), 0),
    ):
        figure = evaluate([indicator], Scope([commune, sister], period, clerk))[indicator.code]
        listed = Listing(petitions, commune, clerk, indicator.words(period))
        assert figure.total == listed.total == count
        assert ("chuyển theo dõi sang kỳ sau trong năm 2023" in listed.described()) == (
            period == Period.year(2023)
        )
    in_2022 = evaluate([indicator], Scope([commune, sister], Period.year(2022), clerk))[indicator.code]
    assert in_2022.missing == (sister,), "a council that keeps its petitions says that none was carried over"
    carried = Listing(petitions, commune, clerk, {"ton-dong": "yes", "ngay": "2023-06-30"})
    assert [record.code for record in carried.records] == [old.code]


def figures(councils: list[Council], user: User, code: str) -> Figure:
    return evaluate([get_indicator(code)], Scope(councils, Period.year(2023), user))[code]


def test_a_petition_passed_on_stays_one_record_counted_once(
    commune: Council, sister: Council, district: Council, clerk: User, district_clerk: User
) -> None:
    petition, department = make_petition(commune, clerk), make_body(district, "department", "Phòng Kinh tế")
    given = {"council": district, "on": date(2023, 7, 1), "by": clerk, "at": NOW}
    with pytest.raises(Refused, match="chính Hội đồng này"):
        actions.pass_on(petition, **{**given, "council": commune}, reason="", expected_version=1)
    passed = actions.pass_on(petition, **given, reason="Thẩm quyền cấp huyện", expected_version=1)
    found = figures([district, commune, sister], district_clerk, "petitions.received")
    assert found.by_council == {district.pk: 1, commune.pk: 1, sister.pk: 0}
    assert (found.total, found.by_level, found.by["status"]["in_progress"]) == (
        1,
        {"district": 1, "commune": 1},
        1,
    )
    taken = actions.take_back(
        passed, council=district, reason="Nhầm", expected_version=passed.version, by=clerk, at=NOW
    )
    assert figures([district], district_clerk, "petitions.received").total == 0
    for wrong, said in (({"reason": " "}, "lý do"), ({"reason": "Nhầm"}, "chưa chuyển đến Hội đồng này")):
        with pytest.raises(Refused, match=said):
            actions.take_back(
                taken, council=district, expected_version=taken.version, by=clerk, at=NOW, **wrong
            )
    actions.pass_on(taken, **given, reason="", expected_version=taken.version)
    forward(district, [petition], department, district_clerk)
    undertaking = again(petition).undertaking
    assert undertaking and (undertaking.council, undertaking.origin.council) == (district, commune)
    assert Undertaking.objects.visible_to(clerk).get() == undertaking
    listed = Listing(petitions, district, district_clerk, {YEAR: "2023"})
    assert list(listed.records) == [petition]
    whole = Listing(petitions, district, district_clerk, {YEAR: "2023", SCOPE: ALL_SCOPE})
    assert whole.total == 1


def test_a_joint_round_is_one_in_all_and_one_in_each_column(
    commune: Council,
    sister: Council,
    district: Council,
    district_clerk: User,
    clerk: User,
    sister_clerk: User,
) -> None:
    round_ = make_round(district, district_clerk)
    with pytest.raises(Refused, match="Hội đồng khác"):
        make_meeting(commune, clerk, round=round_)
    who = {"by": district_clerk, "at": NOW}
    held = actions.hold_together(round_, councils=[commune, sister], expected_version=1, **who)
    found = figures([district, commune, sister], district_clerk, "voter_meetings.rounds")
    assert found.by_council == {district.pk: 1, commune.pk: 1, sister.pk: 1}
    assert (found.total, found.by_level, found.missing) == (1, {"district": 1, "commune": 1}, ())
    assert figures([commune, sister], district_clerk, "voter_meetings.rounds").total == 1
    make_meeting(commune, clerk, round=round_)
    assert rounds.objects.visible_to(sister_clerk).get() == round_
    with pytest.raises(Refused, match="xã Mẫu"):
        actions.hold_together(held, councils=[sister], expected_version=held.version, **who)
    actions.hold_together(held, councils=[commune], expected_version=held.version, **who)
    assert not rounds.objects.visible_to(sister_clerk).exists()


def test_meetings_count_points_voters_and_opinions(commune: Council, clerk: User) -> None:
    make_meeting(commune, clerk, attendees_approximate=True)
    make_meeting(commune, clerk, attendees=20, opinions=None, district_delegates=True)
    assert figures([commune], clerk, "voter_meetings.attendees").total == 100
    assert figures([commune], clerk, "voter_meetings.opinions").total == 3
    points = figures([commune], clerk, "voter_meetings.points")
    assert (points.total, points.by["level_of_delegates"]["commune"]) == (2, 2)
    assert points.by["level_of_delegates"]["district"] == 1


def test_petitions_by_status_field_and_competence(
    commune: Council, clerk: User, executive: Organisation
) -> None:
    solved, waiting = make_petition(commune, clerk), make_petition(commune, clerk, competence="above")
    forward(commune, [solved, waiting], executive, clerk)
    make_petition(commune, clerk, field=field("land"))
    settle(solved, clerk)
    found = figures([commune], clerk, "petitions.received")
    assert found.by["status"] == {"resolved": 1, "in_progress": 2, "unresolved": 0}
    assert (found.by["field"]["transport"], found.by["field"]["land"]) == (2, 1)
    assert (found.by["competence"]["own"], found.by["competence"]["above"]) == (2, 1)
    assert figures([commune], clerk, "petitions.overdue").total == 1
    assert figures([commune], clerk, "undertakings.open").by["origin"]["petition"] == 1
    assert figures([commune], clerk, "undertakings.done").total == 1
    assert figures([commune], clerk, "undertakings.overdue").total == 1


def test_a_figure_equals_its_list_as_of_the_last_day(
    commune: Council, clerk: User, executive: Organisation
) -> None:
    both = [make_petition(commune, clerk), make_petition(commune, clerk)]
    forward(commune, both, executive, clerk)
    settle(both[0], clerk)
    for code in ("petitions.overdue", "undertakings.open", "undertakings.done", "undertakings.overdue"):
        indicator, period = get_indicator(code), Period.year(2023)
        total = evaluate([indicator], Scope([commune], period, clerk))[code].total
        assert Listing(indicator.register, commune, clerk, indicator.words(period)).total == total == 1
