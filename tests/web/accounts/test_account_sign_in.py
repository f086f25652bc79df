import re

import pytest
from django.test import Client

from dienhong.accounts.models import User

from .signing_in import PASSWORD, is_signed_in, sign_in

SIGN_IN = "/tai-khoan/dang-nhap/"
NOT_RIGHT = "Tên đăng nhập, thư điện tử hoặc mật khẩu không đúng."
WAIT = "Đã nhập sai nhiều lần"


@pytest.mark.parametrize(
    "login",
    ["chuyenvien01", "CHUYENVIEN01", " chuyenvien01 ", "chuyenvien01@vidu.vn", "ChuyenVien01@VIDU.vn"],
)
def test_a_user_name_or_an_address_opens_the_door_in_any_case(user: User, login: str) -> None:
    assert is_signed_in(sign_in(Client(), login))


@pytest.mark.parametrize("login", ["chuyenvien01", "chuyenvien01@vidu.vn", "khongco", "khongco@vidu.vn"])
def test_a_failure_does_not_say_whether_the_account_exists(user: User, login: str) -> None:
    page = Client().post(SIGN_IN, {"login": login, "password": "sai mật khẩu rồi"})
    assert NOT_RIGHT in page.content.decode()
    assert page.context["form"].non_field_errors() == [NOT_RIGHT]


def test_after_a_failure_the_name_is_kept_and_the_cursor_waits_at_the_password(user: User) -> None:
    html = Client().post(SIGN_IN, {"login": "chuyenvien01", "password": "sai"}).content.decode()
    assert 'value="chuyenvien01"' in html
    assert re.findall(r'<input[^>]*name="(\w+)"[^>]*autofocus', html) == ["password"]


def test_after_five_failures_the_right_password_waits_too(user: User) -> None:
    client = Client()
    for _ in range(5):
        assert (
            NOT_RIGHT in client.post(SIGN_IN, {"login": "chuyenvien01", "password": "sai"}).content.decode()
        )
    assert WAIT in client.post(SIGN_IN, {"login": "chuyenvien01", "password": PASSWORD}).content.decode()
    assert not is_signed_in(client)


def test_others_still_get_in_while_one_account_waits(user: User) -> None:
    User.objects.create_user("khac", PASSWORD, full_name="Đại biểu mẫu 02")
    for _ in range(6):
        Client().post(SIGN_IN, {"login": "chuyenvien01", "password": "sai"})
    assert is_signed_in(sign_in(Client(), "khac"))


def test_too_many_requests_from_one_place_get_429_in_vietnamese(user: User) -> None:
    client = Client()
    for _ in range(30):
        client.post(SIGN_IN, {"login": "", "password": ""})
    page = client.post(SIGN_IN, {"login": "chuyenvien01", "password": PASSWORD})
    assert page.status_code == 429
    assert "Hãy đợi một phút" in page.content.decode()


def test_an_account_out_of_use_is_told_so_only_with_the_right_password(user: User) -> None:
    User.objects.update(is_active=False)
    client = Client()
    assert NOT_RIGHT in client.post(SIGN_IN, {"login": "chuyenvien01", "password": "sai"}).content.decode()
    page = client.post(SIGN_IN, {"login": "chuyenvien01", "password": PASSWORD}, follow=True)
    assert "Tài khoản đã ngừng sử dụng" in page.content.decode()
    assert not is_signed_in(client)


def test_sign_in_returns_to_where_one_wanted_to_go_inside_the_house_only(user: User) -> None:
    wanted = {"login": "chuyenvien01", "password": PASSWORD}
    inside = Client().post(SIGN_IN, {**wanted, "next": "/tai-khoan/phien-dang-nhap/"})
    outside = Client().post(SIGN_IN, {**wanted, "next": "https://vidu.example/"})
    assert (inside["Location"], outside["Location"]) == ("/tai-khoan/phien-dang-nhap/", "/")


def test_signing_out_takes_a_button_not_an_address(signed_in: Client) -> None:
    asked = signed_in.get("/tai-khoan/dang-xuat/")
    assert "Đại biểu mẫu 01" in asked.content.decode()
    assert is_signed_in(signed_in)
    gone = signed_in.post("/tai-khoan/dang-xuat/", follow=True)
    assert not is_signed_in(signed_in)
    assert "Đã đăng xuất." in gone.content.decode()


def test_signing_in_greets_without_a_message(user: User) -> None:
    page = sign_in(Client()).get("/tai-khoan/ho-so/")
    assert list(page.context["messages"]) == []


def test_the_session_key_changes_at_sign_in(user: User) -> None:
    client = Client()
    client.post(SIGN_IN, {"login": "chuyenvien01", "password": "sai"})
    before = client.session.session_key
    assert sign_in(client).session.session_key != before


def test_cookies_are_closed_to_scripts_and_to_other_sites(signed_in: Client) -> None:
    signed_in.get("/tai-khoan/ho-so/")
    for name in ("sessionid", "csrftoken"):
        cookie = signed_in.cookies[name]
        assert cookie["httponly"] is True
        assert cookie["samesite"] == "Lax"


def test_a_form_without_its_token_is_refused(user: User) -> None:
    client = Client(enforce_csrf_checks=True)
    assert sign_in(client).get("/tai-khoan/ho-so/").status_code == 302
    assert not is_signed_in(client)


@pytest.mark.parametrize("address", ["dang-ky", "signup", "login", "email", "dat-mat-khau"])
def test_what_the_house_does_not_offer_is_not_there(signed_in: Client, address: str) -> None:
    assert signed_in.get(f"/tai-khoan/{address}/").status_code == 404


def test_the_bare_address_leads_to_the_profile(signed_in: Client) -> None:
    assert signed_in.get("/tai-khoan/")["Location"] == "/tai-khoan/ho-so/"
