"""Pages of meetings and conferences, with their parts and what follows from them."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dienhong.accounts.models import User
from dienhong.meetings.models import MatterSubmitted, Meeting, Proposal
from dienhong.organisations.models import Council

from ...meetings.factories import (
    executive,
    held,
    make_conference,
    make_group,
    make_matter,
    make_meeting,
    make_proposal,
)

MEETING = "/xa-mau/phien-hop/HOP-2023-001/"
CONFERENCE = "/dak-mau/giao-ban/GB-2023-001/"


@pytest.fixture
def browser(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


def test_a_monthly_meeting_is_recorded(browser: Client, commune: Council) -> None:
    typed = {"kind": "standing", "held_on": "28/7/2023", "month": "5", "year": "2023"}
    refused = browser.post("/xa-mau/phien-hop/ghi-moi/", typed)
    assert refused.status_code == 422 and "không thể là phiên tháng 5/2023" in refused.text
    page = browser.post("/xa-mau/phien-hop/ghi-moi/", {**typed, "month": "7"}, follow=True).text
    assert "Phiên họp Thường trực tháng 7/2023" in page and "0/12 phiên đã họp" in page
    assert "2.023" not in page


def test_a_matter_is_recorded_and_decided_from_the_page_of_its_meeting(
    browser: Client, commune: Council, clerk: User
) -> None:
    meeting = held(make_meeting(commune, clerk), clerk)
    add = f"/xa-mau/noi-dung-trinh/ghi-moi/?meeting={meeting.pk}"
    assert add in browser.get(MEETING).text
    assert f'<option value="{meeting.pk}" selected>' in browser.get(add).text
    typed = {
        "meeting": meeting.pk,
        "text": "Phân bổ vốn",
        "submitter": executive(commune).pk,
        "decision": "pending",
    }
    whole = browser.post(add, typed, follow=True)
    assert whole.redirect_chain[-1][0] == MEETING and "Phân bổ vốn" in whole.text
    closing = {"expected_version": "2"}
    assert "Còn 01 nội dung trình" in browser.post(f"{MEETING}buoc/close/", closing).text
    decided = {**typed, "decision": "approved", "expected_version": "1"}
    assert browser.post("/xa-mau/noi-dung-trinh/NDT-2023-001/sua/", decided).status_code == 302
    assert "đã xong" in browser.post(f"{MEETING}buoc/close/", closing, follow=True).text
    assert MatterSubmitted.objects.get().decision == "approved" and Meeting.objects.get().is_closed


def test_tasks_for_bodies_stand_on_the_page(browser: Client, commune: Council, clerk: User) -> None:
    make_meeting(commune, clerk)
    typed = {
        "text": "Rà soát nợ đọng xây dựng cơ bản",
        "lead": executive(commune).pk,
        "on": "28/7/2023",
        "due_on": "1/9/2023",
    }
    page = browser.post(f"{MEETING}giao-viec/", typed, follow=True)
    assert "Rà soát nợ đọng xây dựng cơ bản" in page.text and "Quá hạn" in page.text


def test_a_conference_shows_groups_and_proposals_and_is_concluded(
    client: Client, district: Council, commune: Council, district_clerk: User
) -> None:
    client.force_login(district_clerk)
    conference = make_conference(district, district_clerk)
    make_group(conference, district_clerk)
    make_proposal(conference, district_clerk, raised_by=commune)
    page = client.get(CONFERENCE).text
    for said in ("Tổ 1: Nâng cao chất lượng chất vấn", "Tập huấn kỹ năng giám sát", "xã Mẫu", "75"):
        assert said in page, said
    form = client.get("/dak-mau/de-xuat/ghi-moi/").text
    assert f">{commune}</option>" in form and f">{district}</option>" not in form
    assert client.post(f"{CONFERENCE}buoc/hold/", {"expected_version": "1"}).status_code == 302
    typed = {"expected_version": "2", "conclusion_number": "08/TB-TTHĐND", "concluded_on": "23/10/2023"}
    assert client.post(f"{CONFERENCE}viec/conclude/", {"expected_version": "2"}).status_code == 422
    assert "đã có kết luận" in client.post(f"{CONFERENCE}viec/conclude/", typed, follow=True).text
    assert Proposal.objects.get().reply == "pending"


def test_meetings_and_conferences_stand_in_the_navigation_and_their_parts_do_not(
    browser: Client, commune: Council
) -> None:
    page = browser.get("/xa-mau/phien-hop/").text
    head = page[: page.index("<main")]
    assert "/xa-mau/phien-hop/" in head and "/xa-mau/giao-ban/" in head
    assert "/xa-mau/noi-dung-trinh/" not in head


@pytest.mark.parametrize("path", ["phien-hop", "noi-dung-trinh", "giao-ban", "to-thao-luan", "de-xuat"])
def test_lists_ask_as_much_for_many_as_for_one(
    path: str, client: Client, district: Council, commune: Council, district_clerk: User
) -> None:
    client.force_login(district_clerk)
    conference = make_conference(district, district_clerk, ordinal=20)

    def record(n: int) -> None:
        meeting = make_meeting(district, district_clerk, month=n, held_on=date(2023, n, 20))
        make_matter(meeting, district_clerk)
        make_conference(district, district_clerk, ordinal=n)
        make_group(conference, district_clerk, number=n)
        make_proposal(conference, district_clerk, text=f"Đề xuất {n}", raised_by=commune)

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            assert client.get(f"/dak-mau/{path}/").status_code == 200
        return len(queries)

    record(1)
    asked()  # what is read once per process
    one = asked()
    for n in range(2, 9):
        record(n)
    assert asked() == one
    assert client.get(f"/dak-mau/{path}/xuat-excel/").status_code == 200
