"""The councils one may turn to: few stand in the menu, many are asked for; nobody learns of others."""

from __future__ import annotations

import pytest
from django.test import Client

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.web.desk import switcher

from ...factories import make_council

PAGE = "/dak-mau/doi-hoi-dong/"


@pytest.fixture
def browser(client: Client, district_clerk: User, commune: Council) -> Client:
    client.force_login(district_clerk)
    return client


@pytest.fixture
def many(district: Council, commune: Council) -> None:
    for number in range(switcher.FEW):
        make_council(f"xa-{number}", f"Xã Số {number}", upper=district)


def test_few_stand_in_the_menu_of_every_page(browser: Client) -> None:
    page = browser.get("/dak-mau/kien-nghi/").text
    assert '<a href="/xa-mau/">HĐND xã Mẫu</a>' in page
    assert f'hx-get="{PAGE}"' not in page


def test_one_needs_no_menu(client: Client, clerk: User) -> None:
    client.force_login(clerk)
    assert "Đổi hội đồng" not in client.get("/xa-mau/kien-nghi/").text


def test_many_are_asked_for_and_reached_without_a_script(browser: Client, many: None) -> None:
    page = browser.get("/dak-mau/kien-nghi/").text
    assert "HĐND xã Số 3" not in page
    assert f'hx-get="{PAGE}"' in page
    assert f'<a href="{PAGE}">' in page
    whole, part = browser.get(PAGE).text, browser.get(PAGE, headers={"HX-Request": "true"}).text
    assert "<html" in whole
    assert "<html" not in part
    for told in (whole, part):
        assert '<a href="/xa-3/">HĐND xã Số 3</a>' in told
        assert '<a href="/dak-mau/" aria-current="true">' in told


def test_they_are_searched_without_diacritics(browser: Client, many: None) -> None:
    told = browser.get(PAGE, {"tim": "xa so 1"}, headers={"HX-Request": "true"}).text
    assert [f"/xa-{number}/" in told for number in (1, 10, 11, 2)] == [True, True, True, False]
    assert "Không có hội đồng nào khớp" in browser.get(PAGE, {"tim": "không có"}).text


def test_a_country_is_not_scrolled_through(
    browser: Client, many: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(switcher, "MOST", 10)
    told = browser.get(PAGE, headers={"HX-Request": "true"}).text
    assert told.count("<a ") == 10
    assert "Còn 4 hội đồng nữa" in told


def test_nobody_learns_of_other_councils(client: Client, clerk: User, sister: Council) -> None:
    client.force_login(clerk)
    assert "HĐND xã Bên" not in client.get("/xa-mau/doi-hoi-dong/").text
    assert client.get("/xa-ben/doi-hoi-dong/").status_code == 404
