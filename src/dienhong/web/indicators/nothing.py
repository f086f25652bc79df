"""The council's word that a register had nothing in a period: said here, and taken back here."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.indicators.periods import read_period
from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council
from dienhong.registers import actions
from dienhong.registers.declaration import Register, all_registers
from dienhong.registers.fields import TextField
from dienhong.registers.listing import YEAR
from dienhong.registers.models import NothingToReport
from dienhong.web.councils import in_council
from dienhong.web.indicators.asked import Asked
from dienhong.web.registers.page import RegisterPage


class TakeBackForm(forms.Form):
    """Which word, and why it was wrong."""

    word = forms.ModelChoiceField(NothingToReport.objects.none(), widget=forms.HiddenInput)
    reason = TextField(label="Lý do rút lại", widget=forms.Textarea(attrs={"rows": 2}), max_length=1000)


def nothing_url(council: Council, register: Register) -> str:
    return reverse("nothing-to-report", args=[council.slug, register.path])


@require_http_methods(["GET", "POST"])
@in_council
def nothing_page(request: HttpRequest, council: Council, path: str) -> HttpResponse:
    register = next((r for r in all_registers() if r.path == path and r.may_be_silent), None)
    if register is None:
        raise Http404
    page = RegisterPage(request, council, register)
    page.require_writer()
    asked, refused = Asked(request, council), ""
    form = asked.form(comparing=False)
    if request.method == "POST":
        try:
            messages.success(request, _take_back(page) if "word" in request.POST else _say(page))
            return redirect(nothing_url(council, register))
        except Refused as refusal:
            refused = refusal.sentence
    return render(
        request, "indicators/nothing.html", _context(page, form, refused), status=422 if refused else 200
    )


def _say(page: RegisterPage) -> str:
    typed = page.request.POST.dict()
    if YEAR not in typed:
        raise Refused.because("nothing.period", "Hãy chọn năm và kỳ không phát sinh.", YEAR)
    period = read_period(typed, timezone.localdate().year)
    who = {"council": page.council, "by": page.user, "at": timezone.now()}
    actions.say_nothing_to_report(page.register, period=period, **who)  # type: ignore[arg-type]
    return f"Đã báo: {page.register.title.lower()} không phát sinh trong {period.label}."


def _take_back(page: RegisterPage) -> str:
    word = get_object_or_404(_said(page), pk=page.request.POST.get("word") or 0)
    reason = page.request.POST.get("reason", "")
    actions.take_back_nothing(page.register, word, reason=reason, by=page.user, at=timezone.now())
    return f"Đã rút lại: {page.register.title.lower()}, {word.period.label}."


def _said(page: RegisterPage) -> Any:
    words = NothingToReport.objects.standing().filter(council=page.council, register=page.register.code)
    return words.select_related("recorded_by").order_by("-first", "last")


def _context(page: RegisterPage, form: forms.Form, refused: str) -> dict[str, Any]:
    said = [
        (word, TakeBackForm(initial={"word": word.pk, "reason": ""}, auto_id=f"rut-{word.pk}-%s"))
        for word in _said(page)
    ]
    return {
        "council": page.council,
        "register": page.register,
        "form": form,
        "refused": refused,
        "said": said,
        "list_url": page.list_address,
    }
