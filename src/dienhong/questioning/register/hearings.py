"""Hearings before the standing committee."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from fractions import Fraction
from typing import Any

from dienhong.accounts.models import User
from dienhong.council_sessions.queries import current_term
from dienhong.followup import following
from dienhong.kernel.errors import Refused, RuleViolation
from dienhong.organisations.models import Council
from dienhong.people.queries import terms_by_day
from dienhong.questioning import deadlines, divisions, rules
from dienhong.questioning.actions import conclude
from dienhong.questioning.models import Hearing
from dienhong.questioning.queries import followed, next_ordinal
from dienhong.questioning.register.bodies import of_standing_committee
from dienhong.questioning.register.questions import BRING
from dienhong.questioning.states import CONCLUDE, HEARING_TONES, HEARING_WORKFLOW, HearingStatus
from dienhong.registers.declaration import (
    CalendarEntry,
    Column,
    Deed,
    Fact,
    Group,
    Link,
    Panel,
    Register,
    Sheet,
    Task,
)
from dienhong.registers.models import RecordQuerySet
from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.numerals import format_count


def check(hearing: Hearing, today: date) -> Iterable[RuleViolation | None]:
    yield rules.hearing_counts_from_one(hearing.ordinal)
    yield rules.within_term(hearing.held_on, hearing.term.starts_on, hearing.term.ends_on)
    yield rules.of_the_standing_committee(hearing.meeting.kind if hearing.meeting else None)
    yield rules.held_in_the_past(hearing.took_place, hearing.held_on, today)
    yield rules.conclusion_is_whole(hearing.conclusion_number, hearing.concluded_on)
    yield rules.not_before(hearing.concluded_on, hearing.held_on, "Phiên giải trình", "concluded_on")
    yield rules.not_ahead(hearing.concluded_on, today, "concluded_on")
    yield rules.votes_fit(hearing.in_favour, hearing.members)
    rule = deadlines.majority_rule(hearing.held_on, hearing.council.level)
    share = Fraction(rule.value) if rule else None
    yield rules.conclusion_passed(hearing.in_favour, hearing.members, share)


def check_cancel(hearing: Hearing) -> Iterable[RuleViolation | None]:
    yield rules.not_followed(followed(hearing))


def propose(council: Council, today: date) -> dict[str, Any]:
    """The next hearing of the running term."""
    term = current_term(council, today)
    return {"term": term, "ordinal": next_ordinal(term)} if term else {}


def complete(council: Council) -> Callable[[Hearing], None]:
    """A sheet of a year does not repeat the term: it is the one that runs on the day of the hearing."""
    term_on = terms_by_day(council)

    def fill(hearing: Hearing) -> None:
        term = term_on(hearing.held_on)
        if term is None:
            sentence = f"Hội đồng chưa có khóa nào bắt đầu trước ngày {format_date(hearing.held_on)}."
            raise Refused.because("hearing.no_term", sentence, "held_on")
        hearing.term = term

    return fill


def facts(hearing: Hearing) -> Iterable[Fact]:
    """Until when who must explain is told; and by how many days that was missed."""
    due = deadlines.deadline(deadlines.NOTICE, hearing.held_on, hearing.council.level)
    if due:
        late = (hearing.notice_on - due.day).days if hearing.notice_on else 0
        said = f" (đã thông báo chậm {format_count(late)} ngày)" if late > 0 else ""
        yield Fact("Thông báo chậm nhất", f"{format_date(due.day)}{said}", due.explanation)
    rule = deadlines.majority_rule(hearing.held_on, hearing.council.level)
    if rule:
        yield Fact("Thông qua kết luận", f"quá {rule.amount} {rule.base}", f"{rule.text} ({rule.basis}).")


def panels(hearing: Hearing, user: User) -> Iterable[Panel]:
    yield following.panel(hearing, user)
    yield from following.escalated_panels(hearing, user)


def links(hearing: Hearing, user: User, today: date) -> Iterable[Link]:
    yield from following.links(hearing, user, today)
    yield Link("Đưa việc quá hạn ra giải trình", BRING, rare=True)


def tasks(hearings: RecordQuerySet, today: date) -> Iterable[Task]:
    """Give notice of what is planned; record what was held; issue the conclusion."""
    for hearing in hearings.filter(status=HearingStatus.PLANNED).select_related("council", "term")[:10]:
        due = deadlines.deadline(deadlines.NOTICE, hearing.held_on, hearing.council.level)
        if hearing.held_on < today:
            yield Task(f"Ghi nhận đã tổ chức: {hearing.title}", hearing.held_on, hearing)
        elif due and hearing.notice_on is None:
            yield Task(f"Thông báo cho người giải trình: {hearing.title}", due.day, hearing)
    for hearing in hearings.filter(status=HearingStatus.HELD).select_related("term")[:10]:
        yield Task(f"Ghi kết luận: {hearing.title}", hearing.held_on, hearing)


hearings = Register(
    code="hearings",
    model=Hearing,
    path="giai-trinh",
    prefix="GT",
    title="Phiên giải trình",
    one="phiên giải trình",
    group="Giám sát",
    purpose="Mỗi phiên giải trình của Thường trực HĐND: thông báo, nội dung, ai giải trình, kết luận và việc theo sau.",
    columns=(
        Column("title", "phiên giải trình", phone="title"),
        Column("held_on", sortable=True, phone="meta"),
        Column("place"),
        Column("conclusion_number", "kết luận"),
        Column("status", phone="meta"),
    ),
    filters=("status", divisions.held),
    form=(
        Group("Phiên giải trình", ("term", "ordinal", "held_on", "meeting", "place", "chair", "invited")),
        Group("Thông báo", ("notice_on", "notice_number")),
        Group(
            "Kết luận",
            ("conclusion_number", "concluded_on", "members", "in_favour", "conclusion"),
            folded=True,
        ),
    ),
    check=check,
    check_cancel=check_cancel,
    propose=propose,
    workflow=HEARING_WORKFLOW,
    tones=HEARING_TONES,
    facts=facts,
    panels=panels,
    links=links,
    tasks=tasks,
    related=("term",),
    choices={"meeting": of_standing_committee},
    deeds=(
        Deed(
            name=CONCLUDE,
            label="Ghi kết luận",
            effect="Phiên giải trình được ghi là đã có kết luận. Mỗi yêu cầu trong kết luận thì giao thành một việc.",
            do=conclude,
            offered=lambda hearing, today: hearing.status == HearingStatus.HELD,
            fields=("conclusion_number", "concluded_on"),
            optional=("members", "in_favour", "conclusion"),
        ),
    ),
    sheet=Sheet(
        name="Phiên giải trình",
        columns=(
            "ordinal",
            "held_on",
            "meeting",
            "place",
            "chair",
            "invited",
            "notice_on",
            "notice_number",
            "status",
            "conclusion_number",
            "concluded_on",
            "members",
            "in_favour",
            "conclusion",
        ),
        key=("term", "ordinal"),
        example={
            "ordinal": "2",
            "held_on": "28/4/2023",
            "place": "Phòng họp Thường trực HĐND",
            "chair": "Chủ tịch HĐND",
            "status": "đã tổ chức",
            "conclusion_number": "04/TB-TTHĐND",
            "concluded_on": "9/5/2023",
        },
        complete=complete,
    ),
    calendar=CalendarEntry(starts="held_on", ends="held_on"),
)
