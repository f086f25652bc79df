"""What every page shows around its content: council, navigation by job, whether this is the sample."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from dienhong.accounts.models import User
from dienhong.organisations.access import access_of, first_council
from dienhong.organisations.kinds import COUNCIL_ROLES, Role
from dienhong.organisations.models import Council
from dienhong.registers.declaration import all_registers
from dienhong.web.desk.switcher import switcher

PAGES: Mapping[str, tuple[tuple[str, str], ...]] = {
    "Tổ chức": (("Hội đồng", "council"), ("Cơ cấu", "composition")),
    "Theo dõi": (("Bảng theo dõi", "followup-board"),),
    "Báo cáo": (
        ("Số liệu", "figures"),
        ("Bảng số liệu", "figures-board"),
        ("Chất lượng dữ liệu", "data-quality"),
    ),
}
"""Pages of a job that are no register: title and name of the address."""


@dataclass
class Item:
    label: str
    url: str
    current: bool


@dataclass
class NavigationGroup:
    """A job: its pages, and the first of them as its own address."""

    label: str
    items: list[Item] = field(default_factory=list)
    own_url: str = ""
    own_current: bool = False

    def alone(self) -> NavigationGroup:
        """A group of one page is that page: a second row of one word tells nothing."""
        if len(self.items) != 1:
            return self
        return NavigationGroup(self.label, own_url=self.items[0].url, own_current=self.items[0].current)

    @property
    def url(self) -> str:
        return self.own_url or self.items[0].url

    @property
    def current(self) -> bool:
        return self.own_current or any(item.current for item in self.items)


@dataclass
class ShellCouncil:
    name: str
    short_name: str
    slug: str
    url: str


def shell(request: HttpRequest) -> dict[str, Any]:
    """Nothing for who is not signed in; error pages come without it too."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {}
    council: Council | None = getattr(request, "council", None) or first_council(user)
    frame: dict[str, Any] = {"user_name": str(user), "navigation": _navigation(request, user, council)}
    if council is not None:
        url = reverse("desk", args=[council.slug])
        frame["council"] = ShellCouncil(council.name, council.short_name, council.slug, url)
        frame["councils"] = switcher(user, council)
        frame["sample"] = council.is_sample
    return {"shell": frame}


def _navigation(request: HttpRequest, user: User, council: Council | None) -> list[NavigationGroup]:
    groups = [] if council is None else _council_navigation(request, user, council)
    if access_of(user).administers:
        groups.append(_group("Quản trị", "administration-overview", request))
    return groups


def _council_navigation(request: HttpRequest, user: User, council: Council) -> list[NavigationGroup]:
    """Today, then the registers by job, in the order of the list of registers."""
    groups = {"": _group("Hôm nay", "desk", request, council.slug, whole=False)}
    if Role.AGENCY in access_of(user).roles_in(council):
        groups["agency"] = _group("Việc được giao", "followup-agency", request, council.slug)
    if council.pk in access_of(user).councils_read_by(COUNCIL_ROLES) or access_of(user).everywhere:
        for register in (register for register in all_registers() if not register.part_of):
            url = reverse(f"{register.code}-list", args=[council.slug])
            group = groups.setdefault(register.group, _with_pages(register.group, request, council))
            group.items.append(Item(register.title, url, request.path.startswith(url)))
    if access_of(user).may_act(council, {Role.CLERK}):
        group = groups.setdefault("Báo cáo", NavigationGroup("Báo cáo"))
        url = reverse("workbook-home", args=[council.slug])
        group.items.append(Item("Nhập, xuất Excel", url, request.path.startswith(url)))
    return [group.alone() for group in groups.values()]


def _with_pages(label: str, request: HttpRequest, council: Council) -> NavigationGroup:
    """A job that begins with pages of its own, beside its registers."""
    pages = ((title, reverse(name, args=[council.slug])) for title, name in PAGES.get(label, ()))
    return NavigationGroup(label, [Item(title, url, request.path.startswith(url)) for title, url in pages])


def _group(label: str, name: str, request: HttpRequest, *args: str, whole: bool = True) -> NavigationGroup:
    url = reverse(name, args=args)
    current = request.path.startswith(url) if whole else request.path == url
    return NavigationGroup(label, own_url=url, own_current=current)
