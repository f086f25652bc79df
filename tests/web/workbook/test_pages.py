"""The conversation over a workbook in the browser."""

from __future__ import annotations

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse

from dienhong.accounts.models import User
from dienhong.council_sessions.models import CouncilSession
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.workbook.grid import read_grids
from dienhong.workbook.models import WorkbookUpload

from ...factories import make_session, make_user
from ...workbook.files import FIRST, row, workbook


@pytest.fixture
def browser(clerk: User) -> Client:
    client = Client()
    client.force_login(clerk)
    return client


def send(browser: Client, content: bytes, council: Council) -> Any:
    file = SimpleUploadedFile("so.xlsx", content)
    return browser.post(reverse("workbook-home", args=[council.slug]), {"file": file}, follow=True)


def press(browser: Client, page: Any) -> Any:
    """Confirm what a page shows."""
    return browser.post(page.request["PATH_INFO"], {"fingerprint": page.context["fingerprint"]}, follow=True)


def words(page: HttpResponse) -> str:
    return " ".join(page.content.decode().split())


def test_a_workbook_is_looked_at_row_by_row_and_then_confirmed(
    commune: Council, clerk: User, browser: Client
) -> None:
    make_session(commune, clerk, ordinal=6)
    content = workbook(
        row(),
        row(ordinal=6, closes_on="18/7/2023", place="Nhà văn hóa"),
        row(ordinal=8, opens_on="08/01/2024", closes_on="08/01/2024"),
    )
    page = send(browser, content, commune)
    said = words(page)
    assert "02 dòng mới" in said and "01 dòng thay đổi" in said and "01 lưu ý" in said
    assert "Kỳ họp thứ 7 (thường lệ)" in said
    for cell in ("Hội trường", "Nhà văn hóa", f"Kỳ họp, dòng {FIRST + 1}", "ngoài năm 2023 của tệp"):
        assert cell in said
    assert CouncilSession.objects.count() == 1
    done = press(browser, page)
    assert "Đã ghi 02 dòng mới, 01 dòng thay đổi từ so.xlsx." in words(done)
    assert CouncilSession.objects.count() == 3


def test_confirming_twice_is_confirming_once(commune: Council, browser: Client) -> None:
    page = send(browser, workbook(row()), commune)
    first, second = press(browser, page), press(browser, page)
    assert words(first).count("Đã ghi 01 dòng mới") == words(second).count("Đã ghi 01 dòng mới") == 1
    assert CouncilSession.objects.count() == 1


def test_the_same_file_again_has_nothing_to_confirm(commune: Council, browser: Client) -> None:
    press(browser, send(browser, workbook(row()), commune))
    page = send(browser, workbook(row()), commune)
    assert "Tệp không có gì mới so với những gì đã ghi." in words(page)
    assert "fingerprint" not in page.content.decode()


def test_wrong_cells_are_named_and_come_back_marked(commune: Council, browser: Client) -> None:
    page = send(browser, workbook(row(kind="hằng năm"), row(ordinal=8)), commune)
    said = words(page)
    assert "Chưa ghi gì: tệp còn ô sai" in said
    for cell in ("Loại kỳ họp", "Không có mục “hằng năm”; hãy chọn: thường lệ, chuyên đề, đột xuất."):
        assert cell in said
    assert "fingerprint" not in page.content.decode()
    marked = browser.get(f"{page.request['PATH_INFO']}danh-dau/")
    assert "so-danh-dau.xlsx" in marked["Content-Disposition"]
    assert read_grids(marked.content)[1].grid[FIRST - 1][1] == "hằng năm"


def test_what_changed_between_two_pages_is_told(commune: Council, clerk: User, browser: Client) -> None:
    page = send(browser, workbook(row(closes_on="18/7/2023")), commune)
    make_session(commune, clerk)
    told = press(browser, page)
    said = words(told)
    assert "Số liệu đã thay đổi từ lúc xem trước nên chưa ghi gì" in said
    assert f"Kỳ họp, dòng {FIRST}: lúc tải lên là “mới”, nay là “như cũ”." in said
    assert CouncilSession.objects.count() == 1


def test_a_record_that_somebody_else_changed_is_told(commune: Council, clerk: User, browser: Client) -> None:
    make_session(commune, clerk)
    page = send(browser, workbook(row(closes_on="18/7/2023", place="Nhà văn hóa")), commune)
    CouncilSession.objects.update(place="Sân vận động", version=2)
    said = words(press(browser, page))
    assert f"Kỳ họp, dòng {FIRST}: điều hệ thống đang ghi đã khác lúc tải lên." in said


@pytest.mark.parametrize(
    ("content", "sentence"),
    [(b"%PDF-1.4", "Tệp này không phải là sổ Excel (.xlsx)"), (b"", "Tệp rỗng.")],
)
def test_what_is_no_workbook_is_refused_at_the_field(
    commune: Council, browser: Client, content: bytes, sentence: str
) -> None:
    page = send(browser, content, commune)
    assert page.status_code == 422
    assert sentence in words(page)
    assert not WorkbookUpload.objects.exists()


def test_an_upload_may_be_left_and_dropped(commune: Council, browser: Client) -> None:
    page = send(browser, workbook(row()), commune)
    home = reverse("workbook-home", args=[commune.slug])
    assert "Đã đưa lên, chưa xác nhận" in words(browser.get(home))
    assert "Đã bỏ so.xlsx; chưa ghi gì." in words(
        browser.post(f"{page.request['PATH_INFO']}bo/", follow=True)
    )
    gone = browser.get(page.request["PATH_INFO"])
    assert "không còn được giữ để xác nhận" in words(gone)
    assert browser.get(f"{page.request['PATH_INFO']}danh-dau/").status_code == 404
    assert "không còn được giữ" in words(browser.post(f"{page.request['PATH_INFO']}bo/", follow=True))


def test_the_form_and_the_records_of_a_year_are_for_the_taking(
    commune: Council, clerk: User, browser: Client
) -> None:
    make_session(commune, clerk)
    blank = browser.get(reverse("workbook-template", args=[commune.slug]), {"nam": "2023"})
    assert "so-xa-mau-2023.xlsx" in blank["Content-Disposition"]
    filled = browser.get(reverse("workbook-export", args=[commune.slug]), {"nam": "2023"})
    assert "so-xa-mau-2023-da-ghi.xlsx" in filled["Content-Disposition"]
    page = send(browser, filled.content, commune)
    assert "Tệp không có gì mới" in words(page)


def test_what_was_imported_stays_to_be_seen(commune: Council, browser: Client) -> None:
    press(browser, send(browser, workbook(row()), commune))
    colleague = Client()
    colleague.force_login(make_user("dong.nghiep", Role.CLERK, commune))
    assert "so.xlsx" in words(colleague.get(reverse("workbook-home", args=[commune.slug])))


def test_only_clerks_find_it_in_the_navigation(commune: Council, clerk: User, browser: Client) -> None:
    desk = reverse("desk", args=[commune.slug])
    assert "Nhập, xuất Excel" in words(browser.get(desk)) or "nhap-excel" in words(browser.get(desk))
    reader = Client()
    reader.force_login(make_user("daibieu", Role.DELEGATE, commune))
    assert "nhap-excel" not in words(reader.get(desk))


def test_a_long_list_is_cut_and_counted(
    commune: Council, browser: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("dienhong.web.workbook.shown.MOST_LISTED", 2)
    page = send(browser, workbook(*(row(ordinal=number) for number in range(1, 6))), commune)
    assert "Còn 3 dòng mới nữa." in words(page)


def test_the_pages_take_few_statements(
    commune: Council, clerk: User, browser: Client, django_assert_max_num_queries: Any
) -> None:
    page = send(browser, workbook(*(row(ordinal=number) for number in range(1, 60))), commune)
    with django_assert_max_num_queries(45):
        browser.get(page.request["PATH_INFO"])
