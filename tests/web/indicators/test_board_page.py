"""Who has recorded what; "không phát sinh" said and taken back; what looks odd."""

from __future__ import annotations

import re

import pytest
from django.test import Client

from dienhong.accounts.models import User
from dienhong.indicators.actions import Key, report_figures
from dienhong.indicators.reporting import Number
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.registers.models import NothingToReport

from ...factories import NOW, make_mandate, make_session

NOTHING = "/xa-mau/bang-so-lieu/khong-phat-sinh/ky-hop/"


@pytest.fixture
def browser(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


def cells_of(page: str, council: str) -> dict[str, tuple[str, str]]:
    """By heading: the state of a council's cell, and where it leads."""
    heads = re.findall(r'is-turned"><span>([^<]+)<', page)
    (row,) = re.findall(rf'short-name" title="{council}">.*?</tr>', page, re.S)
    cells = re.findall(r'<td class="board-cell (\w+)".*?</td>', row, re.S)
    links = [
        re.search(r'href="([^"]+)"', cell)
        for cell in re.findall(r"<td class=\"board-cell.*?</td>", row, re.S)
    ]
    return {
        head: (state, link[1].replace("&amp;", "&") if link else "")
        for head, state, link in zip(heads, cells, links, strict=True)
    }


def test_recorded_missing_reported_and_nothing(
    client: Client,
    district: Council,
    commune: Council,
    sister: Council,
    clerk: User,
    sister_clerk: User,
    district_clerk: User,
) -> None:
    make_session(commune, clerk)
    paper = {"document": "Báo cáo số 12/BC-HĐND", "expected": {}, "at": NOW}
    values = {Key("petitions.received"): Number(23, False)}
    report_figures(council=sister, period=Period.year(2023), values=values, by=sister_clerk, **paper)
    client.force_login(district_clerk)
    page = client.get("/dak-mau/bang-so-lieu/?nam=2023").text
    mine, theirs, own = (
        cells_of(page, name) for name in ("HĐND xã Mẫu", "HĐND xã Bên", "HĐND huyện Đăk Mẫu")
    )
    assert mine["Kỳ họp"] == ("recorded", "/xa-mau/ky-hop/?nam=2023")
    assert theirs["Kiến nghị"] == ("reported", "/xa-ben/so-lieu/bao-cao/?nam=2023")
    assert theirs["Kỳ họp"] == ("missing", "")
    assert own["Kỳ họp"] == ("missing", "/dak-mau/bang-so-lieu/khong-phat-sinh/ky-hop/")
    assert own["Nhiệm kỳ"][0] == "recorded"
    assert "Kiểm tra số liệu" not in own, "a register that feeds no figure is nobody's duty"
    assert "Chưa ghi: " in page and "01 kỳ họp" in client.get(mine["Kỳ họp"][1]).text


def test_nothing_is_said_and_shows(browser: Client, commune: Council) -> None:
    assert "Báo không phát sinh: Kỳ họp" in browser.get(NOTHING).text
    answer = browser.post(NOTHING, {"nam": "2022", "ky": "quy-1"}, follow=True)
    assert "Đã báo: kỳ họp không phát sinh trong quý I năm 2022." in answer.text
    word = NothingToReport.objects.get()
    assert (word.period, word.register) == (Period.quarter(2022, 1), "council_sessions")
    board = browser.get("/xa-mau/bang-so-lieu/?nam=2022&ky=thang-2").text
    assert cells_of(board, "HĐND xã Mẫu")["Kỳ họp"] == ("nothing", NOTHING)


def test_what_cannot_be_said_is_refused(browser: Client, commune: Council, clerk: User) -> None:
    make_session(commune, clerk)
    refused = browser.post(NOTHING, {"nam": "2023"})
    assert refused.status_code == 422 and "đã có bản ghi trong năm 2023" in refused.text
    assert browser.post(NOTHING, {}).status_code == 422
    for path in ("khong-co", "dai-bieu", "viec-theo-doi"):
        assert browser.get(f"/xa-mau/bang-so-lieu/khong-phat-sinh/{path}/").status_code == 404


def test_the_word_is_taken_back_with_a_reason(browser: Client, commune: Council, sister: Council) -> None:
    browser.post(NOTHING, {"nam": "2022"})
    word = NothingToReport.objects.get()
    assert "Rút lại" in browser.get(NOTHING).text
    assert browser.post(NOTHING, {"word": word.pk, "reason": ""}).status_code == 422
    assert browser.post(NOTHING, {"word": "0", "reason": "x"}).status_code == 404
    answer = browser.post(NOTHING, {"word": word.pk, "reason": "Báo nhầm"}, follow=True)
    assert "Đã rút lại: kỳ họp, năm 2022." in answer.text
    assert not NothingToReport.objects.standing().exists()


def test_odd_records_are_shown_and_open(
    client: Client, commune: Council, district: Council, clerk: User, district_clerk: User
) -> None:
    for number in range(7):
        make_mandate(commune, clerk, f"Nguyễn Văn {number}")
    client.force_login(district_clerk)
    own = client.get("/dak-mau/chat-luong-du-lieu/").text
    assert "Không thấy gì bất thường" in own
    page = client.get("/dak-mau/chat-luong-du-lieu/?pham-vi=tat-ca").text
    assert "Đại biểu chưa rõ ngày hoặc năm sinh (07)" in page
    assert '<a href="/xa-mau/dai-bieu/DB-2021-001/">Nguyễn Văn 0</a>' in page
    assert "DB-2021-006" not in page, "only a few of each"
    whole = "?muc=mandates.age&amp;pham-vi=tat-ca"
    assert whole in page
    listed = client.get(f"/dak-mau/chat-luong-du-lieu/{whole.replace('&amp;', '&')}").text
    assert listed.count("/xa-mau/dai-bieu/DB-2021-00") == 7
    assert "Hội đồng này và cấp dưới" not in client.get("/xa-mau/chat-luong-du-lieu/?muc=khong-co").text
