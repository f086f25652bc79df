"""The register of constituencies."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from dienhong.kernel.errors import Refused, RuleViolation
from dienhong.organisations.models import Council
from dienhong.people import rules
from dienhong.people.models import Constituency, Term
from dienhong.people.models.mandates import of_running_term
from dienhong.people.queries import running_term, seats_in_constituencies
from dienhong.registers.declaration import Column, Group, Register, Sheet


def check(constituency: Constituency, today: date) -> Iterable[RuleViolation | None]:
    seats = constituency.seats + seats_in_constituencies(constituency.term, but=constituency)
    yield rules.seats_add_up(constituency.term.seats_allotted, seats, "seats")


def propose(council: Council, today: date) -> dict[str, Any]:
    """The next number of the running term."""
    term = running_term(council, today)
    if term is None:
        return {}
    numbers = Constituency.objects.counted().filter(term=term).values_list("number", flat=True)
    return {"term": term, "number": max(numbers, default=0) + 1}


def complete(council: Council) -> Callable[[Constituency], None]:
    """A sheet need not repeat the term of a council that has only one."""
    terms = list(Term.objects.counted().filter(council=council)[:2])

    def fill(constituency: Constituency) -> None:
        if constituency.term_id is None:
            if len(terms) != 1:
                raise Refused([rules.say_which_term(len(terms))])
            constituency.term = terms[0]

    return fill


def on_the_way(constituency: Constituency) -> Iterable[RuleViolation | None]:
    if constituency.mandates.filter(cancelled_at=None).exists():
        sentence = "Đơn vị bầu cử này đã có đại biểu nên không hủy được."
        yield RuleViolation("constituency.has_mandates", sentence)


constituencies = Register(
    code="constituencies",
    model=Constituency,
    path="don-vi-bau-cu",
    prefix="BC",
    title="Đơn vị bầu cử",
    one="đơn vị bầu cử",
    group="Tổ chức",
    purpose="Ghi các đơn vị bầu cử của nhiệm kỳ: địa bàn, số đại biểu được bầu, số khu vực bỏ phiếu.",
    columns=(
        Column("title", "đơn vị bầu cử", phone="title", sortable=True, sorted_by="number"),
        Column("area"),
        Column("seats", phone="meta"),
        Column("polling_areas", phone="meta"),
        Column("term"),
    ),
    form=(
        Group("Đơn vị bầu cử", ("term", "number", "area")),
        Group("Số lượng", ("seats", "polling_areas")),
    ),
    check=check,
    check_cancel=on_the_way,
    propose=propose,
    in_line=True,
    valid_on=of_running_term,
    order="number",
    related=("term",),
    sheet=Sheet(
        name="Đơn vị bầu cử",
        columns=("term", "number", "area", "seats", "polling_areas"),
        key=("term", "number"),
        complete=complete,
        implied=("term",),
        example={"number": "1", "area": "xã Mẫu, xã Bên", "seats": "4", "polling_areas": "11"},
    ),
)
