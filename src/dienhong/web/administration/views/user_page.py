"""The list of accounts, and one account's page with its roles and history."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.organisations.administration import may_administer_user, users_known_to
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council, RoleGrant
from dienhong.web.administration.forms.users import UserFilter
from dienhong.web.administration.page import answer, for_administrators
from dienhong.web.administration.parts import Button, Fact, Part, day
from dienhong.web.administration.story import LONGEST, told
from dienhong.web.administration.tables import Heading, Paged, Said, row, table
from dienhong.web.administration.views import roles
from dienhong.web.administration.views.users import address_of, person_of
from dienhong.web.councils import user_of
from dienhong.web.registers.table import Row

_COLUMNS = (
    Heading("Họ và tên", "title", "title"),
    Heading("Tên đăng nhập", "code", "meta"),
    Heading("Vai trò", "text", "meta"),
    Heading("Đăng nhập gần nhất", "date", "hide"),
    Heading("Tài khoản", "status", "meta"),
)


@require_GET
@for_administrators
def listing(request: HttpRequest) -> HttpResponse:
    filters = UserFilter(request.GET)
    found = _filtered(request, filters)
    paged = Paged(found, request.GET)
    held = _roles_of(paged.rows)
    add = Button("Mở tài khoản", reverse("administration-user-add-where"), "primary", "plus")
    context = {
        "heading": "Người dùng",
        "noun": "tài khoản",
        "filters": filters,
        "described": filters.described(),
        "paged": paged,
        "table": table("Người dùng", _COLUMNS, (_row(person, held) for person in paged.rows)),
        "actions": [add],
    }
    return answer(request, "list", context)


def _filtered(request: HttpRequest, filters: UserFilter) -> Any:
    today = timezone.localdate()
    found: Any = users_known_to(user_of(request), today)
    found = found.matching(filters.word("tim") or "")
    if role := filters.word("vai"):
        found = found.filter(pk__in=RoleGrant.objects.filter(role=role).on(today).values("user"))
    state = filters.word("dung")
    return (found if state == "tat-ca" else found.filter(is_active=state != "ngung")).in_order()


def _roles_of(people: list[User]) -> dict[int, list[RoleGrant]]:
    """The roles held today by each of these people, in one statement."""
    grants = RoleGrant.objects.filter(user__in=people).on(timezone.localdate()).select_related("council")
    held: dict[int, list[RoleGrant]] = {}
    for grant in grants.order_by("from_on"):
        held.setdefault(grant.user_id, []).append(grant)
    return held


def _row(person: User, held: dict[int, list[RoleGrant]]) -> Row:
    values = (
        str(person),
        person.username,
        _roles(held.get(person.pk, [])),
        day(person.last_login and timezone.localdate(person.last_login), "chưa lần nào"),
        _state(person),
    )
    return row(_COLUMNS, address_of(person), values, cancelled=not person.is_active)


def _roles(grants: list[RoleGrant]) -> Said:
    """The first role, how many more, and all of them behind it."""
    words = [f"{Role(g.role).label}, {g.council.short_name}" for g in grants]
    if not words:
        return Said("chưa có vai trò")
    further = f" và {len(words) - 1} vai trò khác" if len(words) > 1 else ""
    return Said(words[0] + further, full="; ".join(words) if further else "")


def _state(person: User) -> Said:
    if not person.is_active:
        return Said("đã ngừng", state="cancelled")
    if person.must_change_password:
        return Said("chờ đổi mật khẩu", state="draft")
    return Said("đang dùng", state="done")


@require_GET
@for_administrators
def page(request: HttpRequest, username: str) -> HttpResponse:
    person = person_of(request, username)
    today = timezone.localdate()
    state = _state(person)
    grants = _seen(request, person)
    administered = may_administer_user(user_of(request), person, today)
    grant = Button(
        "Giao thêm vai trò", reverse("administration-user-grant-where", args=[username]), icon="plus"
    )
    context = {
        "heading": str(person),
        "back_url": reverse("administration-users"),
        "back_label": "Người dùng",
        "state": state.state,
        "word": state.text,
        "note": ""
        if administered
        else "Người này có vai trò ngoài phạm vi anh/chị quản trị nên chỉ xem được.",
        "actions": [Button("Sửa", f"{address_of(person)}sua/", icon="pencil")] if administered else [],
        "more": _more(person) if administered else [],
        "parts": [
            Part("Tài khoản", facts=_facts(person)),
            Part(
                "Vai trò được giao",
                table=roles.table_of_user(grants, today),
                button=grant if person.is_active else None,
            ),
        ],
        "story": _story(person, grants),
    }
    return answer(request, "thing", context)


def _seen(request: HttpRequest, person: User) -> list[RoleGrant]:
    """The roles in councils that the visitor administers; those elsewhere are none of theirs."""
    administered = Council.objects.administered_by(user_of(request))
    grants = RoleGrant.objects.filter(user=person, council__in=administered)
    return list(grants.select_related("user", "council", "organisation").order_by("from_on"))


def _more(person: User) -> list[Button]:
    base = address_of(person)
    if not person.is_active:
        return [Button("Mở lại tài khoản", f"{base}mo-lai/", icon="refresh")]
    return [
        Button("Cấp lại mật khẩu", f"{base}cap-mat-khau/", icon="lock"),
        Button("Ngừng tài khoản", f"{base}ngung/", icon="ban"),
    ]


def _facts(person: User) -> tuple[Fact, ...]:
    return (
        Fact("Họ và tên", person.full_name),
        Fact("Tên đăng nhập", person.username),
        Fact("Thư điện tử", person.email),
        Fact("Mở tài khoản", day(timezone.localdate(person.date_joined))),
        Fact(
            "Đăng nhập gần nhất",
            day(person.last_login and timezone.localdate(person.last_login), "chưa lần nào"),
        ),
    )


def _story(person: User, grants: list[RoleGrant]) -> list[Any]:
    """What was done to the account and to its roles."""
    own = Entry.objects.of_record(person)
    about = Entry.objects.filter(record_type="organisations.rolegrant", record_id__in=[g.pk for g in grants])
    return told((own | about).order_by("-pk")[:LONGEST], named=True)
