"""The legal deadlines of an oversight: what is due by when, on which basis, and whether it was in time."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from dienhong.oversight.models import Oversight
from dienhong.oversight.states import REVIEWS, LeadKind, OversightStatus
from dienhong.registers.declaration import Fact, Task
from dienhong.registers.models import RecordQuerySet
from dienhong.rulebook.current import calendar, rulebook
from dienhong.rulebook.due_dates import DueDate, due_date
from dienhong.rulebook.rulebook import Rulebook
from dienhong.rulebook.working_days import Calendar
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_count

PLAN, VISIT, GROUP = "oversight.plan_sent", "oversight.visit_notice", "oversight.group_notice"
STANDING, COMMITTEE, OWN = "oversight.report_standing", "oversight.report_committee", "oversight.report_group"


@dataclass(frozen=True)
class Duty:
    """Something to be done by a day that is counted from ``trigger``; ``rules`` says by which rule, for whom."""

    label: str
    trigger: str
    done: str
    rules: Mapping[LeadKind, str]


DUTIES = (
    Duty(
        "Gửi kế hoạch, đề cương",
        "set_up_on",
        "plan_sent_on",
        dict.fromkeys((LeadKind.COUNCIL, LeadKind.STANDING_COMMITTEE, LeadKind.COMMITTEE), PLAN),
    ),
    Duty(
        "Thông báo chương trình, thành phần",
        "starts_on",
        "notice_sent_on",
        {
            LeadKind.COUNCIL: VISIT,
            LeadKind.STANDING_COMMITTEE: VISIT,
            LeadKind.COMMITTEE: VISIT,
            LeadKind.DELEGATE_GROUP: GROUP,
            LeadKind.DELEGATE: GROUP,
        },
    ),
    Duty(
        "Báo cáo kết quả",
        "ends_on",
        "reported_on",
        {
            LeadKind.STANDING_COMMITTEE: STANDING,
            LeadKind.COMMITTEE: COMMITTEE,
            LeadKind.DELEGATE_GROUP: OWN,
            LeadKind.DELEGATE: OWN,
        },
    ),
    Duty(
        "Thường trực xem xét báo cáo",
        "reported_on",
        "considered_on",
        {LeadKind.STANDING_COMMITTEE: "oversight.report_considered"},
    ),
)
"""Law 87/2015/QH13, art. 62, 70, 71, 80, 83-86; a council's own delegation reports when the council says so."""


@dataclass(frozen=True)
class Law:
    """Rules and calendar as they stand, read once for many oversights."""

    rulebook: Rulebook
    calendar: Calendar

    def due_of(self, oversight: Oversight, duty: Duty) -> DueDate | None:
        """Until when; None where nothing has happened to count from, or no rule binds this lead on that day."""
        code, day = duty.rules.get(LeadKind(oversight.lead_kind)), getattr(oversight, duty.trigger)
        if not code or not day or oversight.form in REVIEWS:
            return None
        rule = self.rulebook.on(day, oversight.council.level).get(code)
        return due_date(rule, day, self.calendar) if rule else None


def facts(oversight: Oversight) -> Iterable[Fact]:
    """For the page: each duty with its day, how that was worked out, and whether it was kept."""
    law = Law(rulebook(), calendar())
    for duty in DUTIES:
        if due := law.due_of(oversight, duty):
            kept = _kept(getattr(oversight, duty.done), due.day)
            yield Fact(f"{duty.label} chậm nhất", f"{format_date(due.day)}{kept}", due.explanation)


def _kept(done: date | None, due: date) -> str:
    if done is None:
        return ""
    late = (done - due).days
    told = f"chậm {format_count(late)} ngày" if late > 0 else "đúng hạn"
    return f" (đã làm ngày {format_date(done)}, {told})"


def tasks(oversights: RecordQuerySet, today: date) -> Iterable[Task]:
    """For the desk: what the law wants done, and what is over and not yet said to be."""
    law = Law(rulebook(), calendar())
    open_ones = oversights.filter(status__in=(OversightStatus.PLANNED, OversightStatus.UNDER_WAY))
    for oversight in open_ones.select_related("council", "body", "delegate"):
        for duty in DUTIES:
            due = law.due_of(oversight, duty)
            if due and getattr(oversight, duty.done) is None:
                yield Task(f"{duty.label}: {oversight.title}", due.day, oversight)
        if oversight.ends_on and oversight.ends_on < today:
            yield Task(f"Ghi nhận đã kết thúc: {oversight.title}", oversight.ends_on, oversight)
