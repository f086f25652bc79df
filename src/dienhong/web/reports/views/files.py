"""The files of a report: rendered now while it is a draft, byte for byte what was signed ever after."""

from __future__ import annotations

from django.http import Http404, HttpResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_GET

from dienhong.files.kinds import FileKind
from dienhong.reports.addresses import Nowhere
from dienhong.reports.models import Report
from dienhong.reports.paper import ENDINGS
from dienhong.reports.papers import coverage_of, live
from dienhong.web.files import file_response
from dienhong.web.registers.page import RegisterPage, in_register
from dienhong.web.reports.views.report import report_of

KINDS = {".md": FileKind.TEXT, **{f".{kind.value}": kind for kind in FileKind}}


@require_GET
@in_register
def file_page(page: RegisterPage, code: str, ending: str) -> HttpResponse:
    report = report_of(page, code)
    if f".{ending}" not in ENDINGS:
        raise Http404
    return _draft(page, report, f".{ending}") if report.is_draft else _kept(report, f".{ending}")


def _kept(report: Report, ending: str) -> HttpResponse:
    """The last that was made: with number and day once it is issued."""
    made = report.files.filter(ending=ending).select_related("file").order_by("-pk").first()
    if made is None or made.file.discarded_at:
        raise Http404
    return file_response(made.file)


def _draft(page: RegisterPage, report: Report, ending: str) -> HttpResponse:
    """Without links: a file leaves the house."""
    coverage = coverage_of(report)
    paper = live(report, report.sections.all(), Nowhere(), coverage).paper(page.user)
    name = f"{report.code}-du-thao{ending}"
    headers = {
        "Content-Disposition": content_disposition_header(as_attachment=True, filename=name),
        "X-Content-Type-Options": "nosniff",
    }
    return HttpResponse(paper.rendered(ending), content_type=KINDS[ending].mime, headers=headers)
