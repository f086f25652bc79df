"""A commune's clerk hands in the year's workbook with three bad cells, gets them marked, mends them and is done."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from dienhong.workbook.grid import read_grids

from ..workbook.files import pages
from .conftest import Person

pytestmark = pytest.mark.journey

Enter = Callable[[], Person]

ROUND = {"kind": "chuyên đề", "theme": "nước sạch", "starts_on": "01/3/2023", "ends_on": "05/3/2023"}
MEETING = {
    "round": "Tiếp xúc cử tri nước sạch, từ 01/3/2023",
    "held_on": "02/3/2023",
    "place": "Nhà rông thôn Đăk Rao Nhỏ",
    "commune_delegates": "x",
    "attendees": "1.020",
}
PETITION = {
    "received_on": "02/3/2023",
    "text": "Sửa giếng nước chung của thôn",
    "field": "Nước sinh hoạt",
    "meeting": "Nhà rông thôn Đăk Rao Nhỏ, 02/3/2023",
}
BAD = ({"attendees": "khoảng một nghìn"}, {"received_on": "31/02/2023"}, {"field": "Nước máy"})


def workbook(folder: Path, name: str, *wrong: dict[str, Any]) -> Path:
    """The year's workbook of the commune; ``wrong`` cells of the meeting and of two petitions."""
    meeting, first, second = wrong or ({}, {}, {})
    sheets = {
        "petitions": [
            {**PETITION, **first},
            {**PETITION, "text": "Làm đường ống dẫn nước về cuối thôn", **second},
        ],
        "voter_meetings": [{**MEETING, **meeting}],
        "voter_rounds": [ROUND],
    }
    path = folder / name
    path.write_bytes(pages(sheets, slug="tan-canh"))
    return path


def hand_in(page: Page, path: Path) -> None:
    page.get_by_label("Sổ Excel đã ghi").set_input_files(path)
    page.get_by_role("button", name="Xem trước từng dòng").click()
    expect(page.get_by_role("heading", level=1, name=path.name)).to_be_visible()


def test_a_workbook_with_three_bad_cells_is_mended_and_accepted(person: Enter, tmp_path: Path) -> None:
    clerk = person()
    page = clerk.page
    clerk.sign_in("chuyenvien.tancanh")
    clerk.go("/tan-canh/nhap-excel/")
    clerk.show("excel-nhap-xuat")
    with page.expect_download() as coming:
        page.get_by_role("button", name="Tải mẫu").click()
    assert coming.value.suggested_filename.startswith("so-tan-canh-")

    hand_in(page, workbook(tmp_path, "so-tan-canh.xlsx", *BAD))
    expect(page.get_by_text("Chưa ghi gì: tệp còn ô sai")).to_be_visible()
    wrong = page.get_by_role("table").filter(has_text="thế nào là đúng").first
    for cell in (
        "“khoảng một nghìn” không phải là một số nguyên",
        "“31/02/2023”",
        "Không có lĩnh vực “Nước máy”",
    ):
        expect(wrong).to_contain_text(cell)
    expect(page.get_by_role("button", name="Ghi")).to_have_count(0)
    clerk.show("excel-o-sai")
    with page.expect_download() as coming:
        page.get_by_role("link", name="Tải tệp đã đánh dấu").click()
    coming.value.save_as(tmp_path / "marked.xlsx")
    assert "31/02/2023" in str(read_grids((tmp_path / "marked.xlsx").read_bytes())[1].grid)

    page.get_by_role("link", name="Đưa tệp đã sửa lên").click()
    hand_in(page, workbook(tmp_path, "so-tan-canh.xlsx"))
    expect(page.get_by_text("Sửa giếng nước chung của thôn")).to_be_visible()
    clerk.show("excel-xem-truoc")
    page.get_by_role("button", name="Ghi 04 dòng mới").click()
    expect(page.get_by_text("Đã ghi 04 dòng mới từ so-tan-canh.xlsx.")).to_be_visible()

    page.get_by_role("link", name="Đưa tệp khác lên").click()
    hand_in(page, workbook(tmp_path, "so-tan-canh.xlsx"))
    expect(page.get_by_text("Tệp không có gì mới so với những gì đã ghi.")).to_be_visible()
    page.get_by_role("button", name="Bỏ tệp này").click()
    clerk.go("/tan-canh/kien-nghi/?nam=2023&tim=gieng+nuoc")
    expect(page.get_by_role("link", name="Sửa giếng nước chung của thôn")).to_be_visible()
