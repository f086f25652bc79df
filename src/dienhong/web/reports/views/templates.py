"""A council's own template of a kind of report."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.kernel.errors import Changed, Refused
from dienhong.reports.actions import keep_template
from dienhong.reports.helpers import meanings
from dienhong.reports.kinds import Kind, all_kinds
from dienhong.reports.models import ReportTemplate
from dienhong.reports.queries import own_template
from dienhong.reports.words import WORDS
from dienhong.web.acts import show_refusal
from dienhong.web.registers.page import RegisterPage, in_register
from dienhong.web.reports.forms import TemplateForm


@require_http_methods(["GET", "POST"])
@in_register
def template_page(page: RegisterPage, kind: str) -> HttpResponse:
    page.require_writer()
    found = all_kinds().get(kind)
    if found is None:
        raise Http404
    own = own_template(page.council, found)
    form = TemplateForm(page.typed, initial=_initial(found, own))
    if form.is_valid():
        try:
            keep_template(
                council=page.council, kind=found, by=page.user, at=timezone.now(), **form.cleaned_data
            )
        except Refused as refusal:
            show_refusal(form, refusal)
        except Changed as conflict:
            form.add_error(None, conflict.sentence)
        else:
            messages.success(
                page.request, "Đã lưu mẫu; báo cáo lập từ nay dùng mẫu này.", extra_tags=_draft(page, kind)
            )
            return redirect(page.list_address)
    return page.answer(
        "reports/template", _context(page, found, own, form), status=422 if form.is_bound else 200
    )


def _initial(kind: Kind, own: ReportTemplate | None) -> dict[str, Any]:
    """The council's own text, or the built-in one to begin from."""
    text = own.text if own and own.text else kind.template
    return {"expected_version": own.version if own else 0, "text": text}


def _context(
    page: RegisterPage, kind: Kind, own: ReportTemplate | None, form: TemplateForm
) -> dict[str, Any]:
    return {
        "kind": kind,
        "own": own if own and own.text else None,
        "form": form,
        "draft": _draft(page, kind.code),
        "cancel_url": page.list_address,
        "helpers": meanings(),
        "words": WORDS,
    }


def _draft(page: RegisterPage, kind: str) -> str:
    return f"{page.user.pk}/{page.council.slug}/bao-cao/mau/{kind}"
