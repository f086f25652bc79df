"""The list with its upload form, and the upload itself."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from dienhong.incoming.actions import receive
from dienhong.incoming.models import IncomingReport
from dienhong.incoming.scans import worker
from dienhong.incoming.states import ReportStatus
from dienhong.kernel.errors import Refused
from dienhong.registers.forms import RecordForm
from dienhong.vietnamese.numerals import format_count
from dienhong.web.incoming.forms import upload_form, upload_groups
from dienhong.web.registers.page import RegisterPage, in_register
from dienhong.web.registers.views.lists import list_context


@require_GET
@in_register
def list_page(page: RegisterPage) -> HttpResponse:
    """History first for who only reads; for who writes, the place to drop the next report above it."""
    page.require_reader()
    context = list_context(page)
    if page.may_write:
        context |= _upload(page, _form(page))
        context["empty"]["url"] = ""  # the place to begin stands above the list
    return page.answer("incoming/list", context)


@require_http_methods(["GET", "POST"])
@in_register
def add_page(page: RegisterPage) -> HttpResponse:
    page.require_writer()
    form = _form(page)
    if form.is_valid():
        try:
            report = _receive(page, form)
        except Refused as refusal:
            form.show(refusal)
        else:
            messages.success(page.request, _told(report))
            return redirect(page.address(report))
    return page.answer("incoming/add", _upload(page, form), status=422 if form.is_bound else 200)


def _form(page: RegisterPage) -> RecordForm:
    return upload_form(page.council, data=page.typed, files=page.request.FILES, today=timezone.localdate())


def _receive(page: RegisterPage, form: RecordForm) -> IncomingReport:
    file = form.cleaned_data["file"]
    report = receive(
        council=page.council,
        name=file.name,
        data=file.read(),
        values=form.values(),
        by=page.user,
        at=timezone.now(),
    )
    if report.status == ReportStatus.RECEIVED:
        worker.start(report, by=page.user)
    return report


def _upload(page: RegisterPage, form: RecordForm) -> dict[str, Any]:
    first, rest = upload_groups(form)
    return {"form": form, "first": first, "rest": rest, "cancel_url": page.list_address}


def _told(report: IncomingReport) -> str:
    if report.status == ReportStatus.RECEIVED:
        return f"Đã nhận {report.code}. Tệp là ảnh quét nên cần thời gian để đọc."
    found = f"{format_count(report.error_count)} chỗ sai" if report.error_count else "không thấy chỗ nào sai"
    watched = f", {format_count(report.warning_count)} chỗ cần xem" if report.warning_count else ""
    return f"Đã kiểm tra {report.code}: {found}{watched}."
