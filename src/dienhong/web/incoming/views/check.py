"""The page of one report: its text with the findings at their places; and its file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_GET

from dienhong.documents.word import to_docx
from dienhong.files.kinds import FileKind
from dienhong.incoming.letters import letter_of
from dienhong.incoming.models import IncomingReport, ReportCheck
from dienhong.incoming.queries import corrections_of
from dienhong.incoming.states import ReportStatus
from dienhong.vietnamese.dates import format_date
from dienhong.web.files import file_response
from dienhong.web.incoming.view import CheckView, check_view, is_being_read
from dienhong.web.registers.page import RegisterPage, in_register
from dienhong.web.registers.story import Act, story_of
from dienhong.web.registers.views.records import buttons

POLLED = "dang-doc"
WORD = FileKind.WORD.mime


@require_GET
@in_register
def report_page(page: RegisterPage, code: str) -> HttpResponse:
    report = report_of(page, code)
    check = ReportCheck.objects.get(report=report)
    context = {**_head(page, report), "reading": is_being_read(check), "check": check}
    if check.checked_at:
        context["view"] = check_view(report, check)
        context["letter_url"] = _letter_url(page, report, context["view"])
    answer = page.answer("incoming/report", {**context, "story": _story(page, report, context.get("view"))})
    if page.request.htmx.target == POLLED and not context["reading"]:  # type: ignore[attr-defined]
        answer["HX-Refresh"] = "true"
    return answer


@require_GET
@in_register
def file_page(page: RegisterPage, code: str) -> HttpResponse:
    file = report_of(page, code).file
    if file.discarded_at:
        raise Http404
    return file_response(file)


@require_GET
@in_register
def letter_page(page: RegisterPage, code: str) -> HttpResponse:
    """The draft of the letter to the sender, for Word; without anything to correct the refusal says so."""
    report = writable_report(page, code)
    letter = letter_of(report, corrections_of(report), timezone.localdate())
    name = f"cong-van-{report.code}.docx"
    return HttpResponse(
        to_docx(letter), content_type=WORD, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def writable_report(page: RegisterPage, code: str) -> IncomingReport:
    """The report of the address, for who may judge it while it stands."""
    report = page.writable_record(code)
    assert isinstance(report, IncomingReport)
    return report


def report_of(page: RegisterPage, code: str) -> IncomingReport:
    report = page.record(code)
    assert isinstance(report, IncomingReport)
    return report


def _head(page: RegisterPage, report: IncomingReport) -> dict[str, Any]:
    state, word = page.register.state_of(report, timezone.localdate())
    decides = page.may_write and report.status == ReportStatus.CHECKED and not report.is_cancelled
    return {
        "record": report,
        "state": state,
        "word": word,
        "decides": decides,
        "facts": list(_facts(report)),
        **buttons(page, report),
    }


def _letter_url(page: RegisterPage, report: IncomingReport, view: CheckView) -> str:
    """Where the letter is, once there is something to ask for."""
    if not page.may_write or report.is_cancelled or not view.to_correct:
        return ""
    return reverse("incoming-letter", args=[report.council.slug, report.code])


def _facts(report: IncomingReport) -> Iterator[dict[str, str]]:
    """Label and value, the file with its address."""
    sender = report.sender.name if report.sender else report.sender_name
    yield {"label": "Nơi gửi", "value": sender}
    yield {"label": "Thời gian", "value": report.period_label}
    yield {"label": "Nhận ngày", "value": format_date(report.received_on)}
    if report.file.discarded_at is None:
        url = reverse("incoming-file", args=[report.council.slug, report.code])
        yield {"label": "Tệp", "value": report.file.name, "url": url}
    if report.note:
        yield {"label": "Ghi chú", "value": report.note}


def _story(page: RegisterPage, report: IncomingReport, view: CheckView | None) -> list[Act]:
    """What happened to the report and what was decided of each finding, newest first."""
    decided = [
        Act(
            row.decision.decided_at,
            str(row.decision.decided_by),
            f"{row.name}: {row.decision.get_outcome_display()}",
            row.decision.reason,
            (),
        )
        for row in (view.rows if view else ())
        if row.decision
    ]
    return sorted(
        [*decided, *story_of(report, page.register, page.sight)], key=lambda act: act.at, reverse=True
    )
