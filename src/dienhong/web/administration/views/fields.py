"""The catalogue of fields (lĩnh vực): list, adding, changing, retiring."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from dienhong.kernel.errors import NotAllowed
from dienhong.rulebook import actions, current
from dienhong.rulebook.models import Field
from dienhong.rulebook.presets import preset_field_groups
from dienhong.web.administration.forms.base import AdministrationForm, ConfirmForm
from dienhong.web.administration.forms.rules import FieldForm, RetireFieldForm
from dienhong.web.administration.page import (
    FormPage,
    answer,
    carried_out,
    for_common_writers,
    for_roles,
    form_answer,
    may_write_common,
)
from dienhong.web.administration.parts import Button, Part, day
from dienhong.web.administration.tables import Heading, Said, row, table
from dienhong.web.councils import user_of
from dienhong.web.registers.table import Row

_COLUMNS = (
    Heading("Lĩnh vực", "title", "title"),
    Heading("Thứ tự", "number", "hide"),
    Heading("Mã", "code", "hide"),
    Heading("Tình trạng", "status", "meta"),
)


@require_GET
@for_roles
def listing(request: HttpRequest) -> HttpResponse:
    may_write, fields = may_write_common(request), current.fields()
    parts = [
        Part(title, table=table(title, _COLUMNS, rows))
        for group, title in preset_field_groups().items()
        if (rows := [_row(field, may_write) for field in fields if field.group == group])
    ]
    add = Button("Thêm lĩnh vực", reverse("administration-field-add"), "primary", "plus")
    context = {"parts": parts, "count": len(fields), "actions": [add] if may_write else []}
    return answer(request, "fields", context)


def _row(field: Field, may_write: bool) -> Row:
    retired = field.retired_on
    state = (
        Said(f"thôi dùng từ {day(retired)}", state="cancelled")
        if retired
        else Said("đang dùng", state="done")
    )
    url = reverse("administration-field", args=[field.code]) if may_write else ""
    return row(_COLUMNS, url, (field.name, str(field.order), field.code, state), cancelled=bool(retired))


@require_http_methods(["GET", "POST"])
@for_common_writers
def add(request: HttpRequest) -> HttpResponse:
    last = max((field.order for field in current.fields()), default=0)
    form = FieldForm(request.POST or None, initial={"order": last + 10})

    def do(data: dict[str, Any]) -> Field:
        return actions.add_field(**form.values(), by=user_of(request), at=timezone.now())

    return _answer(request, form, do, _page("Thêm lĩnh vực", "Thêm lĩnh vực"), "Đã thêm lĩnh vực.")


@require_http_methods(["GET", "POST"])
@for_common_writers
def change(request: HttpRequest, code: str) -> HttpResponse:
    field = get_object_or_404(Field, code=code)
    initial = {name: getattr(field, name) for name in ("name", "group", "order")}
    form = FieldForm(request.POST or None, initial={**initial, "expected_version": field.version})
    page = _page(
        f"Sửa lĩnh vực “{field.name}”", "Lưu", "Những gì đã ghi vào lĩnh vực này vẫn thuộc nó, dưới tên mới."
    )
    other = (
        Button("Dùng lại", reverse("administration-field-restore", args=[code]), icon="refresh")
        if field.retired_on
        else Button("Thôi dùng", reverse("administration-field-retire", args=[code]), icon="ban")
    )
    return _answer(
        request, form, _on(request, field, actions.change_field), page, "Đã lưu lĩnh vực.", [other]
    )


@require_http_methods(["GET", "POST"])
@for_common_writers
def retire(request: HttpRequest, code: str) -> HttpResponse:
    field = get_object_or_404(Field, code=code)
    if field.retired_on:
        raise NotAllowed(f"Lĩnh vực “{field.name}” đã thôi dùng.")
    initial = {"expected_version": field.version, "retired_on": timezone.localdate()}
    form = RetireFieldForm(request.POST or None, initial=initial)
    effect = "Từ ngày này không chọn được nữa; những gì đã ghi giữ nguyên lĩnh vực. Dùng lại được."
    page = _page(f"Thôi dùng lĩnh vực “{field.name}”", "Thôi dùng", effect, danger=True)
    return _answer(request, form, _on(request, field, actions.retire_field), page, "Đã thôi dùng lĩnh vực.")


@require_http_methods(["GET", "POST"])
@for_common_writers
def restore(request: HttpRequest, code: str) -> HttpResponse:
    field = get_object_or_404(Field, code=code)
    form = ConfirmForm(request.POST or None, initial={"expected_version": field.version})
    page = _page(
        f"Dùng lại lĩnh vực “{field.name}”", "Dùng lại", "Lĩnh vực này lại được chọn trong sổ sách mới."
    )
    return _answer(request, form, _on(request, field, actions.restore_field), page, "Đã dùng lại lĩnh vực.")


def _page(heading: str, submit: str, effect: str = "", *, danger: bool = False) -> FormPage:
    return FormPage(heading, submit, reverse("administration-fields"), "Lĩnh vực", effect, danger)


def _on(
    request: HttpRequest, field: Field, action: Callable[..., Field]
) -> Callable[[dict[str, Any]], Field]:
    return lambda data: action(field, **data, by=user_of(request), at=timezone.now())


def _answer(
    request: HttpRequest,
    form: AdministrationForm,
    do: Callable[[dict[str, Any]], Field],
    page: FormPage,
    done: str,
    buttons: list[Button] | None = None,
) -> HttpResponse:
    answered = carried_out(request, form, do, done=done, to=page.back_url)
    return answered or form_answer(request, form, page, actions=buttons or [])
