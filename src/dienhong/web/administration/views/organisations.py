"""Bodies around a council: list, page, adding, changing, ending with successors."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from dienhong.followup.queries import parts_left_open
from dienhong.kernel.errors import NotAllowed
from dienhong.organisations.actions import organisations as actions
from dienhong.organisations.kinds import OrganisationKind
from dienhong.organisations.models import Council, Organisation
from dienhong.vietnamese.numerals import format_count
from dienhong.web.administration.forms.organisations import EndOrganisationForm, OrganisationForm
from dienhong.web.administration.page import (
    FormPage,
    answer,
    attempted,
    carried_out,
    form_answer,
    in_administered,
)
from dienhong.web.administration.parts import Button, Fact, Part, day
from dienhong.web.administration.story import story_of
from dienhong.web.administration.tables import Heading, Said, row, table
from dienhong.web.councils import user_of
from dienhong.web.registers.table import Row, Table

_COLUMNS = (
    Heading("Cơ quan, tổ chức", "title", "title"),
    Heading("Loại", "text", "meta"),
    Heading("Thành lập", "date", "hide"),
    Heading("Tình trạng", "status", "meta"),
)
_VALUES = ("kind", "name", "short_name", "number", "place", "established_on")
_ORDER = {kind: place for place, kind in enumerate(OrganisationKind.values)}


def part_of(council: Council) -> Part:
    """The living bodies, on the council's page."""
    bodies = council.organisations.on(timezone.localdate())
    return Part(
        "Cơ quan, tổ chức",
        table=_table(council, bodies) if bodies else None,
        empty="Chưa ghi cơ quan nào: Thường trực, các Ban, Tổ đại biểu, UBND và cơ quan chuyên môn…",
        button=Button(
            "Thêm cơ quan", reverse("administration-organisation-add", args=[council.slug]), icon="plus"
        ),
    )


@require_GET
@in_administered
def listing(request: HttpRequest, council: Council) -> HttpResponse:
    context = {
        "heading": "Cơ quan, tổ chức",
        "back_url": reverse("administration-council", args=[council.slug]),
        "back_label": council.name,
        "actions": [
            Button(
                "Thêm cơ quan",
                reverse("administration-organisation-add", args=[council.slug]),
                "primary",
                "plus",
            )
        ],
        "table": _table(council, council.organisations.all()),
        "count": council.organisations.count(),
        "noun": "cơ quan, tổ chức, kể cả đã kết thúc",
    }
    return answer(request, "list", context)


def _table(council: Council, bodies: Any) -> Table:
    today = timezone.localdate()
    ordered = sorted(
        bodies, key=lambda body: (body.dissolved_on is not None, _ORDER[body.kind], body.sort_key)
    )
    rows = (_row(council, body, today) for body in ordered)
    return table(f"Cơ quan, tổ chức: {council.name}", _COLUMNS, rows)


def _row(council: Council, body: Organisation, today: date) -> Row:
    url = reverse("administration-organisation", args=[council.slug, body.pk])
    state = _state(body, today)
    values = (body.name, body.get_kind_display(), day(body.established_on, "–"), state)
    return row(_COLUMNS, url, values, cancelled=state.state == "cancelled")


def _state(body: Organisation, today: date) -> Said:
    if body.dissolved_on is None:
        return Said("đang hoạt động", state="done")
    word, state = ("đã kết thúc", "cancelled") if body.dissolved_on <= today else ("sẽ kết thúc", "due_soon")
    return Said(f"{word} {day(body.dissolved_on)}", state=state)


@require_GET
@in_administered
def page(request: HttpRequest, council: Council, pk: int) -> HttpResponse:
    body = _body(council, pk)
    state = _state(body, timezone.localdate())
    context = {
        "heading": body.name,
        "back_url": reverse("administration-council", args=[council.slug]),
        "back_label": body.council.short_name,
        "state": state.state,
        "word": state.text,
        "actions": _buttons(body),
        "parts": [Part("Cơ quan", facts=_facts(body))],
        "story": story_of(body),
    }
    return answer(request, "thing", context)


def _body(council: Council, pk: int) -> Organisation:
    return get_object_or_404(Organisation.objects.select_related("council"), council=council, pk=pk)


def _buttons(body: Organisation) -> list[Button]:
    keys = [body.council.slug, body.pk]
    change = Button("Sửa", reverse("administration-organisation-change", args=keys), icon="pencil")
    end = Button("Kết thúc", reverse("administration-organisation-end", args=keys), icon="ban")
    return [change] if body.dissolved_on else [change, end]


def _facts(body: Organisation) -> tuple[Fact, ...]:
    return (
        Fact("Loại", body.get_kind_display()),
        Fact("Tên gọi ngắn", body.short_name),
        *((Fact("Số", str(body.number)),) if body.number else ()),
        *((Fact("Địa bàn", body.place),) if body.place else ()),
        Fact("Thuộc địa bàn của", body.council.name),
        Fact("Thành lập", day(body.established_on)),
        *(
            Fact("Được kế thừa bởi", heir.name, url=_url(heir))
            for heir in body.successors.select_related("council")
        ),
        *(Fact("Kế thừa", old.name, url=_url(old)) for old in body.predecessors.select_related("council")),
    )


def _url(body: Organisation) -> str:
    return reverse("administration-organisation", args=[body.council.slug, body.pk])


@require_http_methods(["GET", "POST"])
@in_administered
def add(request: HttpRequest, council: Council) -> HttpResponse:
    form = OrganisationForm(request.POST or None)
    made = attempted(request, form, lambda _: _add(request, council, form))
    back = reverse("administration-council", args=[council.slug])
    if made is not None:
        messages.success(request, f"Đã thêm {made.name}.")
        return redirect(back)
    page = FormPage(
        "Thêm cơ quan, tổ chức", "Thêm cơ quan", back, council.name, draft=f"quan-tri-co-quan-{council.slug}"
    )
    return form_answer(request, form, page)


def _add(request: HttpRequest, council: Council, form: OrganisationForm) -> Organisation:
    user = user_of(request)
    return actions.add_organisation(council=council, values=form.values(), by=user, at=timezone.now())


@require_http_methods(["GET", "POST"])
@in_administered
def change(request: HttpRequest, council: Council, pk: int) -> HttpResponse:
    body = _body(council, pk)
    initial = {name: getattr(body, name) for name in _VALUES} | {"expected_version": body.version}
    form = OrganisationForm(request.POST or None, initial=initial)

    def do(data: dict[str, Any]) -> Organisation:
        version = data["expected_version"]
        return actions.change_organisation(
            body, values=form.values(), expected_version=version, by=user_of(request), at=timezone.now()
        )

    page = FormPage(f"Sửa {body.name}", "Lưu", _url(body), body.council.short_name)
    return carried_out(request, form, do, done="Đã lưu.", to=_url(body)) or form_answer(request, form, page)


@require_http_methods(["GET", "POST"])
@in_administered
def end(request: HttpRequest, council: Council, pk: int) -> HttpResponse:
    body = _body(council, pk)
    if body.dissolved_on:
        raise NotAllowed(f"{body.name} đã kết thúc từ ngày {day(body.dissolved_on)}.")
    others = body.council.organisations.filter(dissolved_on=None).exclude(pk=pk).order_by("sort_key")
    form = EndOrganisationForm(
        request.POST or None, others=others, initial={"expected_version": body.version}
    )

    def do(data: dict[str, Any]) -> list[str]:
        given = {name: data[name] for name in ("on", "reason", "expected_version")}
        user, now = user_of(request), timezone.now()
        return actions.end_organisation(body, successors=form.heirs, **given, by=user, at=now)

    taken = attempted(request, form, do)
    if taken is not None:
        messages.success(request, " ".join([f"Đã ghi nhận việc kết thúc {body.name}.", *taken]))
        return redirect(_url(body))
    title = f"Kết thúc {body.name}"
    page = FormPage(title, "Kết thúc cơ quan", _url(body), body.name, _effect(body), danger=True)
    return form_answer(request, form, page)


def _effect(body: Organisation) -> str:
    """What ending it will do, and how much it still has open."""
    effect = "Từ ngày này cơ quan không còn được chọn trong sổ sách mới; những gì đã ghi giữ nguyên."
    count = parts_left_open(body).count()
    left = f" Cơ quan còn {format_count(count)} việc phải theo dõi đang mở, sẽ chuyển cho cơ quan kế thừa."
    return effect + left if count else effect
