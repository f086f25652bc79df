"""From a number to its records; saying that there was nothing; entering what a paper reports."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from .conftest import Person

pytestmark = pytest.mark.journey

Enter = Callable[[], Person]


def test_a_number_opens_its_records(person: Enter) -> None:
    clerk = person()
    clerk.sign_in("chuyenvien.huyen")
    page = clerk.page
    page.get_by_role("navigation").get_by_role("link", name="Báo cáo").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Số liệu HĐND huyện Đăk Tô")
    page.get_by_label("Năm").select_option("2023")
    expect(page.get_by_text("so với năm 2022")).to_be_visible()
    row = page.get_by_role("row", name="Kỳ họp đã tổ chức")
    row.get_by_role("link", name="Kỳ họp đã tổ chức").click()
    expect(page.get_by_text("Theo Hội đồng")).to_be_visible()
    clerk.show("figures-opened")
    row.get_by_role("link", name="26", exact=True).click()
    expect(page.get_by_role("status")).to_contain_text("26 kỳ họp = 05 huyện + 21 xã")
    expect(page.locator("#cac-dong tr")).to_have_count(26)
    page.get_by_text("Theo Hội đồng").click()
    clerk.show("figure-list")
    page.get_by_role("link", name="xã Tân Cảnh", exact=True).first.click()
    expect(page.get_by_role("status")).to_contain_text("02 kỳ họp")


def test_a_commune_says_that_there_was_nothing(person: Enter) -> None:
    clerk = person()
    clerk.sign_in("chuyenvien.poko")
    page = clerk.page
    clerk.go("/po-ko/bang-so-lieu/?nam=2023")
    clerk.show("board")
    page.get_by_role("cell", name="chưa ghi").get_by_role("link").first.click()
    clerk.show("nothing-to-report")
    page.get_by_label("Năm").select_option("2023")
    page.get_by_role("button", name="Báo không phát sinh").click()
    expect(page.get_by_text("không phát sinh trong năm 2023")).to_be_visible()
    page.get_by_text("Rút lại").first.click()
    page.get_by_label("Lý do rút lại").fill("Báo nhầm")
    page.get_by_role("button", name="Rút lại").click()
    expect(page.get_by_text("Đã rút lại")).to_be_visible()


def test_figures_of_a_paper_are_entered(person: Enter) -> None:
    clerk = person()
    clerk.sign_in("chuyenvien.poko")
    page = clerk.page
    clerk.go("/po-ko/so-lieu/bao-cao/?nam=2022")
    page.get_by_label("Theo văn bản").fill("Báo cáo số 12/BC-HĐND ngày 15/12/2022")
    page.get_by_label("Kiến nghị cử tri đã tiếp nhận").fill("khoảng 1.650")
    page.get_by_role("button", name="Lưu số liệu báo cáo").click()
    expect(page.get_by_text("Đã lưu 01 số liệu báo cáo")).to_be_visible()
    clerk.show("reported-figures")
    clerk.go("/po-ko/chat-luong-du-lieu/")
    clerk.show("data-quality")
