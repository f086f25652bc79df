"""The register of sessions: the model that every other register follows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from dienhong.council_sessions import deadlines, rules
from dienhong.council_sessions.models import CouncilSession
from dienhong.council_sessions.panels import panels
from dienhong.council_sessions.queries import current_term, next_ordinal, undecided_items
from dienhong.council_sessions.states import TONES, WORKFLOW, SessionKind, SessionStatus
from dienhong.kernel.errors import Refused, RuleViolation
from dienhong.organisations.models import Council
from dienhong.people.queries import terms_by_day
from dienhong.registers.declaration import CalendarEntry, Column, Group, Register, Sheet
from dienhong.vietnamese.dates import format_date


def check(session: CouncilSession, today: date) -> Iterable[RuleViolation | None]:
    yield rules.ordinal_counts_from_one(session.ordinal)
    yield rules.within_term(
        session.opens_on,
        session.closes_on,
        term_starts=session.term.starts_on,
        term_ends=session.term.ends_on,
    )
    yield rules.nominal_year_fits(session.nominal_year, session.opens_on)
    closed = session.status == SessionStatus.CLOSED
    yield rules.closed_in_the_past(closed, session.closes_on, today)
    if closed and session.pk:
        yield rules.everything_decided(closed, undecided_items(session))


def propose(council: Council, today: date) -> dict[str, Any]:
    """What a new session most likely is: the next regular one of the running term."""
    proposal: dict[str, Any] = {"kind": SessionKind.REGULAR, "nominal_year": today.year}
    if term := current_term(council, today):
        proposal |= {"term": term, "ordinal": next_ordinal(term, SessionKind.REGULAR)}
    return proposal


def complete(council: Council) -> Callable[[CouncilSession], None]:
    """A sheet of a year does not repeat the term: it is the one that runs on the day the session opens."""
    term_on = terms_by_day(council)

    def fill(session: CouncilSession) -> None:
        term = term_on(session.opens_on)
        if term is None:
            sentence = f"Hội đồng chưa có khóa nào bắt đầu trước ngày {format_date(session.opens_on)}."
            raise Refused.because("session.no_term", sentence, "opens_on")
        session.term = term

    return fill


register = Register(
    code="council_sessions",
    model=CouncilSession,
    path="ky-hop",
    prefix="KH",
    title="Kỳ họp",
    one="kỳ họp",
    group="Kỳ họp",
    purpose="Ghi mỗi kỳ họp một lần: loại, số thứ tự, ngày và nơi họp. Số kỳ họp trong các báo cáo lấy từ sổ này.",
    columns=(
        Column("title", "kỳ họp", phone="title"),
        Column("opens_on", sortable=True, phone="meta"),
        Column("closes_on"),
        Column("place"),
        Column("nominal_year", "năm"),
        Column("status", phone="meta"),
    ),
    filters=("kind", "status"),
    form=(
        Group("Kỳ họp", ("kind", "term", "ordinal", "nominal_year")),
        Group("Thời gian, địa điểm", ("opens_on", "closes_on", "place")),
        Group(
            "Triệu tập, giấy mời",
            ("convened_number", "convened_on", "announced_on", "invited_number", "invited_on"),
            folded=True,
        ),
        Group(
            "Biên bản, thông báo kết quả",
            ("minutes_number", "minutes_on", "minutes_signed_by", "minutes_text", "results_published_on"),
            folded=True,
        ),
        Group("Ghi chú", ("note",), folded=True),
    ),
    check=check,
    facts=deadlines.facts,
    panels=panels,
    tasks=deadlines.tasks,
    propose=propose,
    workflow=WORKFLOW,
    tones=TONES,
    sheet=Sheet(
        name="Kỳ họp",
        columns=("kind", "ordinal", "nominal_year", "opens_on", "closes_on", "place", "status", "note"),
        key=("term", "kind", "ordinal"),
        example={
            "kind": "thường lệ",
            "ordinal": "7",
            "nominal_year": "2023",
            "opens_on": "18/7/2023",
            "closes_on": "19/7/2023",
            "place": "Hội trường trụ sở HĐND và UBND",
            "status": "đã bế mạc",
        },
        complete=complete,
    ),
    calendar=CalendarEntry(starts="opens_on", ends="closes_on"),
)
