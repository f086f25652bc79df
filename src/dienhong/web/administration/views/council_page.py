"""A council's page: its unit, bodies, roles and history."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from dienhong.audit.models import Entry
from dienhong.organisations.access import access_of
from dienhong.organisations.models import AdministrativeUnit, Council, ids_below
from dienhong.web.administration.page import answer, in_administered
from dienhong.web.administration.parts import Button, Fact, Part, day, state_of_unit
from dienhong.web.administration.story import LONGEST, told
from dienhong.web.administration.views import organisations, roles
from dienhong.web.councils import user_of


@require_GET
@in_administered
def page(request: HttpRequest, council: Council) -> HttpResponse:
    today = timezone.localdate()
    state = state_of_unit(council.unit, today)
    context = {
        "heading": council.name,
        "back_url": reverse("administration-councils"),
        "back_label": "Hội đồng",
        "state": state.state,
        "word": state.text,
        "actions": [
            Button("Đổi tên", reverse("administration-council-change", args=[council.slug]), icon="pencil")
        ],
        "more": _more(request, council),
        "parts": [
            Part("Đơn vị", facts=_facts(council)),
            organisations.part_of(council),
            roles.part_of(council, today),
        ],
        "story": _story(council),
    }
    return answer(request, "thing", context)


def _more(request: HttpRequest, council: Council) -> list[Button]:
    if council.unit.dissolved_on or not access_of(user_of(request)).may_arrange(council):
        return []
    return [
        Button("Kết thúc, sáp nhập", reverse("administration-council-end", args=[council.slug]), icon="ban")
    ]


def _facts(council: Council) -> tuple[Fact, ...]:
    unit = council.unit
    placements = unit.placements.select_related("parent").order_by("-from_on")
    below = len(ids_below([unit.pk]))
    return (
        Fact("Tên gọi ngắn", council.short_name),
        Fact(
            "Đơn vị",
            f"{unit.name} (mã {unit.code})",
            why=f"{unit.get_kind_display()}, {unit.get_level_display()}",
        ),
        *(Fact("Trực thuộc", p.parent.name, why=_from_to(p.from_on, p.to_on)) for p in placements),
        Fact("Thời gian", _from_to(unit.established_on, None) or "chưa ghi ngày thành lập"),
        *(_taken_over(unit)),
        Fact("Địa chỉ trên hệ thống", f"/{council.slug}/", why="Không đổi, kể cả khi đổi tên."),
        *([Fact("Hội đồng cấp dưới", f"{below}", url=_list_below(council))] if below else []),
    )


def _list_below(council: Council) -> str:
    return f"{reverse('administration-councils')}?tren={council.slug}&het=on"


def _from_to(first: date | None, last: date | None) -> str:
    return " ".join(
        words for words in (first and f"từ {day(first)}", last and f"đến hết {day(last)}") if words
    )


def _taken_over(unit: AdministrativeUnit) -> list[Fact]:
    """Who took over, and from whom this one took over."""
    after = unit.successions.select_related("successor").order_by("successor__sort_key")
    before = unit.inheritances.select_related("predecessor").order_by("predecessor__sort_key")
    return [
        *(Fact("Được kế thừa bởi", s.successor.name, why=_extent(s.whole, s.on)) for s in after),
        *(Fact("Kế thừa", s.predecessor.name, why=_extent(s.whole, s.on)) for s in before),
    ]


def _extent(whole: bool, on: date) -> str:
    return f"{'toàn bộ' if whole else 'một phần'} địa bàn, từ {day(on)}"


def _story(council: Council) -> list[Any]:
    """What was done to the council, its unit, bodies and roles."""
    own = Entry.objects.filter(council_id=council.pk, record_type__startswith="organisations.")
    named = Entry.objects.of_record(council) | Entry.objects.of_record(council.unit)
    return told((own | named).order_by("-pk")[:LONGEST], named=True)
