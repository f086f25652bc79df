"""Denunciations: recorded on a form of their own, opened by a click that the journal keeps, changed there."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.reception.actions.denunciations import (
    change_denunciation,
    read_denunciation,
    record_denunciation,
)
from dienhong.reception.actions.letters import require_handler
from dienhong.reception.models import Letter
from dienhong.registers.actions import CANCELLED
from dienhong.rulebook.models import Field
from dienhong.vietnamese.dates import format_date
from dienhong.web.acts import show_refusal
from dienhong.web.reception.forms import DenunciationForm
from dienhong.web.registers.page import RegisterPage, in_register

LABELS = {
    "matter": "Nội dung tố cáo",
    "field": "Lĩnh vực",
    "place": "Nơi có sự việc",
    "sender": "Người tố cáo",
    "sender_address": "Địa chỉ người tố cáo",
    "passed_by": "Cơ quan chuyển đến",
    "outcome": "Kết quả, trả lời",
}


@never_cache
@require_http_methods(["GET", "POST"])
@in_register
def add_page(page: RegisterPage) -> HttpResponse:
    page.require_writer()
    require_handler(page.council, page.user)
    form = DenunciationForm(page.typed, initial={"received_on": timezone.localdate()})
    if form.is_valid():
        try:
            letter = record_denunciation(
                page.council, values=form.values(), said=form.said(), by=page.user, at=timezone.now()
            )
        except Refused as refusal:
            show_refusal(form, refusal)
        else:
            messages.success(page.request, f"Đã ghi đơn tố cáo {letter.code}; nội dung được mã hóa.")
            return redirect(page.address(letter))
    context = {"form": form, "back": page.list_address}
    status = 422 if form.is_bound else 200
    return render(page.request, "reception/denunciation_add.html", context, status=status)


@never_cache
@require_http_methods(["GET", "POST"])
@in_register
def read_page(page: RegisterPage, code: str) -> HttpResponse:
    """Asked for, it says that reading is told; sent, it opens."""
    letter = denunciation(page, code)
    if page.request.method == "GET":
        return _answer(page, letter, {})
    said = read_denunciation(letter, by=page.user, at=timezone.now())
    initial = {
        **said,
        **{name: getattr(letter, name) for name in DenunciationForm.OPEN},
        "expected_version": letter.version,
    }
    form = None if letter.is_cancelled else DenunciationForm(initial=initial)
    return _answer(page, letter, {"told": _facts(letter, said), "form": form})


@never_cache
@require_POST
@in_register
def change_page(page: RegisterPage, code: str) -> HttpResponse:
    letter = denunciation(page, code)
    if letter.is_cancelled:
        raise NotAllowed(CANCELLED)
    form = DenunciationForm(page.request.POST)
    if form.is_valid() and _changed(page, letter, form):
        return redirect(page.address(letter))
    return _answer(page, letter, {"form": form}, status=422)


def denunciation(page: RegisterPage, code: str) -> Letter:
    """The denunciation of the address, for who handles it (403 for who sees only that it is there)."""
    letter: Letter = page.record(code)  # type: ignore[assignment]
    page.require_writer()
    if not letter.is_denunciation:
        raise Http404
    return letter


def _changed(page: RegisterPage, letter: Letter, form: DenunciationForm) -> bool:
    try:
        change_denunciation(
            letter,
            values=form.values(),
            said=form.said(),
            expected_version=form.cleaned_data["expected_version"] or 0,
            by=page.user,
            at=timezone.now(),
        )
    except Refused as refusal:
        show_refusal(form, refusal)
    except Changed as conflict:
        form.add_error(None, conflict.sentence)
    else:
        messages.success(page.request, f"Đã lưu đơn tố cáo {letter.code}.")
        return True
    return False


def _facts(letter: Letter, said: dict[str, Any]) -> list[dict[str, Any]]:
    field = Field.objects.filter(code=said.get("field", "")).first()
    told = {**said, "field": str(field or "")}
    facts = [{"label": label, "value": told.get(name, "")} for name, label in LABELS.items()]
    received = {"label": "Ngày nhận", "value": format_date(letter.received_on)}
    return [received, *facts]


def _answer(page: RegisterPage, letter: Letter, context: dict[str, Any], status: int = 200) -> HttpResponse:
    frame = {"letter": letter, "back": page.address(letter)}
    return render(page.request, "reception/denunciation.html", {**frame, **context}, status=status)
