"""Pages of a report: the draft with its figures, editing a section, the signed paper, the day after."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from django.test import Client

from dienhong.accounts.models import User
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.reports import actions
from dienhong.reports.models import Report

from ...factories import NOW, make_session, make_user
from ...reports.papers import begun

SECTION = '### 1. Kỳ họp\n\nĐã tổ chức {{ so("sessions.held") }} kỳ họp.'


@pytest.fixture
def report(client: Client, commune: Council, clerk: User) -> Report:
    make_session(commune, clerk, status="closed")
    client.force_login(clerk)
    return begun(commune, clerk, kind="annual-summary")


@pytest.fixture
def signed(report: Report, commune: Council) -> Report:
    leader = make_user("thuongtruc.xa", Role.LEADER, commune)
    return actions.sign(report, expected_version=report.version, by=leader, at=NOW)


def address(report: Report, rest: str = "") -> str:
    return f"/xa-mau/bao-cao/{report.code}/{rest}"


def chips(page: str) -> dict[str, list[object]]:
    found = re.search(r'id="xem-truoc"[^>]*data-figures="([^"]*)"', page)
    assert found
    told: dict[str, list[object]] = json.loads(unescape(found[1]))
    return told


def save(client: Client, report: Report, text: str, version: int = 1) -> tuple[int, str]:
    typed = {"text": text, "expected_version": version}
    answer = client.post(address(report, "doan/ky-hop/"), typed, follow=True)
    return answer.status_code, answer.text


def test_a_draft_links_its_numbers_and_offers_its_sections(client: Client, report: Report) -> None:
    page = client.get(address(report)).text
    assert re.search(r'đã tổ chức <a href="/xa-mau/ky-hop/\?[^"]+">01</a> kỳ họp', page)
    assert address(report, "doan/ky-hop/") in page and "Ký duyệt báo cáo" not in page


def test_a_figure_is_a_chip_with_its_value(client: Client, report: Report) -> None:
    page = client.get(address(report, "doan/ky-hop/")).text
    assert chips(page)['{{ so("sessions.held") }}'] == ["01", False]
    preview = client.post(address(report, "doan/ky-hop/xem-truoc/"), {"text": f"{SECTION} {{{{ tong() }}}}"})
    assert chips(preview.text)["{{ tong() }}"] == ["Không có hàm “tong”.", True]
    assert "Dòng 3: không có hàm “tong”." in preview.text


def test_a_section_is_saved_refused_and_never_overwritten(client: Client, report: Report) -> None:
    assert save(client, report, f"{SECTION} Đúng luật.")[0] == 200
    assert (
        "Đã tổ chức" in client.get(address(report)).text and "Đúng luật." in client.get(address(report)).text
    )
    status, page = save(client, report, f"{SECTION} {{{{ tong() }}}}", version=2)
    assert status == 422 and "Dòng 3: không có hàm “tong”." in page and "tong()" in page
    status, page = save(client, report, f"{SECTION} Của người thứ hai.", version=1)
    assert status == 409 and "Đúng luật." in page and "Của người thứ hai." in page
    assert "Của người thứ hai." not in client.get(address(report)).text


def test_the_story_of_a_signed_report_tells_the_hour(client: Client, signed: Report) -> None:
    page = client.get(address(signed)).text
    assert "Ký duyệt báo cáo" in page and "Sửa đoạn" not in page and "/sua/" not in page
    at = signed.signed_at
    assert at is not None
    assert re.search(r"\d\d:\d\d, \d{1,2}/\d{1,2}/2023", page)
    assert client.get(address(signed, "doan/ky-hop/")).status_code == 403


def test_the_files_of_a_signed_report_are_told_by_their_hashes(client: Client, signed: Report) -> None:
    page = client.get(address(signed)).text
    for file in signed.files.all():
        assert file.file.sha256 in page
        answer = client.get(address(signed, f"tep/{file.ending[1:]}/"))
        assert b"".join(answer) == file.file.read() or answer.content == file.file.read()


def test_the_day_after(client: Client, signed: Report, commune: Council, clerk: User) -> None:
    assert "Chưa số liệu nào khác" in client.get(address(signed, "so-voi-hom-nay/")).text
    late = make_session(commune, clerk, kind="thematic", ordinal=9, status="closed")
    page = " ".join(client.get(address(signed, "so-voi-hom-nay/")).text.split())
    assert "khi ký <strong>01</strong>, nay <strong>02</strong> kỳ họp" in page
    assert f"/xa-mau/ky-hop/{late.code}/" in page and "01 → 02" in page
    assert "đã tổ chức" in (text := client.get(address(signed)).text) and ">01</a> kỳ họp" in text
