"""The register of reports that came in, as the engines serve it; uploading and deciding have pages of their own."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from dienhong.incoming import rules
from dienhong.incoming.models import IncomingReport
from dienhong.incoming.queries import corrections_of, errors_without_decision, sender_choices, senders_of
from dienhong.incoming.states import TONES, WORKFLOW, ReportStatus
from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Column, Group, Register, Task
from dienhong.registers.models import RecordQuerySet

DAYS_TO_JUDGE = 7
"""How long a checked report may wait before the desk says that it is late: a habit of the house, no law."""


def check(report: IncomingReport, today: date) -> Iterable[RuleViolation | None]:
    yield rules.names_a_sender(report.sender_id is not None, report.sender_name)
    yield rules.sender_is_below(report.sender_id, senders_of(report.council))
    yield rules.received_by_today(report.received_on, today)
    if report.status == ReportStatus.ACCEPTED:
        yield rules.errors_are_decided(errors_without_decision(report))
        yield rules.nothing_is_left_to_correct(len(corrections_of(report)))
    if report.status == ReportStatus.RETURNED:
        yield rules.there_is_something_to_correct(len(corrections_of(report)))


def propose(council: Council, today: date) -> dict[str, Any]:
    """Today; and where no council lies below, the report is the council's own."""
    alone = senders_of(council) == {council.pk}
    return {"received_on": today, **({"sender": council} if alone else {})}


def tasks(reports: RecordQuerySet, today: date) -> Iterable[Task]:
    """For the desk: reports that were checked and wait for a word."""
    for report in reports.filter(status=ReportStatus.CHECKED).select_related("sender"):
        due = report.received_on + timedelta(days=DAYS_TO_JUDGE)
        yield Task(f"Xem xét báo cáo của {report.sender_label}", due, report)


register = Register(
    code="incoming",
    model=IncomingReport,
    path="kiem-tra-so-lieu",
    prefix="KT",
    title="Kiểm tra số liệu",
    one="báo cáo",
    group="Báo cáo",
    purpose="Đưa tệp Word hoặc PDF của báo cáo cấp dưới gửi lên: hệ thống đọc, đối chiếu các con số với nhau "
    "và với sổ, rồi chỉ ra chỗ nào không thể đúng.",
    columns=(
        Column("title", "báo cáo", phone="title"),
        Column("sender_label", "nơi gửi", phone="meta"),
        Column("period_label", "thời gian"),
        Column("received_on", "nhận ngày", sortable=True, phone="meta"),
        Column("error_count", "sai", sortable=True),
        Column("warning_count", "cần xem", sortable=True),
        Column("note_count", "ghi chú"),
        Column("status", phone="meta"),
    ),
    filters=("sender", "status"),
    choices={"sender": sender_choices},
    form=(
        Group("Báo cáo", ("title", "year", "span")),
        Group("Nơi gửi", ("sender", "sender_name", "received_on")),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=check,
    propose=propose,
    tasks=tasks,
    workflow=WORKFLOW,
    tones=TONES,
)
