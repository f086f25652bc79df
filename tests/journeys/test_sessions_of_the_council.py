"""Recording and finding a session; who reads, who changes, who learns nothing; two editors at once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from .conftest import Person

pytestmark = pytest.mark.journey

Enter = Callable[[], Person]


def test_a_clerk_records_a_session_and_finds_it_without_diacritics(person: Enter) -> None:
    clerk = person()
    clerk.sign_in("chuyenvien.tancanh")
    clerk.show("desk-commune")
    page = clerk.page
    page.get_by_role("navigation").get_by_role("link", name="Kỳ họp").click()
    clerk.show("sessions-list")
    page.get_by_role("link", name="Ghi kỳ họp").click()
    clerk.show("session-form")
    page.get_by_label("Loại kỳ họp").select_option("chuyên đề")
    page.get_by_label("Kỳ họp thứ").fill("1")
    page.get_by_label("Thuộc chương trình năm").fill("2023")
    page.get_by_label("Khai mạc ngày").fill("31/2/2023")
    page.get_by_label("Bế mạc ngày").fill("28/9/2023")
    page.get_by_label("Địa điểm").fill("Nhà rông thôn Đăk Rao Lớn")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("alert")).to_contain_text("không phải là một ngày có thật")
    clerk.show("session-form-error")
    page.get_by_label("Khai mạc ngày").fill("28/9/2023")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Kỳ họp thứ 1 (chuyên đề)")
    clerk.show("session-record")
    clerk.go("/tan-canh/ky-hop/")
    page.get_by_label("Tìm").fill("nha rong dak rao")
    page.get_by_label("Tìm").press("Enter")
    expect(page.get_by_role("status").filter(has_text="01 kỳ họp")).to_be_visible()
    page.get_by_role("link", name="Kỳ họp thứ 1 (chuyên đề)").click()
    expect(page.get_by_text("Nhà rông thôn Đăk Rao Lớn")).to_be_visible()


def test_an_upper_clerk_reads_a_commune_s_session_but_cannot_change_it(person: Enter) -> None:
    upper = person()
    upper.sign_in("chuyenvien.huyen")
    upper.show("desk-district")
    upper.go("/dak-to/ky-hop/?pham-vi=tat-ca&nam=2023")
    upper.show("sessions-of-the-area")
    upper.page.get_by_role("row", name="xã Pô Kô").first.get_by_role("link").click()
    expect(upper.page.get_by_role("heading", level=1)).to_have_text("Kỳ họp thứ 7 (thường lệ)")
    expect(upper.page.get_by_role("link", name="Sửa")).to_have_count(0)
    assert upper.go("/po-ko/ky-hop/KH-2023-002/sua/") == 403
    expect(upper.page.get_by_text("không được ghi hoặc sửa")).to_be_visible()
    upper.show("error-403")


def test_a_clerk_of_a_sister_commune_gets_404(person: Enter) -> None:
    sister = person()
    sister.sign_in("chuyenvien.poko")
    assert sister.go("/tan-canh/ky-hop/KH-2023-001/") == 404
    assert sister.go("/dak-to/ky-hop/") == 404
    sister.show("error-404")
    assert sister.go("/po-ko/ky-hop/KH-2023-001/") == 200


def test_two_clerks_edit_one_record_and_the_second_is_told(person: Enter) -> None:
    first, second = person(), person()
    for clerk in (first, second):
        clerk.sign_in("chuyenvien.huyen")
        clerk.go("/dak-to/ky-hop/KH-2023-003/sua/")
    first.page.get_by_label("Địa điểm").fill("Nhà văn hóa huyện")
    first.page.get_by_role("button", name="Lưu").click()
    expect(first.page.get_by_text("Đã lưu kỳ họp KH-2023-003.")).to_be_visible()
    second.page.get_by_label("Địa điểm").fill("Hội trường Huyện ủy")
    second.page.get_by_role("button", name="Lưu").click()
    expect(second.page.get_by_role("alert")).to_contain_text("vừa được người khác sửa")
    expect(second.page.get_by_role("cell", name="Nhà văn hóa huyện")).to_be_visible()
    expect(second.page.get_by_label("Địa điểm")).to_have_value("Hội trường Huyện ủy")
    second.show("session-conflict")
    second.page.get_by_role("button", name="Lưu").click()
    expect(second.page.get_by_text("Hội trường Huyện ủy").first).to_be_visible()
    expect(second.page.locator("del", has_text="Nhà văn hóa huyện")).to_be_visible()


def test_a_clerk_cancels_with_a_reason_that_stays(person: Enter) -> None:
    clerk = person()
    clerk.sign_in("chuyenvien.poko")
    clerk.go("/po-ko/ky-hop/KH-2023-001/huy/")
    clerk.show("session-cancel")
    clerk.page.get_by_label("Lý do").fill("Ghi trùng với kỳ họp khác")
    clerk.page.get_by_role("button", name="Hủy kỳ họp").click()
    expect(clerk.page.get_by_text("Bản ghi đã hủy")).to_be_visible()
    clerk.show("session-cancelled")
