"""What became of a record, as columns of its sheet: who was given it, what they answered, when that was settled.

A register of ``Followed`` records adds ``FOLLOWED`` to its sheet's extra columns, tells them with ``tell`` and carries
them out with ``followed``; or, where an action of its own gives the thing to a body, lets ``carry_on`` do the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db.models import Prefetch

from dienhong.accounts.models import User
from dienhong.followup import rules
from dienhong.followup.actions import Happened, answer, record_document, take_step
from dienhong.followup.assigning import follow
from dienhong.followup.models import Assignment, IncomingDocument, Progress, Undertaking
from dienhong.followup.states import SETTLED, Status
from dienhong.kernel.errors import Refused
from dienhong.organisations.kinds import OrganisationKind
from dienhong.organisations.models import Council, Organisation
from dienhong.registers.declaration import Carried, CarryOut, Extra, each

OWN_BODIES = (
    OrganisationKind.STANDING_COMMITTEE,
    OrganisationKind.COMMITTEE,
    OrganisationKind.DELEGATE_GROUP,
    OrganisationKind.OFFICE,
)
"""The council's own bodies give; they are not given to."""


def addressees(council: Council) -> Any:
    """The bodies that a council may give something to, those that have ended included: a sheet tells of years past."""
    return Organisation.objects.filter(council=council).exclude(kind__in=OWN_BODIES)


def _like(model: Any, name: str) -> Any:
    return model._meta.get_field(name)


GIVEN = (
    Extra("lead", _like(Undertaking, "lead"), "Cơ quan chủ trì giải quyết", choices=addressees),
    Extra("supporters", _like(Assignment, "organisation"), "Cơ quan phối hợp", many=True, choices=addressees),
    Extra("given_on", _like(Undertaking, "assigned_on"), "Ngày chuyển"),
    Extra("due_on", _like(Undertaking, "due_on"), "Hạn trả lời", "Để trống là theo quy định."),
)
"""To whom something was given, when and until when."""

ANSWERED = (
    Extra("result", _like(Progress, "result"), "Kết quả trả lời"),
    Extra("answered_on", _like(Progress, "on"), "Ngày trả lời"),
    Extra(
        "answer_paper",
        _like(IncomingDocument, "number"),
        "Văn bản trả lời",
        "Số, ký hiệu, ví dụ 248/UBND-TH.",
    ),
    Extra("answer", _like(Progress, "text"), "Nội dung trả lời"),
    Extra(
        "promised_on",
        _like(Progress, "promised_on"),
        "Hẹn xong ngày",
        "Chỉ ghi khi đang giải quyết, có thời hạn.",
    ),
)
"""What the body answered last."""

ASSESSED = (
    Extra(
        "settled_on", _like(Undertaking, "settled_on"), "Ngày xác nhận", "Ngày Thường trực xác nhận đã xong."
    ),
    Extra("settled_paper", _like(IncomingDocument, "number"), "Văn bản xác nhận", "Số, ký hiệu của văn bản."),
)
"""When the council settled it."""

FOLLOWED = (*GIVEN, *ANSWERED, *ASSESSED)

_LABELS = {extra.name: extra.label for extra in FOLLOWED}


# --- telling ----------------------------------------------------------------------------------------------------------
def tell(records: Sequence[Any]) -> Mapping[int, Mapping[str, Any]]:
    """What the columns say of records that own an origin, by the record's key: five statements, however many."""
    owners = {record.origin_id: record.pk for record in records if record.origin_id}
    lines = Progress.objects.select_related("document").order_by("pk")
    found = Undertaking.objects.counted().filter(origin__in=owners).select_related("lead").order_by("-pk")
    followed = found.prefetch_related(
        Prefetch("assignments", Assignment.objects.running().select_related("organisation")),
        Prefetch("history", lines),
    )
    return {owners[one.origin_id]: dict(_said_of(one)) for one in followed}


def _said_of(undertaking: Undertaking) -> Iterator[tuple[str, Any]]:
    parts, lines = list(undertaking.assignments.all()), list(undertaking.history.all())
    yield "lead", undertaking.lead
    if supporters := frozenset(part.organisation for part in parts if not part.leads):
        yield "supporters", supporters
    yield "given_on", undertaking.assigned_on
    yield "due_on", undertaking.due_on
    answers = [line for line in lines if line.result]
    if answers:
        last = answers[-1]
        yield from {"result": last.result, "answered_on": last.on, "answer": last.text}.items()
        yield from {"promised_on": last.promised_on, "answer_paper": _number(last)}.items()
    if undertaking.status in SETTLED:
        settled = next((line for line in reversed(lines) if line.status in SETTLED), None)
        yield from {
            "settled_on": undertaking.settled_on,
            "settled_paper": settled and _number(settled),
        }.items()


def _number(line: Progress) -> str | None:
    return line.document.number if line.document else None


# --- carrying out -----------------------------------------------------------------------------------------------------
def is_given(row: Carried, columns: Sequence[Extra] = GIVEN) -> bool:
    """Whether a body has it already; what the cells say of that must then be what is recorded. Raises Refused."""
    if not row.known:
        _require(row.cells, ("lead", "given_on"))
        return False
    _unchanged(row, columns)
    return True


def followed(text: Callable[[Any], str]) -> CarryOut:
    """For records from which one thing follows: ``text`` says what is to be done."""

    def act(row: Carried, by: User, at: datetime) -> None:
        if is_given(row):
            undertaking = Undertaking.objects.counted().filter(origin=row.record.origin).earliest("pk")
        else:
            undertaking = _give(row, text(row.record), by, at)
        carry_on(undertaking, row, by, at)

    return each(act)


def _give(row: Carried, text: str, by: User, at: datetime) -> Undertaking:
    cells = row.cells
    with named({"on": "given_on", None: "given_on"}):
        return follow(
            row.record,
            text=text,
            lead=cells["lead"],
            on=cells["given_on"],
            supporters=sorted(cells.get("supporters", ()), key=lambda body: body.pk),
            due_on=cells.get("due_on"),
            by=by,
            at=at,
        )


def carry_on(undertaking: Undertaking, row: Carried, by: User, at: datetime) -> None:
    """Record the answer and the assessment that the cells tell of, if they are not recorded yet. Raises Refused."""
    if _tells_of(row, ANSWERED) and _is_news(row):
        _require(row.cells, ("result", "answered_on"))
        undertaking = _answer(undertaking, row.cells, by, at)
    if _tells_of(row, ASSESSED):
        _settle(undertaking, row, by, at)


def _is_news(row: Carried) -> bool:
    """An answer of a later day than the recorded one is another; one of the same day must say the same."""
    before, on = row.known.get("answered_on"), row.cells.get("answered_on")
    if before is None or (on is not None and on > before):
        return True
    _unchanged(row, ANSWERED)
    return False


def _answer(undertaking: Undertaking, cells: Mapping[str, Any], by: User, at: datetime) -> Undertaking:
    part, on = _lead_part(undertaking), cells["answered_on"]
    with named({"on": "answered_on", "number": "answer_paper", "text": "answer"}):
        happened = Happened(
            on=on,
            text=cells.get("answer", ""),
            document=_paper(undertaking, cells.get("answer_paper"), on, undertaking.lead, by, at),
            result=cells["result"],
            promised_on=cells.get("promised_on"),
        )
        return answer(part, happened=happened, expected_version=undertaking.version, by=by, at=at)


def _settle(undertaking: Undertaking, row: Carried, by: User, at: datetime) -> None:
    if undertaking.status in SETTLED:
        _unchanged(row, ASSESSED)
        return
    _require(row.cells, ("settled_on",))
    on, part = row.cells["settled_on"], _lead_part(undertaking)
    impossible = part.state == Status.REPORTED_IMPOSSIBLE
    text = {**row.known, **row.cells}.get("answer", "") if impossible else ""
    with named({"on": "settled_on", "number": "settled_paper", "text": "answer", None: "settled_on"}):
        issuer = _standing_committee(undertaking.council, on)
        paper = _paper(undertaking, row.cells.get("settled_paper"), on, issuer, by, at)
        take_step(
            part,
            step="close" if impossible else "confirm",
            happened=Happened(on=on, text=text, document=paper),
            expected_version=undertaking.version,
            by=by,
            at=at,
        )


def _paper(
    undertaking: Undertaking,
    number: str | None,
    on: date,
    issuer: Organisation | None,
    by: User,
    at: datetime,
) -> IncomingDocument | None:
    if not number:
        return None
    if issuer is None:
        raise Refused([rules.who_issued()])
    council = undertaking.council
    return record_document(council=council, number=number, issued_on=on, issuer=issuer, by=by, at=at)


def _lead_part(undertaking: Undertaking) -> Assignment:
    running: Any = undertaking.assignments.running()
    part: Assignment = running.select_related("organisation").get(leads=True)
    return part


def _standing_committee(council: Council, day: date) -> Organisation | None:
    own = Organisation.objects.filter(council=council, kind=OrganisationKind.STANDING_COMMITTEE)
    return own.on(day).first()


# --- what the cells must say ------------------------------------------------------------------------------------------
def _tells_of(row: Carried, columns: Sequence[Extra]) -> bool:
    return any(column.name in row.cells for column in columns)


def _require(cells: Mapping[str, Any], names: Sequence[str]) -> None:
    Refused.if_any(rules.cell_is_filled(name in cells, name, _LABELS[name]) for name in names)


def _unchanged(row: Carried, columns: Sequence[Extra]) -> None:
    """What is recorded of an act is not rewritten by a cell."""
    told = [column for column in columns if column.name in row.cells]
    Refused.if_any(
        rules.as_recorded(row.cells[column.name] == row.known.get(column.name), column.name, column.label)
        for column in told
    )


@contextmanager
def named(columns: Mapping[str | None, str]) -> Iterator[None]:
    """What an action refuses of a field is told at the column that fills it."""
    try:
        yield
    except Refused as refusal:
        raise Refused(
            replace(found, field=columns.get(found.field, found.field)) for found in refusal.violations
        ) from refusal
