"""Recording something new, and changing it without losing what somebody else just saved."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.forms import BoundField
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.kernel.errors import Changed, Refused
from dienhong.registers import actions
from dienhong.registers.forms import RecordForm, record_form
from dienhong.registers.models import Record
from dienhong.web.registers.page import RegisterPage, in_register


@require_http_methods(["GET", "POST"])
@in_register
def add_page(page: RegisterPage) -> HttpResponse:
    page.require_writer()
    form = _form(page)
    if form.is_valid():
        try:
            values, now = form.values(), timezone.now()
            record = actions.add(page.register, council=page.council, values=values, by=page.user, at=now)
        except Refused as refusal:
            form.show(refusal)
        else:
            saved = f"Đã ghi {page.register.one} {record.code}."
            messages.success(page.request, saved, extra_tags=_draft(page))
            return redirect(page.home(record))
    return _answer(page, form)


@require_http_methods(["GET", "POST"])
@in_register
def change_page(page: RegisterPage, code: str) -> HttpResponse:
    record = page.writable_record(code)
    if not page.register.changeable(record):
        raise Http404
    form = _form(page, record=record)
    if form.is_valid():
        try:
            _change(page, record, form)
        except Refused as refusal:
            form.show(refusal)
        except Changed as conflict:
            return _conflict(page, record, conflict)
        else:
            saved = f"Đã lưu {page.register.one} {record.code}."
            messages.success(page.request, saved, extra_tags=_draft(page, record))
            return redirect(page.home(record))
    return _answer(page, form, record)


def _form(page: RegisterPage, *, record: Record | None = None, data: Any = None) -> RecordForm:
    typed, today = page.typed if data is None else data, timezone.localdate()
    given = page.request.GET.dict() if record is None else {}
    return record_form(page.register, page.council, data=typed, record=record, today=today, given=given)


def _change(page: RegisterPage, record: Record, form: RecordForm) -> None:
    actions.change(
        page.register,
        record,
        values=form.values(),
        expected_version=form.cleaned_data["expected_version"] or 0,
        by=page.user,
        at=timezone.now(),
    )


def _answer(page: RegisterPage, form: RecordForm, record: Record | None = None) -> HttpResponse:
    return page.answer("form", _context(page, form, record), status=422 if form.is_bound else 200)


def _conflict(page: RegisterPage, record: Record, conflict: Changed) -> HttpResponse:
    """Both versions side by side; what was typed stays in the form, which now builds on the newer version."""
    record.refresh_from_db()
    saved = record_form(page.register, page.council, record=record, today=timezone.localdate())
    typed = page.request.POST.copy()
    typed["expected_version"] = str(record.version)
    form = _form(page, record=record, data=typed)
    told = {"conflict": conflict.sentence, "differences": _differences(page, saved, form)}
    context = {**_context(page, form, record), **told}
    return page.answer("form", context, status=409)


def _differences(page: RegisterPage, saved: RecordForm, typed: RecordForm) -> list[tuple[str, str, str]]:
    """(label, saved by somebody else, typed here) where they differ."""
    told = [
        (page.register.label(name), _said(saved[name]), _said(typed[name])) for name in page.register.fields
    ]
    return [(label, theirs, mine) for label, theirs, mine in told if theirs != mine]


def _said(bound: BoundField) -> str:
    """A field's value as people read it: a choice by its label."""
    value = bound.value()
    if value is None:
        return ""
    choices = getattr(bound.field, "choices", ())
    return next((str(label) for key, label in choices if str(key) == str(value)), str(value))


def _draft(page: RegisterPage, record: Record | None = None) -> str:
    """Under which key the browser keeps what was typed, one for each person.

    Nowhere what only some roles read, or the journal itself leaves out.
    """
    if page.register.model.FIELD_READERS or page.register.model.UNTOLD:
        return ""
    return f"{page.user.pk}/{page.council.slug}/{page.register.path}/{record.code if record else 'moi'}"


def _context(page: RegisterPage, form: RecordForm, record: Record | None) -> dict[str, Any]:
    register = page.register
    return {
        "form": form,
        "record": record,
        "groups": form.groups(),
        "heading": f"Sửa {register.one}" if record else f"Ghi {register.one}",
        "cancel_url": page.address(record) if record else page.list_address,
        "back_label": str(record) if record else register.title,
        "draft": _draft(page, record),
        "hint": f"{page.list_address}{register.hint}/" if register.hint and record is None else "",
    }
