"""Pages of every register: get, form, action, answer."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.kernel.workflow import Transition
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Council
from dienhong.registers import actions
from dienhong.registers.declaration import Register
from dienhong.registers.forms import RecordForm, record_form
from dienhong.registers.listing import AFTER, Listing
from dienhong.registers.models import Record
from dienhong.registers.spreadsheet import spreadsheet_of
from dienhong.web.councils import in_council, user_of
from dienhong.web.registers.reason import ReasonForm
from dienhong.web.registers.story import story_of
from dienhong.web.registers.table import table_of

EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

form_page = require_http_methods(["GET", "POST"])


@require_GET
@in_council
def list_page(request: HttpRequest, council: Council, register: Register) -> HttpResponse:
    _require_reader(request, council, register)
    listing = Listing(register, council, user_of(request), request.GET.dict())
    partial = request.htmx and AFTER in request.GET  # type: ignore[attr-defined]
    template = "registers/rows.html" if partial else "registers/list.html"
    context = {"listing": listing, "table": table_of(listing), **_frame(request, council, register)}
    return render(request, template, context)


@require_GET
@in_council
def list_excel(request: HttpRequest, council: Council, register: Register) -> HttpResponse:
    _require_reader(request, council, register)
    listing = Listing(register, council, user_of(request), request.GET.dict())
    name = f"{register.path}-{council.slug}-{timezone.localdate():%Y%m%d}.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(spreadsheet_of(listing), content_type=EXCEL, headers=headers)


@form_page
@in_council
def add_page(request: HttpRequest, council: Council, register: Register) -> HttpResponse:
    _require_writer(request, council, register)
    form = record_form(register, council, data=request.POST or None, today=timezone.localdate())
    if request.method == "POST" and form.is_valid():
        try:
            user = user_of(request)
            record = actions.add(register, council=council, values=form.values(), by=user, at=timezone.now())
            messages.success(request, f"Đã ghi {register.one} {record.code}.")
            return redirect(_address(register, record))
        except Refused as refusal:
            form.show(refusal)
    return _form_answer(request, council, register, form)


@require_GET
@in_council
def record_page(request: HttpRequest, council: Council, register: Register, code: str) -> HttpResponse:
    record = _record(request, council, register, code)
    context = {"record": record, "groups": _groups(register, record), "facts": list(register.facts(record))}
    context |= {"story": story_of(record, register), "steps": _steps(request, register, record)}
    return render(request, "registers/record.html", {**context, **_frame(request, council, register)})


@form_page
@in_council
def change_page(request: HttpRequest, council: Council, register: Register, code: str) -> HttpResponse:
    record = _record(request, council, register, code)
    _require_writer(request, council, register)
    _require_standing(record)
    form = record_form(
        register, council, data=request.POST or None, record=record, today=timezone.localdate()
    )
    if request.method == "POST" and form.is_valid():
        try:
            _change(request, register, record, form)
            messages.success(request, f"Đã lưu {register.one} {record.code}.")
            return redirect(_address(register, record))
        except Refused as refusal:
            form.show(refusal)
        except Changed as conflict:
            return _conflict_answer(request, council, register, record, form, conflict)
    return _form_answer(request, council, register, form, record=record)


@form_page
@in_council
def cancel_page(request: HttpRequest, council: Council, register: Register, code: str) -> HttpResponse:
    record = _record(request, council, register, code)
    _require_writer(request, council, register)
    _require_standing(record)
    act: dict[str, Any] = {
        "act_title": f"Hủy {register.one} {record.code}",
        "act_label": f"Hủy {register.one}",
        "act_effect": "Bản ghi vẫn xem được nhưng không còn tính vào số liệu. Lý do được lưu trong nhật ký.",
    }
    return _reasoned_act(request, council, register, record, act, actions.cancel, needs_reason=True)


@form_page
@in_council
def step_page(
    request: HttpRequest, council: Council, register: Register, code: str, step: str
) -> HttpResponse:
    record = _record(request, council, register, code)
    transition = _transition(register, step)
    if not access_of(user_of(request)).may_act(council, transition.roles):  # type: ignore[arg-type]
        raise NotAllowed(f"Vai trò của anh/chị không được “{transition.label}” tại {council.name}.")
    state = register.workflow.state_label(transition.target)  # type: ignore[union-attr]
    act: dict[str, Any] = {
        "act_title": f"{transition.label}: {record.code}",
        "act_label": transition.label,
        "act_effect": f"Trạng thái chuyển thành “{state}”.",
    }

    def move(register: Register, record: Record, **kwargs: Any) -> Record:
        return actions.move(register, record, step=step, **kwargs)

    return _reasoned_act(request, council, register, record, act, move, needs_reason=transition.needs_reason)


def _reasoned_act(
    request: HttpRequest,
    council: Council,
    register: Register,
    record: Record,
    act: dict[str, Any],
    action: Any,
    *,
    needs_reason: bool,
) -> HttpResponse:
    """A page that says what will happen, asks for the reason where one is due, and acts."""
    form = ReasonForm(
        request.POST or None, needs_reason=needs_reason, initial={"expected_version": record.version}
    )
    if request.method == "POST" and form.is_valid():
        try:
            action(register, record, by=user_of(request), at=timezone.now(), **form.cleaned_data)
            messages.success(request, f"{act['act_label']}: đã ghi nhận với {record.code}.")
            return redirect(_address(register, record))
        except Refused as refusal:
            form.show(refusal)
        except Changed as conflict:
            form.add_error(None, conflict.sentence)
    context = {**act, "form": form, "record": record, **_frame(request, council, register)}
    return render(request, "registers/act.html", context)


def _change(request: HttpRequest, register: Register, record: Record, form: RecordForm) -> None:
    actions.change(
        register,
        record,
        values=form.values(),
        expected_version=form.cleaned_data["expected_version"] or 0,
        by=user_of(request),
        at=timezone.now(),
    )


def _form_answer(
    request: HttpRequest, council: Council, register: Register, form: RecordForm, record: Record | None = None
) -> HttpResponse:
    context = {"form": form, "record": record, **_frame(request, council, register)}
    return render(request, "registers/form.html", context, status=422 if form.is_bound else 200)


def _conflict_answer(
    request: HttpRequest,
    council: Council,
    register: Register,
    record: Record,
    form: RecordForm,
    conflict: Changed,
) -> HttpResponse:
    """Both versions side by side; what was typed stays in the form, which now builds on the newer version."""
    record.refresh_from_db()
    theirs = record_form(register, council, record=record, today=timezone.localdate())
    typed = request.POST.copy()
    typed["expected_version"] = str(record.version)
    form = record_form(register, council, data=typed, record=record, today=timezone.localdate())
    form.is_valid()
    form.add_error(None, conflict.sentence)
    differences = [
        (register.label(name), _shown_choice(theirs[name]), _shown_choice(form[name]))
        for name in register.fields
        if _shown_choice(theirs[name]) != _shown_choice(form[name])
    ]
    context = {
        "form": form,
        "record": record,
        "differences": differences,
        **_frame(request, council, register),
    }
    return render(request, "registers/form.html", context, status=409)


def _shown_choice(bound: Any) -> str:
    value = bound.value()
    choices = getattr(bound.field, "choices", None)
    if choices is None:
        return "" if value is None else str(value)
    return next((str(label) for key, label in choices if str(key) == str(value)), str(value or ""))


def _record(request: HttpRequest, council: Council, register: Register, code: str) -> Record:
    visible = register.objects.visible_to(user_of(request)).select_related("council", "recorded_by")
    record: Record = get_object_or_404(visible, council=council, code=code)
    return record


def _require_reader(request: HttpRequest, council: Council, register: Register) -> None:
    access = access_of(user_of(request))
    if not access.everywhere and council.pk not in access.councils_read_by(register.model.READERS):
        raise Http404


def _require_writer(request: HttpRequest, council: Council, register: Register) -> None:
    """Who does not even read the register gets 404; who reads but may not write gets 403 with the reason."""
    _require_reader(request, council, register)
    sentence = f"Anh/chị xem được sổ {register.title} của {council.name} nhưng không được ghi hoặc sửa."
    access_of(user_of(request)).require(council, register.model.WRITERS, sentence)


def _require_standing(record: Record) -> None:
    if record.is_cancelled:
        raise NotAllowed("Bản ghi này đã hủy nên không sửa được nữa.")


def _transition(register: Register, step: str) -> Transition:
    try:
        return register.workflow.transition(step)  # type: ignore[union-attr]
    except KeyError as error:
        raise Http404 from error


def _steps(request: HttpRequest, register: Register, record: Record) -> list[tuple[Transition, str]]:
    """The buttons: what the table offers this user in this state, with their addresses."""
    if register.workflow is None or record.is_cancelled:
        return []
    roles = access_of(user_of(request)).roles_in(record.council)
    state = record.status  # type: ignore[attr-defined]
    return [
        (t, f"{_address(register, record)}buoc/{t.name}/") for t in register.workflow.leaving(state, roles)
    ]


def _groups(register: Register, record: Record) -> list[tuple[str, list[tuple[str, Any]]]]:
    return [(g.title, [(register.label(n), record.said(n)) for n in g.fields]) for g in register.form]


def _address(register: Register, record: Record) -> str:
    return reverse(f"{register.code}-record", args=[record.council.slug, record.code])


def _frame(request: HttpRequest, council: Council, register: Register) -> dict[str, Any]:
    """What every page of a register shows around its own content."""
    return {
        "register": register,
        "council": council,
        "list_address": reverse(f"{register.code}-list", args=[council.slug]),
        "may_write": access_of(user_of(request)).may_act(council, register.model.WRITERS),
    }
