"""Receiving citizens: a year's calendar, a day that was missed, a letter passed on, a denunciation in few hands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .conftest import Person

pytestmark = pytest.mark.journey

Enter = Callable[[], Person]

SECRET = "Ông Trưởng thôn Bí Ẩn bớt xén tiền hỗ trợ của các hộ nghèo"
SENDER = "Kpă Kín Tiếng"


def save(page: Page) -> None:
    page.get_by_role("button", name="Lưu").click()


def test_a_day_that_was_missed_is_shown(person: Enter) -> None:
    clerk = person()
    clerk.sign_in("chuyenvien.huyen")
    page = clerk.page
    clerk.go("/dak-to/lich-tiep-cong-dan/lap-lich/")
    page.get_by_label("Năm").fill("2026")
    page.get_by_label("Ngày trong tháng").fill("15")
    page.get_by_label("Từ tháng").select_option("8")
    page.get_by_label("Nơi tiếp").fill("Trụ sở tiếp công dân")
    page.locator("[name=receiver_name]").fill("Nguyễn Thị Mẫu, Phó Chủ tịch HĐND")
    page.locator("[name=published_on]").fill("03/8/2026")
    page.get_by_role("button", name="Xem trước").click()
    expect(page.get_by_text("15/8/2026 là thứ Bảy")).to_be_visible()
    clerk.show("reception-plan")
    page.get_by_role("button", name="Ghi 05 ngày vào lịch").click()
    expect(page.get_by_text("Đã ghi 05 ngày tiếp công dân")).to_be_visible()

    page.get_by_role("link", name="tiếp công dân ngày 15/9/2026").click()
    page.get_by_role("link", name="Ghi lượt tiếp").click()
    page.locator("[name=citizens]").fill("6")
    page.get_by_label("Nội dung trình bày").fill(
        "Đề nghị sớm cấp giấy chứng nhận quyền sử dụng đất cho các hộ"
    )
    clerk.show("reception-form")
    save(page)
    clerk.show("reception-record")
    clerk.go("/dak-to/lich-tiep-cong-dan/?nam=2026&tinh-trang=missed")
    expect(page.get_by_role("link", name="tiếp công dân ngày 15/10/2026")).to_be_visible()
    expect(page.get_by_role("link", name="tiếp công dân ngày 15/9/2026")).to_have_count(0)
    clerk.go("/dak-to/lich-tiep-cong-dan/?nam=2026")
    expect(page.get_by_role("cell", name="bỏ trống, chưa rõ lý do").first).to_be_visible()
    clerk.show("reception-days")
    clerk.go("/dak-to/")
    expect(page.get_by_text("Ghi kết quả hoặc lý do không tiếp").first).to_be_visible()
    clerk.show("reception-desk")
    page.get_by_role("link", name="ngày 15/10/2026").click()
    clerk.show("reception-missed")
    page.get_by_role("link", name="Ghi lý do không tiếp").click()
    page.get_by_label("Lý do").fill("Thường trực HĐND dự kỳ họp của cấp trên")
    page.get_by_role("button", name="Ghi lý do không tiếp").click()
    expect(page.get_by_text("không tiếp, có lý do").first).to_be_visible()


def test_a_letter_is_passed_on_and_its_double_is_flagged(person: Enter) -> None:
    lower = person()
    lower.sign_in("chuyenvien.tancanh")
    record_letter(lower, "/tan-canh/", "Đề nghị giải quyết tranh chấp ranh giới đất rẫy với hộ liền kề")
    upper = person()
    upper.sign_in("chuyenvien.huyen")
    page = upper.page
    record_letter(upper, "/dak-to/", "Kiến nghị xem xét tranh chấp đất rẫy, ranh giới với hộ liền kề")
    expect(page.get_by_text("Trả lời công dân chậm nhất")).to_be_visible()
    upper.show("letter-record")
    page.get_by_role("link", name="Chuyển đơn").click()
    page.get_by_label("Ngày xử lý").fill("05/11/2026")
    page.get_by_label("Chuyển đến cơ quan khác").fill("UBND xã Tân Cảnh")
    page.get_by_label("Số, ký hiệu phiếu chuyển").fill("12/PC-TTHĐND")
    upper.show("letter-pass-on")
    page.get_by_role("button", name="Chuyển đơn").click()
    expect(page.get_by_text("Có thể cùng một đơn")).to_be_visible()
    record = page.url
    page.goto(f"{record}trung/")
    upper.show("letter-judge")
    page.get_by_role("button", name="Cùng một đơn").click()
    upper.go("/dak-to/don-thu/trung-nhau/?nam=2026")
    expect(page.get_by_text("cùng một đơn", exact=True)).to_be_visible()
    upper.show("letter-pairs")


def record_letter(clerk: Person, council: str, matter: str) -> None:
    page = clerk.page
    clerk.go(f"{council}don-thu/ghi-moi/")
    page.get_by_label("Ngày nhận").fill("02/11/2026")
    page.get_by_label("Nội dung đơn").fill(matter)
    page.get_by_label("Lĩnh vực").select_option("Đất đai")
    page.locator("[name=sender]").fill("Nguyễn Văn Đơn")
    if council == "/dak-to/":
        clerk.show("letter-form")
    save(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text(matter[:40])


def test_a_denunciation_is_seen_by_its_handler_alone(person: Enter) -> None:
    leader = person()
    leader.sign_in("thuongtruc.huyen")
    leader.go("/dak-to/don-thu/nguoi-xu-ly/")
    choice = leader.page.get_by_label("Người được giao")
    choice.select_option(
        index=next(
            i for i, text in enumerate(choice.locator("option").all_inner_texts()) if "thuongtruc" in text
        )
    )
    leader.page.get_by_role("button", name="Giao xử lý").click()
    expect(leader.page.get_by_text("Đã giao")).to_be_visible()
    leader.show("handlers")

    handler = leader.page
    leader.go("/dak-to/don-thu/ghi-to-cao/")
    handler.get_by_label("Nội dung tố cáo").fill(SECRET)
    handler.locator("[name=sender]").fill(SENDER)
    handler.get_by_label("Ngày nhận").fill("09/11/2026")
    leader.show("denunciation-form")
    save(handler)
    expect(handler.get_by_role("heading", level=1)).to_contain_text("Đơn tố cáo (mật)")
    address = handler.url
    leader.show("denunciation-record")
    handler.get_by_role("link", name="Đọc đơn").click()
    handler.get_by_role("button", name="Mở để đọc").click()
    expect(handler.get_by_text(SENDER).first).to_be_visible()
    leader.show("denunciation-open")
    handler.goto(address)
    expect(handler.get_by_text("Đọc đơn tố cáo").first).to_be_visible()

    clerk = person()
    clerk.sign_in("chuyenvien.huyen")
    clerk.go("/dak-to/don-thu/")
    row = clerk.page.get_by_role("row").filter(has_text="tố cáo")
    expect(row).to_contain_text("Mật")
    clerk.show("letters-list-masked")
    for path in ("/dak-to/don-thu/", "/dak-to/don-thu/?tim=bi+an", "/dak-to/"):
        clerk.go(path)
        assert SECRET not in clerk.page.content() and SENDER not in clerk.page.content()
    answer = clerk.page.goto(address)
    assert answer is not None and answer.status == 403
    expect(clerk.page.get_by_text("diện mật")).to_be_visible()
    clerk.show("denunciation-refused")
