"""Pages of petitions and rounds: suggested while typing, linked, forwarded, passed on, held together."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.organisations.models import Council, Organisation
from dienhong.voters.models import Petition
from dienhong.voters.register import petitions

from ...factories import make_body
from ...voters.factories import field, forward, make_meeting, make_petition, make_round

BRIDGE = "Cầu treo qua suối Đăk Mẫu mục ván, học sinh đi nguy hiểm"


@pytest.fixture
def browser(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


@pytest.fixture
def executive(commune: Council) -> Organisation:
    return make_body(commune, "executive", "UBND xã Mẫu")


def test_a_likely_repeat_is_suggested_while_typing(browser: Client, commune: Council, clerk: User) -> None:
    make_petition(commune, clerk, text=BRIDGE)
    typed = {"text": "Sửa ván cầu treo suối Đăk Mẫu", "place": "Thôn 1", "field": str(field().pk)}
    page = browser.get("/xa-mau/kien-nghi/trung-lap/", typed).text
    assert "KN-2023-001" in page
    assert "cùng nơi; cùng lĩnh vực; cùng có: ván, Cầu, treo, suối, Đăk, Mẫu" in page
    assert browser.get("/xa-mau/kien-nghi/trung-lap/", {"text": "", "field": "x"}).text.strip() == ""
    assert 'hx-get="/xa-mau/kien-nghi/trung-lap/"' in browser.get("/xa-mau/kien-nghi/ghi-moi/").text


def test_repeats_are_linked_counted_and_undone(browser: Client, commune: Council, clerk: User) -> None:
    make_petition(commune, clerk, text=BRIDGE)
    again = make_petition(commune, clerk, text="Sửa ván cầu treo suối Đăk Mẫu")
    page = "/xa-mau/kien-nghi/KN-2023-002/"
    assert "Nối với KN-2023-001" in browser.get(f"{page}trung/").text
    stale = {"expected_version": "9", "earlier": "KN-2023-001"}
    assert browser.post(f"{page}trung/", stale).status_code == 422
    itself = {"expected_version": "1", "earlier": "KN-2023-002"}
    assert "chính nó" in browser.post(f"{page}trung/", itself).text
    linked = browser.post(f"{page}trung/", {"expected_version": "1", "earlier": "KN-2023-001"}, follow=True)
    assert "Nêu 02 lần" in linked.text
    assert "01 kiến nghị" in browser.get("/xa-mau/kien-nghi/?neu-lai=yes").text
    assert browser.post(f"{page}bo-noi/", {"expected_version": "2", "reason": "Khác cầu"}).status_code == 302
    again.refresh_from_db()
    assert again.repeats is None


def test_chosen_petitions_are_forwarded_together(
    browser: Client, commune: Council, clerk: User, executive: Organisation
) -> None:
    both = [make_petition(commune, clerk), make_petition(commune, clerk, text=BRIDGE)]
    one = browser.get("/xa-mau/kien-nghi/KN-2023-002/chuyen/")
    assert one.headers["Location"] == "/xa-mau/chuyen-kien-nghi/?chon=KN-2023-002"
    form = browser.get(one.headers["Location"]).text
    assert form.count("checked") == 1 and "30 ngày" in form
    typed = {"petitions": [p.pk for p in both], "lead": executive.pk, "on": "1/6/2023", "number": "5/TTHĐND"}
    assert "sau ngày chuyển" in browser.post("/xa-mau/chuyen-kien-nghi/", typed).text
    done = browser.post("/xa-mau/chuyen-kien-nghi/", {**typed, "on": "3/7/2023"}, follow=True)
    assert "Đã chuyển 02 kiến nghị đến UBND xã Mẫu." in done.text
    assert "Không còn kiến nghị nào chờ chuyển" in browser.get("/xa-mau/chuyen-kien-nghi/").text


def test_the_list_and_its_file_say_how_a_petition_stands(
    browser: Client, commune: Council, clerk: User, executive: Organisation
) -> None:
    petition = make_petition(commune, clerk)
    assert petitions.state_of(petition, timezone.localdate()) == ("draft", "chưa chuyển")
    forward(commune, [petition], executive, clerk)
    page = browser.get("/xa-mau/kien-nghi/").text
    assert "Quá hạn" in page and "UBND xã Mẫu" in page
    assert Petition.objects.get().said("status") == "đang giải quyết"
    assert browser.get("/xa-mau/kien-nghi/xuat-excel/").status_code == 200
    assert "Việc phải theo dõi" in browser.get("/xa-mau/kien-nghi/KN-2023-001/").text


def test_lists_ask_as_much_for_many_as_for_one(
    browser: Client,
    commune: Council,
    clerk: User,
    executive: Organisation,
    django_assert_max_num_queries: object,
) -> None:
    many = [make_petition(commune, clerk, text=f"Kiến nghị số {n}") for n in range(12)]
    forward(commune, many, executive, clerk)
    with django_assert_max_num_queries(22):  # type: ignore[operator]
        assert "12 kiến nghị" in browser.get("/xa-mau/kien-nghi/").text


def test_a_petition_passed_on_opens_at_the_other_council(
    browser: Client,
    commune: Council,
    district: Council,
    sister: Council,
    clerk: User,
    sister_clerk: User,
    district_clerk: User,
) -> None:
    make_petition(commune, clerk)
    page = "/xa-mau/kien-nghi/KN-2023-001/chuyen-hoi-dong/"
    assert "HĐND huyện Đăk Mẫu" in browser.get(page).text and sister.name not in browser.get(page).text
    typed = {"expected_version": "1", "council": district.pk, "on": "1/7/2023", "reason": "Cấp huyện"}
    passed = browser.post(page, typed, follow=True).text
    assert "Đã chuyển đến" in passed and "Rút lại việc chuyển" in passed
    back = "/xa-mau/kien-nghi/KN-2023-001/rut-lai/"
    assert f'<option value="{district.pk}" selected>' in browser.get(back).text
    taken = {"expected_version": "2", "council": district.pk, "reason": "Chuyển nhầm"}
    assert "Lý do" in browser.post(back, {**taken, "reason": ""}).text
    page_after = browser.post(back, taken, follow=True).text
    assert "Đã rút lại việc chuyển KN-2023-001." in page_after and "Đã chuyển đến" not in page_after
    assert browser.post(page, {**typed, "expected_version": "3"}).status_code == 302
    forward(district, [Petition.objects.get()], make_body(district, "department", "Phòng A"), district_clerk)
    taken["expected_version"] = str(Petition.objects.get().version)
    assert "Đã chuyển từ trước" in browser.post(back, taken).text
    browser.force_login(sister_clerk)
    assert browser.get("/xa-mau/kien-nghi/KN-2023-001/").status_code == 404


def test_a_shared_record_opens_under_the_council_that_shares_it(
    client: Client, commune: Council, district: Council, clerk: User, district_clerk: User
) -> None:
    make_round(district, district_clerk)
    client.force_login(district_clerk)
    page = "/dak-mau/dot-tiep-xuc/DT-2023-001/cung-to-chuc/"
    assert client.post(page, {"expected_version": "1", "councils": [commune.pk]}).status_code == 302
    client.force_login(clerk)
    shared = "/xa-mau/dot-tiep-xuc/DT-2023-001/?cua=dak-mau"
    assert shared in client.get("/xa-mau/dot-tiep-xuc/").text
    opened = client.get(shared)
    assert opened.status_code == 200 and "Sửa" not in opened.text
    assert client.get("/xa-mau/dot-tiep-xuc/DT-2023-001/").status_code == 404
    assert client.get("/dak-mau/dot-tiep-xuc/DT-2023-001/").status_code == 404


def test_a_point_leads_to_a_petition_that_knows_it(browser: Client, commune: Council, clerk: User) -> None:
    meeting = make_meeting(commune, clerk)
    answer = browser.get("/xa-mau/diem-tiep-xuc/TX-2023-001/ghi-kien-nghi/")
    form = browser.get(answer.headers["Location"]).text
    assert f'<option value="{meeting.pk}" selected>' in form and "27/06/2023" in form
