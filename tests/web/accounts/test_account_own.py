"""Profile and sessions."""

import pytest
from allauth.account.models import EmailAddress
from allauth.usersessions.models import UserSession
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.web.accounts.devices import device

from .signing_in import PASSWORD, is_signed_in, sign_in

PROFILE = "/tai-khoan/ho-so/"
SESSIONS = "/tai-khoan/phien-dang-nhap/"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0"
PHONE = (
    "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/142.0 Mobile Safari/537.36"
)


def test_a_name_is_saved_mended_and_told_to_the_journal(user: User, signed_in: Client) -> None:
    page = signed_in.post(PROFILE, {"full_name": "  Đại  biểu mẫu 07 ", "email": user.email}, follow=True)
    assert "Đã lưu hồ sơ." in page.content.decode()
    user.refresh_from_db()
    assert user.full_name == "Đại biểu mẫu 07"
    entry = Entry.objects.of_record(user).get()
    assert entry.changes == {"full_name": ["Đại biểu mẫu 01", "Đại biểu mẫu 07"]}


def test_saving_what_is_already_so_writes_nothing(user: User, signed_in: Client) -> None:
    signed_in.post(PROFILE, {"full_name": user.full_name, "email": "CHUYENVIEN01@vidu.vn"})
    assert not Entry.objects.exists()


def test_a_new_address_waits_for_the_password_and_then_is_saved_without_typing_again(
    user: User, signed_in: Client
) -> None:
    asked = signed_in.post(PROFILE, {"full_name": user.full_name, "email": "Moi@vidu.vn"})
    user.refresh_from_db()
    assert user.email == "chuyenvien01@vidu.vn"
    signed_in.post(asked["Location"], {"password": "sai"})
    user.refresh_from_db()
    assert user.email == "chuyenvien01@vidu.vn"
    signed_in.post(asked["Location"], {"password": PASSWORD})
    user.refresh_from_db()
    assert user.email == "moi@vidu.vn"
    assert is_signed_in(sign_in(Client(), "moi@vidu.vn"))
    assert not is_signed_in(sign_in(Client(), "chuyenvien01@vidu.vn"))
    assert not EmailAddress.objects.exists(), "no second list of addresses that could go stale"


@pytest.mark.parametrize(
    ("typed", "field", "sentence"),
    [
        ({"full_name": ""}, "full_name", "Hãy điền mục này."),
        ({"full_name": "A" * 121}, "full_name", "Mục này chỉ được dài tối đa 120 ký tự (hiện có 121)."),
        ({"email": "không phải"}, "email", "Địa chỉ thư điện tử không đúng. Ví dụ: nguyenvana@tinh.gov.vn."),
        ({"email": "KHAC@vidu.vn"}, "__all__", "Địa chỉ thư điện tử này đã có tài khoản khác dùng."),
    ],
)
def test_every_refusal_is_a_sentence(
    user: User, signed_in: Client, typed: dict[str, str], field: str, sentence: str
) -> None:
    User.objects.create_user("khac", full_name="Đại biểu mẫu 02", email="khac@vidu.vn")
    page = signed_in.post(PROFILE, {"full_name": user.full_name, "email": user.email, **typed})
    assert page.context["form"].errors == {field: [sentence]}


def test_a_user_changes_nobody_else(user: User, signed_in: Client) -> None:
    other = User.objects.create_user("khac", full_name="Đại biểu mẫu 02")
    signed_in.post(
        PROFILE, {"full_name": "Đại biểu mẫu 09", "email": "", "pk": other.pk, "username": "khac2"}
    )
    other.refresh_from_db()
    assert (other.full_name, other.username) == ("Đại biểu mẫu 02", "khac")


def test_sessions_are_listed_by_device_and_the_others_can_be_ended(user: User) -> None:
    here = sign_in(Client(), **{"User-Agent": FIREFOX})
    there = sign_in(Client(), **{"User-Agent": PHONE})
    page = here.get(SESSIONS, headers={"User-Agent": FIREFOX}).content.decode()
    assert "Firefox trên máy tính Windows" in page
    assert "Chrome trên điện thoại" in page
    assert page.count("(thiết bị này)") == 1
    done = here.post(SESSIONS, follow=True)
    assert "Đã đăng xuất khỏi các thiết bị khác." in done.content.decode()
    assert there.get(PROFILE).status_code == 302
    assert here.get(PROFILE).status_code == 200
    assert UserSession.objects.count() == 1


def test_a_session_in_use_is_noted_once_in_five_minutes(user: User) -> None:
    client = sign_in(Client())
    client.get(PROFILE)
    noted = UserSession.objects.get().last_seen_at
    with CaptureQueriesContext(connection) as queries:
        client.get(PROFILE)
    assert not [query for query in queries if query["sql"].startswith(("UPDATE", "INSERT"))]
    cache.clear()
    client.get(PROFILE)
    assert UserSession.objects.get().last_seen_at > noted


def test_nobody_sees_the_sessions_of_another(user: User, signed_in: Client) -> None:
    User.objects.create_user("khac", PASSWORD, full_name="Đại biểu mẫu 02")
    other = sign_in(Client(), "khac", **{"User-Agent": PHONE})
    assert "Chrome" not in signed_in.get(SESSIONS).content.decode()
    signed_in.post(SESSIONS)
    assert other.get(PROFILE).status_code == 200


@pytest.mark.parametrize(
    ("user_agent", "words"),
    [
        (FIREFOX, "Firefox trên máy tính Windows"),
        (PHONE, "Chrome trên điện thoại hoặc máy tính bảng Android"),
        (FIREFOX.replace("Firefox", "Chrome") + " Edg/142.0", "Edge trên máy tính Windows"),
        ("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) Version/18.0 Safari/604.1", "Safari trên iPhone"),
        ("curl/8.5", "Trình duyệt khác"),
        ("", "Trình duyệt khác"),
    ],
)
def test_a_device_is_called_by_a_name_people_know(user_agent: str, words: str) -> None:
    assert device(user_agent) == words
