"""A hearing's conclusion and a recommendation go overdue, show on desk and board, and are put in a question."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from .conftest import Person

pytestmark = pytest.mark.journey

Enter = Callable[[], Person]
CONCLUSION = "Rà soát, báo cáo việc chuyển nguồn ngân sách các năm trước"
RECOMMENDATION = "Sửa chữa các đập dâng hư hỏng đã nêu trong báo cáo giám sát"
QUESTION = "Vì sao kết luận giải trình và kiến nghị giám sát đến nay chưa thực hiện xong"


def assign(page: Page, text: str, body: str) -> None:
    """Give a body something to do, due at the end of 2023."""
    page.get_by_role("link", name="Giao việc phải theo dõi").click()
    page.get_by_label("Việc phải làm").fill(text)
    page.get_by_label("Cơ quan chủ trì").select_option(label=body)
    page.get_by_label("Giao ngày").fill("15/11/2023")
    page.get_by_label("Hạn phải xong").fill("31/12/2023")
    page.get_by_label("Vì sao đặt hạn này").fill("Theo kết luận")
    page.get_by_role("button", name="Giao việc").click()
    expect(page.get_by_text("Đã giao việc phải theo dõi.")).to_be_visible()


def test_what_is_overdue_is_put_in_a_question(person: Enter) -> None:
    clerk = person()
    clerk.sign_in("chuyenvien.huyen")
    page = clerk.page
    clerk.go("/dak-to/giai-trinh/?nam=2023")
    page.get_by_role("link", name="Phiên giải trình lần thứ 3").first.click()
    clerk.show("hearing")
    assign(page, CONCLUSION, "Phòng Tài chính - Kế hoạch")
    clerk.go("/dak-to/giam-sat/?nam=2023")
    page.locator("a.row-link").first.click()
    clerk.show("oversight")
    assign(page, RECOMMENDATION, "Phòng Nông nghiệp và PTNT")

    clerk.go("/dak-to/theo-doi/?chia=nguon")
    clerk.show("board-with-hearings")
    clerk.go("/dak-to/viec-theo-doi/?tinh-trang=overdue")
    for text in (CONCLUSION, RECOMMENDATION):
        expect(page.get_by_role("link", name=text).first).to_be_visible()
    clerk.go("/dak-to/")
    expect(page.get_by_text("Quá hạn").first).to_be_visible()
    clerk.show("desk-overdue")

    clerk.go("/dak-to/chat-van/ghi-moi/")
    page.get_by_label("Nội dung chất vấn").fill(QUESTION)
    page.get_by_label("Lĩnh vực").select_option("Ngân sách - đầu tư công")
    at = page.locator("[name=session] option", has_text="thứ 7").first.get_attribute("value")
    page.locator("[name=session]").select_option(at)
    page.get_by_label("Ngày chất vấn").fill("20/12/2023")
    page.get_by_label("Người chất vấn khác").fill("Đại biểu mẫu 19")
    body = page.locator("[name=body] option", has_text="UBND huyện").first.get_attribute("value")
    page.locator("[name=body]").select_option(body)
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(QUESTION[:40])
    address = page.url

    page.goto(f"{address}viec-qua-han/")
    for text in (CONCLUSION, RECOMMENDATION):
        page.get_by_label(text).check()
    clerk.show("bring-overdue")
    page.get_by_role("button", name="Đưa vào đây").click()
    expect(page.get_by_role("heading", name="Đôn đốc việc quá hạn")).to_be_visible()
    clerk.show("question-with-overdue")
    page.get_by_role("link", name=CONCLUSION).first.click()
    expect(page.get_by_text("Đưa ra chất vấn").first).to_be_visible()
    clerk.show("undertaking-escalated")
