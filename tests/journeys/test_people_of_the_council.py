"""Who sits where: a seat ends, a successor is recorded, the make-up of both days; what a delegate does not learn."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from .conftest import Person

pytestmark = pytest.mark.journey

Enter = Callable[[], Person]


def test_a_clerk_replaces_the_chair_and_both_days_are_right(person: Enter) -> None:
    clerk = person()
    clerk.sign_in("chuyenvien.poko")
    page = clerk.page
    page.get_by_role("navigation").get_by_role("link", name="Tổ chức").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("HĐND xã Pô Kô")
    clerk.show("council")
    page.get_by_role("link", name="Đại biểu mẫu 01").first.click()
    clerk.show("delegate")
    page.get_by_role("link", name="Ghi thôi làm đại biểu").click()
    page.get_by_label("Đến hết ngày").fill("31/10/2023")
    page.get_by_label("Lý do thôi").select_option("xin thôi làm nhiệm vụ")
    page.get_by_role("button", name="Ghi thôi làm đại biểu").click()
    expect(page.get_by_role("alert")).to_contain_text("Hãy ghi kỳ họp hoặc nghị quyết")
    clerk.show("delegate-end-error")
    page.get_by_label("Quyết định tại").fill("Kỳ họp thứ 7")
    page.get_by_role("button", name="Ghi thôi làm đại biểu").click()
    expect(page.get_by_text("xin thôi làm nhiệm vụ").first).to_be_visible()
    clerk.go("/po-ko/chuc-vu/ghi-moi/")
    page.get_by_label("Cơ quan").select_option("Thường trực HĐND")
    page.get_by_label("Chức vụ", exact=False).first.select_option("Chủ tịch")
    page.get_by_label("Đại biểu giữ chức vụ").select_option(index=2)
    page.get_by_label("Từ ngày").fill("31/10/2023")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_role("alert")).to_contain_text("Đại biểu mẫu 01 là Chủ tịch")
    page.get_by_label("Từ ngày").fill("01/11/2023")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_text("Đã ghi chức vụ")).to_be_visible()
    chair = page.locator("dt", has_text="Chủ tịch").first.locator("xpath=following-sibling::dd[1]")
    clerk.go("/po-ko/hoi-dong/?ngay=2023-10-31")
    expect(chair).to_have_text("Đại biểu mẫu 01")
    clerk.go("/po-ko/hoi-dong/")
    expect(chair).not_to_contain_text("Đại biểu mẫu 01")
    clerk.go("/po-ko/co-cau/?ngay=2023-10-31")
    expect(page.get_by_text("Tỷ lệ tính trên 17 đại biểu đương nhiệm")).to_be_visible()
    clerk.go("/po-ko/co-cau/?ngay=2023-11-01")
    expect(page.get_by_text("Tỷ lệ tính trên 16 đại biểu đương nhiệm")).to_be_visible()
    clerk.show("composition")


def test_a_leader_reads_the_make_up_of_all_below_and_opens_a_figure(person: Enter) -> None:
    leader = person()
    leader.sign_in("thuongtruc.huyen")
    leader.go("/dak-to/co-cau/?ngay=2022-12-31&pham-vi=tat-ca")
    leader.show("composition-of-the-area")
    women = leader.page.get_by_role("row", name="Nữ").first.get_by_role("link")
    count = women.inner_text()
    women.click()
    expect(leader.page.get_by_role("status").filter(has_text=f"{int(count):02d} đại biểu")).to_be_visible()
    leader.show("delegates-of-a-figure")


def test_a_delegate_reads_who_sits_but_nobody_s_religion(person: Enter) -> None:
    delegate = person()
    delegate.sign_in("daibieu.huyen")
    page = delegate.page
    delegate.go("/dak-to/dai-bieu/")
    expect(page.get_by_label("Tôn giáo")).to_have_count(0)
    delegate.show("delegates-for-a-delegate")
    page.get_by_role("link", name="Đại biểu mẫu 02").click()
    expect(page.get_by_text("Trình độ học vấn")).to_be_visible()
    expect(page.get_by_text("Tôn giáo")).to_have_count(0)
    expect(page.get_by_text("Dân tộc", exact=True)).to_have_count(0)
    delegate.go("/dak-to/co-cau/")
    expect(page.get_by_role("row", name="Có tôn giáo").get_by_role("link")).to_have_count(0)
    delegate.show("composition-for-a-delegate")
