"""The page of figures, its files and the list behind a number."""

from __future__ import annotations

import csv
import re
import zipfile
from datetime import date
from io import BytesIO, StringIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from python_calamine import CalamineWorkbook

from dienhong.accounts.models import User
from dienhong.council_sessions.states import SessionStatus
from dienhong.indicators.actions import Key, report_figures
from dienhong.indicators.reporting import Number
from dienhong.kernel.period import Period
from dienhong.organisations.kinds import Reach, Role
from dienhong.organisations.models import Council

from ...factories import NOW, make_council, make_mandate, make_session, make_user
from ...voters.factories import make_meeting, make_petition

BASE = "/dak-mau/so-lieu/"


@pytest.fixture
def browser(client: Client, district_clerk: User) -> Client:
    client.force_login(district_clerk)
    return client


@pytest.fixture
def recorded(
    district: Council,
    commune: Council,
    sister: Council,
    district_clerk: User,
    clerk: User,
    sister_clerk: User,
) -> None:
    closed = {"status": SessionStatus.CLOSED}
    make_session(district, district_clerk, ordinal=6, **closed)
    for ordinal in (6, 7):
        make_session(commune, clerk, ordinal=ordinal, **closed)
    make_petition(commune, clerk)
    make_meeting(commune, clerk, attendees=1650, attendees_approximate=True)
    paper = {"document": "Báo cáo số 12/BC-HĐND", "expected": {}, "at": NOW}
    values = {Key("petitions.received"): Number(23, False)}
    report_figures(council=sister, period=Period.year(2023), values=values, by=sister_clerk, **paper)


def row_of(page: str, code: str) -> str:
    """The words of one indicator's row, tags left out."""
    (row,) = re.findall(rf'<tr id="{re.escape(code)}".*?</tr>', page, re.S)
    return " ".join(re.sub(r"<[^>]+>", " ", row).split())


def links_of(page: str, code: str) -> list[str]:
    (row,) = re.findall(rf'<tr id="{re.escape(code)}".*?</tr>', page, re.S)
    return [link.replace("&amp;", "&") for link in re.findall(r'class="figure" href="([^"]+)"', row)]


def test_totals_levels_and_what_they_were(recorded: None, browser: Client) -> None:
    page = browser.get(f"{BASE}?nam=2023").text
    assert "Số liệu HĐND huyện Đăk Mẫu và các Hội đồng cấp dưới" in page
    assert row_of(page, "sessions.held") == "Kỳ họp đã tổ chức 01 Hội đồng chưa ghi 3 1 2 kỳ họp –"
    told = "Kiến nghị cử tri đã tiếp nhận 01 Hội đồng chưa ghi; 23 theo báo cáo 24 – 24 kiến nghị –"
    assert row_of(page, "petitions.received") == told
    assert "khoảng 1.650" in row_of(page, "voter_meetings.attendees")


def test_a_number_opens_as_many_records(recorded: None, browser: Client) -> None:
    page = browser.get(f"{BASE}?nam=2023").text
    whole, of_district, of_communes = links_of(page, "sessions.held")
    opened = browser.get(whole).text
    assert "03 kỳ họp" in opened and "= 01 huyện + 02 xã" in opened
    assert re.search(r"xã Mẫu</a></th><td[^>]*>2<", opened), "the councils with their numbers"
    assert "01 kỳ họp" in browser.get(of_district).text
    assert "02 kỳ họp" in browser.get(of_communes).text
    (attendees, *_) = links_of(page, "voter_meetings.attendees")
    assert "Số cử tri dự: khoảng 1.650" in browser.get(attendees).text


def test_an_indicator_opens_to_its_councils_and_parts(recorded: None, browser: Client) -> None:
    page = browser.get(f"{BASE}?nam=2023&mo=petitions.received").text
    assert "Chưa ghi:</strong> huyện Đăk Mẫu" in page
    assert '<a href="/xa-ben/so-lieu/bao-cao/?nam=2023">theo báo cáo</a>' in page
    assert "23 theo báo cáo không chia theo tình trạng." in page
    part = "/dak-mau/kien-nghi/?field=transport&amp;nam=2023&amp;pham-vi=tat-ca"
    found = re.findall(r'href="(/dak-mau/kien-nghi/\?[^"]*field=transport[^"]*)"', page)
    assert found and "01 kiến nghị" in browser.get(found[0].replace("&amp;", "&")).text, part
    closed = browser.get(f"{BASE}?nam=2023&mo=khong-co").text
    assert "Theo Hội đồng" not in closed


def test_compared_with_the_period_before_or_a_year_before(
    browser: Client, commune: Council, clerk: User
) -> None:
    make_session(commune, clerk, ordinal=5, opens_on=date(2022, 7, 5), status=SessionStatus.CLOSED)
    for ordinal in (6, 7, 8):
        make_session(commune, clerk, ordinal=ordinal, status=SessionStatus.CLOSED)
    page = browser.get(f"{BASE}?nam=2023&ky=quy-3&so-sanh=cung-ky").text
    assert "Quý III năm 2023" in page and "so với quý III năm 2022" in page
    assert row_of(page, "sessions.held").endswith("kỳ họp 1 +2 +200%")
    before = browser.get(f"{BASE}?nam=2023&ky=quy-3").text
    assert "so với quý II năm 2023" in before
    assert row_of(before, "sessions.held").endswith("kỳ họp –")


def test_a_term_free_days_and_a_later_day_for_states(recorded: None, browser: Client) -> None:
    term = browser.get(f"{BASE}?nam=2023&ky=khoa-14").text
    assert "Nhiệm kỳ 2021–2026" in term and row_of(term, "sessions.held").startswith("Kỳ họp đã tổ chức")
    free = browser.get(f"{BASE}?ky=khac&tu=01/01/2023&den=20/7/2023&chot=27/02/2024").text
    assert "ngày 01/01/2023 đến ngày 20/7/2023, tình trạng đến ngày 27/02/2024" in free
    assert "3 1 2" in row_of(free, "sessions.held")
    assert browser.get(f"{BASE}?nam=xx&ky=yy&so-sanh=zz&chot=1&tu=2").status_code == 200


def test_one_council_alone(recorded: None, client: Client, clerk: User) -> None:
    client.force_login(clerk)
    page = client.get("/xa-mau/so-lieu/?nam=2022").text
    assert "Cấp xã" not in page
    assert row_of(page, "sessions.held") == "Kỳ họp đã tổ chức chưa ghi kỳ họp –"


def test_withheld_parts_are_counted_but_do_not_open(
    browser: Client, client: Client, commune: Council, clerk: User, district: Council
) -> None:
    make_mandate(commune, clerk, religion="catholic")
    client.force_login(make_user("daibieu", Role.DELEGATE, district, reach=Reach.OWN_AND_BELOW))
    page = client.get(f"{BASE}?nam=2023").text
    assert "1" in row_of(page, "delegates.religious")
    assert links_of(page, "delegates.religious") == []
    assert len(links_of(page, "delegates.current")) == 2


def test_the_excel_file_holds_the_table_and_says_what_it_is(recorded: None, browser: Client) -> None:
    answer = browser.get(f"{BASE}xuat-excel/?nam=2023")
    assert 'filename="so-lieu-dak-mau-20230101-20231231.xlsx"' in answer.headers["Content-Disposition"]
    book = CalamineWorkbook.from_filelike(BytesIO(answer.content))
    assert book.sheet_names == ["Số liệu", "Theo Hội đồng", "Phân tổ", "Từ điển"]
    totals = {row[0]: row for row in book.get_sheet_by_name("Số liệu").to_python()}
    assert totals["Kỳ họp đã tổ chức"][2:5] == [3, 1, 2]
    assert totals["Kiến nghị cử tri đã tiếp nhận"][2] == 24
    assert totals["Kiến nghị cử tri đã tiếp nhận"][-2:] == ["sổ ghi và báo cáo", "huyện Đăk Mẫu"]
    councils = book.get_sheet_by_name("Theo Hội đồng").to_python()
    assert councils[2][2:] == ["huyện Đăk Mẫu", "xã Bên", "xã Mẫu"]
    parts = book.get_sheet_by_name("Phân tổ").to_python()
    assert ["Kỳ họp đã tổ chức", "kind", "thường lệ", 3, 1, 2] in parts
    words = {row[0]: row[3] for row in book.get_sheet_by_name("Từ điển").to_python()}
    assert words["sessions.held"] == "Số bản ghi trong sổ Kỳ họp có trạng thái “đã bế mạc”."


def test_the_csv_file_holds_the_same_numbers(recorded: None, browser: Client) -> None:
    archive = zipfile.ZipFile(BytesIO(browser.get(f"{BASE}xuat-csv/?nam=2023").content))
    assert archive.namelist() == ["so-lieu.csv", "tu-dien.csv"]
    rows = list(csv.DictReader(StringIO(archive.read("so-lieu.csv").decode("utf-8-sig"))))
    told = {
        (r["level"], r["council"], r["part"]): r["value"] for r in rows if r["indicator"] == "sessions.held"
    }
    assert (told["", "", ""], told["commune", "", ""], told["commune", "xa-mau", ""]) == ("3", "2", "2")
    assert told["", "", "regular"] == "3"
    words = list(csv.DictReader(StringIO(archive.read("tu-dien.csv").decode("utf-8-sig"))))
    assert {row["Mã"] for row in words} >= {"sessions.held", "delegates.current"}


def test_statements_do_not_grow_with_councils(
    recorded: None, district: Council, district_clerk: User
) -> None:
    def statements() -> int:
        browser = Client()
        browser.force_login(district_clerk)
        with CaptureQueriesContext(connection) as captured:
            assert browser.get(f"{BASE}?nam=2023&mo=petitions.received").status_code == 200
        return len(captured)

    few = statements()
    for number in range(8):
        make_council(f"xa-{number}", f"Xã {number}", upper=district)
    assert statements() == few
