"""Roles in a council: who holds which, giving and ending them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from dienhong.kernel.errors import NotAllowed
from dienhong.organisations.access import access_of
from dienhong.organisations.actions import roles as actions
from dienhong.organisations.kinds import Level, Reach
from dienhong.organisations.models import Council, RoleGrant
from dienhong.web.administration.forms.users import EndRoleForm, GrantForm
from dienhong.web.administration.page import (
    FormPage,
    answer,
    attempted,
    carried_out,
    form_answer,
    in_administered,
)
from dienhong.web.administration.parts import Button, Part, day
from dienhong.web.administration.tables import Heading, Said, row, table
from dienhong.web.councils import user_of
from dienhong.web.registers.table import Row, Table

_WHO = Heading("Người giữ", "title", "title")
_ROLE = Heading("Vai trò", "text", "meta")
_WHERE = Heading("Hội đồng", "title", "title")
_BODY = Heading("Cơ quan, Ban, Tổ", "text", "meta")
_REACH = Heading("Phạm vi", "text", "hide")
_TIME = Heading("Thời gian", "text", "meta")
_STATE = Heading("Tình trạng", "status", "meta")

OF_COUNCIL = (_WHO, _ROLE, _BODY, _REACH, _TIME, _STATE)
OF_USER = (_WHERE, _ROLE, _BODY, _REACH, _TIME, _STATE)


def part_of(council: Council, today: date) -> Part:
    """The roles held today or from a later day, on the council's page."""
    grants = _grants(council).open(today)
    return Part(
        "Người dùng và vai trò",
        table=_table_of_council(council, grants, today) if grants else None,
        empty="Chưa ai có vai trò tại đây.",
        button=Button("Xem tất cả, giao vai trò", reverse("administration-roles", args=[council.slug])),
    )


@require_GET
@in_administered
def listing(request: HttpRequest, council: Council) -> HttpResponse:
    grants = _grants(council)
    context = {
        "heading": "Người dùng và vai trò",
        "back_url": reverse("administration-council", args=[council.slug]),
        "back_label": council.name,
        "actions": [
            Button("Giao vai trò", reverse("administration-role-grant", args=[council.slug])),
            Button(
                "Mở tài khoản", reverse("administration-user-add", args=[council.slug]), "primary", "plus"
            ),
        ],
        "table": _table_of_council(council, grants, timezone.localdate()),
        "count": len(grants),
        "noun": "vai trò, kể cả đã kết thúc",
    }
    return answer(request, "list", context)


def _grants(council: Council) -> Any:
    found = RoleGrant.objects.filter(council=council).select_related("user", "organisation", "council")
    return found.order_by("user__sort_key", "from_on")


def _table_of_council(council: Council, grants: Iterable[RoleGrant], today: date) -> Table:
    ordered = sorted(grants, key=lambda grant: grant.to_on is not None and grant.to_on < today)
    rows = (_row(OF_COUNCIL, str(grant.user), grant, today) for grant in ordered)
    return table(f"Vai trò tại {council.name}", OF_COUNCIL, rows)


def table_of_user(grants: Iterable[RoleGrant], today: date) -> Table:
    """The roles of one person in every council, running ones first."""
    ordered = sorted(grants, key=lambda grant: grant.to_on is not None and grant.to_on < today)
    rows = (_row(OF_USER, grant.council.name, grant, today) for grant in ordered)
    return table("Vai trò được giao", OF_USER, rows)


def _row(columns: tuple[Heading, ...], title: str, grant: RoleGrant, today: date) -> Row:
    """On a council's page a row leads to the person, on a person's page to ending the role."""
    body, state = grant.organisation, _state(grant, today)
    url = (
        reverse("administration-user", args=[grant.user.username])
        if columns is OF_COUNCIL
        else reverse("administration-role-end", args=[grant.council.slug, grant.pk])
    )
    values = (
        title,
        grant.get_role_display(),
        Said(str(body), full=body.name) if body else "",
        "cả cấp dưới" if grant.reach == Reach.OWN_AND_BELOW else "Hội đồng này",
        f"{day(grant.from_on)} – {day(grant.to_on, 'nay')}",
        state,
    )
    return row(columns, url, values, cancelled=state.state == "cancelled")


def _state(grant: RoleGrant, today: date) -> Said:
    if not grant.user.is_active:
        return Said("tài khoản đã ngừng", state="cancelled")
    if grant.to_on and grant.to_on < today:
        return Said("đã kết thúc", state="cancelled")
    if grant.from_on > today:
        return Said("chưa bắt đầu", state="draft")
    return Said("đang giữ", state="done")


@require_http_methods(["GET", "POST"])
@in_administered
def grant(request: HttpRequest, council: Council) -> HttpResponse:
    initial = {"from_on": timezone.localdate(), "person": request.GET.get("nguoi", "")}
    form = GrantForm(request.POST or None, **role_choices(request, council), initial=initial)
    made = attempted(request, form, lambda _: _grant(request, council, form))
    if made is not None:
        messages.success(request, f"Đã giao vai trò {made.get_role_display()} cho {made.user}.")
        return redirect("administration-roles", council=council.slug)
    back = reverse("administration-roles", args=[council.slug])
    return form_answer(
        request, form, FormPage(f"Giao vai trò tại {council.name}", "Giao vai trò", back, council.name)
    )


def role_choices(request: HttpRequest, council: Council) -> dict[str, Any]:
    """What a form of a role offers in this council to this administrator."""
    far = access_of(user_of(request)).may_administer(council, Reach.OWN_AND_BELOW)
    bodies = council.organisations.on(timezone.localdate()).order_by("sort_key")
    alone = not council.unit.placements.on(timezone.localdate()).exists()
    return {"bodies": bodies, "may_reach_below": far and (alone or council.level != Level.COMMUNE)}


def _grant(request: HttpRequest, council: Council, form: GrantForm) -> RoleGrant:
    person, values = form.cleaned_data["person"], form.values("person")
    return actions.grant_role(
        user=person, council=council, values=values, by=user_of(request), at=timezone.now()
    )


@require_http_methods(["GET", "POST"])
@in_administered
def end(request: HttpRequest, council: Council, pk: int) -> HttpResponse:
    held = get_object_or_404(_grants(council), pk=pk)
    back = reverse("administration-user", args=[held.user.username])
    if not access_of(user_of(request)).may_administer(council, held.reach):
        raise NotAllowed(f"Phạm vi quản trị của anh/chị không gồm vai trò này tại {council.name}.")
    initial = {"expected_version": held.version, "to_on": held.to_on or timezone.localdate()}
    form = EndRoleForm(request.POST or None, initial=initial)

    def do(data: dict[str, Any]) -> RoleGrant:
        return actions.end_role(held, **data, by=user_of(request), at=timezone.now())

    heading = f"Kết thúc vai trò {held.get_role_display()} của {held.user}"
    effect = f"{held.user} không còn vai trò này tại {council.name} sau ngày ghi dưới đây."
    page = FormPage(heading, "Kết thúc vai trò", back, str(held.user), effect, danger=True)
    done = "Đã ghi nhận việc kết thúc vai trò."
    return carried_out(request, form, do, done=done, to=back) or form_answer(request, form, page)
