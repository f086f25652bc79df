"""Pages of oversight: recorded as clerks type, parts on the page of their whole, what follows, what is refused."""

from __future__ import annotations

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.oversight.models import Oversight, OversightMember

from ...factories import make_body, make_mandate
from ...oversight.factories import CARRIED, make_oversight, make_programme

BASE = "/xa-mau/giam-sat/"


@pytest.fixture
def browser(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


TYPED = {
    "topic": "Việc sử dụng công trình thủy lợi",
    "form": "thematic",
    "lead_kind": "standing_committee",
    "programme_place": "planned",
    "programme_year": "2023",
    "targets": "UBND xã Mẫu",
    "starts_on": "10/5/2023",
}


def test_a_topic_is_recorded_and_its_delegation_stands_on_its_page(browser: Client, commune: Council) -> None:
    page = browser.post(f"{BASE}ghi-moi/", TYPED, follow=True)
    assert page.redirect_chain == [(f"{BASE}GS-2023-001/", 302)]
    for words in (
        "Đoàn giám sát",
        "Buổi làm việc",
        "Giao việc phải theo dõi",
        "30/4/2023",
        "Điều 62, 70 và 80",
    ):
        assert words in page.text
    oversight = Oversight.objects.get()
    assert f"/xa-mau/thanh-vien-doan-giam-sat/ghi-moi/?oversight={oversight.pk}" in page.text
    typed = {"oversight": oversight.pk, "role": "head", "full_name": "Lê Văn B", "office": "Trưởng ban"}
    after = browser.post("/xa-mau/thanh-vien-doan-giam-sat/ghi-moi/", typed, follow=True)
    assert after.redirect_chain == [(f"{BASE}GS-2023-001/", 302)]
    assert "Lê Văn B" in after.text and "Trưởng Đoàn" in after.text


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("lead_kind", "committee", "Hãy chọn Ban của HĐND nào."),
        ("lead_kind", "delegate", "Hãy chọn đại biểu giám sát."),
        ("programme_year", "", "phải nêu chương trình năm nào"),
        ("programme_place", "added", "Hãy ghi lý do bổ sung"),
        ("starts_on", "02/01/2024", "không thuộc chương trình năm 2023"),
        ("form", "renewed", "phải nêu cuộc trước"),
    ],
)
def test_what_cannot_be_is_told_at_its_field(
    field: str, value: str, sentence: str, browser: Client, commune: Council
) -> None:
    page = browser.post(f"{BASE}ghi-moi/", {**TYPED, field: value})
    assert page.status_code == 422 and sentence in page.text
    assert not Oversight.objects.exists()


def test_only_the_councils_own_committees_groups_and_delegates_are_offered(
    browser: Client, commune: Council, sister: Council, clerk: User, sister_clerk: User
) -> None:
    make_body(commune, "committee", "Ban Pháp chế")
    make_body(commune, "executive", "UBND xã Mẫu")
    make_body(sister, "committee", "Ban của xã bên")
    make_mandate(commune, clerk, "Đại biểu A")
    make_mandate(sister, sister_clerk, "Đại biểu B")
    page = browser.get(f"{BASE}ghi-moi/").text
    assert "Ban Pháp chế" in page and "Đại biểu A" in page
    assert "Ban của xã bên" not in page and "Đại biểu B" not in page and "UBND xã Mẫu" not in page


def test_postponing_asks_why_and_the_page_says_it(browser: Client, commune: Council, clerk: User) -> None:
    make_oversight(commune, clerk)
    make_programme(commune, clerk, lead_kind="standing_committee")
    step = f"{BASE}GS-2023-001/buoc/postpone/"
    assert browser.post(step, {"expected_version": "1"}).status_code == 422
    page = browser.post(step, {"expected_version": "1", "reason": "Chờ kết luận thanh tra"}, follow=True).text
    assert "hoãn, chuyển năm sau" in page and "Vì sao" in page and "Chờ kết luận thanh tra" in page
    programme = browser.get("/xa-mau/chuong-trinh-giam-sat/CG-2023-001/").text
    assert "xong 0/01 nội dung theo chương trình (0%); hoãn 01" in programme
    assert "Chờ kết luận thanh tra" in programme


def test_the_page_offers_what_the_table_allows_and_asks_for_the_days(
    browser: Client, commune: Council, clerk: User
) -> None:
    make_oversight(commune, clerk)
    page = f"{BASE}GS-2023-001/"
    shown = browser.get(page).text
    assert shown.count("Ghi nhận đã kết thúc") == 1 and "Mở lại để sửa" not in shown
    typed = {"starts_on": "10/5/2023", "ends_on": "19/5/2023", "expected_version": "1"}
    refused = browser.post(f"{page}viec/conclude/", typed)
    assert refused.status_code == 422 and "phải có ngày báo cáo hoặc ngày kết luận" in refused.text
    after = browser.post(f"{page}viec/conclude/", {**typed, "reported_on": "30/5/2023"}, follow=True).text
    assert "đã kết thúc" in after and "Mở lại để sửa" in after
    assert browser.get(f"{page}viec/begin/").status_code == 404


def test_the_list_asks_as_often_for_many_as_for_few(
    browser: Client, commune: Council, clerk: User, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    committee = make_body(commune, "committee", "Ban Pháp chế")
    for number in range(20):
        make_oversight(commune, clerk, f"Nội dung {number}", lead_kind="committee", body=committee, **CARRIED)
    browser.get(BASE)
    with django_assert_max_num_queries(22):
        assert "Ban Pháp chế" in browser.get(BASE, {"body": str(committee.pk), "nhom": "topic"}).text


def test_an_upper_office_reads_and_does_not_write(
    client: Client, commune: Council, clerk: User, district_clerk: User
) -> None:
    make_oversight(commune, clerk)
    client.force_login(district_clerk)
    assert client.get(f"{BASE}GS-2023-001/").status_code == 200
    assert client.post(f"{BASE}ghi-moi/", TYPED).status_code == 403
    assert not OversightMember.objects.exists()
