"""One digest a person and day, every thing once in each stage, agencies of their own matters only."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.followup.actions import Happened, extend
from dienhong.followup.models import Undertaking
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council, Organisation
from dienhong.reminders.actions import remind
from dienhong.reminders.gathering import due_things
from dienhong.reminders.models import Digest, Reminder
from dienhong.reminders.stages import Stage

from ..factories import NOW, make_body, make_user
from ..voters.factories import forward, make_petition

pytestmark = pytest.mark.django_db


@pytest.fixture
def executive(commune: Council) -> Organisation:
    return make_body(commune, "executive", "Ủy ban nhân dân xã Mẫu")


@pytest.fixture
def agency(commune: Council, executive: Organisation) -> User:
    user = make_user("ubnd.xa", Role.AGENCY, commune, organisation=executive)
    User.objects.filter(pk=user.pk).update(email="ubnd@example.vn")
    user.refresh_from_db()
    return user


@pytest.fixture
def undertaking(commune: Council, executive: Organisation, clerk: User) -> Undertaking:
    """Forwarded on 3/7/2023, due on a day by the rule."""
    forward(commune, [make_petition(commune, clerk)], executive, clerk)
    return Undertaking.objects.get()


def reminded(user: User) -> list[tuple[date, str]]:
    rows = Reminder.objects.filter(user=user, register="undertakings").order_by("pk")
    return list(rows.values_list("due_on", "stage"))


def run(day: date) -> None:
    remind(on=day, at=timezone.now())


def test_each_stage_once_however_often_it_runs(undertaking: Undertaking, agency: User) -> None:
    due = undertaking.due_on
    for left in (20, 15, 14, 7, 7, 6, 3, 2, 0, -1, -2, -30):
        run(due - timedelta(days=left))
    assert reminded(agency) == [(due, stage) for stage in ("15", "7", "3", "past")]


def test_a_day_that_was_missed_is_made_up_for(undertaking: Undertaking, agency: User) -> None:
    run(undertaking.due_on - timedelta(days=5))
    assert reminded(agency) == [(undertaking.due_on, Stage.SEVEN)]


def test_more_time_begins_anew(undertaking: Undertaking, agency: User, clerk: User, commune: Council) -> None:
    run(undertaking.due_on + timedelta(days=1))
    old, new = undertaking.due_on, undertaking.due_on + timedelta(days=60)
    leader = make_user("chutich.xa", Role.LEADER, commune)
    told = Happened(on=date(2023, 8, 10), text="Chờ vốn")
    extend(
        undertaking, new_due_on=new, happened=told, expected_version=undertaking.version, by=leader, at=NOW
    )
    run(new - timedelta(days=10))
    assert reminded(agency) == [(old, Stage.PAST), (new, Stage.FIFTEEN)]


def test_what_was_answered_is_no_longer_called_for(undertaking: Undertaking, agency: User) -> None:
    Undertaking.objects.update(status="reported_done")
    run(undertaking.due_on)
    assert reminded(agency) == []


def test_an_agency_is_told_of_its_own_and_a_stranger_of_nothing(
    undertaking: Undertaking, agency: User, commune: Council, sister_clerk: User
) -> None:
    other = make_user(
        "phongkhac", Role.AGENCY, commune, organisation=make_body(commune, "department", "Phòng khác")
    )
    assert [thing.record for thing in due_things(agency, undertaking.due_on)] == [undertaking]
    assert due_things(other, undertaking.due_on) == due_things(sister_clerk, undertaking.due_on) == []


def test_one_letter_a_day_with_the_address(undertaking: Undertaking, agency: User, settings: object) -> None:
    settings.SITE_ADDRESS = "https://hdnd.example.vn"  # type: ignore[attr-defined]
    day = undertaking.due_on + timedelta(days=1)
    run(day)
    run(day)
    letters = [letter for letter in mail.outbox if letter.to == ["ubnd@example.vn"]]
    assert len(letters) == 1
    assert "01 việc cần chú ý" in letters[0].subject and "Đã quá hạn:" in letters[0].body
    assert f"https://hdnd.example.vn/xa-mau/viec-theo-doi/{undertaking.code}/" in letters[0].body


def test_a_letter_that_fails_is_tried_again_and_the_reminder_stays(
    undertaking: Undertaking, agency: User
) -> None:
    def broken(digest: Digest) -> bool:
        raise ConnectionRefusedError

    day = undertaking.due_on
    assert remind(on=day, at=timezone.now(), sender=broken).letters == 0
    assert reminded(agency) == [(day, Stage.THREE)] and mail.outbox == []
    run(day)
    assert [letter.to for letter in mail.outbox] == [["ubnd@example.vn"]]


def test_who_left_is_told_nothing(undertaking: Undertaking, agency: User) -> None:
    User.objects.filter(pk=agency.pk).update(is_active=False)
    run(undertaking.due_on)
    assert reminded(agency) == []


def test_what_comes_up_later_in_the_day_waits_for_the_next_digest(
    undertaking: Undertaking, agency: User, commune: Council, executive: Organisation, clerk: User
) -> None:
    day = undertaking.due_on
    run(day)
    forward(commune, [make_petition(commune, clerk, text="Đèn đường thôn 3")], executive, clerk)
    run(day)
    assert Digest.objects.filter(user=agency).count() == 1 and len(reminded(agency)) == 1
    run(day + timedelta(days=1))
    assert len(reminded(agency)) == 3
