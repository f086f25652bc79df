"""Accounts: list, page, opening with a first password, changing, closing."""

from __future__ import annotations

from collections.abc import Callable
from random import SystemRandom
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from dienhong.accounts.models import User
from dienhong.kernel.errors import NotAllowed
from dienhong.organisations.actions import users as actions
from dienhong.organisations.administration import may_administer_user, users_known_to
from dienhong.organisations.models import Council
from dienhong.web.administration.forms.base import AdministrationForm, ConfirmForm, ReasonForm
from dienhong.web.administration.forms.users import CouncilChoiceForm, NewUserForm, UserForm
from dienhong.web.administration.page import (
    FormPage,
    answer,
    attempted,
    carried_out,
    for_administrators,
    form_answer,
    in_administered,
)
from dienhong.web.administration.views.roles import role_choices
from dienhong.web.councils import user_of

_RANDOMNESS = SystemRandom()


def person_of(request: HttpRequest, username: str) -> User:
    """An account with a role in an administered council; others are not found."""
    known = users_known_to(user_of(request), timezone.localdate())
    return get_object_or_404(known, username=username)


def administered_person(request: HttpRequest, username: str) -> User:
    """The same, for who may change it; who only sees it gets the reason."""
    person = person_of(request, username)
    if not may_administer_user(user_of(request), person, timezone.localdate()):
        raise NotAllowed(f"Tài khoản của {person} có vai trò ngoài phạm vi anh/chị quản trị.")
    return person


def address_of(person: User) -> str:
    return reverse("administration-user", args=[person.username])


@require_http_methods(["GET", "POST"])
@for_administrators
def choose_council(request: HttpRequest, username: str = "") -> HttpResponse:
    """Where the account or the role is to be; straight on where there is nothing to choose."""
    councils = Council.objects.administered_by(user_of(request)).standing(timezone.localdate()).in_order()
    form = CouncilChoiceForm(request.POST or None, councils=councils)
    only = councils.first() if councils.count() == 1 else None
    if only or (request.method == "POST" and form.is_valid()):
        council = only or form.cleaned_data["council"]
        name = "administration-role-grant" if username else "administration-user-add"
        words = f"?nguoi={username}" if username else ""
        return redirect(reverse(name, args=[council.slug]) + words)
    back = reverse("administration-user", args=[username]) if username else reverse("administration-users")
    heading = "Giao vai trò tại Hội đồng nào?" if username else "Mở tài khoản tại Hội đồng nào?"
    return form_answer(request, form, FormPage(heading, "Tiếp tục", back, username or "Người dùng"))


@never_cache
@require_http_methods(["GET", "POST"])
@in_administered
def add(request: HttpRequest, council: Council) -> HttpResponse:
    initial = {"from_on": timezone.localdate()}
    form = NewUserForm(request.POST or None, **role_choices(request, council), initial=initial)
    opened = attempted(request, form, lambda data: _add(request, council, form))
    if opened is not None:
        return _password_page(request, opened, "Đã mở tài khoản")
    back = reverse("administration-roles", args=[council.slug])
    page = FormPage(f"Mở tài khoản tại {council.name}", "Mở tài khoản", back, council.name)
    groups = [
        {"heading": "Người dùng", "fields": [form[n] for n in ("full_name", "username", "email")]},
        {
            "heading": "Vai trò đầu tiên",
            "fields": [form[n] for n in ("role", "organisation", "reach", "from_on", "to_on")],
        },
    ]
    return form_answer(request, form, page, groups=groups)


def _add(request: HttpRequest, council: Council, form: NewUserForm) -> actions.Opened:
    person = ("full_name", "username", "email")
    return actions.add_user(
        **{name: form.cleaned_data[name] for name in person},
        council=council,
        role=form.values(*person),
        randomness=_RANDOMNESS,
        by=user_of(request),
        at=timezone.now(),
    )


def _password_page(request: HttpRequest, opened: actions.Opened, heading: str) -> HttpResponse:
    """The only time that the password is shown: in the answer itself, stored nowhere."""
    context = {"heading": heading, "person": opened.user, "password": opened.password}
    return answer(request, "password", {**context, "address": address_of(opened.user)})


@require_http_methods(["GET", "POST"])
@for_administrators
def change(request: HttpRequest, username: str) -> HttpResponse:
    person = administered_person(request, username)
    initial = {"full_name": person.full_name, "email": person.email, "expected_version": person.version}
    form = UserForm(request.POST or None, initial=initial)
    page = FormPage(f"Sửa tài khoản của {person}", "Lưu", address_of(person), str(person))
    return _act(request, person, form, page, actions.change_user, "Đã lưu tài khoản.")


@require_http_methods(["GET", "POST"])
@for_administrators
def deactivate(request: HttpRequest, username: str) -> HttpResponse:
    person = administered_person(request, username)
    form = ReasonForm(request.POST or None, initial={"expected_version": person.version})
    effect = (
        f"{person} không đăng nhập được nữa, kể cả trên máy đang mở. Những gì đã ghi giữ nguyên; mở lại được."
    )
    page = FormPage(
        f"Ngừng tài khoản của {person}",
        "Ngừng tài khoản",
        address_of(person),
        str(person),
        effect,
        danger=True,
    )
    return _act(request, person, form, page, actions.deactivate_user, "Đã ngừng tài khoản.")


@require_http_methods(["GET", "POST"])
@for_administrators
def reactivate(request: HttpRequest, username: str) -> HttpResponse:
    person = administered_person(request, username)
    form = ConfirmForm(request.POST or None, initial={"expected_version": person.version})
    effect = f"{person} đăng nhập lại được bằng mật khẩu cũ, với những vai trò còn hiệu lực."
    page = FormPage(
        f"Mở lại tài khoản của {person}", "Mở lại tài khoản", address_of(person), str(person), effect
    )
    return _act(request, person, form, page, actions.reactivate_user, "Đã mở lại tài khoản.")


@never_cache
@require_http_methods(["GET", "POST"])
@for_administrators
def reset(request: HttpRequest, username: str) -> HttpResponse:
    person = administered_person(request, username)
    form = ConfirmForm(request.POST or None, initial={"expected_version": person.version})

    def do(data: dict[str, Any]) -> actions.Opened:
        by, at = user_of(request), timezone.now()
        return actions.reset_password(person, randomness=_RANDOMNESS, **data, by=by, at=at)

    opened = attempted(request, form, do)
    if opened is not None:
        return _password_page(request, opened, "Đã cấp lại mật khẩu")
    effect = f"Mật khẩu hiện nay của {person} hết dùng ngay; mọi máy đang đăng nhập bị thoát."
    page = FormPage(
        f"Cấp lại mật khẩu cho {person}",
        "Cấp mật khẩu mới",
        address_of(person),
        str(person),
        effect,
        danger=True,
    )
    return form_answer(request, form, page)


def _act(
    request: HttpRequest,
    person: User,
    form: AdministrationForm,
    page: FormPage,
    action: Callable[..., User],
    done: str,
) -> HttpResponse:
    def do(data: dict[str, Any]) -> User:
        return action(person, **data, by=user_of(request), at=timezone.now())

    answered = carried_out(request, form, do, done=done, to=address_of(person))
    return answered or form_answer(request, form, page)
