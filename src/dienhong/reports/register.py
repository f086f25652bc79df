"""The register of reports, as the engines serve it; beginning, editing, signing and issuing have pages of their own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.utils import timezone

from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Column, Group, Register, Task
from dienhong.registers.models import RecordQuerySet
from dienhong.registers.spans import Span
from dienhong.reports import rules
from dienhong.reports.kinds import all_kinds
from dienhong.reports.models import Report
from dienhong.reports.states import TONES, WORKFLOW, ReportStatus

JULY = 7


def check(report: Report, today: date) -> Iterable[RuleViolation | None]:
    yield rules.still_a_draft(report.is_draft)
    yield rules.keeps_kind_and_period(_kind_and_period(report), _before(report))
    yield rules.states_from_the_period_on(report.as_of, report.period.last)


def check_cancel(report: Report) -> Iterable[RuleViolation | None]:
    yield rules.not_issued(report.status == ReportStatus.ISSUED)


def _kind_and_period(report: Report) -> tuple[str, ...]:
    return report.kind, str(report.year), report.span


def _before(report: Report) -> tuple[str, ...] | None:
    """The kind and period with which the report was begun; None for a new one."""
    stored = Report.objects.filter(pk=report.pk).first() if report.pk else None
    return _kind_and_period(stored) if stored else None


def propose(council: Council, today: date) -> dict[str, Any]:
    """Until the summer the report that is due is that of the year before."""
    year = today.year - 1 if today.month < JULY else today.year
    return {"kind": next(iter(all_kinds())), "year": year, "span": Span.YEAR}


def tasks(reports: RecordQuerySet, today: date) -> Iterable[Task]:
    """For the desk: what was signed and waits for its number."""
    for report in reports.filter(status=ReportStatus.SIGNED).order_by("signed_at"):
        yield Task(f"Ghi số, ngày phát hành: {report.title}", timezone.localdate(report.signed_at), report)


register = Register(
    code="reports",
    model=Report,
    path="bao-cao",
    prefix="BTH",
    title="Báo cáo",
    one="báo cáo",
    group="Báo cáo",
    purpose="Lập báo cáo tổng hợp từ chính các sổ: hệ thống viết bản nháp với số liệu sống, cán bộ sửa lời văn từng "
    "đoạn, Thường trực ký duyệt thì số liệu và tệp được chốt.",
    columns=(
        Column("title", "báo cáo", phone="title"),
        Column("period_label", "thời gian", phone="meta"),
        Column("number_label", "số"),
        Column("issued_on", sortable=True),
        Column("status", phone="meta"),
    ),
    filters=("status",),
    form=(
        Group("Báo cáo", ("kind", "year", "span", "as_of")),
        Group("Trích yếu", ("title",)),
    ),
    check=check,
    changeable=lambda report: report.is_draft,
    check_cancel=check_cancel,
    propose=propose,
    tasks=tasks,
    in_line=True,
    workflow=WORKFLOW,
    tones=TONES,
)
