"""Each finding is to be corrected or dismissed with a reason; a report is judged only after that."""

from __future__ import annotations

import pytest

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.incoming import actions, rules
from dienhong.incoming.models import FindingDecision, IncomingReport, ReportCheck
from dienhong.incoming.queries import corrections_of, errors_without_decision, findings_of_report
from dienhong.incoming.register import register
from dienhong.incoming.states import Outcome, ReportStatus
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.registers.actions import change, move

from ..factories import NOW, make_session, make_user
from .conftest import Receive
from .documents import LISTED, RIGHT_SUM, SESSIONS, WRONG_SUM, plain


@pytest.fixture
def report(receive_report: Receive) -> IncomingReport:
    return receive_report(plain(RIGHT_SUM, WRONG_SUM, LISTED))


def keys(report: IncomingReport) -> list[str]:
    return [one.key for one in findings_of_report(report) if one.severity == "error"]


def decide(
    report: IncomingReport, by: User, key: str, outcome: Outcome, reason: str = "", version: int = 0
) -> None:
    actions.decide(
        report, finding=key, outcome=outcome, reason=reason, expected_version=version, by=by, at=NOW
    )


def step(report: IncomingReport, by: User, name: str, reason: str = "") -> IncomingReport:
    now = IncomingReport.objects.get(pk=report.pk)
    move(register, now, step=name, expected_version=now.version, by=by, at=NOW, reason=reason)
    return now


def test_a_word_on_a_finding_is_kept_with_who_and_when(report: IncomingReport, clerk: User) -> None:
    first, second = keys(report)
    decide(report, clerk, first, Outcome.CORRECT)
    decide(report, clerk, second, Outcome.DISMISS, "  Thôn thứ ba ghi ở phụ lục ")
    correct, dismissed = FindingDecision.objects.order_by("pk")
    assert (correct.decided_by, correct.decided_at, correct.reason) == (clerk, NOW, "")
    assert dismissed.reason == "Thôn thứ ba ghi ở phụ lục"
    assert [one.key for one in corrections_of(report)] == [first]
    assert errors_without_decision(report) == 0
    assert [e.verb for e in Entry.objects.filter(record_type="incoming.findingdecision")] == [
        "Cần sửa",
        "Bỏ qua",
    ]


def test_a_word_may_be_changed_but_not_unseen(report: IncomingReport, clerk: User) -> None:
    key = keys(report)[0]
    decide(report, clerk, key, Outcome.CORRECT)
    with pytest.raises(Changed, match="vừa quyết định"):
        decide(report, clerk, key, Outcome.DISMISS, "không phải")
    decide(report, clerk, key, Outcome.DISMISS, "không phải", version=1)
    changed = FindingDecision.objects.get()
    assert (changed.outcome, changed.version) == (Outcome.DISMISS, 2)


def test_what_is_no_word(report: IncomingReport, clerk: User, commune: Council) -> None:
    key = keys(report)[0]
    with pytest.raises(Refused, match="lý do bỏ qua"):
        decide(report, clerk, key, Outcome.DISMISS, "  ")
    with pytest.raises(Refused, match="không còn"):
        decide(report, clerk, "sum-1-2", Outcome.CORRECT)
    with pytest.raises(NotAllowed):
        decide(report, make_user("d", Role.DELEGATE, commune), key, Outcome.CORRECT)
    assert not FindingDecision.objects.exists()


def test_a_report_is_judged_after_its_errors(report: IncomingReport, clerk: User) -> None:
    first, second = keys(report)
    with pytest.raises(Refused, match="02 chỗ sai"):
        step(report, clerk, "accept")
    with pytest.raises(Refused, match="chưa có gì để gửi trả"):
        step(report, clerk, "return")
    decide(report, clerk, first, Outcome.CORRECT)
    decide(report, clerk, second, Outcome.DISMISS, "phụ lục")
    with pytest.raises(Refused, match="01 chỗ đã ghi “cần sửa”"):
        step(report, clerk, "accept")
    returned = step(report, clerk, "return")
    assert returned.status == ReportStatus.RETURNED
    with pytest.raises(Refused, match="đã gửi trả"):
        decide(returned, clerk, first, Outcome.DISMISS, "đổi ý", version=1)
    opened = step(returned, clerk, "reopen", "Bên gửi giải trình")
    decide(opened, clerk, first, Outcome.DISMISS, "đã giải trình", version=1)
    assert step(report, clerk, "accept").status == ReportStatus.ACCEPTED


def test_nobody_declares_a_report_checked(receive_report: Receive, clerk: User) -> None:
    report = receive_report(plain(RIGHT_SUM))
    with pytest.raises(NotAllowed):
        step(report, clerk, "check")


def test_a_decision_tells_who_judges_from_an_old_page(report: IncomingReport, clerk: User) -> None:
    seen = report.version
    decide(report, clerk, keys(report)[0], Outcome.CORRECT)
    now = IncomingReport.objects.get(pk=report.pk)
    with pytest.raises(Changed):
        move(register, now, step="return", expected_version=seen, by=clerk, at=NOW)


def test_checking_again_meets_the_registers_of_now(
    receive_report: Receive, clerk: User, commune: Council
) -> None:
    report = receive_report(plain(SESSIONS, WRONG_SUM))
    assert report.warning_count == 0  # the register has said nothing yet: nothing to differ from
    key = keys(report)[0]
    decide(report, clerk, key, Outcome.CORRECT)
    session = make_session(commune, clerk)
    move_session(session, clerk)
    report.refresh_from_db()
    again = actions.check_again(report, expected_version=report.version, by=clerk, at=NOW)
    assert again.warning_count == 1
    found = next(one for one in findings_of_report(again) if one.code == "records")
    assert "sổ ghi 1" in found.message and found.link == "/xa-mau/ky-hop/?status=closed&nam=2023"
    assert [one.key for one in corrections_of(again)] == [key]
    with pytest.raises(Changed):
        actions.check_again(again, expected_version=1, by=clerk, at=NOW)
    change(register, again, values={"year": 2022}, expected_version=again.version, by=clerk, at=NOW)
    again = actions.check_again(again, expected_version=again.version, by=clerk, at=NOW)
    assert again.warning_count == 0
    assert ReportCheck.objects.get(report=again).checked_at == NOW


def move_session(session: object, by: User) -> None:
    """Through its steps to the end."""
    from dienhong.council_sessions.register import register as sessions

    for name in ("convene", "close"):
        move(sessions, session, step=name, expected_version=session.version, by=by, at=NOW)  # type: ignore[arg-type, attr-defined]


def test_rules_say_nothing_where_all_is_well() -> None:
    assert rules.names_a_sender(False, "Ban") is None and rules.names_a_sender(True, "") is None
    assert rules.sender_is_below(None, frozenset()) is None
    assert rules.errors_are_decided(0) is None and rules.nothing_is_left_to_correct(0) is None
    assert rules.there_is_something_to_correct(1) is None
    assert rules.dismissed_with_a_reason(False, "") is None
