"""The council, its make-up and the deeds, as a clerk meets them."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.test import Client
from python_calamine import CalamineWorkbook

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.people.models import Mandate

from ...factories import make_body, make_mandate, make_position


@pytest.fixture
def browser(clerk: User) -> Client:
    client = Client()
    client.force_login(clerk)
    return client


@pytest.fixture
def chair(commune: Council, clerk: User) -> Mandate:
    body = make_body(commune, "standing_committee", "Thường trực HĐND xã Mẫu")
    mandate: Mandate = make_mandate(commune, clerk, "Trần Thị Chủ", sex="female")
    make_position(body, "chair", mandate, clerk)
    make_mandate(commune, clerk, "Lê Văn Ở", sex="male")
    return mandate


def test_a_seat_is_ended_on_its_page_and_both_days_are_right(browser: Client, chair: Mandate) -> None:
    record = f"/xa-mau/dai-bieu/{chair.code}/"
    assert "Ghi thôi làm đại biểu" in browser.get(record).content.decode()
    form = f"{record}viec/thoi-lam-dai-bieu/"
    typed = {"expected_version": "1", "to_on": "14/6/2023", "end_reason": "resigned"}
    refused = browser.post(form, typed)
    assert refused.status_code == 422
    assert "Hãy ghi kỳ họp hoặc nghị quyết" in refused.content.decode()
    assert browser.post(form, {**typed, "decided_at": "Kỳ họp thứ 6"}).status_code == 302
    assert browser.get(form).status_code == 404, "an ended seat is not ended again"
    before = browser.get("/xa-mau/hoi-dong/?ngay=2023-06-14").content.decode()
    after = browser.get("/xa-mau/hoi-dong/").content.decode()
    assert "Trần Thị Chủ" in before and "Danh sách như ngày 14/6/2023" in before
    assert "Trần Thị Chủ" not in after
    for day, base in (("2023-06-14", 2), ("2023-06-15", 1)):
        page = browser.get(f"/xa-mau/co-cau/?ngay={day}").content.decode()
        assert f"Tỷ lệ tính trên 0{base} đại biểu đương nhiệm" in page
        sheet = browser.get(f"/xa-mau/co-cau/xuat-excel/?ngay={day}").content
        rows = CalamineWorkbook.from_filelike(BytesIO(sheet)).get_sheet_by_name("Cơ cấu").to_python()
        counts = {row[0]: row[2] for row in rows if row[2] != ""}
        assert counts["Đại biểu đương nhiệm"] == base


def test_a_day_is_typed_as_clerks_type_it(browser: Client, chair: Mandate) -> None:
    assert "Danh sách như ngày 14/6/2023" in browser.get("/xa-mau/hoi-dong/?ngay=14/6/2023").content.decode()
    assert browser.get("/xa-mau/hoi-dong/?ngay=hom-qua").status_code == 200


def test_the_excel_file_holds_the_table_of_the_page(browser: Client, chair: Mandate) -> None:
    sheet = browser.get("/xa-mau/co-cau/xuat-excel/?ngay=2023-06-14").content
    rows = CalamineWorkbook.from_filelike(BytesIO(sheet)).get_sheet_by_name("Cơ cấu").to_python()
    assert ["Giới tính", "nữ", 1.0, 0.5] in rows
    assert "tính trên 2 đại biểu đương nhiệm" in str(rows[1][0])


def test_a_council_with_nobody_says_so(browser: Client, commune: Council) -> None:
    page = browser.get("/xa-mau/co-cau/").content.decode()
    assert "Chưa ghi đại biểu" in page and "Chưa có đại biểu nào vào ngày này" in page
    assert "Chưa ghi Thường trực" in browser.get("/xa-mau/hoi-dong/").content.decode()


def test_a_by_election_begins_from_the_council_page(browser: Client, chair: Mandate) -> None:
    page = browser.get("/xa-mau/dai-bieu/ghi-moi/?origin=by_elected&from_on=&religion=").content.decode()
    assert 'value="by_elected" selected' in page
    assert 'value="23/5/2021"' not in page
    assert "data-draft" not in page, "personal data stay out of the browser's store"


def test_the_make_up_of_all_below_names_who_is_missing(
    district: Council, commune: Council, sister: Council, district_clerk: User, chair: Mandate
) -> None:
    client = Client()
    client.force_login(district_clerk)
    page = client.get("/dak-mau/co-cau/?pham-vi=cap-xa").content.decode()
    assert "Chưa ghi đại biểu, nên chưa có trong cơ cấu:" in page and "xã Bên" in page
    assert "Theo Hội đồng" in page
