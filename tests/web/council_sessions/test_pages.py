"""Pages of a session: its parts in order, attendance in one go, results, versions and who opened them."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client, override_settings
from django.test.utils import CaptureQueriesContext

from dienhong.accounts.models import User
from dienhong.council_sessions.models import Attendance, Ballot, CouncilSession, PaperOpening, Vote
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Fact, Panel

from ...council_sessions.factories import (
    make_delegates,
    make_discussion,
    make_item,
    make_paper,
    make_sitting,
    make_verification,
    make_vote,
    session_of,
)
from ...factories import make_body, make_user

SESSION = "/xa-mau/ky-hop/KH-2023-001/"


@pytest.fixture
def browser(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


@pytest.fixture
def people(commune: Council, clerk: User) -> list[Any]:
    return make_delegates(commune, clerk, 4)


@pytest.fixture
def session(people: list[Any], commune: Council, clerk: User) -> CouncilSession:
    return session_of(commune, clerk)


def test_the_page_of_a_session_shows_its_parts_in_order(
    browser: Client, session: CouncilSession, commune: Council, clerk: User
) -> None:
    make_item(session, clerk, title="Mục hai", ordinal=2)
    make_item(session, clerk, title="Mục một", ordinal=1)
    make_paper(
        session, clerk, received_on=date(2023, 7, 15), submitter=make_body(commune, "executive", "UBND")
    )
    page = browser.get(SESSION).text
    titles = ("Chương trình", "Tài liệu", "Thẩm tra", "Ngày họp, điểm danh", "Thảo luận", "Biểu quyết")
    places = [page.index(f">{title}</h2>") for title in titles]
    assert places == sorted(places)
    assert page.index("Mục một") < page.index("Mục hai")
    assert "Tài liệu chậm theo cơ quan" in page and "01/01 tài liệu chậm" in page
    for due in ("Quyết định triệu tập chậm nhất", "Gửi tài liệu chậm nhất", "Họp thẩm tra chậm nhất"):
        assert due in page


def test_a_late_decision_to_convene_is_told(browser: Client, commune: Council, clerk: User) -> None:
    session_of(commune, clerk, convened_number="12/GTT-HĐND", convened_on=date(2023, 7, 1))
    assert "28/6/2023 (thực hiện ngày 01/7/2023, chậm 3 ngày)" in browser.get(SESSION).text


def panel_of_another_module(session: CouncilSession, user: User) -> list[Panel]:
    return [Panel("Họp liên tịch", (Fact("Ngày", f"trước {session.opens_on:%d/%m}"),))]


def test_modules_above_show_what_they_know_of_a_session(browser: Client, session: CouncilSession) -> None:
    with override_settings(SESSION_PANELS=[f"{__name__}.panel_of_another_module"]):
        page = browser.get(SESSION).text
    assert "Họp liên tịch" in page and "trước 18/07" in page


def test_the_page_asks_as_often_for_one_part_as_for_many(
    browser: Client, session: CouncilSession, commune: Council, clerk: User
) -> None:
    lead = make_body(commune, "committee", "Ban A")

    def fill() -> None:
        item = make_item(session, clerk, submitter=lead)
        make_paper(session, clerk, item=item, submitter=lead)
        make_verification(session, lead, clerk, item=item)
        make_discussion(session, clerk)
        make_vote(session, clerk, item=item, subject="")

    def asked() -> int:
        with CaptureQueriesContext(connection) as queries:
            browser.get(SESSION)
        return len(queries)

    make_sitting(session, clerk)
    fill()
    asked()
    one = asked()
    for _ in range(3):
        fill()
    assert asked() == one


def test_attendance_is_taken_in_one_go(
    browser: Client, session: CouncilSession, people: list[Any], clerk: User
) -> None:
    make_sitting(session, clerk)
    address = "/xa-mau/ngay-hop/NH-2023-001/diem-danh/"
    assert browser.get(address).text.count('value="unknown" selected') == 4
    assert browser.get(f"{address}?con-lai=co-mat").text.count('value="present" selected') == 4
    typed = {f"s{person.pk}": "present" for person in people} | {"expected_version": "1"}
    typed |= {f"s{people[0].pk}": "excused", f"n{people[0].pk}": "ốm"}
    assert browser.post(address, {**typed, f"s{people[1].pk}": "ngủ"}).status_code == 422
    assert "vừa được người khác sửa" in browser.post(address, {**typed, "expected_version": "9"}).text
    assert not Attendance.objects.exists()
    done = browser.post(address, typed, follow=True).text
    assert "Đã điểm danh Ngày họp 18/7/2023." in done and "ốm" in done
    assert Attendance.objects.count() == 4
    assert browser.get(address).text.count('value="excused" selected') == 1


def test_a_new_part_of_a_session_is_most_likely_of_its_opening_day(
    browser: Client, session: CouncilSession, commune: Council, clerk: User
) -> None:
    session_of(commune, clerk, ordinal=8, opens_on=date(2023, 12, 12))
    for path in ("ngay-hop", "thao-luan", "bieu-quyet"):
        form = browser.get(f"/xa-mau/{path}/ghi-moi/?session={session.pk}").text
        assert 'value="18/7/2023"' in form and 'value="12/12/2023"' not in form
        assert 'value="12/12/2023"' in browser.get(f"/xa-mau/{path}/ghi-moi/?session=khong").text


def test_without_delegates_there_is_nobody_to_mark(browser: Client, commune: Council, clerk: User) -> None:
    make_sitting(session_of(commune, clerk), clerk)
    empty = browser.get("/xa-mau/ngay-hop/NH-2023-001/diem-danh/").text
    assert "Chưa ghi đại biểu nào của ngày này" in empty and "Lưu điểm danh" not in empty


def test_a_count_makes_a_result_that_nobody_typed(
    browser: Client, session: CouncilSession, clerk: User
) -> None:
    make_vote(session, clerk)
    address = "/xa-mau/bieu-quyet/BQ-2023-001/ket-qua/"
    page = browser.get(address).text
    assert "cần ít nhất 3 tán thành" in page and "thông qua khi có quá 1/2" in page
    assert 'name="passed"' not in page and 'name="issued"' not in page
    typed = {"expected_version": "1", "present": "4", "in_favour": "3", "against": "2", "abstained": "0"}
    assert "lớn hơn số đại biểu có mặt" in browser.post(address, typed).text
    assert Vote.objects.get().is_open
    done = browser.post(address, {**typed, "against": "1", "passed": "false"}, follow=True).text
    assert "Nghị quyết về phí chợ: thông qua, 3/4." in done
    assert "3 trên 4 = 75,00 % &gt; 1/2 (3)" in done
    again = browser.post(address, {**typed, "expected_version": "2", "against": "1"})
    assert again.status_code == 422 and "đã có kết quả" in again.text


def test_nothing_changes_by_looking(browser: Client, session: CouncilSession, clerk: User) -> None:
    vote = make_vote(session, clerk)
    counts = "?expected_version=1&present=4&in_favour=4&against=0&abstained=0"
    assert browser.get(f"/xa-mau/bieu-quyet/{vote.code}/ket-qua/{counts}").status_code == 200
    browser.get(f"/xa-mau/bieu-quyet/{vote.code}/viec/mo-lai/")
    vote.refresh_from_db()
    assert (vote.is_open, vote.version) == (True, 1)


def test_by_name_who_was_away_that_day_is_away_in_the_vote(
    browser: Client, session: CouncilSession, people: list[Any], clerk: User
) -> None:
    sitting = make_sitting(session, clerk)
    Attendance.objects.create(sitting=sitting, mandate=people[0], state="excused")
    make_vote(session, clerk, method="by_name")
    address = "/xa-mau/bieu-quyet/BQ-2023-001/ket-qua/"
    page = browser.get(address).text
    assert page.count('value="absent" selected') == 1 and page.count('value="in_favour" selected') == 3
    typed = {f"s{person.pk}": "in_favour" for person in people} | {"expected_version": "1"}
    typed |= {f"s{people[0].pk}": "absent", f"s{people[1].pk}": "against"}
    assert "vừa được người khác sửa" in browser.post(address, {**typed, "expected_version": "7"}).text
    done = browser.post(address, typed, follow=True).text
    assert "không thông qua, 2/4" in done and people[1].full_name in done
    assert Ballot.objects.count() == 3
    make_vote(session, clerk)
    hands = browser.get("/xa-mau/bieu-quyet/BQ-2023-002/ket-qua/").text
    assert 'name="present" value="0"' in hands


def test_a_secret_vote_asks_for_ballots_and_no_names(
    browser: Client, session: CouncilSession, people: list[Any], clerk: User
) -> None:
    make_vote(session, clerk, method="secret")
    page = browser.get("/xa-mau/bieu-quyet/BQ-2023-001/ket-qua/").text
    assert 'name="issued"' in page and people[0].full_name not in page


def test_a_version_is_taken_in_and_opened_and_who_did_is_told(
    browser: Client, client: Client, session: CouncilSession, commune: Council, clerk: User
) -> None:
    make_paper(session, clerk)
    address = "/xa-mau/tai-lieu-ky-hop/TL-2023-001/"
    file = SimpleUploadedFile("to-trinh.txt", "TỜ TRÌNH về phí chợ".encode())
    typed = {"expected_version": "1", "received_on": "10/7/2023", "note": "", "file": file}
    done = browser.post(f"{address}nhan-ban/", typed, follow=True).text
    assert "to-trinh.txt" in done and "đúng hạn" in done and "Chưa ai mở tài liệu này." in done
    secret = SimpleUploadedFile("mat.txt", "MẬT\nTỜ TRÌNH".encode())
    refused = browser.post(f"{address}nhan-ban/", {**typed, "expected_version": "2", "file": secret})
    assert refused.status_code == 422 and "bí mật nhà nước" in refused.text
    delegate = make_user("daibieu", Role.DELEGATE, commune)
    reader = Client()
    reader.force_login(delegate)
    got = reader.get(f"{address}ban/1/")
    assert got.headers["Content-Disposition"].startswith("attachment") and "phí chợ" in got.content.decode()
    assert reader.get(f"{address}ban/2/").status_code == 404
    assert PaperOpening.objects.get().user == delegate
    assert "Ai đã mở" not in reader.get(address).text
    assert "daibieu" in browser.get(address).text


def test_committees_that_support_are_chosen(
    browser: Client, session: CouncilSession, commune: Council, clerk: User
) -> None:
    lead, other = (make_body(commune, "committee", name) for name in ("Ban Pháp chế", "Ban KT-NS"))
    make_verification(session, lead, clerk)
    address = "/xa-mau/tham-tra/TTR-2023-001/"
    assert "Không có Ban phối hợp." in browser.get(address).text
    typed = {"expected_version": "1", "committees": [lead.pk]}
    assert "không đồng thời" in browser.post(f"{address}phoi-hop/", typed).text
    done = browser.post(f"{address}phoi-hop/", {**typed, "committees": [other.pk]}, follow=True).text
    assert "Ban KT-NS" in done


def test_a_sister_council_learns_nothing(session: CouncilSession, clerk: User, sister_clerk: User) -> None:
    make_vote(session, clerk)
    stranger = Client()
    stranger.force_login(sister_clerk)
    assert stranger.get("/xa-mau/bieu-quyet/BQ-2023-001/ket-qua/").status_code == 404
