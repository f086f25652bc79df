"""Conferences between levels, and yearly reviews."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from dienhong.accounts.models import User
from dienhong.council_sessions.queries import current_term
from dienhong.followup import following
from dienhong.kernel.errors import Refused, RuleViolation
from dienhong.kernel.period import Period
from dienhong.meetings import divisions, frequency, rules
from dienhong.meetings.actions import conclude
from dienhong.meetings.models import Conference
from dienhong.meetings.queries import followed, next_ordinal
from dienhong.meetings.states import (
    CONCLUDE,
    CONFERENCE_TONES,
    CONFERENCE_WORKFLOW,
    ConferenceKind,
    ConferenceStatus,
)
from dienhong.organisations.kinds import Level
from dienhong.organisations.models import Council
from dienhong.people.queries import terms_by_day
from dienhong.registers.declaration import (
    CalendarEntry,
    Column,
    Deed,
    Fact,
    Group,
    Panel,
    Register,
    Sheet,
    Task,
)
from dienhong.registers.models import RecordQuerySet
from dienhong.rulebook.current import rulebook
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_count

NEXT_BELOW = {Level.PROVINCE: Level.COMMUNE, Level.DISTRICT: Level.COMMUNE}
"""With whom a conference is held since the district level ended on 1 July 2025 (Law 72/2025/QH15, art. 51)."""


def check(conference: Conference, today: date) -> Iterable[RuleViolation | None]:
    yield rules.counts_from_one(conference.ordinal, "ordinal")
    yield rules.level_where_it_meets_one(conference.kind, conference.level)
    yield rules.lower_level(conference.council.level, conference.level)
    yield rules.within_term(conference.held_on, conference.term.starts_on, conference.term.ends_on)
    yield rules.held_in_the_past(conference.took_place, conference.held_on, today)
    yield rules.number_with_day(
        conference.conclusion_number, conference.concluded_on, "conclusion_number", "concluded_on"
    )
    yield rules.not_before(conference.concluded_on, conference.held_on, "concluded_on")


def check_cancel(conference: Conference) -> Iterable[RuleViolation | None]:
    yield rules.not_followed(followed(conference))


def propose(council: Council, today: date) -> dict[str, Any]:
    """The next conference of the running term; where no council lies below, the next review."""
    below = NEXT_BELOW.get(Level(council.level))
    kind = ConferenceKind.CONFERENCE if below else ConferenceKind.REVIEW
    term = current_term(council, today)
    numbered = {"term": term, "ordinal": next_ordinal(term, kind)} if term else {}
    return {"kind": kind, "level": below or "", **numbered}


def complete(council: Council) -> Callable[[Conference], None]:
    """A sheet of a year does not repeat the term: it is the one that runs on the day of the conference."""
    term_on = terms_by_day(council)

    def fill(conference: Conference) -> None:
        term = term_on(conference.held_on)
        if term is None:
            sentence = f"Hội đồng chưa có khóa nào bắt đầu trước ngày {format_date(conference.held_on)}."
            raise Refused.because("conference.no_term", sentence, "held_on")
        conference.term = term

    return fill


def facts(conference: Conference) -> Iterable[Fact]:
    """How many conferences the year has, beside what the rule asks; how many people came in all."""
    if conference.kind == ConferenceKind.CONFERENCE:
        year = Period.year(conference.held_on.year)
        rule = rulebook().on(year.last, conference.council.level).get(frequency.YEARLY_CONFERENCE)
        if rule:
            same = Conference.objects.counted().filter(council=conference.council, kind=conference.kind)
            count = same.exclude(status=ConferenceStatus.PLANNED).in_period(year).count()
            said = f"{format_count(count)} hội nghị, quy định ít nhất {rule.amount}"
            yield Fact(f"Giao ban trong năm {year.first.year}", said, f"{rule.text} ({rule.basis}).")
    if conference.participants is not None:
        yield Fact("Tổng số người dự", format_count(conference.participants))


def panels(conference: Conference, user: User) -> Iterable[Panel]:
    yield following.panel(conference, user)


def tasks(conferences: RecordQuerySet, today: date) -> Iterable[Task]:
    """Record what was held; issue the conclusion."""
    past = conferences.filter(held_on__lt=today).select_related("term").order_by("held_on")
    for conference in past.filter(status=ConferenceStatus.PLANNED)[:10]:
        yield Task(f"Ghi nhận đã tổ chức: {conference.title}", conference.held_on, conference)
    for conference in past.filter(status=ConferenceStatus.HELD)[:10]:
        yield Task(f"Ghi kết luận: {conference.title}", conference.held_on, conference)


conferences = Register(
    code="conferences",
    model=Conference,
    path="giao-ban",
    prefix="GB",
    title="Giao ban, tổng kết",
    one="hội nghị",
    group="Thường trực",
    purpose="Hội nghị giao ban với Thường trực HĐND cấp dưới và hội nghị tổng kết: ai dự, đề xuất gì, kết luận gì.",
    columns=(
        Column("title", "hội nghị", phone="title"),
        Column("held_on", sortable=True, phone="meta"),
        Column("level"),
        Column("participants", "người dự"),
        Column("conclusion_number", "kết luận"),
        Column("status", phone="meta"),
    ),
    filters=("kind", "status"),
    more_filters=("level", divisions.took_place),
    form=(
        Group("Hội nghị", ("kind", "level", "term", "ordinal", "theme")),
        Group("Thời gian, địa điểm", ("held_on", "place", "chair")),
        Group("Thành phần", ("councils_below", "from_own", "from_below", "from_agencies", "from_front")),
        Group("Kết luận", ("conclusion_number", "concluded_on", "conclusion"), folded=True),
    ),
    check=check,
    check_cancel=check_cancel,
    propose=propose,
    workflow=CONFERENCE_WORKFLOW,
    tones=CONFERENCE_TONES,
    facts=facts,
    panels=panels,
    links=following.links,
    tasks=tasks,
    related=("term",),
    deeds=(
        Deed(
            name=CONCLUDE,
            label="Ghi kết luận",
            effect="Hội nghị được ghi là đã có kết luận. Mỗi nhiệm vụ trong kết luận thì giao thành một việc.",
            do=conclude,
            offered=lambda conference, today: conference.status == ConferenceStatus.HELD,
            fields=("conclusion_number", "concluded_on"),
            optional=("conclusion",),
        ),
    ),
    sheet=Sheet(
        name="Hội nghị giao ban",
        columns=(
            "kind",
            "level",
            "ordinal",
            "held_on",
            "place",
            "chair",
            "theme",
            "councils_below",
            "from_own",
            "from_below",
            "from_agencies",
            "from_front",
            "conclusion_number",
            "concluded_on",
            "conclusion",
            "status",
        ),
        key=("term", "kind", "ordinal"),
        example={
            "kind": "giao ban với Thường trực HĐND cấp dưới",
            "level": "cấp xã",
            "ordinal": "4",
            "held_on": "18/10/2023",
            "chair": "Chủ tịch HĐND",
            "conclusion_number": "08/TB-TTHĐND",
            "concluded_on": "23/10/2023",
            "status": "đã có kết luận",
        },
        complete=complete,
    ),
    calendar=CalendarEntry(starts="held_on", ends="held_on"),
)
