"""The writers around a recognition: begun with a time limit, kept, failed, or thrown away as a state secret."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.checking import Document
from dienhong.files.actions import discard
from dienhong.files.secrecy import secrecy_violation
from dienhong.incoming.actions import check_text, keep, require_writer
from dienhong.incoming.models import IncomingReport, ReportCheck
from dienhong.incoming.register import register
from dienhong.kernel.errors import Refused
from dienhong.registers import actions

LONGEST = timedelta(minutes=15)
"""100 pages of 3 seconds each, three times over; a reading that takes longer was interrupted."""

NOT_WAITING = "Báo cáo này đã đọc xong hoặc đang được đọc."


@transaction.atomic
def begin(report: IncomingReport, *, by: User, at: datetime) -> ReportCheck:
    """Claim the reading until a time limit: of two that begin at once one is refused."""
    require_writer(report.council, by)
    check = ReportCheck.objects.select_for_update().get(report=report)
    check.report = report
    if report.is_cancelled or check.checked_at or (check.reading_until and check.reading_until > at):
        raise Refused.because("incoming.reading", NOT_WAITING)
    check.reading_until, check.problem = at + LONGEST, ""
    check.save()
    return check


@transaction.atomic
def finish(check: ReportCheck, document: Document, *, by: User, at: datetime) -> IncomingReport:
    """Keep what was recognised, checked; a state secret is cancelled and its bytes are taken away."""
    report = check.report
    if violation := secrecy_violation(document.text):
        fail(check, violation.sentence)
        discard(report.file, reason=violation.sentence, by=by, at=at)
        actions.cancel(
            register, report, reason=violation.sentence, expected_version=report.version, by=by, at=at
        )
        return report
    result = check_text(document, report.file.name, report, by)
    keep(check, document, result, by=by, at=at)
    return report


@transaction.atomic
def fail(check: ReportCheck, sentence: str) -> None:
    """The reading ended without a text; the sentence says why, and it may be begun again."""
    check.reading_until, check.problem = None, sentence
    check.save()
