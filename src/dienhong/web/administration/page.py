"""What every page of administration does alike: who may see it, its tabs, a form carried out or shown again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse

from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Council
from dienhong.web.administration.forms.base import AdministrationForm
from dienhong.web.councils import user_of

View = Callable[..., HttpResponse]

FOR_ADMINISTRATORS = "Trang này dành cho người quản trị."
FOR_ROLES = "Tài khoản này chưa được giao vai trò nào nên chưa xem được quy tắc, lịch nghỉ và lĩnh vực."

SECTIONS = (
    ("Tổng quan", "administration-overview", True),
    ("Hội đồng", "administration-councils", True),
    ("Người dùng", "administration-users", True),
    ("Thời hạn, ngưỡng", "administration-rules", False),
    ("Lịch nghỉ", "administration-holidays", False),
    ("Lĩnh vực", "administration-fields", False),
)
"""Tab, its address, whether it is for administrators only."""


def is_administrator(request: HttpRequest) -> bool:
    access = access_of(user_of(request))
    return access.everywhere or bool(access.administers)


def may_write_common(request: HttpRequest) -> bool:
    """Whether rules, holidays and fields are this user's to change."""
    return access_of(user_of(request)).administers_installation


def for_administrators(view: View) -> View:
    """Who administers no council is told so (403): that there is an administration is no secret."""

    @wraps(view)
    def wrapped(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not is_administrator(request):
            raise NotAllowed(FOR_ADMINISTRATORS)
        return view(request, **kwargs)

    return wrapped


def for_roles(view: View) -> View:
    """Everybody with a role may read on what a deadline rests."""

    @wraps(view)
    def wrapped(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        access = access_of(user_of(request))
        if not (access.everywhere or access.grants):
            raise NotAllowed(FOR_ROLES)
        return view(request, **kwargs)

    return wrapped


def for_common_writers(view: View) -> View:
    """Rules, holidays and fields are read by all and changed by few."""

    @wraps(view)
    def wrapped(request: HttpRequest, **kwargs: Any) -> HttpResponse:
        if not may_write_common(request):
            raise NotAllowed(
                "Anh/chị xem được trang này nhưng không được sửa: quy tắc dùng chung cho mọi Hội đồng."
            )
        return view(request, **kwargs)

    return for_roles(wrapped)


def in_administered(view: View) -> View:
    """Give the view the council of the address: unseen is not found, seen but not administered is refused."""

    @wraps(view)
    def wrapped(request: HttpRequest, council: str, **kwargs: Any) -> HttpResponse:
        user = user_of(request)
        visible = Council.objects.visible_to(user).select_related("unit")
        found = get_object_or_404(visible, slug=council)
        if not access_of(user).may_administer(found):
            raise NotAllowed(f"Anh/chị không quản trị {found.name}.")
        return view(request, council=found, **kwargs)

    return for_administrators(wrapped)


def answer(request: HttpRequest, template: str, context: dict[str, Any], status: int = 200) -> HttpResponse:
    """A page with the tabs of administration that this user has."""
    tabs = [
        {"label": label, "url": url, "current": _stands_under(request.path, url, name)}
        for label, name, narrow in SECTIONS
        if is_administrator(request) or not narrow
        for url in [reverse(name)]
    ]
    return render(request, f"administration/{template}.html", {"tabs": tabs, **context}, status=status)


def _stands_under(path: str, url: str, name: str) -> bool:
    return path == url if name == "administration-overview" else path.startswith(url)


@dataclass(frozen=True)
class FormPage:
    """A form and what stands around it; ``effect`` says what will happen."""

    heading: str
    submit: str
    back_url: str
    back_label: str
    effect: str = ""
    danger: bool = False
    draft: str = ""


def form_answer(request: HttpRequest, form: AdministrationForm, page: FormPage, **more: Any) -> HttpResponse:
    context = {"form": form, "page": page, **more}
    return answer(request, "form", context, status=422 if form.is_bound else 200)


def attempted(request: HttpRequest, form: AdministrationForm, do: Callable[[dict[str, Any]], Any]) -> Any:
    """What the action gave, or None where there is nothing to do or the form now says what was refused."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        return do(form.cleaned_data)
    except Refused as refusal:
        form.show(refusal)
    except Changed as conflict:
        form.add_error(None, conflict.sentence)
    return None


def carried_out(
    request: HttpRequest, form: AdministrationForm, do: Callable[[dict[str, Any]], Any], *, done: str, to: str
) -> HttpResponse | None:
    """The way on after an action that succeeded, with the word that it did."""
    if attempted(request, form, do) is None:
        return None
    messages.success(request, done)
    return redirect(to)
