"""The register of terms."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from dienhong.kernel.errors import RuleViolation
from dienhong.organisations.models import Council
from dienhong.people import rules
from dienhong.people.models import Mandate, Term
from dienhong.people.models.terms import term_runs
from dienhong.people.queries import other_terms, seats_in_constituencies, typed_days
from dienhong.registers.declaration import Column, Group, Register, Sheet


def check(term: Term, today: date) -> Iterable[RuleViolation | None]:
    yield rules.years_of_term_fit(term.first_year, term.last_year, term.starts_on)
    yield rules.terms_apart(term.span, [(str(other), other.span) for other in other_terms(term)])
    if term.pk:
        within = Mandate.objects.counted().filter(term=term)
        yield rules.holds_what_it_has(term.span, typed_days(within))
        yield rules.seats_add_up(term.seats_allotted, seats_in_constituencies(term), "seats_allotted")


def propose(council: Council, today: date) -> dict[str, Any]:
    """The term after the last one."""
    last = Term.objects.counted().filter(council=council).order_by("-ordinal").first()
    return {"ordinal": last.ordinal + 1, "session_numbering": last.session_numbering} if last else {}


def on_the_way(term: Term) -> Iterable[RuleViolation | None]:
    """A term in which seats were recorded stays."""
    if term.mandates.filter(cancelled_at=None).exists():
        sentence = "Nhiệm kỳ này đã có đại biểu nên không hủy được."
        yield RuleViolation("term.has_mandates", sentence)


terms = Register(
    code="terms",
    model=Term,
    path="nhiem-ky",
    prefix="NK",
    title="Nhiệm kỳ",
    one="nhiệm kỳ",
    group="Tổ chức",
    purpose="Ghi mỗi khóa Hội đồng một lần: bắt đầu, kết thúc và số đại biểu được bầu theo quyết định.",
    columns=(
        Column("title", "nhiệm kỳ", phone="title"),
        Column("starts_on", sortable=True, phone="meta"),
        Column("ends_on", phone="meta"),
        Column("seats_allotted"),
    ),
    form=(
        Group("Khóa", ("ordinal", "first_year", "last_year", "seats_allotted")),
        Group("Thời gian", ("starts_on", "ends_on")),
        Group("Kỳ họp", ("session_numbering",), folded=True),
    ),
    check=check,
    check_cancel=on_the_way,
    propose=propose,
    in_line=True,
    valid_on=term_runs,
    shows_all=True,
    order="-starts_on",
    sheet=Sheet(
        name="Nhiệm kỳ",
        columns=(
            "ordinal",
            "first_year",
            "last_year",
            "starts_on",
            "ends_on",
            "seats_allotted",
            "session_numbering",
        ),
        key=("ordinal",),
        example={
            "ordinal": "14",
            "first_year": "2021",
            "last_year": "2026",
            "starts_on": "23/5/2021",
            "seats_allotted": "34",
        },
    ),
)
