"""A clerk's job around a session: programme, a late paper, attendance, a vote, closing, the resolution published."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .conftest import Person

pytestmark = pytest.mark.journey

Enter = Callable[[], Person]
DAY = "27/9/2024"


def press(page: Page, name: str) -> None:
    page.get_by_role("link", name=name, exact=True).first.click()


def save(page: Page, name: str = "Lưu") -> None:
    page.get_by_role("button", name=name, exact=True).click()


def open_session(page: Page, clerk: Person) -> str:
    """A thematic session of one day, convened; its address."""
    clerk.go("/dak-to/ky-hop/ghi-moi/")
    page.get_by_label("Loại kỳ họp").select_option("chuyên đề")
    page.get_by_label("Kỳ họp thứ").fill("91")
    page.get_by_label("Thuộc chương trình năm").fill("2024")
    page.get_by_label("Khai mạc ngày").fill(DAY)
    page.get_by_label("Bế mạc ngày").fill(DAY)
    save(page)
    address = page.url
    press(page, "Ghi nhận đã triệu tập")
    save(page, "Ghi nhận đã triệu tập")
    return address


def test_a_session_from_its_programme_to_its_closing(person: Enter) -> None:
    clerk = person()
    page = clerk.page
    clerk.sign_in("chuyenvien.huyen")
    session = open_session(page, clerk)

    press(page, "Ghi nội dung")
    page.get_by_label("Nội dung").first.fill("Nghị quyết điều chỉnh kế hoạch đầu tư công")
    page.get_by_label("Loại nội dung").select_option("dự thảo nghị quyết")
    save(page)
    for kind, came in (("tờ trình", "19/9/2024"), ("dự thảo nghị quyết", "25/9/2024")):
        press(page, "Ghi tài liệu")
        page.get_by_label("Nội dung chương trình").select_option(index=1)
        page.get_by_label("Loại tài liệu").select_option(kind)
        page.get_by_label("Tên tài liệu").fill(f"Điều chỉnh kế hoạch đầu tư công ({kind})")
        page.get_by_label("Nhận lần đầu ngày").fill(came)
        save(page)
    expect(page.get_by_text("chậm 3 ngày").first).to_be_visible()

    page.get_by_role("link", name="Nghị quyết điều chỉnh kế hoạch đầu tư công").first.click()
    item = page.url
    press(page, "Đưa vào chương trình")
    save(page, "Đưa vào chương trình")
    expect(page.get_by_role("alert")).to_contain_text("Hồ sơ chưa đủ")
    clerk.show("agenda-gate")
    page.goto(f"{item}buoc/programme_anyway/")
    page.get_by_label("Lý do").fill("Thường trực thống nhất, Ban đã thẩm tra bản điện tử")
    save(page, "Đưa vào chương trình dù hồ sơ chưa đủ")
    expect(page.get_by_text("trong chương trình").first).to_be_visible()
    clerk.show("agenda-item")

    page.goto(session)
    press(page, "Ghi nhận đã bế mạc")
    save(page, "Ghi nhận đã bế mạc")
    expect(page.get_by_role("alert")).to_contain_text("Còn nội dung chưa xem xét")

    page.goto(session)
    press(page, "Ghi ngày họp")
    save(page)
    page.get_by_role("link", name=f"Ngày họp {DAY}").click()
    press(page, "Điểm danh")
    press(page, "Người chưa rõ đều có mặt")
    page.get_by_label("Đại biểu", exact=False).first.select_option("vắng có phép")
    clerk.show("attendance-form")
    save(page, "Lưu điểm danh")
    expect(page.get_by_text("Vắng mặt, đến muộn, về sớm")).to_be_visible()
    clerk.show("attendance")

    page.goto(session)
    press(page, "Ghi lần biểu quyết")
    page.get_by_label("Nội dung chương trình").select_option(index=1)
    page.get_by_label("Hình thức").select_option("ghi tên")
    save(page)
    page.get_by_role("row", name="ghi tên").get_by_role("link").click()
    press(page, "Ghi kết quả")
    page.locator("select").nth(1).select_option("không tán thành")
    clerk.show("vote-by-name")
    save(page, "Ghi kết quả")
    expect(page.get_by_text("thông qua").first).to_be_visible()
    expect(page.get_by_text("> 1/2").first).to_be_visible()
    clerk.show("vote-result")

    page.goto(item)
    press(page, "Ghi đã thông qua")
    save(page, "Ghi đã thông qua")
    page.goto(session)
    press(page, "Ghi nhận đã bế mạc")
    save(page, "Ghi nhận đã bế mạc")
    expect(page.get_by_text("đã bế mạc").first).to_be_visible()
    clerk.show("session-whole")
    publish_the_resolution(page, clerk)


def publish_the_resolution(page: Page, clerk: Person) -> None:
    """Passed by the vote that was recorded, numbered, signed, sent up and published."""
    clerk.go("/dak-to/nghi-quyet/ghi-moi/")
    page.get_by_label("Trích yếu").fill("Về điều chỉnh kế hoạch đầu tư công (lần 2)")
    page.get_by_label("Đề nghị ngày").fill("1/9/2024")
    save(page)
    press(page, "Ghi nhận thông qua")
    for name, words in (("session", "thứ 91"), ("vote", "Nghị quyết điều chỉnh kế hoạch")):
        value = page.locator(f"[name={name}] option", has_text=words).first.get_attribute("value")
        page.locator(f"[name={name}]").select_option(value)
    page.get_by_label("Thông qua ngày").fill(DAY)
    clerk.show("resolution-passed-form")
    save(page, "Ghi nhận thông qua")
    press(page, "Ghi số, ngày ký")
    page.get_by_label("Ký ngày").fill("28/9/2024")
    page.get_by_label("Có hiệu lực từ").fill("27/9/2024")
    save(page, "Ghi số, ngày ký")
    press(page, "Ghi ngày gửi, đăng")
    page.get_by_label("Gửi cấp trên ngày").fill("30/9/2024")
    page.get_by_label("Đăng, niêm yết ngày").fill("3/10/2024")
    save(page, "Ghi ngày gửi, đăng")
    expect(page.get_by_text("đã ban hành").first).to_be_visible()
    expect(page.get_by_text("(chậm 02 ngày)")).to_be_visible()
    expect(page.get_by_role("heading", name="Biểu quyết")).to_be_visible()
    clerk.show("resolution-published")
    clerk.go("/dak-to/nghi-quyet/?nam=2024&thong-qua=yes")
    expect(page.get_by_text("01/NQ-HĐND").first).to_be_visible()
    clerk.show("resolutions")
