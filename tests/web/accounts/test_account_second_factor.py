import time
from types import SimpleNamespace

import pytest
from allauth.mfa.models import Authenticator
from cryptography.fernet import Fernet
from django.core.cache import cache
from django.test import Client

from dienhong.accounts.models import User

from .signing_in import PASSWORD, code_of, is_signed_in, sign_in

FACTOR = "/tai-khoan/xac-thuc-hai-lop/"
ASK_PASSWORD = "/tai-khoan/xac-nhan-mat-khau/"
WRONG = "Mã không đúng hoặc đã hết hạn."


def confirm(client: Client, address: str):  # type: ignore[no-untyped-def]
    """Open an address that asks for the password first, and give it."""
    asked = client.get(address)
    assert asked["Location"].startswith(ASK_PASSWORD)
    return client.post(asked["Location"], {"password": PASSWORD}, follow=True)


def activate(client: Client) -> str:
    """Switch the second factor on; gives the secret that the telephone now holds."""
    form = confirm(client, FACTOR + "bat/").context["form"]
    client.post(FACTOR + "bat/", {"code": code_of(form.secret)})
    return str(form.secret)


@pytest.fixture
def secret(user: User) -> str:
    return activate(sign_in(Client()))


def recovery_codes() -> list[str]:
    return list(Authenticator.objects.get(type=Authenticator.Type.RECOVERY_CODES).wrap().get_unused_codes())


@pytest.mark.django_db(transaction=True)  # allauth says what happened once it is committed
def test_it_takes_the_password_and_a_right_code_to_switch_on(signed_in: Client) -> None:
    page = confirm(signed_in, FACTOR + "bat/")
    assert "<svg" in page.content.decode()
    wrong = signed_in.post(FACTOR + "bat/", {"code": "000000"})
    assert wrong.context["form"].errors == {"code": [WRONG]}
    done = signed_in.post(FACTOR + "bat/", {"code": code_of(page.context["form"].secret)})
    assert done["Location"] == FACTOR + "ma-khoi-phuc/"
    shown = signed_in.get(done["Location"])
    assert "Đã bật xác thực hai lớp." in shown.content.decode()
    assert len(shown.context["unused_codes"]) == 10


def test_the_picture_names_the_system_and_the_account(signed_in: Client) -> None:
    address = confirm(signed_in, FACTOR + "bat/").context["totp_url"]
    assert address.startswith("otpauth://totp/chuyenvien01%40vidu.vn?secret=")
    assert address.endswith("issuer=Di%C3%AAn%20H%E1%BB%93ng")


def test_afterwards_the_password_alone_is_not_enough(secret: str) -> None:
    client = sign_in(Client())
    assert not is_signed_in(client)
    assert client.get("/tai-khoan/ho-so/").status_code == 302
    assert WRONG in client.post(FACTOR + "nhap-ma/", {"code": "000000"}).content.decode()
    client.post(FACTOR + "nhap-ma/", {"code": code_of(secret)})
    assert is_signed_in(client)


@pytest.mark.parametrize(("half_minutes", "opens"), [(-2, False), (-1, True), (1, True), (2, False)])
def test_a_code_with_a_space_opens_for_half_a_minute_more(
    secret: str, monkeypatch: pytest.MonkeyPatch, half_minutes: int, opens: bool
) -> None:
    moment = time.time()
    monkeypatch.setattr("allauth.mfa.totp.internal.auth.time", SimpleNamespace(time=lambda: moment))
    client = sign_in(Client())
    code = code_of(secret, half_minutes, at=moment)
    client.post(FACTOR + "nhap-ma/", {"code": f"{code[:3]} {code[3:]}"})
    assert is_signed_in(client) == opens


def test_a_code_opens_once(secret: str) -> None:
    code = code_of(secret)
    first, second = sign_in(Client()), sign_in(Client())
    first.post(FACTOR + "nhap-ma/", {"code": code})
    answer = second.post(FACTOR + "nhap-ma/", {"code": f"{code[:3]} {code[3:]}"})
    assert (is_signed_in(first), is_signed_in(second)) == (True, False)
    assert WRONG in answer.content.decode()


def test_a_code_opens_once_also_in_its_second_half_minute(secret: str, user: User) -> None:
    code = code_of(secret)
    sign_in(Client()).post(FACTOR + "nhap-ma/", {"code": code})
    cache.delete(f"allauth.mfa.totp.used?user={user.pk}&code={code}")  # allauth forgets after 30 seconds
    late = sign_in(Client())
    assert WRONG in late.post(FACTOR + "nhap-ma/", {"code": code}).content.decode()
    assert not is_signed_in(late)


def test_five_wrong_codes_close_the_door_to_the_right_one(secret: str) -> None:
    client = sign_in(Client())
    for _ in range(5):
        client.post(FACTOR + "nhap-ma/", {"code": "000000"})
    page = client.post(FACTOR + "nhap-ma/", {"code": code_of(secret)})
    assert "Đã nhập sai nhiều lần" in page.content.decode()
    assert not is_signed_in(client)


def test_a_recovery_code_opens_once(secret: str) -> None:
    code = recovery_codes()[0]
    first, second = sign_in(Client()), sign_in(Client())
    for client in (first, second):
        client.post(FACTOR + "nhap-ma/", {"code": code})
    assert (is_signed_in(first), is_signed_in(second)) == (True, False)
    assert len(recovery_codes()) == 9


def test_giving_up_at_the_code_leads_back_to_the_start(secret: str) -> None:
    client = sign_in(Client())
    client.post("/tai-khoan/dang-xuat/")
    assert client.get(FACTOR + "nhap-ma/")["Location"] == "/tai-khoan/dang-nhap/"


def test_recovery_codes_are_shown_after_the_password_downloaded_and_made_anew(secret: str) -> None:
    client = sign_in(Client())
    client.post(FACTOR + "nhap-ma/", {"code": code_of(secret)})
    old = recovery_codes()
    assert f"{old[0][:4]} {old[0][4:]}" in confirm(client, FACTOR + "ma-khoi-phuc/").content.decode()
    file = client.get(FACTOR + "ma-khoi-phuc/tai-ve/")
    assert file["Content-Disposition"] == 'attachment; filename="ma-khoi-phuc-dien-hong.txt"'
    assert set(old) <= set(file.content.decode().split())
    assert "10 mã cũ chưa dùng" in client.get(FACTOR + "ma-khoi-phuc/tao-moi/").content.decode()
    client.post(FACTOR + "ma-khoi-phuc/tao-moi/")
    assert set(recovery_codes()).isdisjoint(old)


def test_switching_off_asks_for_the_password_and_takes_the_recovery_codes_along(secret: str) -> None:
    client = sign_in(Client())
    client.post(FACTOR + "nhap-ma/", {"code": code_of(secret)})
    confirm(client, FACTOR + "tat/")
    done = client.post(FACTOR + "tat/", follow=True)
    assert "Đã tắt xác thực hai lớp." in done.content.decode()
    assert not Authenticator.objects.exists()
    assert is_signed_in(sign_in(Client()))


def test_the_password_may_be_replaced_by_a_code_where_it_is_asked_again(secret: str) -> None:
    client = sign_in(Client())
    client.post(FACTOR + "nhap-ma/", {"code": code_of(secret)})
    asked = client.get(FACTOR + "tat/", follow=True)
    assert "Dùng mã xác thực hoặc mã khôi phục" in asked.content.decode()
    page = client.post(
        FACTOR + "xac-nhan/?next=" + FACTOR + "tat/", {"code": recovery_codes()[0]}, follow=True
    )
    assert "Tắt xác thực hai lớp" in page.content.decode()


def test_a_forgotten_password_does_not_go_round_the_second_factor(user: User) -> None:
    from .test_account_password import NEW, reset_link

    activate(sign_in(Client()))
    client = Client()
    address = client.get(reset_link(client))["Location"]
    client.post(address, {"password1": NEW, "password2": NEW})
    assert not is_signed_in(sign_in(client, password=NEW))
    assert "Nhập mã xác thực" in client.get(FACTOR + "nhap-ma/").content.decode()


def test_asking_for_a_mail_leaves_nothing_that_forbids_the_second_factor(user: User) -> None:
    from .test_account_password import reset_link

    reset_link(Client())
    assert activate(sign_in(Client()))
    assert Authenticator.objects.filter(type=Authenticator.Type.TOTP).exists()


def test_secrets_are_sealed_at_rest_and_a_lost_key_opens_nothing(
    secret: str, settings: SimpleNamespace
) -> None:
    kept = str(list(Authenticator.objects.values_list("data", flat=True)))
    assert secret not in kept
    assert [code for code in recovery_codes() if code in kept] == []
    settings.SECRETS_KEYS = [Fernet.generate_key().decode()]
    client = sign_in(Client())
    client.post(FACTOR + "nhap-ma/", {"code": code_of(secret)})
    assert not is_signed_in(client)
