import re
from typing import Any

from django.test import Client

from dienhong.accounts.models import User
from dienhong.organisations.kinds import Reach, Role
from dienhong.organisations.models import RoleGrant
from tests.small_country import Country, grant, organisation, user
from tests.web.administration.pages import html, refused, send, signed_in, told

NEW: dict[str, Any] = {
    "full_name": "Cán bộ mẫu An",
    "username": "an.mau",
    "email": "",
    "role": "clerk",
    "organisation": "",
    "reach": "own",
    "from_on": "1/7/2026",
    "to_on": "",
}


def password_in(page: str) -> str:
    found = re.search(r"<code>([a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})</code>", page)
    assert found
    return found[1]


def test_a_first_password_is_shown_once_opens_once_and_must_be_replaced(country: Country) -> None:
    client = signed_in(country.local)
    answer = send(client, "user-add", "tan-mau", **NEW)
    assert answer.status_code == 200
    assert "no-store" in answer["Cache-Control"]
    password = password_in(answer.content.decode())
    assert User.objects.get(username="an.mau").check_password(password)
    assert password not in html(client, "user", "an.mau")
    newcomer = Client()
    newcomer.post("/tai-khoan/dang-nhap/", {"login": "an.mau", "password": password})
    assert newcomer.get("/tan-mau/").status_code == 302
    assert "mang tên đăng nhập" not in refused(send(client, "user-add", "tan-mau", **NEW))


def test_what_does_not_fit_stands_at_its_field(country: Country) -> None:
    client = signed_in(country.local)
    assert "chữ thường không dấu" in refused(send(client, "user-add", "tan-mau", **{**NEW, "username": "Ân"}))
    assert "nêu rõ là cơ quan nào" in refused(
        send(client, "user-add", "tan-mau", **{**NEW, "role": "agency"})
    )
    foreign = organisation(country.sister, "Phòng B")
    far = {**NEW, "role": "agency", "organisation": foreign.pk}
    assert refused(send(client, "user-add", "tan-mau", **far))
    assert refused(send(client, "user-add", "tan-mau", **{**NEW, "reach": "own_and_below"}))
    assert not User.objects.filter(username="an.mau").exists()


def test_people_are_found_without_diacritics_by_role_and_state(country: Country) -> None:
    client = signed_in(country.upper)
    person = user("binh", country.commune, Role.LEADER)
    person.full_name = "Đặng Thị Bình Mẫu"
    person.save()
    assert "Đặng Thị Bình Mẫu" in html(client, "users", tim="dang binh")
    assert "Đặng Thị Bình Mẫu" in html(client, "users", vai="leader")
    assert "Đặng Thị Bình Mẫu" not in html(client, "users", vai="clerk")
    assert "Đặng Thị Bình Mẫu" not in html(client, "users", dung="ngung")
    assert "quantri-khac" not in html(client, "users", dung="tat-ca")


def test_the_list_of_people_costs_the_same_for_many(
    country: Country, django_assert_max_num_queries: Any
) -> None:
    for number in range(55):
        person = user(f"nguoi{number:02}", country.commune, Role.DELEGATE)
        grant(person, country.sister, Role.DELEGATE)
    client = signed_in(country.upper)
    with django_assert_max_num_queries(20):
        page = html(client, "users")
    assert "và 1 vai trò khác" in page
    assert "trang=2" in page


def test_an_account_is_changed_closed_opened_and_given_a_new_password(country: Country) -> None:
    client, name = signed_in(country.local), country.clerk.username
    told(send(client, "user-change", name, full_name="Cán bộ mẫu Mới", email="", expected_version=1))
    refused(send(client, "user-deactivate", name, reason=" ", expected_version=2))
    told(send(client, "user-deactivate", name, reason="nghỉ việc", expected_version=2))
    page = html(client, "user", name)
    assert "nghỉ việc" in page
    assert "Mở lại tài khoản" in page
    assert "đã ngừng" in html(client, "users", dung="ngung")
    told(send(client, "user-reactivate", name, expected_version=3))
    answer = send(client, "user-reset", name, expected_version=4)
    assert User.objects.get(username=name).check_password(password_in(answer.content.decode()))
    assert "vừa được người khác sửa" in refused(send(client, "user-reset", name, expected_version=4))


def test_a_closed_account_is_out_at_once(country: Country) -> None:
    clerk = signed_in(country.clerk)
    assert clerk.get("/tan-mau/").status_code == 200
    name = country.clerk.username
    told(send(signed_in(country.local), "user-deactivate", name, reason="nghỉ việc", expected_version=1))
    assert clerk.get("/tan-mau/").status_code == 302


def test_the_own_account_and_the_last_administrator_are_kept(country: Country) -> None:
    client = signed_in(country.upper)
    answer = send(client, "user-deactivate", "quantri-tinh", reason="r", expected_version=1)
    assert "Không tự ngừng tài khoản" in refused(answer)
    last = country.upper.grants.get()
    typed = {"to_on": "20/11/2096", "reason": "r", "expected_version": 1}
    assert "người quản trị cuối cùng" in refused(send(client, "role-end", "quang-mau", last.pk, **typed))


def test_who_reaches_further_is_seen_but_not_changed(country: Country) -> None:
    grant(country.clerk, country.province, Role.CLERK, Reach.OWN_AND_BELOW)
    client, name = signed_in(country.local), country.clerk.username
    page = html(client, "user", name)
    assert "ngoài phạm vi" in page
    assert "HĐND tỉnh Quảng Mẫu" not in page.split("<main")[1]
    assert client.get(f"/quan-tri/nguoi-dung/{name}/cap-mat-khau/").status_code == 403


def test_a_role_is_given_to_a_known_account_and_ended(country: Country) -> None:
    client = signed_in(country.upper)
    answer = send(client, "user-grant-where", "chuyenvien", council="dong-mau")
    assert answer["Location"] == "/quan-tri/hoi-dong/dong-mau/vai-tro/giao/?nguoi=chuyenvien"
    typed = {k: v for k, v in NEW.items() if k not in {"full_name", "username", "email"}}
    unknown = send(client, "role-grant", "dong-mau", person="ai.do", **typed)
    assert "Không có tài khoản đang dùng" in refused(unknown)
    told(send(client, "role-grant", "dong-mau", person="chuyenvien", **typed))
    twice = send(client, "role-grant", "dong-mau", person="chuyenvien", **typed)
    assert "đang giữ đúng vai trò đó" in refused(twice)
    given = RoleGrant.objects.get(council=country.sister)
    end = {"to_on": "1/10/2026", "reason": "điều động", "expected_version": 1}
    told(send(client, "role-end", "dong-mau", given.pk, **end))
    assert "đã kết thúc" in html(client, "roles", "dong-mau")
    assert "điều động" in html(client, "user", "chuyenvien")


def test_a_single_council_needs_no_choosing(country: Country) -> None:
    answer = signed_in(country.local).get("/quan-tri/nguoi-dung/mo-tai-khoan/")
    assert answer["Location"] == "/quan-tri/hoi-dong/tan-mau/mo-tai-khoan/"
