"""Adding, changing, cancelling and moving a record: permission, rules, version, journal, all or nothing."""

from __future__ import annotations

from datetime import date

import pytest

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.council_sessions.models import CouncilSession
from dienhong.council_sessions.register import register
from dienhong.council_sessions.states import SessionStatus
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.kernel.period import Period
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.registers import actions
from dienhong.registers.models import NothingToReport, Record
from dienhong.voters.models import RoundShare
from dienhong.voters.register import rounds

from ..factories import NOW, make_session, make_user, session_values
from ..voters.factories import make_round


@pytest.fixture
def session(commune: Council, clerk: User) -> Record:
    return make_session(commune, clerk)


def change(session: Record, by: User, version: int | None = None, **values: object) -> Record:
    expected = session.version if version is None else version
    return actions.change(register, session, values=values, expected_version=expected, by=by, at=NOW)


def test_a_new_record_has_a_code_a_day_and_a_place_in_the_journal(session: Record, clerk: User) -> None:
    assert session.code == "KH-2023-001"
    assert session.counts_on == date(2023, 7, 18)
    assert session.recorded_by == clerk
    entry = Entry.objects.of_record(session).get()
    assert (entry.verb, entry.actor_name, entry.council_id) == ("Ghi mới", "vanthu.xa", session.council_id)
    assert entry.changes["ordinal"] == [None, 7]


def test_codes_count_within_council_and_year(
    commune: Council, sister: Council, clerk: User, sister_clerk: User
) -> None:
    first, second = make_session(commune, clerk), make_session(commune, clerk, ordinal=8)
    last_year = make_session(commune, clerk, ordinal=5, opens_on=date(2022, 7, 5))
    elsewhere = make_session(sister, sister_clerk)
    codes = [record.code for record in (first, second, last_year, elsewhere)]
    assert codes == ["KH-2023-001", "KH-2023-002", "KH-2022-001", "KH-2023-001"]


def test_a_refused_record_takes_no_number_and_leaves_nothing(commune: Council, clerk: User) -> None:
    with pytest.raises(Refused):
        make_session(commune, clerk, opens_on=date(2020, 1, 1))
    assert not CouncilSession.objects.exists()
    assert not Entry.objects.filter(council_id=commune.pk).exists()
    assert make_session(commune, clerk).code == "KH-2023-001"


def test_every_violation_is_told_at_once(commune: Council, clerk: User) -> None:
    with pytest.raises(Refused) as refusal:
        make_session(commune, clerk, opens_on=date(2020, 1, 1), nominal_year=2023, ordinal=0)
    assert {violation.field for violation in refusal.value.violations} == {
        "opens_on",
        "nominal_year",
        "ordinal",
    }


def test_shape_is_told_in_the_models_own_words(commune: Council, clerk: User) -> None:
    with pytest.raises(Refused, match="Ngày bế mạc không được trước ngày khai mạc"):
        make_session(commune, clerk, closes_on=date(2023, 7, 1))
    make_session(commune, clerk)
    with pytest.raises(Refused, match="đã có kỳ họp mang số thứ tự đó"):
        make_session(commune, clerk)


def test_what_a_record_refers_to_is_of_its_own_council(
    commune: Council, sister: Council, clerk: User
) -> None:
    with pytest.raises(Refused, match="thuộc một Hội đồng khác"):
        make_session(commune, clerk, term=sister.terms.get())


def test_a_change_is_kept_with_old_and_new(session: Record, clerk: User) -> None:
    change(session, clerk, place="Nhà văn hóa", opens_on=date(2023, 7, 17))
    session.refresh_from_db()
    assert (session.version, session.counts_on) == (2, date(2023, 7, 17))
    assert "nha van hoa" in session.folded
    entry = Entry.objects.of_record(session).latest("pk")
    assert entry.changes["place"] == ["Hội trường", "Nhà văn hóa"]
    assert "term" not in entry.changes


def test_nothing_new_is_no_act(session: Record, clerk: User) -> None:
    change(session, clerk, place="Hội trường")
    session.refresh_from_db()
    assert session.version == 1
    assert Entry.objects.of_record(session).count() == 1


def test_the_second_of_two_editors_is_told_and_nothing_is_lost(session: Record, clerk: User) -> None:
    theirs = CouncilSession.objects.get(pk=session.pk)
    change(session, clerk, place="Nhà văn hóa")
    with pytest.raises(Changed):
        change(theirs, clerk, version=1, place="Sân vận động")
    session.refresh_from_db()
    assert session.place == "Nhà văn hóa"


def test_a_refused_change_changes_nothing(session: Record, clerk: User) -> None:
    with pytest.raises(Refused):
        change(session, clerk, nominal_year=2020)
    session.refresh_from_db()
    assert (session.nominal_year, session.version) == (2023, 1)


def test_a_cancelled_record_stays_readable_but_does_not_count(
    session: Record, clerk: User, commune: Council
) -> None:
    actions.cancel(register, session, reason=" Ghi trùng ", expected_version=1, by=clerk, at=NOW)
    assert session.cancel_reason == "Ghi trùng"
    assert not CouncilSession.objects.counted().exists()
    assert make_session(commune, clerk).code == "KH-2023-002"
    for attempt in (lambda: change(session, clerk, place="Khác"), lambda: _cancel_again(session, clerk)):
        with pytest.raises(Refused, match="đã hủy"):
            attempt()


def _cancel_again(session: Record, clerk: User) -> None:
    actions.cancel(register, session, reason="Lần nữa", expected_version=session.version, by=clerk, at=NOW)


def test_cancelling_needs_a_reason(session: Record, clerk: User) -> None:
    with pytest.raises(Refused, match="lý do"):
        actions.cancel(register, session, reason="  ", expected_version=1, by=clerk, at=NOW)


def move(session: Record, step: str, by: User, reason: str = "") -> Record:
    return actions.move(
        register, session, step=step, expected_version=session.version, by=by, at=NOW, reason=reason
    )


def test_steps_follow_the_table(session: Record, clerk: User) -> None:
    with pytest.raises(Refused, match="Không thể “Ghi nhận đã bế mạc”"):
        move(session, "close", clerk)
    move(session, "convene", clerk)
    move(session, "close", clerk)
    assert session.status == SessionStatus.CLOSED  # type: ignore[attr-defined]
    with pytest.raises(Refused, match="lý do"):
        move(session, "reopen", clerk)
    move(session, "reopen", clerk, reason="Ghi nhầm ngày")
    verbs = Entry.objects.of_record(session).values_list("verb", "reason")
    assert list(verbs)[-1] == ("Mở lại để sửa", "Ghi nhầm ngày")


def test_a_step_obeys_the_rules_of_the_register(commune: Council, clerk: User) -> None:
    to_come = make_session(commune, clerk, opens_on=date(2023, 12, 19))
    move(to_come, "convene", clerk)
    with pytest.raises(Refused, match="Chưa đến ngày bế mạc"):
        move(to_come, "close", clerk)


@pytest.mark.parametrize("role", sorted(set(Role) - {Role.CLERK, Role.AGENCY}))
def test_who_may_not_write(role: Role, commune: Council, session: Record) -> None:
    user = make_user("khong.duoc", role, commune)
    attempts = (
        lambda: make_session(commune, user, ordinal=8),
        lambda: change(session, user, place="Khác"),
        lambda: actions.cancel(register, session, reason="Thử", expected_version=1, by=user, at=NOW),
        lambda: nothing(commune, user, 2022),
    )
    for attempt in attempts:
        with pytest.raises(NotAllowed):
            attempt()
    if role != Role.LEADER:
        with pytest.raises(NotAllowed):
            move(session, "convene", user)


def test_an_upper_or_a_sister_clerk_does_not_write_here(
    session: Record, commune: Council, district_clerk: User, sister_clerk: User
) -> None:
    for user in (district_clerk, sister_clerk):
        with pytest.raises(NotAllowed):
            change(session, user, place="Khác")
        with pytest.raises(NotAllowed):
            make_session(commune, user, ordinal=8)


def nothing(council: Council, by: User, year: int) -> NothingToReport:
    return actions.say_nothing_to_report(register, council=council, period=Period.year(year), by=by, at=NOW)


def test_nothing_to_report_is_said_once_and_not_against_records(
    session: Record, commune: Council, clerk: User
) -> None:
    assert nothing(commune, clerk, 2022) == nothing(commune, clerk, 2022)
    assert NothingToReport.objects.count() == 1
    assert Entry.objects.filter(verb="Báo không phát sinh").count() == 1
    with pytest.raises(Refused, match="đã có bản ghi"):
        nothing(commune, clerk, 2023)


def test_what_several_councils_hold_is_something_for_each(
    commune: Council, district: Council, clerk: User, district_clerk: User
) -> None:
    shared = make_round(district, district_clerk)
    RoundShare.objects.create(record=shared, council=commune)
    with pytest.raises(Refused, match="đã có bản ghi"):
        actions.say_nothing_to_report(rounds, council=commune, period=Period.year(2023), by=clerk, at=NOW)


def test_the_word_is_taken_back_for_a_reason_and_once(
    commune: Council, clerk: User, district_clerk: User
) -> None:
    word = nothing(commune, clerk, 2022)
    with pytest.raises(NotAllowed):
        actions.take_back_nothing(register, word, reason="Nhầm", by=district_clerk, at=NOW)
    with pytest.raises(Refused, match="lý do"):
        actions.take_back_nothing(register, word, reason=" ", by=clerk, at=NOW)
    actions.take_back_nothing(register, word, reason="Báo nhầm năm", by=clerk, at=NOW)
    assert Entry.objects.latest("pk").reason == "Báo nhầm năm"
    assert not NothingToReport.objects.standing().exists()
    with pytest.raises(Refused, match="rút lại"):
        actions.take_back_nothing(register, word, reason="Nữa", by=clerk, at=NOW)
    assert nothing(commune, clerk, 2022) != word


def test_words_for_quarters_cover_their_half_year(commune: Council, clerk: User) -> None:
    said = {"council": commune, "by": clerk, "at": NOW}
    actions.say_nothing_to_report(register, period=Period.quarter(2022, 2), **said)
    covering = NothingToReport.objects.for_whole
    assert covering(Period.half_year(2022, 1)) == []
    actions.say_nothing_to_report(register, period=Period.quarter(2022, 1), **said)
    assert covering(Period.half_year(2022, 1)) == [(register.code, commune.pk)]
    assert covering(Period.month(2022, 5)) == [(register.code, commune.pk)]
    assert covering(Period.year(2022)) == []


def test_values_are_complete_without_the_engine(commune: Council) -> None:
    left_out = set(register.fields) - set(session_values(commune))
    assert "note" in left_out and all(register.field(name).blank for name in left_out)
