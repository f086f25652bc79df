"""Deciding on a finding, checking again, reading a scan again: each a POST that leads back to the report."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.http import require_POST

from dienhong.incoming import actions
from dienhong.incoming.models import IncomingReport
from dienhong.incoming.scans import worker
from dienhong.incoming.states import Outcome
from dienhong.kernel.errors import Changed, Refused
from dienhong.web.incoming.forms import DecisionForm
from dienhong.web.incoming.views.check import writable_report
from dienhong.web.registers.page import RegisterPage, in_register

INCOMPLETE = "Chưa ghi nhận được; hãy thử lại trên trang này."


@require_POST
@in_register
def finding_page(page: RegisterPage, code: str, finding: str) -> HttpResponse:
    report = writable_report(page, code)
    form = DecisionForm(page.request.POST)
    if not form.is_valid():
        return _refused(page, report, INCOMPLETE)
    values: dict[str, Any] = {**form.cleaned_data, "outcome": Outcome(form.cleaned_data["outcome"])}
    return _done(
        page,
        report,
        lambda: actions.decide(report, finding=finding, by=page.user, at=timezone.now(), **values),
    )


@require_POST
@in_register
def check_page(page: RegisterPage, code: str) -> HttpResponse:
    report = writable_report(page, code)
    version = page.request.POST.get("expected_version", "")
    if not version.isdecimal():
        return _refused(page, report, INCOMPLETE)

    def act() -> None:
        actions.check_again(report, expected_version=int(version), by=page.user, at=timezone.now())
        messages.success(page.request, "Đã kiểm tra lại với số liệu hiện có trong sổ.")

    return _done(page, report, act)


@require_POST
@in_register
def read_page(page: RegisterPage, code: str) -> HttpResponse:
    report = writable_report(page, code)
    return _done(page, report, lambda: worker.start(report, by=page.user))


def _done(page: RegisterPage, report: IncomingReport, act: Callable[[], object]) -> HttpResponse:
    try:
        act()
    except (Refused, Changed) as refusal:
        return _refused(page, report, refusal.sentence)
    return redirect(page.address(report))


def _refused(page: RegisterPage, report: IncomingReport, sentence: str) -> HttpResponse:
    """The sentence stands on top of the report's page, which shows what is true now."""
    messages.error(page.request, sentence)
    if page.request.htmx:  # type: ignore[attr-defined]
        return HttpResponse(status=204, headers={"HX-Refresh": "true"})
    return redirect(page.address(report))
