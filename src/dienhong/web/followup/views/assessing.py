"""Many answers assessed at one sitting, or by one paper of the council: each with its own decision, all or nothing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.followup import actions
from dienhong.followup.actions import Happened
from dienhong.followup.models import Assignment
from dienhong.followup.queries import last_answers, parts_to_assess
from dienhong.followup.states import WORKFLOW
from dienhong.followup.voices import decides
from dienhong.organisations.access import access_of
from dienhong.organisations.kinds import COUNCIL_ROLES
from dienhong.organisations.models import Council, Organisation
from dienhong.registers.fields import DateField, TextField
from dienhong.vietnamese.numerals import format_count
from dienhong.web.councils import in_council, user_of
from dienhong.web.followup.fields import FilesField
from dienhong.web.followup.forms import area
from dienhong.web.followup.many import carried_out, number_of, paper_of, part_of_line
from dienhong.web.followup.page import bodies_of, standing_committee_of

MOST = 50
"""Answers on one page; what is left shows when these are assessed."""


class SittingForm(forms.Form):
    """When it was decided, and the paper that says so: the standing committee may do without, a clerk may not."""

    on = DateField(label="Ngày xem xét", help_text="")
    number = TextField(label="Số, ký hiệu văn bản", max_length=60, required=False)
    issued_on = DateField(label="Ngày văn bản", required=False, help_text="")
    issuer: Any = forms.ModelChoiceField(None, label="Cơ quan ban hành", required=False, empty_label="Chọn…")
    file = FilesField(label="Bản quét, tệp kèm theo")

    def __init__(self, *args: Any, issuers: QuerySet[Organisation], needs_paper: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["issuer"].queryset = issuers  # type: ignore[attr-defined]
        if needs_paper:
            self.fields[
                "number"
            ].help_text = "Ghi thay Thường trực HĐND phải nêu văn bản; riêng trả lại thì không cần."

    def clean(self) -> dict[str, Any]:
        typed = super().clean() or {}
        if typed.get("number"):
            for name in ("issued_on", "issuer"):
                if not typed.get(name) and name not in self.errors:
                    self.add_error(name, "Văn bản phải có ngày và cơ quan ban hành.")
        elif typed.get("file"):
            self.add_error("number", "Tệp kèm theo văn bản nào: hãy ghi số, ký hiệu.")
        return typed


class DecisionForm(forms.Form):
    """What was decided of one answer; without a decision it is left out."""

    part = forms.IntegerField(widget=forms.HiddenInput)
    expected_version = forms.IntegerField(widget=forms.HiddenInput)
    step = forms.ChoiceField(label="Quyết định", required=False)
    text = area("Ý kiến, lý do", required=False, rows=2)

    def __init__(self, *args: Any, parts: Mapping[int, Assignment], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        part = parts.get(number_of(self))
        steps = [(step.name, step.label) for step in WORKFLOW.leaving(part.state)] if part else []
        self.fields["step"].choices = [("", "Chưa xem xét"), *steps]  # type: ignore[attr-defined]


DecisionFormSet = forms.formset_factory(DecisionForm, extra=0)


@require_http_methods(["GET", "POST"])
@in_council
def assess_page(request: HttpRequest, council: Council) -> HttpResponse:
    if not access_of(user_of(request)).may_read(council, COUNCIL_ROLES):
        raise Http404
    in_person = decides(council, user_of(request))
    parts = {part.pk: part for part in parts_to_assess(council)[:MOST]}
    form, lines = _forms(request, council, parts, needs_paper=not in_person)
    if form.is_valid() and lines.is_valid():
        count = _record(request, council, form, lines, list(parts.values()))
        if count:
            messages.success(request, f"Đã ghi ý kiến xem xét {format_count(count)} trả lời.")
            return redirect("followup-board", council=council.slug)
    context = {
        "council": council,
        "title": "Xem xét trả lời",
        "submit": "Ghi ý kiến xem xét",
        "back": (reverse("followup-board", args=[council.slug]), "Bảng theo dõi"),
        "form": form,
        "lines": lines,
        "rows": list(_rows(parts, lines)),
        "empty": "Khi cơ quan báo đã xong hoặc báo không thực hiện được, trả lời hiện ở đây để HĐND xem xét.",
    }
    return render(request, "followup/many.html", context, status=422 if form.is_bound else 200)


def _forms(
    request: HttpRequest, council: Council, parts: Mapping[int, Assignment], *, needs_paper: bool
) -> tuple[SittingForm, Any]:
    typed, files = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    initial = {"on": timezone.localdate(), "issuer": standing_committee_of(council)}
    form = SittingForm(typed, files, issuers=bodies_of(council), needs_paper=needs_paper, initial=initial)
    read = [{"part": pk, "expected_version": part.undertaking.version} for pk, part in parts.items()]
    return form, DecisionFormSet(typed, initial=read, form_kwargs={"parts": parts})


def _rows(parts: Mapping[int, Assignment], lines: Any) -> Iterator[dict[str, Any]]:
    """Each line with its part and the answer that is to be assessed."""
    answers = last_answers(parts.values())
    for line in lines:
        part = parts.get(number_of(line))
        yield {"part": part, "line": line, "answer": answers.get(part.pk) if part else None}


def _record(
    request: HttpRequest, council: Council, form: SittingForm, lines: Any, parts: list[Assignment]
) -> int:
    """How many were assessed; 0 when something was refused, which then stands in the form."""
    decided = [line.cleaned_data for line in lines if line.cleaned_data.get("step")]
    if not decided:
        form.add_error(None, "Hãy chọn quyết định cho ít nhất một trả lời.")
        return 0
    typed = form.cleaned_data

    def do() -> None:
        with paper_of(request, council, typed) as paper:
            decisions = [
                (
                    part_of_line(parts, line),
                    line["step"],
                    Happened(typed["on"], line["text"], paper),
                    line["expected_version"],
                )
                for line in decided
            ]
            actions.assess_many(decisions, by=user_of(request), at=timezone.now())

    return len(decided) if carried_out(form, do) else 0
