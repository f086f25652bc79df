"""Beginning a report: the engine's form, and an action of its own that writes the draft."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from dienhong.kernel.errors import Refused
from dienhong.registers.forms import RecordForm, record_form
from dienhong.reports.actions import begin_report
from dienhong.web.registers.page import RegisterPage, in_register
from dienhong.web.reports.forms import with_title_left_open


@require_http_methods(["GET", "POST"])
@in_register
def add_page(page: RegisterPage) -> HttpResponse:
    page.require_writer()
    bare = record_form(page.register, page.council, data=page.typed, today=timezone.localdate())
    form = with_title_left_open(bare)
    if form.is_valid():
        try:
            report = begin_report(council=page.council, values=form.values(), by=page.user, at=timezone.now())
        except Refused as refusal:
            form.show(refusal)
        else:
            messages.success(page.request, f"Đã lập bản nháp {report.code} từ số liệu trong các sổ.")
            return redirect(page.address(report))
    return page.answer("form", _context(page, form), status=422 if form.is_bound else 200)


def _context(page: RegisterPage, form: RecordForm) -> dict[str, Any]:
    return {
        "form": form,
        "record": None,
        "groups": form.groups(),
        "heading": "Lập báo cáo",
        "cancel_url": page.list_address,
        "back_label": page.register.title,
    }
