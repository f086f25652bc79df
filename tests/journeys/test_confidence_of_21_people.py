"""A rating of 21 people: counts corrected in one go, classes that follow and add up, closed to who keeps no count."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from .conftest import Person

pytestmark = pytest.mark.journey

Enter = Callable[[], Person]


def test_a_rating_of_21_people_and_its_classes(person: Enter) -> None:
    clerk = person()
    clerk.sign_in("chuyenvien.huyen")
    page = clerk.page
    clerk.go("/dak-to/lay-phieu-tin-nhiem/LP-2023-001/")
    classes = page.get_by_role("region", name="Kết quả theo mức")
    expect(classes.get_by_text("14/21 người")).to_be_visible()
    expect(classes.get_by_text("07/21 người")).to_be_visible()
    clerk.show("rating")

    page.get_by_role("link", name="Ghi kết quả kiểm phiếu").click()
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(21)
    for row, tally in ((0, (15, 0, 16)), (1, (5, 5, 20))):
        for cell, number in zip(rows.nth(row).locator("input").all(), tally, strict=True):
            cell.fill(str(number))
    page.get_by_role("button", name="Ghi kết quả kiểm phiếu").click()
    expect(page.get_by_text("Cộng các mức bằng 31, nhiều hơn số phiếu hợp lệ 30.").first).to_be_visible()
    clerk.show("rating-count-refused")
    rows.nth(0).locator("input").nth(2).fill("15")
    page.get_by_role("button", name="Ghi kết quả kiểm phiếu").click()
    expect(page.get_by_text("Đã ghi kết quả kiểm phiếu của 21 người.")).to_be_visible()
    expect(classes.get_by_text("01/21 người")).to_have_count(2)
    page.get_by_role("link", name="Đại biểu mẫu 102").click()
    expect(page.get_by_text("thì tiến hành thủ tục miễn nhiệm").first).to_be_visible()
    clerk.show("rated-person")

    delegate = person()
    delegate.sign_in("daibieu.huyen")
    assert delegate.go("/dak-to/lay-phieu-tin-nhiem/LP-2023-001/") == 404
    expect(delegate.page.get_by_text("14/21")).to_have_count(0)
