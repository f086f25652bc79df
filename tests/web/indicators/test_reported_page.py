"""Entering figures from a paper, as a clerk types them; what readers see; two clerks at once."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from dienhong.accounts.models import User
from dienhong.indicators.models import ReportedFigure
from dienhong.organisations.models import Council

from ...voters.factories import make_petition

BASE = "/xa-mau/so-lieu/bao-cao/?nam=2023"
PAPER = "Báo cáo số 12/BC-HĐND ngày 15/12/2023"
RECEIVED = "petitions.received"


@pytest.fixture
def browser(client: Client, clerk: User) -> Client:
    client.force_login(clerk)
    return client


def typed(**numbers: str) -> dict[str, str]:
    return {
        "document": PAPER,
        "versions": "{}",
        **{name.replace("__", "."): n for name, n in numbers.items()},
    }


def test_numbers_are_read_as_officials_write_them(browser: Client, commune: Council) -> None:
    given = typed(petitions__received="khoảng 1.650", sessions__held="05")
    answer = browser.post(BASE, {**given, f"{RECEIVED}--status--resolved": "1.600"}, follow=True)
    assert "Đã lưu 03 số liệu báo cáo, năm 2023." in answer.text
    kept = {(f.indicator, f.part): (f.value, f.approximate) for f in ReportedFigure.objects.all()}
    assert kept == {
        (RECEIVED, None): (1650, True),
        ("sessions.held", None): (5, False),
        (RECEIVED, ("status", "resolved")): (1600, False),
    }
    page = browser.get(BASE).text
    assert 'value="khoảng 1.650"' in page and f'value="{PAPER}"' in page


@pytest.mark.parametrize("value", ["mười mấy", "-5", "1,5", "1.65", "9" * 20])
def test_what_is_no_count_is_said_at_the_field_and_kept(
    browser: Client, commune: Council, value: str
) -> None:
    answer = browser.post(BASE, typed(petitions__received=value))
    assert answer.status_code == 422
    assert "không phải là một số đếm" in answer.text and f'value="{value}"' in answer.text
    assert not ReportedFigure.objects.exists()


def test_what_is_refused_is_said(browser: Client, commune: Council) -> None:
    answer = browser.post(BASE, {**typed(petitions__received="5"), "document": ""})
    assert answer.status_code == 422 and "Hãy ghi số, ký hiệu" in answer.text
    answer = browser.post(BASE, {**typed(petitions__received="5"), f"{RECEIVED}--status--resolved": "6"})
    assert "phần “đã giải quyết” (06) lớn hơn số chung (05)" in answer.text


def test_the_second_of_two_clerks_is_told(browser: Client, commune: Council) -> None:
    browser.post(BASE, typed(petitions__received="23"))
    late = browser.post(BASE, typed(petitions__received="25"))
    assert late.status_code == 409 and "vừa được người khác sửa" in late.text and 'value="25"' in late.text
    seen = {**typed(petitions__received="25"), "versions": json.dumps({RECEIVED: 1})}
    assert browser.post(BASE, seen).status_code == 302
    for odd in ("[]", "{", json.dumps({RECEIVED: "x"})):
        assert browser.post(BASE, {**typed(petitions__received="26"), "versions": odd}).status_code == 409


def test_records_and_report_stand_side_by_side(browser: Client, commune: Council, clerk: User) -> None:
    make_petition(commune, clerk)
    browser.post(BASE, typed(petitions__received="23"))
    page = " ".join(browser.get(BASE).text.split())
    assert "+22" in page and "/xa-mau/kien-nghi/?nam=2023" in page
    assert "báo cáo khác sổ ghi" in browser.get("/xa-mau/so-lieu/?nam=2023").text


def test_readers_see_what_was_reported_and_do_not_write(
    client: Client, commune: Council, clerk: User, district_clerk: User
) -> None:
    client.force_login(district_clerk)
    assert "Chưa có số liệu báo cáo nào của kỳ này" in client.get(BASE).text
    client.force_login(clerk)
    client.post(BASE, {**typed(petitions__received="23"), f"{RECEIVED}--status--resolved": "20"})
    client.force_login(district_clerk)
    page = client.get(BASE).text
    assert PAPER in page and "đã giải quyết" in page.lower()
    assert "Kỳ họp đã tổ chức" not in page and "<input" not in page.split("<fieldset")[1]
    assert client.post(BASE, typed(petitions__received="24")).status_code == 403
