"""From a proposal to a published resolution; who may not; numbers without a double."""

from __future__ import annotations

from datetime import date

import pytest

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.registers import actions as records
from dienhong.resolutions import actions
from dienhong.resolutions.models import Resolution
from dienhong.resolutions.register import resolutions
from dienhong.resolutions.states import ResolutionStatus

from ..factories import NOW, make_session, make_user
from .factories import ISSUED, PASSED, PASSED_ON, make_resolution

pytestmark = pytest.mark.django_db
SIGNED_ON = date(2023, 7, 19)


def session_of(council: Council, by: User) -> object:
    return make_session(council, by, opens_on=PASSED_ON, closes_on=SIGNED_ON)


def pass_it(resolution: Resolution, session: object, by: User, on: date = PASSED_ON) -> Resolution:
    return actions.pass_resolution(  # type: ignore[return-value]
        resolutions,
        resolution,
        session=session,
        passed_on=on,
        expected_version=resolution.version,
        by=by,
        at=NOW,
    )


def issue(resolution: Resolution, by: User, **given: object) -> Resolution:
    usual = {"signed_on": SIGNED_ON, "in_force_from": SIGNED_ON, "expected_version": resolution.version}
    return actions.issue_resolution(resolutions, resolution, by=by, at=NOW, **{**usual, **given})  # type: ignore[return-value, arg-type]


def test_from_proposal_to_publication(commune: Council, clerk: User) -> None:
    resolution = make_resolution(commune, clerk)
    leader = make_user("chutich.xa", Role.LEADER, commune)
    for step, by in (("accept", leader), ("draft", clerk), ("verify", clerk)):
        version = resolution.version
        records.move(resolutions, resolution, step=step, expected_version=version, by=by, at=NOW)
    pass_it(resolution, session_of(commune, clerk), clerk)
    assert resolution.counts_on == PASSED_ON
    issue(resolution, clerk, signer="Đại biểu mẫu")
    assert (resolution.status, resolution.symbol) == (ResolutionStatus.ISSUED, "01/NQ-HĐND")
    actions.publish_resolution(
        resolutions,
        resolution,
        published_on=date(2023, 7, 21),
        expected_version=resolution.version,
        by=clerk,
        at=NOW,
    )
    resolution.refresh_from_db()
    assert resolution.published_on == date(2023, 7, 21)
    assert [
        e.verb for e in Entry.objects.filter(record_id=resolution.pk, record_type="resolutions.resolution")
    ] == [
        "Ghi mới",
        "Chấp thuận đề nghị",
        "Ghi nhận đã có dự thảo",
        "Ghi nhận đã thẩm tra",
        "Ghi nhận thông qua",
        "Ghi số, ngày ký",
        "Ghi ngày gửi, đăng",
    ]


def test_it_is_passed_only_within_its_session(commune: Council, clerk: User) -> None:
    resolution = make_resolution(commune, clerk)
    with pytest.raises(Refused) as refusal:
        pass_it(resolution, session_of(commune, clerk), clerk, on=date(2023, 7, 25))
    assert [v.code for v in refusal.value.violations] == ["resolution.outside_session"]
    resolution.refresh_from_db()
    assert resolution.status == ResolutionStatus.PROPOSED


def test_what_was_passed_is_not_passed_again(commune: Council, clerk: User) -> None:
    resolution = make_resolution(commune, clerk, **PASSED)
    with pytest.raises(Refused):
        pass_it(resolution, session_of(commune, clerk), clerk)


def test_a_lost_vote_is_told_with_its_reason(commune: Council, clerk: User) -> None:
    resolution = make_resolution(commune, clerk)
    session = session_of(commune, clerk)
    given = {"session": session, "expected_version": 1, "by": clerk, "at": NOW}
    with pytest.raises(Refused):
        actions.reject_resolution(resolutions, resolution, reason=" ", **given)
    actions.reject_resolution(resolutions, resolution, reason="Không quá nửa tán thành", **given)
    assert resolution.status == ResolutionStatus.REJECTED and resolution.passed_on is None


def test_each_kind_has_its_series_and_typed_numbers_are_passed_over(commune: Council, clerk: User) -> None:
    make_resolution(commune, clerk, **ISSUED)
    second = issue(make_resolution(commune, clerk, **PASSED), clerk)
    normative = issue(make_resolution(commune, clerk, kind="normative", **PASSED), clerk)
    typed = issue(make_resolution(commune, clerk, **PASSED), clerk, number=9)
    assert [r.symbol for r in (second, normative, typed)] == ["02/NQ-HĐND", "01/2023/NQ-HĐND", "09/NQ-HĐND"]
    with pytest.raises(Refused, match="mang số này"):
        issue(make_resolution(commune, clerk, **PASSED), clerk, number=9)


def test_publishing_asks_for_a_day_and_keeps_the_other(commune: Council, clerk: User) -> None:
    resolution = make_resolution(commune, clerk, **ISSUED, sent_up_on=SIGNED_ON)
    with pytest.raises(Refused):
        actions.publish_resolution(resolutions, resolution, expected_version=1, by=clerk, at=NOW)
    with pytest.raises(Refused, match="trước ngày ký"):
        actions.publish_resolution(
            resolutions, resolution, published_on=date(2023, 7, 1), expected_version=1, by=clerk, at=NOW
        )
    actions.publish_resolution(
        resolutions, resolution, published_on=SIGNED_ON, expected_version=1, by=clerk, at=NOW
    )
    assert (resolution.sent_up_on, resolution.published_on) == (SIGNED_ON, SIGNED_ON)


def test_who_may_not(commune: Council, clerk: User, sister_clerk: User, district_clerk: User) -> None:
    resolution = make_resolution(commune, clerk)
    session = session_of(commune, clerk)
    delegate = make_user("daibieu.xa", Role.DELEGATE, commune)
    for stranger in (sister_clerk, district_clerk, delegate):
        with pytest.raises(NotAllowed):
            pass_it(resolution, session, stranger)
        with pytest.raises(NotAllowed):
            issue(resolution, stranger)
    with pytest.raises(NotAllowed):  # accepting is the standing committee's
        records.move(resolutions, resolution, step="accept", expected_version=1, by=clerk, at=NOW)
    with pytest.raises(NotAllowed):  # a bare step cannot pass what a deed must say
        records.move(resolutions, resolution, step="pass", expected_version=1, by=clerk, at=NOW)


def test_the_second_editor_is_told(commune: Council, clerk: User) -> None:
    resolution = make_resolution(commune, clerk, **PASSED)
    with pytest.raises(Changed):
        issue(resolution, clerk, expected_version=7)
