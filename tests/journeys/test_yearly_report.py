"""The yearly report from its draft to the day after: figures that open, a sentence mended, signed, compared."""

from __future__ import annotations

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from .conftest import PHONE, SHOTS, WIDE, Person

pytestmark = pytest.mark.journey

Enter = Callable[[], Person]
SENTENCE = " Nghị quyết được đăng công khai đúng hạn; số nghị quyết trong năm: "
FORGOTTEN = "Về chủ trương đầu tư chợ trung tâm huyện"


def begin(clerk: Person) -> str:
    """A draft of 2023 for the district, petitions as they stood on 27/02/2024; its path."""
    page = clerk.page
    clerk.go("/dak-to/bao-cao/ghi-moi/")
    page.get_by_label("Loại báo cáo").select_option("annual-summary")
    page.get_by_label(re.compile("^Năm")).fill("2023")
    page.get_by_label("Tính đến ngày").fill("27/2/2024")
    clerk.show("report-begin")
    page.get_by_role("button", name="Lưu").click()
    expect(page.get_by_text("Đã lập bản nháp")).to_be_visible()
    return urlsplit(page.url).path


def open_the_134(clerk: Person) -> None:
    """A number of the text opens the list that it counts, row by row to the last one."""
    page = clerk.page
    sentence = page.locator("p", has_text="HĐND đã thông qua").first
    sentence.get_by_role("link", name="134", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("134 nghị quyết = 26 huyện + 108 xã")
    clerk.show("report-134")
    rows = page.locator("#cac-dong tr")
    while (more := page.get_by_role("link", name="Xem thêm")).count():
        before = rows.count()
        more.click()
        expect(rows).not_to_have_count(before)
    expect(rows).to_have_count(134)
    assert len(set(rows.locator("a").evaluate_all("links => links.map(a => a.href)"))) >= 134


def edit_a_sentence(clerk: Person) -> None:
    """Figures are chips; one that there is not is refused with a sentence; a typed sentence is kept."""
    page = clerk.page
    page.get_by_role("link", name="Sửa đoạn 3.2. Tổ chức kỳ họp").click()
    text = page.get_by_role("textbox", name="Nội dung")
    expect(text.locator(".figure-chip", has_text="28")).to_be_visible()
    text.press("Control+End")
    page.keyboard.type(' {{ tong("resolutions.passed") }}')
    preview = page.get_by_role("region", name="Xem trước")
    expect(preview.get_by_text("không có hàm “tong”")).to_be_visible()
    page.get_by_role("button", name="Lưu đoạn").click()
    expect(page.get_by_role("alert").first).to_contain_text("không có hàm “tong”")
    clerk.show("report-section-refused")
    text.press("Control+End")
    while text.locator("[data-source*=tong]").count():
        page.keyboard.press("Backspace")
    page.keyboard.type(SENTENCE)
    page.get_by_label("Chèn số liệu").select_option("Nghị quyết được thông qua")
    expect(preview).to_contain_text(f"{SENTENCE}134")
    clerk.show("report-section")
    page.get_by_role("button", name="Lưu đoạn").click()
    expect(page.locator(".report-paper")).to_contain_text(f"{SENTENCE}134")


def sign_off(leader: Person, report: str) -> None:
    """What is frozen is what the files say, byte for byte, and nobody edits it any more."""
    page = leader.page
    leader.go(report)
    page.get_by_role("link", name="Ký duyệt báo cáo").click()
    leader.show("report-sign")
    page.get_by_role("button", name="Ký duyệt báo cáo").click()
    expect(page.get_by_text("đã ký duyệt").first).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("^Sửa đoạn"))).to_have_count(0)
    leader.show("report-signed")


def add_a_resolution(clerk: Person) -> None:
    """One more that the communes or the district had forgotten."""
    page = clerk.page
    clerk.go("/dak-to/nghi-quyet/ghi-moi/")
    page.get_by_label("Trích yếu").fill(FORGOTTEN)
    page.get_by_label("Đề nghị ngày").fill("01/11/2023")
    page.get_by_role("button", name="Lưu", exact=True).click()
    page.get_by_role("link", name="Ghi nhận thông qua", exact=True).first.click()
    session = page.locator("[name=session] option", has_text="thứ 7").first.get_attribute("value")
    page.locator("[name=session]").select_option(session)
    page.get_by_label("Thông qua ngày").fill("20/12/2023")
    page.get_by_role("button", name="Ghi nhận thông qua", exact=True).click()
    expect(page.get_by_text("đã thông qua").first).to_be_visible()


def compare_with_today(clerk: Person, report: str) -> None:
    """What has changed since, by which council, through which record."""
    page = clerk.page
    clerk.go(report)
    expect(page.locator(".report-paper")).to_contain_text("đã thông qua 134 nghị quyết")
    page.get_by_role("link", name="So với hôm nay").click()
    changed = page.locator(".report-change", has_text="Nghị quyết được thông qua")
    expect(changed).to_contain_text("khi ký 134, nay 135 nghị quyết")
    expect(changed).to_contain_text("huyện Đăk Tô: 26 → 27")
    clerk.show("report-compared")
    changed.get_by_role("link", name=re.compile(FORGOTTEN)).click()
    expect(page.get_by_role("heading", level=1)).to_contain_text(FORGOTTEN)


def print_view(page: Page) -> None:
    """As the browser prints the report: the paper alone."""
    page.emulate_media(media="print")
    for label, size in (("phone", PHONE), ("wide", WIDE)):
        page.set_viewport_size(size)  # type: ignore[arg-type]
        page.screenshot(path=SHOTS / f"report-print-{label}.png", full_page=True)
    page.pdf(path=SHOTS / "report-print.pdf", format="A4")
    expect(page.get_by_role("navigation").first).to_be_hidden()
    page.emulate_media(media="screen")


def test_the_yearly_report_from_draft_to_the_day_after(person: Enter) -> None:
    clerk, leader = person(), person()
    clerk.sign_in("chuyenvien.huyen")
    leader.sign_in("thuongtruc.huyen")
    report = begin(clerk)
    clerk.show("report-draft")
    open_the_134(clerk)
    clerk.go(report)
    edit_a_sentence(clerk)
    print_view(clerk.page)
    sign_off(leader, report)
    add_a_resolution(clerk)
    compare_with_today(clerk, report)
