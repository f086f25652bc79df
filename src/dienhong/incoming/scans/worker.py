"""One thread of the web process recognises scans, one after the other; the database knows how far it is."""

from __future__ import annotations

import logging
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from django.db import connection, transaction
from django.utils import timezone

from dienhong.accounts.models import User
from dienhong.checking import Unreadable
from dienhong.incoming.models import IncomingReport, ReportCheck
from dienhong.incoming.reading import recognise
from dienhong.incoming.scans import actions

BROKEN = "Việc đọc ảnh quét bị lỗi; hãy thử đọc lại, hoặc gửi bản Word."

_thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="recognition")
_log = logging.getLogger(__name__)


def start(report: IncomingReport, *, by: User) -> None:
    """Claim the reading and hand it to the thread once the claim is committed."""
    check = actions.begin(report, by=by, at=timezone.now())
    transaction.on_commit(partial(_thread.submit, work, check.pk, by.pk))


def work(check_id: int, user_id: int) -> None:
    """Read one scan to its end, whatever the end; the thread gives its database connection back."""
    try:
        read(ReportCheck.objects.select_related("report__file", "report__council").get(pk=check_id), user_id)
    finally:
        connection.close()


def read(check: ReportCheck, user_id: int) -> None:
    """Recognise, check and keep; a failure is a sentence on the report's page and a line in the log."""
    by = User.objects.get(pk=user_id)
    try:
        document = recognise(check.report.file.read())
        actions.finish(check, document, by=by, at=timezone.now())
    except Unreadable as unreadable:
        actions.fail(check, unreadable.sentence)
    except Exception:  # the thread must go on with the next report
        _log.exception("recognition of report %s failed", check.report_id)
        actions.fail(check, BROKEN)
