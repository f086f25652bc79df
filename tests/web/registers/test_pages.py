"""Pages of a register through the client: what is shown, typed, refused, and kept."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from dienhong.accounts.models import User
from dienhong.council_sessions.models import CouncilSession
from dienhong.council_sessions.register import register
from dienhong.council_sessions.states import SessionStatus
from dienhong.organisations.models import Council
from dienhong.registers import actions

from ...factories import NOW, make_session

BASE = "/xa-mau/ky-hop/"


@pytest.fixture
def browser(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


def typed(commune: Council, **fields: object) -> dict[str, object]:
    usual = {
        "kind": "regular",
        "term": commune.terms.get().pk,
        "ordinal": "7",
        "nominal_year": "2023",
        "opens_on": "18/7/2023",
        "closes_on": "19-7-2023",
        "place": "  Hội trường   xã ",
        "note": "",
    }
    return {**usual, **fields}


def test_a_session_is_recorded_as_clerks_type(browser: Client, commune: Council) -> None:
    answer = browser.post(f"{BASE}ghi-moi/", typed(commune), follow=True)
    assert answer.redirect_chain == [(f"{BASE}KH-2023-001/", 302)]
    assert "Đã ghi kỳ họp KH-2023-001." in answer.text
    session = CouncilSession.objects.get()
    assert (session.opens_on, session.closes_on, session.place) == (
        date(2023, 7, 18),
        date(2023, 7, 19),
        "Hội trường xã",
    )


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("opens_on", "31/02/2023", "không phải là một ngày có thật"),
        ("opens_on", "mai", "không phải là một ngày có thật"),
        ("closes_on", "17/7/2023", "Ngày bế mạc không được trước ngày khai mạc."),
        ("nominal_year", "2020", "chỉ thuộc chương trình năm 2023"),
        ("ordinal", "", "bắt buộc"),
        ("kind", "lạ", "Chọn"),
        ("place", "x" * 201, "200"),
    ],
)
def test_bad_input_is_told_and_nothing_typed_is_lost(
    field: str, value: str, sentence: str, browser: Client, commune: Council
) -> None:
    answer = browser.post(f"{BASE}ghi-moi/", typed(commune, **{field: value}))
    assert answer.status_code == 422
    assert sentence in answer.text
    assert "18/7/2023" in answer.text or field == "opens_on"
    assert not CouncilSession.objects.exists()


def test_a_term_of_another_council_cannot_be_chosen(
    browser: Client, commune: Council, sister: Council
) -> None:
    answer = browser.post(f"{BASE}ghi-moi/", typed(commune, term=sister.terms.get().pk))
    assert answer.status_code == 422
    assert not CouncilSession.objects.exists()


def test_the_second_of_two_editors_sees_both_versions(browser: Client, commune: Council, clerk: User) -> None:
    session = make_session(commune, clerk)
    address = f"{BASE}{session.code}/sua/"
    assert browser.get(address).status_code == 200
    values = {"place": "Nhà rông"}
    actions.change(register, session, values=values, expected_version=1, by=clerk, at=NOW)
    mine = typed(commune, place="Sân vận động", expected_version="1")
    answer = browser.post(address, mine)
    assert answer.status_code == 409
    assert "vừa được người khác sửa" in answer.text
    assert "Nhà rông" in answer.text and "Sân vận động" in answer.text
    assert browser.post(address, {**mine, "expected_version": "2"}).status_code == 302
    assert CouncilSession.objects.get().place == "Sân vận động"


def test_the_page_tells_facts_deadlines_and_history(browser: Client, commune: Council, clerk: User) -> None:
    session = make_session(commune, clerk)
    actions.change(register, session, values={"place": "Nhà rông"}, expected_version=1, by=clerk, at=NOW)
    page = browser.get(f"{BASE}{session.code}/").text
    for words in (
        "Kỳ họp thứ 7 (thường lệ)",
        "18/7/2023",
        "28/6/2023",
        "Điều 80",
        "chưa kiểm chứng",
        "Nhà rông",
        "dự kiến",
    ):
        assert words in page
    assert "<del>Hội trường</del>" in page


def test_a_step_is_taken_by_post_only(browser: Client, commune: Council, clerk: User) -> None:
    session = make_session(commune, clerk)
    address = f"{BASE}{session.code}/buoc/convene/"
    assert "Ghi nhận đã triệu tập" in browser.get(address).text
    session.refresh_from_db()
    assert session.status == SessionStatus.PLANNED  # type: ignore[attr-defined]
    assert browser.post(address, {"expected_version": "1"}).status_code == 302
    session.refresh_from_db()
    assert session.status == SessionStatus.CONVENED  # type: ignore[attr-defined]
    stale = browser.post(f"{BASE}{session.code}/buoc/close/", {"expected_version": "1"})
    assert stale.status_code == 422
    assert browser.get(f"{BASE}{session.code}/buoc/khong-co/").status_code == 404


def test_cancelling_asks_for_a_reason_and_keeps_the_page(
    browser: Client, commune: Council, clerk: User
) -> None:
    session = make_session(commune, clerk)
    address = f"{BASE}{session.code}/huy/"
    assert browser.post(address, {"expected_version": "1", "reason": " "}).status_code == 422
    page = browser.post(address, {"expected_version": "1", "reason": "Ghi trùng"}, follow=True).text
    assert "Bản ghi đã hủy" in page and "Ghi trùng" in page
    assert browser.get(f"{BASE}{session.code}/sua/").status_code == 403


def test_an_empty_register_says_what_it_is_for(browser: Client) -> None:
    page = browser.get(BASE).text
    assert "Chưa có kỳ họp nào" in page
    assert register.purpose in page
    assert "Không có bản ghi nào khớp" in browser.get(f"{BASE}?tim=zzz").text


def test_who_may_only_read_sees_no_buttons(
    client: Client, commune: Council, clerk: User, district_clerk: User
) -> None:
    session = make_session(commune, clerk)
    client.force_login(district_clerk)
    page = client.get(f"{BASE}{session.code}/").text
    assert "/sua/" not in page and "/huy/" not in page and "/buoc/" not in page
    assert "ghi-moi" not in client.get(BASE).text


def test_typed_markup_stays_text(browser: Client, commune: Council) -> None:
    nasty = "<script>alert(1)</script>{{ 7*7 }}"
    page = browser.post(f"{BASE}ghi-moi/", typed(commune, place=nasty), follow=True).text
    assert "<script>alert(1)" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;{{ 7*7 }}" in page


@pytest.mark.parametrize("address", ["/xa-mau/", BASE, f"{BASE}KH-2023-001/"])
def test_statements_are_the_same_for_one_row_and_fifty(
    address: str,
    browser: Client,
    commune: Council,
    clerk: User,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    make_session(commune, clerk, ordinal=1)
    with CaptureQueriesContext(connection) as few:
        browser.get(address)
    for ordinal in range(2, 51):
        make_session(commune, clerk, ordinal=ordinal)
    with django_assert_max_num_queries(len(few)):
        browser.get(address)


def test_pages_are_strict_about_scripts_and_styles(browser: Client) -> None:
    answer = browser.get(BASE)
    policy = answer.headers["Content-Security-Policy"]
    assert "script-src 'self'" in policy and "style-src 'self'" in policy and "unsafe" not in policy
    assert " style=" not in answer.text and "<script>" not in answer.text
