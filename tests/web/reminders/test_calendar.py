"""The month, the own reminders, and the feed that only its secret opens."""

from __future__ import annotations

import re
from datetime import date

import pytest
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.reminders.actions import open_feed
from dienhong.reminders.feeds import feed_of, owner_of
from dienhong.web.reminders.month import month_asked

from ...factories import NOW, make_body, make_session, make_user
from ...voters.factories import forward, make_meeting, make_petition

pytestmark = pytest.mark.django_db


def test_the_month_shows_what_the_registers_have(client: Client, commune: Council, clerk: User) -> None:
    session = make_session(commune, clerk)
    client.force_login(clerk)
    page = client.get(f"/{commune.slug}/lich/?thang={session.opens_on:%Y-%m}").content.decode()
    assert f"/{commune.slug}/ky-hop/{session.code}/" in page
    assert f"thang={session.opens_on.year}" in page


@pytest.mark.parametrize("asked", ["", "2023-13", "1700-01", "abc", "2023-1-1"])
def test_a_month_that_is_none_is_this_month(asked: str) -> None:
    assert month_asked(asked, date(2023, 11, 20)) == date(2023, 11, 1)


def test_the_feed_is_shown_once_and_opens_without_signing_in(
    client: Client, commune: Council, clerk: User
) -> None:
    today = timezone.localdate()
    make_meeting(
        commune, clerk, held_on=today, place="Nhà văn hóa thôn 1; tổ 2, xã Mẫu", attendees=None, opinions=None
    )
    client.force_login(clerk)
    page = client.post("/tai-khoan/lich/").content.decode()
    address = re.search(r'value="http://testserver(/tai-khoan/lich/[^"]+\.ics)"', page)
    assert address and address[1] not in client.get("/tai-khoan/lich/").content.decode()
    answer = Client().get(address[1])
    assert answer.headers["Content-Type"] == "text/calendar; charset=utf-8"
    [event] = Calendar.from_ical(answer.content).walk("VEVENT")
    assert event.decoded("dtstart") == today and event["location"] == "Nhà văn hóa thôn 1; tổ 2, xã Mẫu"
    client.post("/tai-khoan/lich/thoi-dung/")
    assert Client().get(address[1]).status_code == 404


def test_a_new_address_ends_the_old_one_and_the_secret_is_kept_nowhere(clerk: User) -> None:
    first, second = open_feed(by=clerk, at=NOW), open_feed(by=clerk, at=NOW)
    assert owner_of(first) is None and owner_of(second) == clerk
    assert not [
        entry for entry in Entry.objects.all() if first in str(vars(entry)) or second in str(vars(entry))
    ]
    User.objects.filter(pk=clerk.pk).update(is_active=False)
    assert owner_of(second) is None


def test_a_feed_tells_only_what_its_owner_may_read(commune: Council, clerk: User, sister: Council) -> None:
    make_meeting(commune, clerk, held_on=timezone.localdate(), attendees=None, opinions=None)
    mine = make_body(commune, "department", "Phòng A")
    forward(commune, [make_petition(commune, clerk)], mine, clerk, on=timezone.localdate(), at=timezone.now())
    agency = make_user("phong.a", Role.AGENCY, commune, organisation=mine)
    stranger = make_user("vanthu.ben", Role.CLERK, sister)
    counts = [
        len(Calendar.from_ical(feed_of(user, timezone.localdate())).walk("VEVENT"))
        for user in (clerk, agency, stranger)
    ]
    assert counts == [2, 1, 0]


def test_the_own_page_of_reminders(client: Client, clerk: User) -> None:
    client.force_login(clerk)
    assert "Chưa có nhắc việc nào" in client.get("/tai-khoan/nhac-viec/").content.decode()
