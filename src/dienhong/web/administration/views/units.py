"""Ending a unit, alone or merged with others of its area."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.kernel.errors import NotAllowed
from dienhong.organisations.access import access_of
from dienhong.organisations.actions.units import end_units
from dienhong.organisations.models import Council, Placement
from dienhong.web.administration.forms.councils import EndUnitsForm
from dienhong.web.administration.page import (
    FormPage,
    carried_out,
    form_answer,
    in_administered,
)
from dienhong.web.councils import user_of

EFFECT = (
    "Từ ngày này đơn vị không còn trong danh sách và số liệu của kỳ sau; sổ sách và số liệu của kỳ trước giữ nguyên. "
    "Không hoàn tác được trên trang này."
)


@require_http_methods(["GET", "POST"])
@in_administered
def end(request: HttpRequest, council: Council) -> HttpResponse:
    if not access_of(user_of(request)).may_arrange(council):
        raise NotAllowed(
            f"Chỉ quản trị của Hội đồng cấp trên được kết thúc hoặc sáp nhập {council.unit.name}."
        )
    form = EndUnitsForm(request.POST or None, neighbours=_neighbours(council))
    back = reverse("administration-council", args=[council.slug])

    def do(data: dict[str, Any]) -> bool:
        end_units(
            ending=[council, *data["others"]],
            successors=list(data["successors"]),
            on=data["on"],
            reason=data["reason"],
            by=user_of(request),
            at=timezone.now(),
        )
        return True

    page = FormPage(
        f"Kết thúc, sáp nhập {council.unit.name}", "Kết thúc đơn vị", back, council.short_name, EFFECT, True
    )
    done = f"Đã ghi nhận việc kết thúc {council.unit.name}."
    return carried_out(request, form, do, done=done, to=back) or form_answer(request, form, page)


def _neighbours(council: Council) -> QuerySet[Council]:
    """The living councils of the same level under the same unit, and that unit's own council."""
    parents = Placement.objects.filter(unit=council.unit_id, to_on=None).values("parent")
    beside = Placement.objects.filter(parent__in=parents, to_on=None).values("unit")
    living = Council.objects.filter(unit__dissolved_on=None, level=council.level).exclude(pk=council.pk)
    return living.filter(unit__in=beside).select_related("unit").in_order()
