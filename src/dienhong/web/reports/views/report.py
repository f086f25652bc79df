"""The page of a report: live while it is a draft, as it was signed ever after."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.organisations.access import access_of
from dienhong.reports.addresses import Addresses
from dienhong.reports.composing import Composed
from dienhong.reports.kinds import get_kind
from dienhong.reports.models import Report, ReportSection
from dienhong.reports.paper import document_of
from dienhong.reports.papers import coverage_of, drafted_appendices, frozen_document, head_of, live
from dienhong.reports.sections import SectionText
from dienhong.vietnamese.dates import format_date
from dienhong.web.registers.page import RegisterPage, in_register
from dienhong.web.registers.story import Act, story_of
from dienhong.web.registers.views.records import buttons
from dienhong.web.reports.view import PaperView, files_of, paper_view


@require_GET
@in_register
def report_page(page: RegisterPage, code: str) -> HttpResponse:
    report = report_of(page, code)
    edits = page.may_write and report.is_draft and not report.is_cancelled
    state, word = page.register.state_of(report, timezone.localdate())
    context = {
        "record": report,
        "state": state,
        "word": word,
        "facts": _facts(report),
        "paper": draft_view(report, page.user, edits=edits) if report.is_draft else signed_view(report),
        "files": files_of(report),
        "partial": not _sees_all(report, page.user) if report.is_draft else False,
        "story": _story(page, report),
        **buttons(page, report),
    }
    return page.answer("reports/report", context)


def report_of(page: RegisterPage, code: str) -> Report:
    report = page.record(code)
    assert isinstance(report, Report)
    return report


def draft_view(report: Report, reader: User, *, edits: bool) -> PaperView:
    """The sections worked out now, numbers leading to their records; one that is refused says why."""
    coverage = coverage_of(report)
    found = live(report, report.sections.all(), Addresses(coverage, reader), coverage)
    kind = get_kind(report.kind)
    appendices = drafted_appendices(kind, found.figures, reader)
    document = document_of(kind, head_of(report), report.council, found.composed, appendices)
    return paper_view(report, document, found.composed, found.figures, edits=edits)


def signed_view(report: Report) -> PaperView:
    """What was signed; numbers lead to what they were made of."""
    sections = list(report.sections.all())
    composed = [Composed(SectionText(s.key, s.text), s.frozen) for s in sections]
    return paper_view(report, frozen_document(report), composed, None, edits=False)


def _sees_all(report: Report, reader: User) -> bool:
    """Whether the reader sees every council of the report; who does not, finds no links and fewer rows."""
    access = access_of(reader)
    keys = {council.pk for council in coverage_of(report).councils}
    return access.everywhere or keys <= access.councils_read_by(Report.READERS)


def _facts(report: Report) -> list[str]:
    told = [report.period_label.capitalize()]
    if report.as_of:
        told.append(f"tính đến ngày {format_date(report.as_of)}")
    return told


def _story(page: RegisterPage, report: Report) -> list[Act]:
    """What happened to the report and to its sections, newest first; the journal keeps every wording."""
    keys = report.sections.values_list("pk", flat=True)
    kind = ReportSection._meta.label_lower
    entries = Entry.objects.filter(record_type=kind, record_id__in=list(keys))
    edited = [Act(entry.at, entry.actor_name, entry.verb, entry.reason, ()) for entry in entries]
    own = story_of(report, page.register, page.sight)
    return sorted([*edited, *own], key=lambda act: act.at, reverse=True)
