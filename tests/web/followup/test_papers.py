"""Papers about many, files and workbooks through their pages."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from dienhong.accounts.models import User
from dienhong.files.models import StoredFile
from dienhong.followup import actions
from dienhong.followup.actions import Happened
from dienhong.followup.due import due_as_set
from dienhong.followup.models import AnswerBook, Evidence, IncomingDocument, Origin, Progress, Undertaking
from dienhong.followup.states import Result, Status
from dienhong.organisations.models import Council, Organisation
from dienhong.workbook.grid import read_grids

from ...factories import NOW, make_body
from ...files.test_sniffing import PIXEL
from ...followup.books import book_with

PAGE = "/xa-mau/viec-theo-doi/VT-2023-001/"
PAPER = "/xa-mau/van-ban-tra-loi/"
BOOKS = f"{PAPER}tu-excel/"
ASSESS = "/xa-mau/xem-xet-tra-loi/"


def enter(client: Client, user: User) -> Client:
    client.force_login(user)
    return client


def photo(name: str = "anh-cau.png", data: bytes = PIXEL) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def answered(**fields: Any) -> dict[str, Any]:
    usual = {"expected_version": "1", "result": "resolved", "text": "Đã sửa xong.", "on": "20/9/2023"}
    return {**usual, **fields}


@pytest.fixture
def five(
    commune: Council, clerk: User, origin: Origin, executive: Organisation, undertaking: Undertaking
) -> list[Undertaking]:
    """Five undertakings that the executive leads; the market supports only the first."""
    given: dict[str, Any] = {"council": commune, "origin": origin, "by": clerk, "at": NOW, "lead": executive}
    due, on = due_as_set(date(2023, 10, 1)), date(2023, 9, 1)
    more = [actions.undertake(**given, text=f"Việc số {n}", due=due, on=on) for n in range(2, 6)]
    return [undertaking, *more]


def test_files_go_with_an_answer_and_open_in_the_story(
    client: Client, undertaking: Undertaking, agency: User, market: User, sister_clerk: User
) -> None:
    form = f"{PAGE}tra-loi/1/"
    assert 'enctype="multipart/form-data"' in enter(client, agency).get(form).text
    files = [photo(), photo("bien-ban.txt", "Biên bản".encode())]
    assert enter(client, agency).post(form, answered(file=files)).status_code == 302
    sha256 = StoredFile.objects.get(name="anh-cau.png").sha256
    page = enter(client, market).get(PAGE).text
    assert f"{PAGE}tep/{sha256}/" in page and "bien-ban.txt" in page
    opened = client.get(f"{PAGE}tep/{sha256}/")
    assert opened.content == PIXEL and "attachment" in opened.headers["Content-Disposition"]
    assert client.get(f"{PAGE}tep/{'0' * 64}/").status_code == 404
    assert enter(client, sister_clerk).get(f"{PAGE}tep/{sha256}/").status_code == 404
    Evidence.objects.get(file__sha256=sha256).file.__class__.objects.update(discarded_at=NOW)
    assert enter(client, agency).get(f"{PAGE}tep/{sha256}/").status_code == 404
    assert "đã xóa nội dung" in client.get(PAGE).text


def test_a_refused_file_says_why_and_leaves_the_answer_unsaved(
    client: Client, undertaking: Undertaking, agency: User
) -> None:
    wrong = enter(client, agency).post(f"{PAGE}tra-loi/1/", answered(file=[photo("a.exe", b"MZ\x90")]))
    assert wrong.status_code == 422
    assert "a.exe: Tệp là chương trình chạy được" in wrong.text and "Đã sửa xong." in wrong.text
    assert "hãy chọn lại" in wrong.text
    assert undertaking.history.count() == 1 and not StoredFile.objects.exists()
    assert "Có tệp rỗng" in client.post(f"{PAGE}tra-loi/1/", answered(file=[photo("b.txt", b"")])).text


def test_a_refused_answer_leaves_no_paper_behind(
    client: Client, undertaking: Undertaking, clerk: User, executive: Organisation
) -> None:
    paper = {"number": "9/UBND", "issued_on": "19/9/2023", "issuer": executive.pk}
    late = answered(on="1/8/2023", file=[photo()], **paper)
    assert enter(client, clerk).post(f"{PAGE}tra-loi/1/", late).status_code == 422
    assert not IncomingDocument.objects.exists() and not StoredFile.objects.exists()


def lines(parts: list[Any], **fields: list[str]) -> dict[str, Any]:
    """A formset about these parts; ``fields`` by name, one value for each."""
    typed: dict[str, Any] = {"form-TOTAL_FORMS": len(parts), "form-INITIAL_FORMS": len(parts)}
    for place, part in enumerate(parts):
        typed |= {f"form-{place}-part": part.pk, f"form-{place}-expected_version": part.undertaking.version}
        typed |= {f"form-{place}-{name}": values[place] for name, values in fields.items()}
    return typed


def test_one_paper_answers_five_at_once_with_its_scan(
    client: Client, five: list[Undertaking], clerk: User, agency: User, market: User, executive: Organisation
) -> None:
    browser = enter(client, clerk)
    assert "05 việc" in browser.get(PAPER).text
    parts = [u.assignments.get(leads=True) for u in five]
    paper = {"number": "88/UBND-VP", "issued_on": "19/9/2023", "on": "20/9/2023", "file": [photo("quet.png")]}
    typed = {**paper, **lines(parts, result=["resolved"] * 4 + ["planned"], text=["Đã làm."] * 5)}
    address = f"{PAPER}?co-quan={executive.pk}"
    wrong = browser.post(address, typed)
    assert "VT-2023-005: Trả lời có thời hạn phải nêu ngày xong." in wrong.text
    assert not Progress.objects.exclude(result="").exists() and not StoredFile.objects.exists()
    typed |= {"form-4-promised_on": "1/12/2023", "file": [photo("quet.png")]}
    done = browser.post(address, typed, follow=True)
    assert "Đã ghi văn bản 88/UBND-VP trả lời 05 việc." in done.text
    assert Progress.objects.filter(document__number="88/UBND-VP").exclude(result="").count() == 5
    assert StoredFile.objects.count() == Evidence.objects.count() == 1
    assert [("quet.png" in enter(client, user).get(PAGE).text) for user in (clerk, agency, market)] == [
        True,
        True,
        False,
    ]
    gone = enter(client, clerk).post(address, {**typed, "file": []})
    assert gone.status_code == 200 or "vừa được người khác ghi" in gone.text


def test_a_line_that_somebody_else_answered_is_told(
    client: Client, five: list[Undertaking], clerk: User, agency: User, executive: Organisation
) -> None:
    parts = [u.assignments.get(leads=True) for u in five]
    told = Happened(date(2023, 9, 19), "Xong", result="resolved")
    actions.answer(parts[0], happened=told, expected_version=1, by=agency, at=NOW)
    paper = {"number": "88/UBND-VP", "issued_on": "19/9/2023", "on": "20/9/2023"}
    typed = {**paper, **lines(parts, result=["resolved"] * 5, text=["Đã làm."] * 5)}
    page = enter(client, clerk).post(f"{PAPER}?co-quan={executive.pk}", typed)
    assert page.status_code == 422 and page.text.count("vừa được người khác ghi") == 2
    assert Progress.objects.exclude(result="").count() == 1


def test_choosing_whose_paper_asks_as_much_for_many_as_for_one(
    client: Client,
    five: list[Undertaking],
    clerk: User,
    origin: Origin,
    commune: Council,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(6):
        given: dict[str, Any] = {"council": commune, "origin": origin, "by": clerk, "at": NOW}
        body = make_body(commune, "department", f"Ban {number}")
        due = due_as_set(date(2023, 10, 1))
        actions.undertake(**given, text="Việc", lead=body, due=due, on=date(2023, 9, 1))
    browser = enter(client, clerk)
    with django_assert_max_num_queries(15):
        assert browser.get(PAPER).text.count("01 việc") == 7


def all_answered(five: list[Undertaking], agency: User) -> list[Any]:
    """The first four are done, the fifth cannot be."""
    for place, undertaking in enumerate(five):
        result = Result.NO_FUNDS if place == 4 else Result.RESOLVED
        told = Happened(date(2023, 9, 20), f"Trả lời {place + 1}", result=result)
        part = undertaking.assignments.get(leads=True)
        actions.answer(part, happened=told, expected_version=1, by=agency, at=NOW)
    return [Undertaking.objects.get(pk=u.pk).assignments.get(leads=True) for u in five]


def test_the_standing_committee_assesses_many_at_one_sitting(
    client: Client, five: list[Undertaking], agency: User, leader: User
) -> None:
    parts = all_answered(five, agency)
    browser = enter(client, leader)
    assert "Xem xét trả lời (05)" in browser.get("/xa-mau/theo-doi/").text
    page = browser.get(ASSESS).text
    assert "Trả lời 3" in page and page.count("Xác nhận đã xong</option>") == 4
    assert "ít nhất một trả lời" in browser.post(ASSESS, {**lines(parts), "on": "21/9/2023"}).text
    steps = ["confirm", "confirm", "confirm", "give_back", "close"]
    words = ["", "", "", "", "Chưa bố trí được vốn"]
    wrong = browser.post(ASSESS, {**lines(parts, step=steps, text=words), "on": "21/9/2023"})
    assert "VT-2023-004: " in wrong.text and Undertaking.objects.filter(status="confirmed").count() == 0
    words[3] = "Chưa có ảnh"
    done = browser.post(ASSESS, {**lines(parts, step=steps, text=words), "on": "21/9/2023"}, follow=True)
    assert "Đã ghi ý kiến xem xét 05 trả lời." in done.text
    found = list(Undertaking.objects.order_by("pk").values_list("status", flat=True))
    assert found == [Status.CONFIRMED] * 3 + [Status.GIVEN_BACK, Status.CLOSED]
    assert "Không có trả lời nào chờ xem xét" in browser.get(ASSESS).text


def test_a_clerk_records_what_the_standing_committee_decided_on_paper(
    client: Client, five: list[Undertaking], agency: User, clerk: User, commune: Council
) -> None:
    committee = make_body(commune, "standing_committee", "Thường trực HĐND xã Mẫu")
    parts, browser = all_answered(five, agency), enter(client, clerk)
    assert "Ghi thay Thường trực HĐND phải nêu văn bản" in browser.get(ASSESS).text
    typed = {**lines(parts, step=["confirm", "", "", "", ""], text=[""] * 5), "on": "21/9/2023"}
    assert "Ghi thay phải nêu văn bản" in browser.post(ASSESS, typed).text
    alone = browser.post(ASSESS, {**typed, "file": [photo()]})
    assert "hãy ghi số, ký hiệu" in alone.text
    half = browser.post(ASSESS, {**typed, "number": "7/TB-HĐND"})
    assert "Văn bản phải có ngày và cơ quan ban hành." in half.text
    paper = {"number": "7/TB-HĐND", "issued_on": "21/9/2023", "issuer": committee.pk, "file": [photo()]}
    assert browser.post(ASSESS, {**typed, **paper}).status_code == 302
    assert five[0].history.get(step="confirm").document.evidence.get().file.name == "anh-cau.png"
    assert "theo văn bản 7/TB-HĐND ngày 21/9/2023" in browser.get(PAGE).text
    step = browser.get(f"{PAGE.replace('001', '002')}buoc/1/confirm/").text
    assert f'<option value="{committee.pk}" selected>' in step


def test_two_parts_of_one_undertaking_are_assessed_together(
    client: Client, undertaking: Undertaking, agency: User, market: User, leader: User
) -> None:
    for by, leads in ((agency, True), (market, False)):
        told = Happened(date(2023, 9, 20), "Xong", result="resolved")
        part = undertaking.assignments.get(leads=leads)
        version = Undertaking.objects.get().version
        actions.answer(part, happened=told, expected_version=version, by=by, at=NOW)
    parts = list(undertaking.assignments.select_related("undertaking").order_by("-leads"))
    typed = {**lines(parts, step=["give_back", "confirm"], text=["Thiếu", ""]), "on": "21/9/2023"}
    assert enter(client, leader).post(ASSESS, typed).status_code == 302
    assert [part.state for part in undertaking.assignments.order_by("-leads")] == ["given_back", "confirmed"]


def upload(content: bytes, body: Organisation, **fields: Any) -> dict[str, Any]:
    usual = {"body": body.pk, "number": "88/UBND", "issued_on": "19/9/2023", "received_on": "20/9/2023"}
    return {**usual, "file": SimpleUploadedFile("tra-loi.xlsx", content), **fields}


def test_a_workbook_goes_out_comes_back_is_looked_at_and_recorded(
    client: Client, five: list[Undertaking], clerk: User, executive: Organisation
) -> None:
    browser = enter(client, clerk)
    form = browser.get(f"{PAPER}mau-excel/?co-quan={executive.pk}")
    assert len(read_grids(form.content)[0].grid) == 9
    assert "tra-loi-ubnd-xa-mau.xlsx" in form.headers["Content-Disposition"]
    assert "Tải mẫu cho UBND xã Mẫu" in browser.get(f"{BOOKS}?co-quan={executive.pk}").text
    content = book_with(
        ("VT-2023-001", "đã giải quyết", "Đã sửa.", None), ("VT-2023-002", "đã giải quyết", "Xong.", None)
    )
    page = browser.post(BOOKS, upload(content, executive), follow=True)
    assert "Ghi 02 trả lời" in page.text and "Nội dung trả lời: Đã sửa." in page.text
    assert "BTL-2023-001" in browser.get(BOOKS).text
    book = f"{BOOKS}BTL-2023-001/"
    assert browser.get(f"{book}tep/").content == content
    stale = browser.post(book, {"fingerprint": "x"})
    assert stale.status_code == 422 and "xem lại rồi xác nhận" in stale.text
    fingerprint = page.context["fingerprint"]
    done = browser.post(book, {"fingerprint": fingerprint}, follow=True)
    assert "Đã ghi 02 trả lời của UBND xã Mẫu theo văn bản 88/UBND." in done.text
    assert "Đã ghi vào sổ" in browser.get(book).text and browser.get(f"{book}danh-dau/").status_code == 404
    assert "đã được ghi" in browser.post(book, {"fingerprint": fingerprint}).text
    again = browser.post(BOOKS, upload(content, executive), follow=True)
    assert "Tệp không có gì mới" in again.text and "Ghi 0" not in again.text


def test_a_wrong_workbook_is_marked_and_dropped(
    client: Client, five: list[Undertaking], clerk: User, executive: Organisation
) -> None:
    browser = enter(client, clerk)
    assert "không phải là sổ Excel" in browser.post(BOOKS, upload(b"khong", executive)).text
    content = book_with(("VT-2023-001", "xong", "Đã sửa.", None))
    page = browser.post(BOOKS, upload(content, executive), follow=True)
    assert "Không có mục “xong”" in page.text and "Tải tệp đã đánh dấu" in page.text
    book = f"{BOOKS}BTL-2023-001/"
    fingerprint = page.context["fingerprint"]
    assert "còn chỗ sai" in browser.post(book, {"fingerprint": fingerprint}).text
    assert read_grids(browser.get(f"{book}danh-dau/").content)[0].grid[4][3] == "xong"
    assert "Đã bỏ BTL-2023-001" in browser.post(f"{book}bo/", follow=True).text
    assert "đã bỏ trước khi ghi" in browser.get(book).text and browser.get(f"{book}tep/").status_code == 404
    assert "đã bỏ" in browser.post(f"{book}bo/", follow=True).text
    empty = browser.post(BOOKS, upload(book_with(), executive), follow=True)
    assert "chưa điền trả lời nào" in empty.text
    assert AnswerBook.objects.count() == 2 and Progress.objects.count() == 5


def test_a_book_asks_as_much_for_many_rows_as_the_answers_cost(
    client: Client,
    five: list[Undertaking],
    clerk: User,
    executive: Organisation,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    rows = [(f"VT-2023-00{n}", "đã giải quyết", "Đã sửa.", None) for n in range(1, 6)]
    browser = enter(client, clerk)
    page = browser.post(BOOKS, upload(book_with(*rows), executive), follow=True)
    browser.post(f"{BOOKS}BTL-2023-001/", {"fingerprint": page.context["fingerprint"]})
    browser.post(BOOKS, upload(book_with(*rows), executive))
    with django_assert_max_num_queries(24):
        assert "05 đã ghi từ trước" in browser.get(f"{BOOKS}BTL-2023-002/").text
