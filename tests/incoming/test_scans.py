"""Scans are read by a thread: claimed, kept, failed, interrupted, or thrown away as a state secret."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.core.files.storage import default_storage
from pytest_django import DjangoCaptureOnCommitCallbacks

from dienhong.accounts.models import User
from dienhong.checking import Document, Unreadable
from dienhong.files.models import StoredFile
from dienhong.incoming.models import IncomingReport, ReportCheck
from dienhong.incoming.scans import actions, worker
from dienhong.incoming.states import ReportStatus
from dienhong.kernel.errors import NotAllowed, Refused

from ..checking.files import pdf
from ..factories import NOW
from .conftest import Receive
from .documents import WRONG_SUM, report_text


@pytest.fixture
def scan(receive_report: Receive, monkeypatch: pytest.MonkeyPatch) -> IncomingReport:
    """A PDF of one picture, on a machine that has a recogniser."""
    monkeypatch.setattr("dienhong.checking.readers.pdf.recogniser", lambda: "/usr/bin/true")
    return receive_report(pdf([[]]), "quet.pdf")


def recognises(monkeypatch: pytest.MonkeyPatch, text: str = "", fails: Exception | None = None) -> None:
    def recognise(data: bytes) -> Document:
        if fails:
            raise fails
        return Document(text, "pdf", 1)

    monkeypatch.setattr(worker, "recognise", recognise)


def check_of(report: IncomingReport) -> ReportCheck:
    return ReportCheck.objects.select_related("report__file", "report__council").get(report=report)


def test_a_scan_is_kept_unread(scan: IncomingReport) -> None:
    assert (scan.status, scan.title) == (ReportStatus.RECEIVED, "quet")
    assert check_of(scan).checked_at is None


def test_the_thread_reads_and_checks(
    scan: IncomingReport, clerk: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    recognises(monkeypatch, report_text(WRONG_SUM))
    worker.read(actions.begin(scan, by=clerk, at=NOW), clerk.pk)
    read = IncomingReport.objects.get()
    assert (read.status, read.error_count) == (ReportStatus.CHECKED, 1)
    assert check_of(read).reading_until is None


def test_it_starts_when_the_claim_is_committed(
    scan: IncomingReport, clerk: User, monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:  # fmt: skip
    given: list[Any] = []
    monkeypatch.setattr(worker._thread, "submit", lambda *work: given.append(work))
    with django_capture_on_commit_callbacks(execute=True):
        worker.start(scan, by=clerk)
    assert given == [(worker.work, check_of(scan).pk, clerk.pk)]


def test_one_reading_at_a_time_until_its_limit(scan: IncomingReport, clerk: User, sister_clerk: User) -> None:
    with pytest.raises(NotAllowed):
        actions.begin(scan, by=sister_clerk, at=NOW)
    actions.begin(scan, by=clerk, at=NOW)
    with pytest.raises(Refused, match="đang được đọc"):
        actions.begin(scan, by=clerk, at=NOW + timedelta(minutes=1))
    actions.begin(scan, by=clerk, at=NOW + actions.LONGEST + timedelta(seconds=1))


@pytest.mark.parametrize(
    ("failure", "sentence"), [(Unreadable("Chữ mờ."), "Chữ mờ."), (RuntimeError("boom"), worker.BROKEN)]
)
def test_what_cannot_be_read_says_why(
    failure: Exception, sentence: str, scan: IncomingReport, clerk: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    recognises(monkeypatch, fails=failure)
    worker.read(actions.begin(scan, by=clerk, at=NOW), clerk.pk)
    check = check_of(scan)
    assert (check.problem, check.reading_until, check.checked_at) == (sentence, None, None)
    assert check.report.status == ReportStatus.RECEIVED


def test_a_secret_that_only_the_recogniser_sees_is_taken_away(
    scan: IncomingReport, clerk: User, monkeypatch: pytest.MonkeyPatch,
    django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks,
) -> None:  # fmt: skip
    recognises(monkeypatch, "TỈNH ỦY MẪU\nTỐI MẬT\nBÁO CÁO\nnội dung kín")
    with django_capture_on_commit_callbacks(execute=True):
        worker.read(actions.begin(scan, by=clerk, at=NOW), clerk.pk)
    report, file = IncomingReport.objects.get(), StoredFile.objects.get()
    assert report.is_cancelled and "bí mật nhà nước" in report.cancel_reason
    assert file.discarded_at and not default_storage.exists(file.path)
    assert check_of(report).text == ""
