"""One paper that answers many: chosen by body, each with its own result, saved together or not at all."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.followup import actions
from dienhong.followup.actions import Happened
from dienhong.followup.models import Assignment
from dienhong.followup.states import OPEN, WITH_AGENCY, Result
from dienhong.kernel.errors import Changed, Refused
from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import COUNCIL_ROLES, Role
from dienhong.organisations.models import Council, Organisation
from dienhong.registers.fields import DateField, TextField
from dienhong.vietnamese.numerals import format_count
from dienhong.web.acts import show_refusal
from dienhong.web.councils import in_council, user_of
from dienhong.web.followup.forms import area
from dienhong.web.followup.page import bodies_of


class PaperForm(forms.Form):
    """The paper, and when it came in."""

    number = TextField(label="Số, ký hiệu văn bản", max_length=60)
    issued_on = DateField(label="Ngày văn bản", help_text="")
    on = DateField(label="Ngày nhận", help_text="")


class LineForm(forms.Form):
    """The answer to one of the undertakings; without a result it is left out."""

    part = forms.IntegerField(widget=forms.HiddenInput)
    expected_version = forms.IntegerField(widget=forms.HiddenInput)
    result = forms.ChoiceField(
        label="Kết quả", choices=[("", "Không trả lời trong văn bản này"), *Result.choices], required=False
    )
    text = area("Nội dung trả lời", required=False)
    promised_on = DateField(label="Hẹn xong ngày", required=False, help_text="")

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("text") and not typed.get("result") and "result" in typed:
            self.add_error("result", "Hãy chọn kết quả cho nội dung đã nhập.")
        return typed


LineFormSet = forms.formset_factory(LineForm, extra=0)


@require_http_methods(["GET", "POST"])
@in_council
def paper_page(request: HttpRequest, council: Council) -> HttpResponse:
    _require_clerk(request, council)
    bodies = bodies_of(council).filter(assignments__in=_open_parts(council)).distinct()
    body = bodies.filter(pk=request.GET.get("co-quan") or 0).first() if _is_number(request) else None
    if body is None:
        return _choose(request, council, bodies)
    parts = list(_open_parts(council).filter(organisation=body))
    typed = request.POST if request.method == "POST" else None
    form = PaperForm(typed, initial={"on": timezone.localdate()})
    lines = LineFormSet(
        typed, initial=[{"part": p.pk, "expected_version": p.undertaking.version} for p in parts]
    )
    if form.is_valid() and lines.is_valid():
        count = _record(request, council, body, form, lines, parts)
        if count:
            said = f"Đã ghi văn bản {form.cleaned_data['number']} trả lời {format_count(count)} việc."
            messages.success(request, said)
            return redirect("followup-board", council=council.slug)
    by_pk = {part.pk: part for part in parts}
    rows = [(by_pk.get(_key(line)), line) for line in lines]
    context = {"council": council, "body": body, "form": form, "lines": lines, "rows": rows}
    return render(request, "followup/paper.html", context, status=422 if form.is_bound else 200)


def _require_clerk(request: HttpRequest, council: Council) -> None:
    access = access_of(user_of(request))
    if not access.may_read(council, COUNCIL_ROLES):
        raise Http404
    access.require(council, {Role.CLERK}, f"Chỉ chuyên viên của {council.name} ghi văn bản trả lời.")


def _is_number(request: HttpRequest) -> bool:
    return request.GET.get("co-quan", "").isdecimal()


def _open_parts(council: Council) -> Any:
    running = Assignment.objects.running().filter(undertaking__council=council, state__in=WITH_AGENCY)
    open_ = running.filter(undertaking__status__in=OPEN).select_related("undertaking")
    return open_.order_by("undertaking__due_on", "pk")


def _choose(request: HttpRequest, council: Council, bodies: Any) -> HttpResponse:
    """Whose paper it is: bodies with something open, and how much."""
    address = reverse("followup-paper", args=[council.slug])
    open_ = _open_parts(council)
    rows = [
        {
            "label": body.name,
            "value": open_.filter(organisation=body).count(),
            "url": f"{address}?co-quan={body.pk}",
        }
        for body in bodies
    ]
    status = 422 if request.method == "POST" else 200
    context = {"council": council, "rows": rows}
    return render(request, "followup/paper_whose.html", context, status=status)


def _key(line: forms.Form) -> int:
    value = line["part"].value()
    return int(value) if str(value).isdecimal() else 0


def _record(
    request: HttpRequest,
    council: Council,
    body: Organisation,
    form: PaperForm,
    lines: Any,
    parts: list[Assignment],
) -> int:
    """How many were answered; 0 when something was refused, which then stands in the form."""
    answered = [line.cleaned_data for line in lines if line.cleaned_data.get("result")]
    if not answered:
        form.add_error(None, "Hãy chọn kết quả cho ít nhất một việc.")
        return 0
    try:
        with transaction.atomic():
            actions.answer_many(
                list(_answers(request, council, body, form, answered, parts)),
                by=user_of(request),
                at=timezone.now(),
            )
    except Refused as refusal:
        show_refusal(form, refusal)
        return 0
    except Changed as conflict:
        form.add_error(None, conflict.sentence)
        return 0
    return len(answered)


def _answers(
    request: HttpRequest,
    council: Council,
    body: Organisation,
    form: PaperForm,
    answered: list[dict[str, Any]],
    parts: list[Assignment],
) -> Any:
    """Each line with the paper that it cites."""
    by_pk, typed = {part.pk: part for part in parts}, form.cleaned_data
    given = {"number": typed["number"], "issued_on": typed["issued_on"], "issuer": body}
    paper = actions.record_document(council=council, by=user_of(request), at=timezone.now(), **given)
    for line in answered:
        if line["part"] not in by_pk:
            raise Refused.because(
                "paper.gone", "Một việc trong danh sách đã được trả lời; hãy tải lại trang."
            )
        told = Happened(typed["on"], line["text"], paper, line["result"], line["promised_on"])
        yield by_pk[line["part"]], told, line["expected_version"]
