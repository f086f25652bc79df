"""Pages of reception: a year planned, what a day leads to, steps of a letter, pairs, denunciations, handlers."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.reception.models import Letter, LetterHandler, LetterPair, ReceptionDay

from ...factories import make_user
from ...reception.factories import (
    SECRET,
    make_day,
    make_denunciation,
    make_handler,
    make_letter,
    make_reception,
)


@pytest.fixture
def browser(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


PLAN = {
    "year": "2023",
    "day": "15",
    "first_month": "4",
    "last_month": "6",
    "place": "Trụ sở",
    "body": "standing",
    "receiver_name": "Bà Mẫu, Chủ tịch",
}
DAYS, LETTERS = "/xa-mau/lich-tiep-cong-dan/", "/xa-mau/don-thu/"


def test_a_year_is_looked_at_before_it_is_written(browser: Client, commune: Council, clerk: User) -> None:
    make_day(commune, clerk)
    assert "Lập lịch cả năm" in browser.get(DAYS).text
    assert 'value="Trụ sở tiếp công dân"' in browser.get(f"{DAYS}lap-lich/").text
    preview = browser.post(f"{DAYS}lap-lich/", PLAN)
    assert "15/4/2023 là thứ Bảy" in preview.text and "Ghi 02 ngày vào lịch" in preview.text
    assert "đã có trong lịch" in preview.text and ReceptionDay.objects.count() == 1
    done = browser.post(f"{DAYS}lap-lich/", {**PLAN, "ghi": "1"}, follow=True)
    assert "Đã ghi 02 ngày tiếp công dân" in done.text
    assert ReceptionDay.objects.filter(held_on=date(2023, 4, 17)).exists()
    again = browser.post(f"{DAYS}lap-lich/", {**PLAN, "ghi": "1"})
    assert "Không có ngày nào để ghi" in again.text
    wrong = browser.post(f"{DAYS}lap-lich/", {**PLAN, "first_month": "9"})
    assert wrong.status_code == 422 and "Tháng cuối trước tháng đầu" in wrong.text


def test_a_missed_day_is_shown_in_the_list_and_filtered(
    browser: Client, commune: Council, clerk: User
) -> None:
    make_reception(commune, clerk, day=make_day(commune, clerk, place="Nhà văn hóa"))
    make_day(commune, clerk)
    assert "01 ngày tiếp công dân" in browser.get(f"{DAYS}?tinh-trang=missed").text
    page = browser.get(f"{DAYS}LTD-2023-002/").text
    assert "bỏ trống, chưa rõ lý do" in page and "Công bố lịch chậm nhất" in page
    assert browser.get(f"{DAYS}xuat-excel/").status_code == 200


def test_lists_ask_as_much_for_many_as_for_one(
    browser: Client, commune: Council, clerk: User, django_assert_max_num_queries: object
) -> None:
    for number in range(8):
        make_reception(commune, clerk, day=make_day(commune, clerk, place=f"Nơi {number}"))
        make_letter(commune, clerk)
    for path in (DAYS, LETTERS, "/xa-mau/luot-tiep/"):
        with django_assert_max_num_queries(22):  # type: ignore[operator]
            assert "08 " in browser.get(path).text


def test_a_day_leads_to_who_came_and_they_to_their_letters(
    browser: Client, commune: Council, clerk: User
) -> None:
    make_reception(commune, clerk, day=make_day(commune, clerk))
    assert "Ghi lượt tiếp" in browser.get(f"{DAYS}LTD-2023-001/").text
    form = browser.get(f"{DAYS}LTD-2023-001/ghi-luot-tiep/", follow=True)
    assert 'value="15/06/2023"' in form.text or 'value="15/6/2023"' in form.text
    assert "TCD-2023-001" in browser.get(f"{DAYS}LTD-2023-001/").text
    letter = browser.get("/xa-mau/luot-tiep/TCD-2023-001/ghi-don/", follow=True)
    assert '<option value="reception" selected>' in letter.text
    assert "data-draft" not in letter.text
    assert "Chưa ghi đơn nào" in browser.get("/xa-mau/luot-tiep/TCD-2023-001/").text


def test_a_moved_day_shows_where_to(browser: Client, commune: Council, clerk: User) -> None:
    make_day(commune, clerk)
    typed = {"moved_on": "19/6/2023", "reason": "Trùng kỳ họp", "expected_version": "1"}
    page = browser.post(f"{DAYS}LTD-2023-001/viec/chuyen-ngay/", typed, follow=True).text
    assert "Ngày tiếp thay" in page and "Trùng kỳ họp" in page


def test_steps_of_a_letter_are_taken_on_their_page(browser: Client, commune: Council, clerk: User) -> None:
    make_letter(commune, clerk)
    page = browser.get(f"{LETTERS}DTH-2023-001/").text
    assert page.count("Chuyển đơn") == 1 and "/buoc/" not in page and "Trả lời công dân chậm nhất" in page
    step = f"{LETTERS}DTH-2023-001/viec/pass-on/"
    assert (
        "Hãy chọn hoặc ghi cơ quan"
        in browser.post(step, {"handled_on": "8/11/2023", "expected_version": "1"}).text
    )
    typed = {"handled_on": "8/11/2023", "expected_version": "1", "passed_to_name": "UBND xã Bên"}
    assert "UBND xã Bên" in browser.post(step, typed, follow=True).text
    typed = {"expected_version": "2", "reason": "Chuyển nhầm nơi"}
    assert browser.post(f"{LETTERS}DTH-2023-001/viec/reopen/", typed).status_code == 302


def test_what_was_changed_is_told_without_its_words(browser: Client, commune: Council, clerk: User) -> None:
    letter = make_letter(commune, clerk)
    form = browser.get(f"{LETTERS}DTH-2023-001/sua/")
    typed = {name: value for name, value in form.context["form"].initial.items() if value is not None}
    typed |= {"received_on": "6/11/2023", "matter": "Lời khác", "expected_version": "1"}
    page = browser.post(f"{LETTERS}DTH-2023-001/sua/", typed, follow=True).text
    assert "Nội dung đơn: đã sửa" in page and "<del>" not in page
    letter.refresh_from_db()
    assert letter.matter == "Lời khác"


def test_pairs_of_letters_are_shown_and_judged(
    client: Client, district: Council, commune: Council, district_clerk: User, clerk: User
) -> None:
    words = "Tranh chấp ranh giới đất rẫy với hộ liền kề"
    make_letter(district, district_clerk, matter=words)
    make_letter(commune, clerk, matter=words)
    client.force_login(district_clerk)
    page = client.get("/dak-mau/don-thu/trung-nhau/")
    assert "Năm 2023" in page.text and "cùng người gửi" in page.text and "chưa xác định" in page.text
    assert "Không thấy đơn nào" in client.get("/dak-mau/don-thu/trung-nhau/?nam=2022").text
    own = "/dak-mau/don-thu/DTH-2023-001/"
    assert "Có thể cùng một đơn" in client.get(own).text
    assert "Hai đơn khác nhau" in client.get(f"{own}trung/").text
    typed = {"council": "xa-mau", "other": "DTH-2023-001", "same": "yes"}
    assert "là cùng một đơn" in client.post(f"{own}trung/", typed, follow=True).text
    assert LetterPair.objects.get().same
    itself = {**typed, "council": "dak-mau"}
    assert "chính nó" in client.post(f"{own}trung/", itself).text
    assert client.post(f"{own}trung/", {**typed, "other": "DTH-2023-009"}).status_code == 404
    assert "01 đơn" in client.get("/dak-mau/don-thu/?trung=yes").text


DENOUNCED = {
    **SECRET,
    "received_on": "6/11/2023",
    "channel": "post",
    "competence": "own",
    "field": "budget",
}
SEALED = f"{LETTERS}DTH-2023-001/"


def test_its_handler_records_opens_and_changes_it(client: Client, commune: Council) -> None:
    client.force_login(make_handler(commune))
    form = client.get(f"{LETTERS}ghi-to-cao/")
    assert "data-draft" not in form.text and "no-store" in form.headers["Cache-Control"]
    assert client.post(f"{LETTERS}ghi-to-cao/", {**DENOUNCED, "received_on": "1/1/2050"}).status_code == 422
    recorded = client.post(f"{LETTERS}ghi-to-cao/", DENOUNCED, follow=True).text
    assert "Đơn tố cáo (mật)" in recorded and SECRET["matter"] not in recorded
    assert f"{SEALED}sua/" not in recorded and client.get(f"{SEALED}sua/").status_code == 404
    closed = client.get(f"{SEALED}doc/").text
    assert "Mở để đọc" in closed and SECRET["sender"] not in closed
    opened = client.post(f"{SEALED}doc/")
    assert SECRET["sender"] in opened.text and "Ngân sách" in opened.text
    assert "no-store" in opened.headers["Cache-Control"]
    changed = {**DENOUNCED, "sender": "Người Khác", "expected_version": "1"}
    assert client.post(f"{SEALED}sua-to-cao/", {**changed, "expected_version": "7"}).status_code == 422
    assert client.post(f"{SEALED}sua-to-cao/", {**changed, "received_on": "1/1/2050"}).status_code == 422
    assert "Nội dung mật: đã sửa" in client.post(f"{SEALED}sua-to-cao/", changed, follow=True).text
    assert "Người Khác" in client.post(f"{SEALED}doc/").text
    verbs = Entry.objects.of_record(Letter.objects.get()).values_list("verb", flat=True)
    assert list(verbs) == ["Ghi đơn tố cáo", "Đọc đơn tố cáo", "Sửa đơn tố cáo", "Đọc đơn tố cáo"]
    typed = {"expected_version": "2", "reason": "Ghi nhầm"}
    client.post(f"{SEALED}huy/", typed)
    assert client.post(f"{SEALED}sua-to-cao/", changed).status_code == 403
    assert "Sửa đơn" not in client.post(f"{SEALED}doc/").text


def test_a_clerk_of_the_same_office_sees_a_masked_row_and_no_more(browser: Client, commune: Council) -> None:
    make_denunciation(commune, make_handler(commune))
    pages = [
        browser.get(path).text
        for path in (LETTERS, f"{LETTERS}?tim=bi+an", f"{LETTERS}trung-nhau/", "/xa-mau/")
    ]
    pages.append(browser.get(LETTERS).text)
    assert "Mật" in pages[0] and "tố cáo" in pages[0] and SEALED not in pages[0]
    for suffix in ("", "sua/", "huy/", "trung/", "doc/", "viec/accept/", "giao-viec/"):
        answer = browser.get(f"{SEALED}{suffix}")
        assert answer.status_code == 403, suffix
        pages.append(answer.text)
    assert "diện mật" in pages[5]
    for suffix, typed in (
        ("doc/", {}),
        ("sua-to-cao/", DENOUNCED),
        ("huy/", {"reason": "x", "expected_version": "1"}),
    ):
        answer = browser.post(f"{SEALED}{suffix}", typed)
        assert answer.status_code == 403, suffix
    refused = browser.post(f"{LETTERS}ghi-to-cao/", DENOUNCED)
    assert refused.status_code == 403 and "giao xử lý" in refused.text
    assert [word for word in SECRET.values() if any(word in page for page in [*pages, refused.text])] == []
    assert Letter.objects.count() == 1


def test_an_ordinary_letter_is_not_opened_as_a_denunciation(client: Client, commune: Council) -> None:
    handler = make_handler(commune)
    make_letter(commune, handler)
    client.force_login(handler)
    assert client.get(f"{SEALED}doc/").status_code == 404


def test_leaders_name_handlers_on_their_page(client: Client, commune: Council, clerk: User) -> None:
    client.force_login(make_user("thuong.truc", Role.LEADER, commune))
    page = f"{LETTERS}nguoi-xu-ly/"
    assert "Chưa giao cho ai" in client.get(page).text
    typed = {"user": clerk.pk, "from_on": "1/1/2023"}
    assert "Đã giao vanthu.xa xử lý đơn tố cáo" in client.post(page, typed, follow=True).text
    assert "đang được giao" in client.post(page, typed).text
    handler = LetterHandler.objects.get()
    assert (
        "vừa được người khác sửa" in client.post(page, {"handler": handler.pk, "expected_version": "9"}).text
    )
    assert "mở lại trang" in client.post(page, {"handler": "x", "expected_version": "1"}).text
    ended = client.post(page, {"handler": handler.pk, "expected_version": "1"}, follow=True).text
    assert "thôi xử lý đơn tố cáo từ hôm nay" in ended and "Đã thôi giao" in ended
    client.force_login(clerk)
    shown = client.get(page).text
    assert "Đã thôi giao" in shown and "Giao thêm" not in shown
    assert client.post(page, typed).status_code == 403
