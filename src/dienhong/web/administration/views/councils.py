"""Councils: the list, adding, renaming."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from dienhong.kernel.errors import NotAllowed
from dienhong.organisations.access import access_of
from dienhong.organisations.actions import councils as actions
from dienhong.organisations.kinds import Level
from dienhong.organisations.models import AdministrativeUnit, Council, Placement, ids_below
from dienhong.web.administration.forms.councils import CouncilFilter, CouncilNamesForm, NewCouncilForm
from dienhong.web.administration.page import (
    FormPage,
    answer,
    attempted,
    carried_out,
    for_administrators,
    form_answer,
    in_administered,
)
from dienhong.web.administration.parts import Button, state_of_unit
from dienhong.web.administration.tables import Heading, Paged, row, table
from dienhong.web.councils import user_of
from dienhong.web.registers.table import Row

RENAMING = "Địa chỉ trên hệ thống không đổi; sổ sách đã ghi vẫn thuộc Hội đồng này."

_COLUMNS = (
    Heading("Hội đồng", "title", "title"),
    Heading("Cấp", "text", "meta"),
    Heading("Trực thuộc", "text", "meta"),
    Heading("Mã đơn vị", "code", "hide"),
    Heading("Tình trạng", "status", "meta"),
)


@require_GET
@for_administrators
def listing(request: HttpRequest) -> HttpResponse:
    uppers = list(uppers_of(request))
    filters = CouncilFilter(request.GET, uppers=uppers)
    found = _filtered(request, filters)
    paged = Paged(with_upper(found).select_related("unit").in_order(), request.GET)  # type: ignore[attr-defined]
    today = timezone.localdate()
    context = {
        "heading": "Hội đồng",
        "noun": "Hội đồng",
        "filters": filters,
        "described": filters.described(),
        "paged": paged,
        "table": table("Hội đồng", _COLUMNS, (_row(council, today) for council in paged.rows)),
        "actions": [_add_button()] if uppers else [],
    }
    return answer(request, "list", context)


def uppers_of(request: HttpRequest) -> QuerySet[Council]:
    """The councils under which this user may add one."""
    access = access_of(user_of(request))
    above = Council.objects.exclude(level=Level.COMMUNE).standing(timezone.localdate())
    if not access.everywhere:
        far = {grant.council_id for grant in access.grants if grant.administers_below}
        above = above.filter(pk__in=far | access.arranges)
    return above.select_related("unit").in_order()


def with_upper(councils: QuerySet[Council]) -> QuerySet[Council]:
    """Each with ``upper_name``: under which unit it stands, or last stood."""
    last = Placement.objects.filter(unit=OuterRef("unit")).order_by("-from_on")
    return councils.annotate(upper_name=Subquery(last.values("parent__name")[:1]))


def _filtered(request: HttpRequest, filters: CouncilFilter) -> Any:
    found = Council.objects.administered_by(user_of(request)).matching(filters.word("tim") or "")
    if level := filters.word("cap"):
        found = found.filter(level=level)
    if upper := filters.word("tren"):
        unit = AdministrativeUnit.objects.filter(council__slug=upper).values_list("pk", flat=True)
        found = found.filter(pk__in=ids_below(list(unit)))
    return found if filters.word("het") else found.standing(timezone.localdate())


def _row(council: Council, today: date) -> Row:
    state = state_of_unit(council.unit, today)
    values = (
        council.name,
        council.get_level_display(),
        getattr(council, "upper_name", None) or "",
        council.unit.code,
        state,
    )
    url = reverse("administration-council", args=[council.slug])
    return row(_COLUMNS, url, values, cancelled=state.state == "cancelled")


def _add_button() -> Button:
    return Button("Thêm Hội đồng", reverse("administration-council-add"), style="primary", icon="plus")


@require_http_methods(["GET", "POST"])
@for_administrators
def add(request: HttpRequest) -> HttpResponse:
    uppers = uppers_of(request)
    chosen = uppers.filter(slug=request.GET.get("tren", "")).first() or uppers.first()
    if chosen is None:
        raise NotAllowed("Chỉ quản trị của Hội đồng cấp trên được thêm Hội đồng cấp dưới.")
    form = NewCouncilForm(request.POST or None, uppers=uppers, initial={"upper": chosen})
    made = attempted(request, form, lambda data: _add(request, form))
    if made is not None:
        messages.success(request, f"Đã thêm {made.name}, địa chỉ /{made.slug}/.")
        return redirect("administration-council", council=made.slug)
    return form_answer(
        request,
        form,
        FormPage(
            "Thêm Hội đồng",
            "Thêm Hội đồng",
            reverse("administration-councils"),
            "Hội đồng",
            draft="quan-tri-hoi-dong-moi",
        ),
    )


def _add(request: HttpRequest, form: NewCouncilForm) -> Council:
    values, user = form.values("upper"), user_of(request)
    return actions.add_council(upper=form.cleaned_data["upper"], values=values, by=user, at=timezone.now())


@require_http_methods(["GET", "POST"])
@in_administered
def change(request: HttpRequest, council: Council) -> HttpResponse:
    initial = {n: getattr(council, n) for n in ("name", "short_name")} | {"expected_version": council.version}
    form = CouncilNamesForm(request.POST or None, initial=initial)
    back = reverse("administration-council", args=[council.slug])

    def do(data: dict[str, Any]) -> Council:
        return actions.change_council(council, **data, by=user_of(request), at=timezone.now())

    page = FormPage(f"Đổi tên {council.name}", "Lưu tên mới", back, council.short_name, effect=RENAMING)
    return carried_out(request, form, do, done="Đã lưu tên mới.", to=back) or form_answer(request, form, page)
