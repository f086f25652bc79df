import re

import pytest
from django.core import mail
from django.test import Client

from dienhong.accounts.models import User
from dienhong.audit.models import Entry

from .signing_in import PASSWORD, is_signed_in, sign_in

CHANGE = "/tai-khoan/doi-mat-khau/"
RESET = "/tai-khoan/dat-lai-mat-khau/"
NEW = "sông dài cá lội"


def change(client: Client, new: str, old: str = PASSWORD, again: str | None = None):  # type: ignore[no-untyped-def]
    return client.post(CHANGE, {"oldpassword": old, "password1": new, "password2": again or new})


@pytest.mark.parametrize(
    ("field", "sentence", "typed"),
    [
        ("oldpassword", "Mật khẩu hiện tại không đúng.", {"old": "sai", "new": NEW}),
        ("password1", "Mật khẩu mới phải khác mật khẩu hiện tại.", {"new": PASSWORD}),
        ("password1", "Mật khẩu phải có ít nhất 10 ký tự.", {"new": "ngắn quá"}),
        ("password1", "Mật khẩu quá giống tên đăng nhập.", {"new": "chuyenvien01"}),
        ("password1", "Mật khẩu không được chỉ gồm chữ số.", {"new": "39485761029384"}),
        ("password2", "Hai lần nhập mật khẩu không giống nhau.", {"new": NEW, "again": NEW + "!"}),
    ],
)
def test_every_refusal_is_a_sentence_at_its_field(
    signed_in: Client, field: str, sentence: str, typed: dict[str, str]
) -> None:
    assert sentence in change(signed_in, **typed).context["form"].errors[field]


def test_changing_the_password_ends_the_other_sessions_and_is_in_the_journal(
    user: User, signed_in: Client
) -> None:
    other = sign_in(Client())
    assert change(signed_in, NEW)["Location"] == "/tai-khoan/ho-so/"
    assert signed_in.get("/tai-khoan/ho-so/").status_code == 200
    assert other.get("/tai-khoan/ho-so/").status_code == 302
    assert not is_signed_in(sign_in(Client()))
    assert is_signed_in(sign_in(Client(), password=NEW))
    assert [entry.verb for entry in Entry.objects.of_record(user)] == ["đổi mật khẩu"]


class TestFirstPassword:
    """A password given by an administrator."""

    @pytest.fixture
    def newcomer(self, user: User) -> Client:
        User.objects.update(must_change_password=True)
        return sign_in(Client())

    def test_opens_no_page_but_the_choice_of_an_own_one(self, newcomer: Client) -> None:
        page = newcomer.get("/tai-khoan/phien-dang-nhap/?trang=2", follow=True)
        assert page.redirect_chain == [(CHANGE + "?next=%2Ftai-khoan%2Fphien-dang-nhap%2F%3Ftrang%3D2", 302)]
        assert "Chọn mật khẩu của riêng bạn" in page.content.decode()

    def test_does_nothing_by_post_either(self, newcomer: Client) -> None:
        answer = newcomer.post("/tai-khoan/ho-so/", {"full_name": "Tên khác"})
        assert answer["Location"] == CHANGE
        assert not User.objects.filter(full_name="Tên khác").exists()

    def test_a_part_of_a_page_takes_the_whole_page_along(self, newcomer: Client) -> None:
        answer = newcomer.get("/tai-khoan/ho-so/", headers={"HX-Request": "true"})
        assert answer["HX-Redirect"] == CHANGE

    def test_cannot_be_kept(self, newcomer: Client) -> None:
        change(newcomer, PASSWORD)
        assert User.objects.filter(must_change_password=True).exists()

    def test_once_replaced_leads_on(self, newcomer: Client) -> None:
        answer = newcomer.post(
            CHANGE,
            {
                "oldpassword": PASSWORD,
                "password1": NEW,
                "password2": NEW,
                "next": "/tai-khoan/phien-dang-nhap/",
            },
        )
        assert answer["Location"] == "/tai-khoan/phien-dang-nhap/"
        assert newcomer.get(answer["Location"]).status_code == 200

    def test_lets_one_sign_out(self, newcomer: Client) -> None:
        newcomer.post("/tai-khoan/dang-xuat/")
        assert not is_signed_in(newcomer)


def reset_link(client: Client, email: str = "chuyenvien01@vidu.vn") -> str:
    page = client.post(RESET, {"email": email}, follow=True)
    assert "Hãy xem hộp thư" in page.content.decode()
    return re.search(r"http://testserver(/\S+)", str(mail.outbox[-1].body))[1]  # type: ignore[index]


def test_a_forgotten_password_is_set_anew_through_the_mail(user: User) -> None:
    User.objects.update(must_change_password=True)
    client = Client()
    form = client.get(reset_link(client), follow=True)
    address = form.redirect_chain[-1][0]
    assert address.endswith("-mat-khau-moi/"), "the key must not stay in the address"
    done = client.post(address, {"password1": NEW, "password2": NEW}, follow=True)
    assert "Đã đặt mật khẩu mới" in done.content.decode()
    assert is_signed_in(sign_in(Client(), password=NEW))
    assert not User.objects.get().must_change_password


def test_the_mail_is_plain_vietnamese_and_names_the_account(user: User) -> None:
    reset_link(Client())
    letter = mail.outbox[0]
    assert letter.subject == "[Diên Hồng] Đặt lại mật khẩu"
    assert letter.to == ["chuyenvien01@vidu.vn"]
    assert "Kính gửi Đại biểu mẫu 01" in letter.body
    assert "“chuyenvien01”" in letter.body
    assert letter.alternatives == []  # type: ignore[attr-defined]


def test_the_link_opens_once(user: User) -> None:
    client = Client()
    link = reset_link(client)
    address = client.get(link)["Location"]
    client.post(address, {"password1": NEW, "password2": NEW})
    assert "Liên kết không còn dùng được" in Client().get(link).content.decode()


def test_a_stranger_gets_the_same_answer_and_no_mail(user: User) -> None:
    page = Client().post(RESET, {"email": "khongco@vidu.vn"}, follow=True)
    assert "Hãy xem hộp thư" in page.content.decode()
    assert mail.outbox == []


def test_an_account_out_of_use_gets_no_mail(user: User) -> None:
    User.objects.update(is_active=False)
    Client().post(RESET, {"email": "chuyenvien01@vidu.vn"})
    assert mail.outbox == []


def test_a_changed_address_makes_the_link_to_the_old_one_worthless(user: User) -> None:
    client = Client()
    link = reset_link(client)
    User.objects.update(email="khac@vidu.vn")
    assert "Liên kết không còn dùng được" in client.get(link).content.decode()
    Client().post(RESET, {"email": "chuyenvien01@vidu.vn"})
    assert len(mail.outbox) == 1


def test_asking_again_and_again_is_stopped(user: User) -> None:
    for _ in range(5):
        Client().post(RESET, {"email": "chuyenvien01@vidu.vn"})
    assert Client().post(RESET, {"email": "chuyenvien01@vidu.vn"}).status_code == 429
    assert len(mail.outbox) == 5
