"""What is true of every page of sign-in and of the own account."""

import re
import subprocess
import sys
from html.parser import HTMLParser

import pytest
from allauth.mfa.models import Authenticator
from django.test import Client

from dienhong.accounts.models import User

from .signing_in import PASSWORD, code_of, sign_in

FACTOR = "/tai-khoan/xac-thuc-hai-lop/"
ENTRANCE = [
    "dang-nhap/",
    "ngung-su-dung/",
    "dat-lai-mat-khau/",
    "dat-lai-mat-khau/da-gui/",
    "dat-lai-mat-khau/xong/",
]
ENTRANCE += ["dat-lai-mat-khau/1-het-han/"]
OWN = ["ho-so/", "doi-mat-khau/", "phien-dang-nhap/", "xac-thuc-hai-lop/", "dang-xuat/", "xac-nhan-mat-khau/"]
OWN_CONFIRMED = ["bat/"]
WITH_FACTOR = ["", "tat/", "xac-nhan/", "ma-khoi-phuc/", "ma-khoi-phuc/tao-moi/"]
ENGLISH = re.compile(
    r"\b(the|and|your|you|please|password|email|sign|login|log|code|account|user|session|device|enter|field|is|not)\b",
    re.IGNORECASE,
)


class Page(HTMLParser):
    """Collects what the eye reads and what a strict policy would refuse."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.read: list[str] = []
        self.refused: list[str] = []
        self.headings = 0
        self.unlabelled: list[str] = []
        self._labels = set(re.findall(r'<label for="([^"]+)"', html))
        self._silent = False
        self.feed(html)

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        said = dict(attributes)
        self.headings += tag == "h1"
        self._silent = tag in {"script", "style", "title", "code"}
        if tag == "style" or (tag == "script" and "src" not in said):
            self.refused.append(tag)
        self.refused += [name for name in said if name == "style" or name.startswith("on")]
        if tag == "input" and said.get("type") != "hidden" and said.get("id") not in self._labels:
            self.unlabelled.append(str(said))
        self.read += [said[name] or "" for name in ("placeholder", "aria-label", "title") if name in said]

    def handle_endtag(self, tag: str) -> None:
        self._silent = False

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.read.append(data)


def holds(client: Client, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200, answer.get("Location")
    policy = answer["Content-Security-Policy"]
    assert "script-src 'self'" in policy
    assert "style-src 'self'" in policy
    assert "unsafe" not in policy
    page = Page(answer.content.decode())
    assert page.refused == []
    assert page.unlabelled == []
    assert page.headings == 1
    text = " ".join(page.read).replace("Google Authenticator", "").replace("Microsoft Authenticator", "")
    assert not ENGLISH.findall(text)
    assert answer["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("address", ENTRANCE)
def test_the_entrance(db: None, address: str) -> None:
    holds(Client(), "/tai-khoan/" + address)


@pytest.mark.parametrize("address", OWN)
def test_the_own_account(signed_in: Client, address: str) -> None:
    holds(signed_in, "/tai-khoan/" + address)


@pytest.fixture
def confirmed(signed_in: Client) -> Client:
    signed_in.post("/tai-khoan/xac-nhan-mat-khau/", {"password": PASSWORD})
    return signed_in


def test_switching_the_second_factor_on(confirmed: Client) -> None:
    holds(confirmed, FACTOR + "bat/")


@pytest.mark.parametrize("address", WITH_FACTOR)
def test_the_second_factor(confirmed: Client, address: str) -> None:
    form = confirmed.get(FACTOR + "bat/").context["form"]
    confirmed.post(FACTOR + "bat/", {"code": code_of(form.secret)})
    holds(confirmed, FACTOR + address)


def test_the_code_at_sign_in(confirmed: Client, user: User) -> None:
    form = confirmed.get(FACTOR + "bat/").context["form"]
    confirmed.post(FACTOR + "bat/", {"code": code_of(form.secret)})
    assert Authenticator.objects.filter(user=user).count() == 2
    holds(sign_in(Client()), FACTOR + "nhap-ma/")


def test_the_first_password(user: User) -> None:
    User.objects.update(must_change_password=True)
    holds(sign_in(Client()), "/tai-khoan/doi-mat-khau/")


@pytest.mark.parametrize("address", [*OWN, "xac-thuc-hai-lop/bat/", "xac-thuc-hai-lop/ma-khoi-phuc/"])
def test_the_own_account_is_closed_to_strangers(db: None, address: str) -> None:
    answer = Client().get("/tai-khoan/" + address)
    assert (answer.status_code, answer["Location"].split("?")[0]) == (302, "/tai-khoan/dang-nhap/")


def test_the_entrance_shows_two_fields_one_button_and_whom_to_call(db: None, settings: object) -> None:
    settings.HELP_LINE = "bà Mẫu, điện thoại 0200 000 000"  # type: ignore[attr-defined]
    html = Client().get("/tai-khoan/dang-nhap/").content.decode()
    assert re.findall(r'<input type="(?!hidden)(\w+)"', html) == ["text", "password"]
    assert re.findall(r"<button[^>]*>\s*(.*?)\s*</button>", html) == ["Đăng nhập"]
    assert "Tên đăng nhập hoặc thư điện tử" in html
    assert "Quên mật khẩu?" in html
    assert "Hãy gọi bà Mẫu, điện thoại 0200 000 000." in html


def test_an_installation_hashes_passwords_with_argon2() -> None:
    said = subprocess.run(
        [
            sys.executable,
            "-c",
            "import django; django.setup()\n"
            "from django.contrib.auth.hashers import make_password, check_password\n"
            "hash = make_password('mật khẩu dài'); print(hash[:17], check_password('mật khẩu dài', hash))",
        ],
        env={"DJANGO_SETTINGS_MODULE": "dienhong.config.settings", "SECRET_KEY": "only for this test"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    assert said.split() == ["argon2$argon2id$v", "True"]
