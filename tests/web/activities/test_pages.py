"""Pages of other activities: tasks said to be done, a delegate's own part, papers that others do not find."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from dienhong.accounts.models import User
from dienhong.activities.models import ActivitySheet, WorkPlanItem
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council

from ...activities.factories import make_assessment, make_sheet, make_task
from ...factories import make_mandate, make_user

SHEET = "/xa-mau/phieu-hoat-dong/PH-2023-001/"


@pytest.fixture
def browser(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


@pytest.fixture
def delegate(commune: Council) -> User:
    return make_user("dai.bieu", Role.DELEGATE, commune)


def test_a_task_is_said_to_be_done_late(browser: Client, commune: Council, clerk: User) -> None:
    make_task(commune, clerk)
    page = browser.get("/xa-mau/chuong-trinh-cong-tac/CC-2023-001/").text
    assert "Ghi đã thực hiện" in page and "31/10/2023" in page and "Mở lại" not in page
    deed = "/xa-mau/chuong-trinh-cong-tac/CC-2023-001/viec/xong/"
    typed = {"done_on": "03/11/2023", "result": "Đã họp", "expected_version": "1"}
    after = browser.post(deed, typed, follow=True).text
    assert "xong, chậm 03 ngày" in after and "Đã họp" in after and "Mở lại" in after
    assert WorkPlanItem.objects.get().done_on == date(2023, 11, 3)
    assert browser.post(deed, typed).status_code == 404
    listed = browser.get("/xa-mau/chuong-trinh-cong-tac/", {"ket-qua": "late"}).text
    assert "CC-2023-001" in listed
    assert "CC-2023-001" not in browser.get("/xa-mau/chuong-trinh-cong-tac/", {"ket-qua": "in_time"}).text


@pytest.mark.parametrize("year", ["0", "1944", "32767", "99999999"])
def test_a_year_that_cannot_be_is_told(year: str, browser: Client, commune: Council) -> None:
    typed = {"year": year, "task": "Giao ban", "planned_month": "10"}
    assert browser.post("/xa-mau/chuong-trinh-cong-tac/ghi-moi/", typed).status_code == 422


def test_the_delegate_finds_the_sheet_and_writes_the_own_part(
    client: Client, commune: Council, clerk: User, delegate: User
) -> None:
    make_sheet(make_mandate(commune, clerk), clerk, account=delegate)
    client.force_login(delegate)
    assert "Trần Thị Mẫu" in client.get("/xa-mau/phieu-hoat-dong/").text
    page = client.get(SHEET).text
    assert "Số liệu năm 2023 từ các sổ" in page and "Ghi phần của đại biểu" in page and "/sua/" not in page
    own = f"{SHEET}phan-cua-dai-bieu/"
    assert client.post(own, {"work": "", "expected_version": "1"}).status_code == 422
    after = client.post(own, {"work": "Tiếp xúc 4 lần", "expected_version": "1"}, follow=True)
    assert "Đã lưu phần của đại biểu." in after.text and "Tiếp xúc 4 lần" in after.text
    stale = client.post(own, {"work": "Bản cũ", "expected_version": "1"})
    assert stale.status_code == 422 and "vừa được người khác sửa" in stale.text
    assert ActivitySheet.objects.get().work == "Tiếp xúc 4 lần"
    assert client.get(f"{SHEET}sua/").status_code == 403


def test_what_is_said_of_one_delegate_is_not_there_for_another(
    client: Client, commune: Council, clerk: User, delegate: User
) -> None:
    mandate = make_mandate(commune, clerk)
    make_sheet(mandate, clerk)
    make_assessment(mandate, clerk)
    client.force_login(delegate)
    for address in ("/xa-mau/phieu-hoat-dong/", "/xa-mau/xep-loai-dai-bieu/"):
        answer = client.get(address)
        assert answer.status_code == 200 and "Trần Thị Mẫu" not in answer.text
        assert "Trần Thị Mẫu" not in client.get(address, {"tim": "Trần"}).text
    for address in (SHEET, f"{SHEET}phan-cua-dai-bieu/", "/xa-mau/xep-loai-dai-bieu/XL-2022-001/"):
        assert client.get(address).status_code == 404
