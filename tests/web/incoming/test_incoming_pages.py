"""Pages of incoming reports through the client: upload, text with marks, decisions, file, refusals."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.files.models import StoredFile
from dienhong.incoming.models import FindingDecision, IncomingReport, ReportCheck
from dienhong.incoming.queries import findings_of_report
from dienhong.incoming.states import Outcome
from dienhong.organisations.models import Council

from ...checking.files import bomb, locked_pdf
from ...incoming.documents import LISTED, RIGHT_SUM, WRONG_SUM, plain, received, word

BASE = "/xa-mau/kiem-tra-so-lieu/"


@pytest.fixture
def browser(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


def upload(browser: Client, data: bytes, name: str = "bao-cao.docx", **typed: str) -> Any:
    file = SimpleUploadedFile(name, data)
    sender = str(IncomingReport.council.field.related_model.objects.get(slug="xa-mau").pk)
    usual = {"sender": sender, "span": "year", "received_on": "20/11/2023"}
    return browser.post(f"{BASE}ghi-moi/", {"file": file, **usual, **typed}, follow=True)


def test_a_report_is_dropped_and_read_at_once(browser: Client, commune: Council) -> None:
    page = upload(browser, word(RIGHT_SUM, WRONG_SUM, LISTED, table=(("Thôn", "Số"), ("Một", "05")))).text
    assert "Đã kiểm tra KT-" in page and "02 chỗ sai" in page
    assert "Báo cáo kết quả hoạt động của HĐND xã Mẫu năm 2023" in page
    assert "Đã đối chiếu" in page and "12 nội dung = 07 + 05" in page
    assert "<td> Thôn </td>" in page
    marks = re.findall(r'id="cho-(\d)" href="#phat-hien-\1"', page)
    assert marks == ["1", "2"]
    assert all(f'id="phat-hien-{number}"' in page for number in marks)
    assert re.search(r'<mark class="finding overdue">15 kiến nghị</mark>', page)


def test_the_list_tells_how_each_came_out(browser: Client, commune: Council, clerk: User) -> None:
    empty = browser.get(BASE).text
    assert "Chưa có báo cáo nào" in empty and "Đọc và kiểm tra" in empty
    received(commune, clerk, plain(WRONG_SUM), "mot.txt")
    received(commune, clerk, plain(RIGHT_SUM), "hai.txt", sender=None, sender_name="Ban Pháp chế")
    page = browser.get(BASE).text
    assert "02 báo cáo" in page and "Ban Pháp chế" in page
    assert "01 báo cáo" in browser.get(f"{BASE}?sender={commune.pk}").text
    assert browser.get(f"{BASE}xuat-excel/").status_code == 200


def test_who_only_reads_has_no_place_to_drop(
    client: Client, commune: Council, clerk: User, district_clerk: User
) -> None:
    report = received(commune, clerk, plain(WRONG_SUM), "mot.txt")
    client.force_login(district_clerk)
    assert "Đọc và kiểm tra" not in client.get(BASE).text
    page = client.get(f"{BASE}{report.code}/").text
    assert "Sai 1" in page and "Cần sửa" not in page and "Lý do bỏ qua" not in page


@pytest.mark.parametrize(
    ("data", "sentence"),
    [(b"", "rỗng"), (bomb(), "bất thường"), (b"MZ" + bytes(99), "chương trình"), (locked_pdf(), "mật khẩu")],
    ids=["empty", "bomb", "program", "locked"],
)
def test_a_refused_file_is_one_sentence_at_its_field(
    data: bytes, sentence: str, browser: Client, commune: Council
) -> None:
    answer = upload(browser, data, sender="", sender_name="Ban Pháp chế")
    assert answer.status_code == 422
    assert sentence in answer.text and "Ban Pháp chế" in answer.text
    assert not IncomingReport.objects.exists() and not StoredFile.objects.exists()


def test_without_a_file_or_a_sender_it_says_so(browser: Client, commune: Council) -> None:
    answer = browser.post(f"{BASE}ghi-moi/", {"span": "year"})
    assert answer.status_code == 422 and "Hãy chọn tệp báo cáo." in answer.text
    assert "Hãy chọn Hội đồng gửi" in upload(browser, plain("x"), sender="").text


def test_senders_are_those_below(
    client: Client, district: Council, commune: Council, sister: Council, district_clerk: User
) -> None:
    client.force_login(district_clerk)
    page = client.get("/dak-mau/kiem-tra-so-lieu/").text
    assert "HĐND xã Mẫu" in page and "HĐND xã Bên" in page
    received(district, district_clerk, plain(WRONG_SUM), sender=sister)
    form = client.get("/dak-mau/kiem-tra-so-lieu/KT-2023-001/sua/").text
    assert re.search(rf'<option value="{sister.pk}" selected>HĐND xã Bên', form)


def test_a_finding_is_decided_on_its_own_page(browser: Client, commune: Council, clerk: User) -> None:
    report = received(commune, clerk, plain(WRONG_SUM, LISTED), "mot.txt")
    first, second = (one.key for one in findings_of_report(report))
    address = f"{BASE}{report.code}/phat-hien/"
    page = browser.post(
        f"{address}{first}/", {"expected_version": "0", "outcome": "correct"}, follow=True
    ).text
    assert "Còn 01 chỗ sai chờ quyết định." in page and "<strong>Cần sửa</strong>" in page
    said = {"expected_version": "0", "outcome": "dismiss", "reason": "Xem <phụ lục>"}
    page = browser.post(f"{address}{second}/", said, follow=True).text
    assert "Xem &lt;phụ lục&gt;" in page and 'class="finding cancelled"' in page
    assert "Sai 2: bỏ qua" in page  # the history tells it
    assert set(FindingDecision.objects.values_list("outcome", flat=True)) == {
        Outcome.CORRECT,
        Outcome.DISMISS,
    }


def test_a_refused_decision_is_told_on_the_page(browser: Client, commune: Council, clerk: User) -> None:
    report = received(commune, clerk, plain(WRONG_SUM), "mot.txt")
    address = f"{BASE}{report.code}/phat-hien/{findings_of_report(report)[0].key}/"
    page = browser.post(address, {"expected_version": "0", "outcome": "dismiss", "reason": " "}, follow=True)
    assert "Hãy ghi lý do bỏ qua." in page.text
    assert "Chưa ghi nhận được" in browser.post(address, {"outcome": "lạ"}, follow=True).text
    swapped = browser.post(
        address, {"expected_version": "7", "outcome": "correct"}, headers={"HX-Request": "true"}
    )
    assert (swapped.status_code, swapped["HX-Refresh"]) == (204, "true")
    assert "vừa quyết định" in browser.get(f"{BASE}{report.code}/").text
    assert not FindingDecision.objects.exists()


def test_the_file_comes_back_as_it_was(browser: Client, commune: Council, clerk: User) -> None:
    report = received(commune, clerk, plain(WRONG_SUM), "báo cáo.txt")
    answer = browser.get(f"{BASE}{report.code}/tep/")
    assert answer.content == plain(WRONG_SUM)
    assert answer["Content-Disposition"].startswith("attachment;")
    assert answer["X-Content-Type-Options"] == "nosniff"


def test_a_report_is_checked_again(browser: Client, commune: Council, clerk: User) -> None:
    report = received(commune, clerk, plain(WRONG_SUM), "mot.txt")
    address = f"{BASE}{report.code}/kiem-tra-lai/"
    assert "Đã kiểm tra lại" in browser.post(address, {"expected_version": report.version}, follow=True).text
    assert "vừa được người khác sửa" in browser.post(address, {"expected_version": "1"}, follow=True).text
    assert "Chưa ghi nhận được" in browser.post(address, {}, follow=True).text


def test_what_a_report_says_is_text_and_never_markup(browser: Client, commune: Council) -> None:
    page = upload(browser, plain("<script>alert(1)</script> và <b>12</b>", WRONG_SUM), "a.txt").text
    assert "<script>alert" not in page and "&lt;script&gt;alert(1)" in page


def test_the_page_of_a_long_report_costs_few_statements(
    browser: Client, commune: Council, clerk: User, django_assert_max_num_queries: Any
) -> None:
    short = received(commune, clerk, plain(WRONG_SUM), "mot.txt")
    long = received(commune, clerk, plain(*(f"{n}. Thôn {n}: {WRONG_SUM}" for n in range(60))), "hai.txt")
    with django_assert_max_num_queries(25):
        browser.get(f"{BASE}{short.code}/")
    with django_assert_max_num_queries(25):
        assert browser.get(f"{BASE}{long.code}/").text.count('class="finding-chip') >= 60


def test_a_scan_waits_and_says_so(browser: Client, commune: Council, clerk: User) -> None:
    report = received(commune, clerk, plain(WRONG_SUM), "mot.txt")
    waiting = ReportCheck.objects.filter(report=report)
    waiting.update(checked_at=None, reading_until=timezone.now() + timedelta(minutes=1))
    address, polled = f"{BASE}{report.code}/", {"HX-Request": "true", "HX-Target": "dang-doc"}
    answer = browser.get(address, headers=polled)
    assert "Đang đọc…" in answer.text and "HX-Refresh" not in answer
    waiting.update(reading_until=timezone.now() - timedelta(minutes=1))
    answer = browser.get(address, headers=polled)
    assert "Việc đọc bị gián đoạn" in answer.text and answer["HX-Refresh"] == "true"
    waiting.update(reading_until=None, problem="Không nhận dạng được chữ.")
    assert "Không nhận dạng được chữ." in browser.get(address).text
