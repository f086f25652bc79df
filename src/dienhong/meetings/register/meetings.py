"""Meetings of the standing committee, with the executive and the front, of committees and groups."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Count, Q

from dienhong.accounts.models import User
from dienhong.followup import following
from dienhong.kernel.errors import RuleViolation
from dienhong.kernel.period import Period
from dienhong.meetings import divisions, frequency, rules
from dienhong.meetings.models import Meeting
from dienhong.meetings.queries import followed, undecided
from dienhong.meetings.states import (
    MEETING_TONES,
    MEETING_WORKFLOW,
    STANDING_KINDS,
    Decision,
    MeetingKind,
    MeetingStatus,
)
from dienhong.organisations.kinds import OrganisationKind
from dienhong.organisations.models import Council, Organisation
from dienhong.registers.declaration import (
    CalendarEntry,
    Column,
    Fact,
    Group,
    Panel,
    Register,
    Sheet,
    Task,
)
from dienhong.registers.models import RecordQuerySet
from dienhong.rulebook.current import rulebook
from dienhong.vietnamese.numerals import format_count


def check(meeting: Meeting, today: date) -> Iterable[RuleViolation | None]:
    yield rules.month_named(meeting.kind, meeting.month, meeting.year, meeting.held_on)
    yield rules.month_only_where_monthly(meeting.kind, meeting.month, meeting.year)
    yield rules.host_fits(meeting.kind, meeting.body.kind if meeting.body else None)
    yield rules.session_where_it_prepares(meeting.kind, meeting.session is not None)
    yield rules.held_in_the_past(meeting.took_place, meeting.held_on, today)
    yield rules.everything_decided(meeting.is_closed, undecided(meeting) if meeting.is_closed else 0)
    yield rules.number_with_day(meeting.notice_number, meeting.notice_on, "notice_number", "notice_on")
    yield rules.not_before(meeting.notice_on, meeting.held_on, "notice_on")


def check_cancel(meeting: Meeting) -> Iterable[RuleViolation | None]:
    yield rules.not_followed(followed(meeting))


def propose(council: Council, today: date) -> dict[str, Any]:
    """The meeting of this month."""
    return {"kind": MeetingKind.STANDING, "month": today.month, "year": today.year, "held_on": today}


def bodies(council: Council) -> Any:
    """The committees and groups of the council."""
    kinds = (OrganisationKind.COMMITTEE, OrganisationKind.DELEGATE_GROUP)
    return Organisation.objects.filter(council=council, kind__in=kinds).order_by("kind", "number", "pk")


def facts(meeting: Meeting) -> Iterable[Fact]:
    """How often the standing committee has met this year, beside what the rule asks."""
    if meeting.kind != MeetingKind.STANDING:
        return
    year = Period.year(meeting.held_on.year)
    rule = rulebook().on(year.last, meeting.council.level).get(frequency.MONTHLY)
    if rule:
        same = Meeting.objects.counted().filter(divisions.met(), council=meeting.council, kind=meeting.kind)
        count = same.in_period(year).count()
        said = f"{format_count(count)}/{rule.amount} phiên đã họp"
        yield Fact(f"Thường kỳ trong năm {year.first.year}", said, f"{rule.text} ({rule.basis}).")
    if not meeting.in_its_month:
        yield Fact("Đúng tháng", f"họp ngoài tháng {meeting.month}/{meeting.year}")


def panels(meeting: Meeting, user: User) -> Iterable[Panel]:
    yield following.panel(meeting, user)


def tasks(meetings: RecordQuerySet, today: date) -> Iterable[Task]:
    """Record what was held; decide what was submitted; tell the result."""
    past = meetings.filter(status=MeetingStatus.PLANNED, held_on__lt=today)
    for meeting in past.select_related("session", "body").order_by("held_on")[:10]:
        yield Task(f"Ghi nhận đã họp: {meeting.title}", meeting.held_on, meeting)
    waiting = Q(matters__decision=Decision.PENDING, matters__cancelled_at=None)
    open_ones = meetings.filter(status=MeetingStatus.HELD, kind__in=STANDING_KINDS)
    for meeting in open_ones.annotate(waiting=Count("matters", filter=waiting)).order_by("held_on")[:10]:
        if meeting.waiting:
            count = format_count(meeting.waiting)
            yield Task(f"Ghi quyết định về {count} nội dung trình: {meeting.title}", meeting.held_on, meeting)
        elif not meeting.notice_number:
            yield Task(f"Thông báo kết quả {meeting.title}", meeting.held_on, meeting)


meetings = Register(
    code="meetings",
    model=Meeting,
    path="phien-hop",
    prefix="HOP",
    title="Phiên họp",
    one="phiên họp",
    group="Thường trực",
    purpose="Mỗi phiên họp ghi một lần: của Thường trực hằng tháng, liên tịch, của các Ban, các Tổ đại biểu.",
    columns=(
        Column("title", "phiên họp", phone="title"),
        Column("held_on", sortable=True, phone="meta"),
        Column("chair"),
        Column("notice_number", "thông báo"),
        Column("status", phone="meta"),
    ),
    filters=("kind", "status"),
    more_filters=("body", divisions.held, divisions.timeliness),
    form=(
        Group("Phiên họp", ("kind", "month", "year", "ordinal", "body", "session")),
        Group("Thời gian, thành phần", ("held_on", "place", "chair", "members", "invited")),
        Group("Nội dung", ("session_review", "review", "plan", "content")),
        Group("Thông báo kết quả", ("notice_number", "notice_on"), folded=True),
    ),
    check=check,
    in_line=True,
    check_cancel=check_cancel,
    propose=propose,
    workflow=MEETING_WORKFLOW,
    tones=MEETING_TONES,
    facts=facts,
    panels=panels,
    links=following.links,
    tasks=tasks,
    related=("body", "session"),
    choices={"body": bodies},
    sheet=Sheet(
        name="Phiên họp Thường trực, Ban, Tổ",
        columns=(
            "kind",
            "month",
            "year",
            "ordinal",
            "body",
            "session",
            "held_on",
            "place",
            "chair",
            "members",
            "invited",
            "session_review",
            "review",
            "plan",
            "content",
            "notice_number",
            "notice_on",
            "status",
        ),
        key=("kind", "body", "held_on"),
        example={
            "kind": "Thường trực HĐND, thường kỳ hằng tháng",
            "month": "7",
            "year": "2023",
            "held_on": "28/7/2023",
            "chair": "Chủ tịch HĐND",
            "notice_number": "07/TB-TTHĐND",
            "notice_on": "31/7/2023",
            "status": "đã họp",
        },
    ),
    calendar=CalendarEntry(starts="held_on", ends="held_on"),
)
