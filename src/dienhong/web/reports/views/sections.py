"""Editing one section: figures as chips, a preview, a refusal that names what is wrong, nobody overwritten."""

from __future__ import annotations

import json
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from dienhong.kernel.errors import Changed, NotAllowed, Refused
from dienhong.reports import rules
from dienhong.reports.actions import edit_section
from dienhong.reports.addresses import Addresses
from dienhong.reports.chips import chips_of, offers
from dienhong.reports.composing import Composer
from dienhong.reports.helpers import meanings
from dienhong.reports.models import Report, ReportSection
from dienhong.reports.papers import coverage_of
from dienhong.reports.sections import SectionText
from dienhong.reports.words import WORDS
from dienhong.web.acts import show_refusal
from dienhong.web.registers.page import RegisterPage, in_register
from dienhong.web.reports.forms import SectionForm
from dienhong.web.reports.view import gaps_of, section_html


@require_http_methods(["GET", "POST"])
@in_register
def section_page(page: RegisterPage, code: str, section: str) -> HttpResponse:
    found = editable_section(page, code, section)
    form = SectionForm(page.typed, initial={"expected_version": found.version, "text": found.text})
    if form.is_valid():
        try:
            edit_section(found, by=page.user, at=timezone.now(), **form.cleaned_data)
        except Refused as refusal:
            show_refusal(form, refusal)
        except Changed as conflict:
            return _conflict(page, found, conflict)
        else:
            messages.success(page.request, "Đã lưu đoạn.", extra_tags=_draft(page, found))
            return redirect(f"{page.address(found.report)}#doan-{found.key}")
    return _answer(page, found, form, status=422 if form.is_bound else 200)


@require_POST
@in_register
def preview_page(page: RegisterPage, code: str, section: str) -> HttpResponse:
    """The section as it would print, or why it cannot; nothing is kept."""
    found = editable_section(page, code, section)
    text = page.request.POST.get("text", "")
    return page.answer("reports/preview", _preview(page, found, text))


def editable_section(page: RegisterPage, code: str, key: str) -> ReportSection:
    """The section of a draft, for who may edit it."""
    report = page.writable_record(code)
    assert isinstance(report, Report)
    found = report.sections.filter(key=key).first()
    if found is None:
        raise Http404
    if violation := rules.still_a_draft(report.is_draft):
        raise NotAllowed(violation.sentence)
    found.report = report
    return found


def _conflict(page: RegisterPage, section: ReportSection, conflict: Changed) -> HttpResponse:
    """Both versions; what was typed stays in the form, which now builds on the newer one."""
    section.refresh_from_db(fields=["text", "version", "edited_by", "edited_at"])
    typed = page.request.POST.copy()
    typed["expected_version"] = str(section.version)
    told = {"conflict": conflict.sentence, "theirs": section.text}
    return _answer(page, section, SectionForm(typed), status=409, told=told)


def _answer(
    page: RegisterPage,
    section: ReportSection,
    form: SectionForm,
    *,
    status: int,
    told: dict[str, Any] | None = None,
) -> HttpResponse:
    report, text = section.report, str(form["text"].value() or "")
    title = SectionText(section.key, section.text).title
    context = {
        "record": report,
        "section": section,
        "title": title,
        "form": form,
        "draft": _draft(page, section),
        "cancel_url": f"{page.address(report)}#doan-{section.key}",
        "preview_url": reverse("reports-preview", args=[report.council.slug, report.code, section.key]),
        "helpers": meanings(),
        "words": WORDS,
        **_preview(page, section, text),
        **(told or {}),
    }
    context["offers"] = list(offers(several=context["several"]))
    return page.answer("reports/section", context, status=status)


def _preview(page: RegisterPage, section: ReportSection, text: str) -> dict[str, Any]:
    """The text worked out for this reader, its chips, and what is missing."""
    coverage = coverage_of(section.report)
    composer = Composer(coverage, Addresses(coverage, page.user))
    (composed,) = composer.compose([SectionText(section.key, text)])
    chips = chips_of(text, composer)
    return {
        "refusals": [violation.sentence for violation in composed.refusal.violations]
        if composed.refusal
        else [],
        "html": section_html(composed),
        "gaps": list(gaps_of(composed.missing, composer.figures)),
        "chips": json.dumps({c.source: [c.words, c.refused] for c in chips}, ensure_ascii=False),
        "several": bool(coverage.below),
    }


def _draft(page: RegisterPage, section: ReportSection) -> str:
    """Under which key the browser keeps what was typed, one for each person."""
    return f"{page.user.pk}/{page.council.slug}/bao-cao/{section.report.code}/{section.key}"
