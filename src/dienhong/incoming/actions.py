"""The writers: receiving and checking a report, checking it again, saying what becomes of a finding."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, cast

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit import acts
from dienhong.checking import Document
from dienhong.files.actions import stored
from dienhong.incoming import rules
from dienhong.incoming.findings import KeptFinding, counted
from dienhong.incoming.models import FindingDecision, IncomingReport, ReportCheck
from dienhong.incoming.queries import findings_of_report
from dienhong.incoming.reading import checked, read_upload
from dienhong.incoming.register import register
from dienhong.incoming.states import Outcome, ReportStatus
from dienhong.incoming.titles import period_of, title_of
from dienhong.kernel.errors import Changed, Refused
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Council
from dienhong.registers import actions
from dienhong.registers.actions import not_a_writer
from dienhong.registers.spans import Span

CHANGED = "Người khác vừa quyết định phát hiện này; hãy xem lại rồi quyết định."


def receive(
    *, council: Council, name: str, data: bytes, values: Mapping[str, Any], by: User, at: datetime
) -> IncomingReport:
    """Keep and check a report. A title or year that nobody typed is taken from its head.

    Raises NotAllowed, or Refused with a sentence; then neither file nor row stays. A scan stays `received`, its text to
    be recognised by ``incoming.scans``.
    """
    require_writer(council, by)
    upload, document = read_upload(name, data)
    filled = _filled(values, document, name)
    draft = IncomingReport(council=council, **filled)
    result = check_text(document, upload.name, draft, by) if document else {}
    with stored(upload, council=council, by=by, at=at) as file:
        values_of_all = {**filled, "file": file}
        report = cast(
            IncomingReport, actions.add(register, council=council, values=values_of_all, by=by, at=at)
        )
        check = ReportCheck.objects.create(report=report)
        if document:
            keep(check, document, result, by=by, at=at)
    return report


@transaction.atomic
def check_again(report: IncomingReport, *, expected_version: int, by: User, at: datetime) -> IncomingReport:
    """Check the same text anew: the registers, or sender and period, may have changed."""
    require_writer(report.council, by)
    Refused.if_any([rules.may_be_decided(report.status == ReportStatus.CHECKED)])
    check = ReportCheck.objects.select_for_update().get(report=report)
    check.report = report
    if report.version != expected_version:
        raise Changed(acts.CHANGED)
    document = Document(check.text, pages=check.pages)
    keep(check, document, check_text(document, report.file.name, report, by), by=by, at=at)
    return report


@transaction.atomic
def decide(
    report: IncomingReport,
    *,
    finding: str,
    outcome: Outcome,
    reason: str,
    expected_version: int,
    by: User,
    at: datetime,
) -> FindingDecision:
    """Say that a finding is to be corrected, or dismissed with a reason; ``expected_version`` is 0 for the first word.

    Raises NotAllowed, Changed, or Refused: a settled report, no reason, no such finding in the last check.
    """
    require_writer(report.council, by)
    found = next((one for one in findings_of_report(report) if one.key == finding), None)
    Refused.if_any(
        [
            rules.may_be_decided(report.status == ReportStatus.CHECKED),
            rules.dismissed_with_a_reason(outcome == Outcome.DISMISS, reason),
        ]
    )
    if found is None:
        raise Refused.because("incoming.finding", "Phát hiện này không còn trong lần kiểm tra mới nhất.")
    values = {"outcome": outcome, "reason": reason.strip(), "decided_by": by, "decided_at": at}
    known = FindingDecision.objects.select_for_update().filter(report=report, finding=finding).first()
    if (known.version if known else 0) != expected_version:
        raise Changed(CHANGED)
    decision = _decided(report, found, known, values, by=by, at=at)
    acts.touch(report)
    return decision


def _decided(
    report: IncomingReport,
    found: KeptFinding,
    known: FindingDecision | None,
    values: Mapping[str, Any],
    *,
    by: User,
    at: datetime,
) -> FindingDecision:
    told: dict[str, Any] = {
        "council_id": report.council_id,
        "by": by,
        "at": at,
        "verb": values["outcome"].label.capitalize(),
    }
    if known is None:
        fresh = FindingDecision(report=report, finding=found.key, sentence=found.message, **values)
        return acts.create(fresh, **told)
    return acts.update(known, values, expected_version=known.version, reason=values["reason"], **told)


def require_writer(council: Council, by: User) -> None:
    """Raise NotAllowed unless the user may write here."""
    access_of(by).require(council, IncomingReport.WRITERS, not_a_writer(register, council))


def _filled(values: Mapping[str, Any], document: Document | None, name: str) -> dict[str, Any]:
    """The values with title, year and span from the report's own head where nobody typed them."""
    title = values.get("title") or title_of(document.text if document else "", name)
    year, span = period_of(title)
    if values.get("year"):
        return {**values, "title": title}
    return {**values, "title": title, "year": year, "span": span if year else Span.YEAR}


def check_text(document: Document, name: str, report: IncomingReport, by: User) -> dict[str, Any]:
    """The stored result of checking a text as this report's."""
    return checked(document.text, name, sender=report.sender, period=report.period, by=by)


def keep(
    check: ReportCheck, document: Document, result: Mapping[str, Any], *, by: User, at: datetime
) -> None:
    """Write down what was read and found; the report then counts it, and is checked."""
    check.text, check.pages, check.result = document.text, document.pages, dict(result)
    check.checked_at, check.reading_until, check.problem = at, None, ""
    check.save()
    report = check.report
    acts.update(
        report,
        {**counted(result), "status": ReportStatus.CHECKED},
        expected_version=report.version,
        council_id=report.council_id,
        by=by,
        at=at,
        verb="Kiểm tra số liệu",
    )
