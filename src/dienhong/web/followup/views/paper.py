"""One paper that answers many: chosen by body, each with its own result, saved together or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.followup import actions
from dienhong.followup.actions import Happened
from dienhong.followup.models import Assignment
from dienhong.followup.queries import owed_by, parts_to_answer
from dienhong.followup.states import Result
from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import COUNCIL_ROLES, Role
from dienhong.organisations.models import Council, Organisation
from dienhong.registers.fields import DateField, TextField
from dienhong.vietnamese.numerals import format_count
from dienhong.web.councils import in_council, user_of
from dienhong.web.followup.fields import FilesField
from dienhong.web.followup.forms import area
from dienhong.web.followup.many import carried_out, number_of, paper_of, part_of_line
from dienhong.web.followup.page import bodies_of


class PaperForm(forms.Form):
    """The paper, when it came in, and its scan."""

    number = TextField(label="Số, ký hiệu văn bản", max_length=60)
    issued_on = DateField(label="Ngày văn bản", help_text="")
    on = DateField(label="Ngày nhận", help_text="")
    file = FilesField(label="Bản quét, tệp kèm theo")


class LineForm(forms.Form):
    """The answer to one of the undertakings; without a result it is left out."""

    part = forms.IntegerField(widget=forms.HiddenInput)
    expected_version = forms.IntegerField(widget=forms.HiddenInput)
    result = forms.ChoiceField(
        label="Kết quả", choices=[("", "Không trả lời trong văn bản này"), *Result.choices], required=False
    )
    text = area("Nội dung trả lời", required=False, rows=2)
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
    require_clerk(request, council)
    body = body_of(request, council)
    if body is None:
        return _choose(request, council)
    parts = list(parts_to_answer(council).filter(organisation=body))
    typed, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = PaperForm(typed, files, initial={"on": timezone.localdate()})
    lines = LineFormSet(
        typed, initial=[{"part": p.pk, "expected_version": p.undertaking.version} for p in parts]
    )
    if form.is_valid() and lines.is_valid():
        count = _record(request, council, body, form, lines, parts)
        if count:
            said = f"Đã ghi văn bản {form.cleaned_data['number']} trả lời {format_count(count)} việc."
            messages.success(request, said)
            return redirect("followup-board", council=council.slug)
    context = {
        "council": council,
        "title": f"Văn bản trả lời của {body.name}",
        "submit": "Ghi văn bản trả lời",
        "back": ("./", "Chọn cơ quan khác"),
        "workbook": f"{reverse('followup-upload', args=[council.slug])}?co-quan={body.pk}",
        "form": form,
        "lines": lines,
        "rows": list(_rows(parts, lines)),
    }
    return render(request, "followup/many.html", context, status=422 if form.is_bound else 200)


def require_clerk(request: HttpRequest, council: Council) -> None:
    """404 for who does not read the council's matters, 403 for who reads and does not write."""
    access = access_of(user_of(request))
    if not access.may_read(council, COUNCIL_ROLES):
        raise Http404
    access.require(council, {Role.CLERK}, f"Chỉ chuyên viên của {council.name} ghi văn bản trả lời.")


def body_of(request: HttpRequest, council: Council) -> Organisation | None:
    """The body that the address names, if it owes an answer."""
    chosen = request.GET.get("co-quan", "")
    owing = bodies_of(council).filter(pk__in=owed_by(parts_to_answer(council)))
    found: Organisation | None = owing.filter(pk=chosen).first() if chosen.isdecimal() else None
    return found


def _choose(request: HttpRequest, council: Council) -> HttpResponse:
    """Whose paper it is: bodies with something open, and how much."""
    address, owed = reverse("followup-paper", args=[council.slug]), owed_by(parts_to_answer(council))
    rows = [
        {"label": body.name, "value": owed[body.pk], "url": f"{address}?co-quan={body.pk}"}
        for body in bodies_of(council).filter(pk__in=owed)
    ]
    status = 422 if request.method == "POST" else 200
    context = {"council": council, "rows": rows}
    return render(request, "followup/paper_whose.html", context, status=status)


def _rows(parts: list[Assignment], lines: Any) -> Iterator[dict[str, Any]]:
    by_pk = {part.pk: part for part in parts}
    return ({"part": by_pk.get(number_of(line)), "line": line} for line in lines)


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
    typed = form.cleaned_data

    def do() -> None:
        with paper_of(request, council, {**typed, "issuer": body}) as paper:
            told = [(part_of_line(parts, line), _said(typed, line, paper), line) for line in answered]
            answers = [(part, said, line["expected_version"]) for part, said, line in told]
            actions.answer_many(answers, by=user_of(request), at=timezone.now())

    return len(answered) if carried_out(form, do) else 0


def _said(typed: dict[str, Any], line: dict[str, Any], paper: Any) -> Happened:
    return Happened(typed["on"], line["text"], paper, line["result"], line["promised_on"])
