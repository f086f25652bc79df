"""What became of a record, as columns of its sheet: who was given it, what they answered, when that was settled.

A register of ``Followed`` records adds ``FOLLOWED`` to its sheet's extra columns, tells them with ``tell`` and carries
them out with ``followed``; or, where an action of its own gives the thing to a body, lets ``carry_on`` do the rest.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models import Prefetch

from dienhong.accounts.models import User
from dienhong.audit.journal import told_if_kept
from dienhong.followup import rules
from dienhong.followup.actions.answering import answered, step_taken
from dienhong.followup.actions.history import Happened, Story, stories
from dienhong.followup.actions.papers import Papers
from dienhong.followup.assigning import Begun, following, locked_records, write_begun
from dienhong.followup.models import Assignment, IncomingDocument, Progress, Undertaking
from dienhong.followup.states import SETTLED, Status
from dienhong.kernel.errors import Refused
from dienhong.organisations.kinds import OrganisationKind
from dienhong.organisations.models import Council, Organisation
from dienhong.registers.declaration import Carried, CarryOut, Extra, each, like

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


GIVEN = (
    Extra("lead", like(Undertaking, "lead"), "Cơ quan chủ trì giải quyết", choices=addressees),
    Extra("supporters", like(Assignment, "organisation"), "Cơ quan phối hợp", many=True, choices=addressees),
    Extra("given_on", like(Undertaking, "assigned_on"), "Ngày chuyển"),
    Extra("due_on", like(Undertaking, "due_on"), "Hạn trả lời", "Để trống là theo quy định."),
)
"""To whom something was given, when and until when."""

ANSWERED = (
    Extra("result", like(Progress, "result"), "Kết quả trả lời"),
    Extra("answered_on", like(Progress, "on"), "Ngày trả lời"),
    Extra(
        "answer_paper",
        like(IncomingDocument, "number"),
        "Văn bản trả lời",
        "Số, ký hiệu, ví dụ 248/UBND-TH.",
    ),
    Extra("answer", like(Progress, "text"), "Nội dung trả lời"),
    Extra(
        "promised_on",
        like(Progress, "promised_on"),
        "Hẹn xong ngày",
        "Chỉ ghi khi đang giải quyết, có thời hạn.",
    ),
)
"""What the body answered last."""

ASSESSED = (
    Extra(
        "settled_on", like(Undertaking, "settled_on"), "Ngày xác nhận", "Ngày Thường trực xác nhận đã xong."
    ),
    Extra("settled_paper", like(IncomingDocument, "number"), "Văn bản xác nhận", "Số, ký hiệu của văn bản."),
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
Compose = Callable[["Telling", Sequence[Carried]], None]


@dataclass
class Telling:
    """What the cells of many rows tell of, composed in memory by the verbs' own rules and written at once.

    ``stories`` are those of the rows, by the key of their record; ``begun`` says which of them begin with it.
    """

    by: User
    at: datetime
    papers: Papers
    stories: dict[int, Story] = field(default_factory=dict)
    begun: list[Begun] = field(default_factory=list)
    _committees: dict[int, list[Organisation]] = field(default_factory=dict)

    @classmethod
    def of(cls, rows: Sequence[Carried], by: User, at: datetime) -> Telling:
        """With the papers that the cells cite and what follows from the records already: a few statements."""
        cited = (row.cells.get(name) for row in rows for name in ("answer_paper", "settled_paper"))
        owners = {row.record.origin_id: row.record.pk for row in rows if row.record.origin_id}
        telling = cls(by, at, Papers.numbered(filter(None, cited), by))
        if owners:
            for story in stories(Undertaking.objects.counted().filter(origin__in=owners)):
                telling.stories.setdefault(owners[story.undertaking.origin_id], story)
        return telling

    def begin(self, one: Begun) -> Story:
        self.begun.append(one)
        self.stories[one.record.pk] = one.story
        return one.story

    def committee(self, council: Council, day: date) -> Organisation | None:
        """The council's standing committee of the day."""
        if council.pk not in self._committees:
            kind = OrganisationKind.STANDING_COMMITTEE
            found = Organisation.objects.filter(council=council, kind=kind).order_by("pk")
            self._committees[council.pk] = list(found)
        return next((body for body in self._committees[council.pk] if body.existed_on(day)), None)

    def write(self, rows: Iterable[Carried]) -> None:
        """Keep what became of these rows; what begins with them in the order in which it was given."""
        kept = {row.record.pk for row in rows}
        began = [one for one in self.begun if one.record.pk in kept]
        first = {one.record.pk: one.story for one in began}
        others = (story for pk, story in self.stories.items() if pk in kept)
        self.papers.write(self.at)
        write_begun(began, list(dict.fromkeys([*first.values(), *others])), self.by, self.at)


def together(compose: Compose) -> CarryOut:
    """Rows composed in memory and written at once; where that is refused, row by row, to find which and why."""

    def carry_out(rows: Sequence[Carried], by: User, at: datetime) -> None:
        try:
            with told_if_kept(), transaction.atomic():
                telling = Telling.of(rows, by, at)
                compose(telling, rows)
                telling.write(row for row in rows if not row.violations)
        except Refused as refusal:
            if len(rows) == 1:
                rows[0].violations += refusal.violations
                return
            for row in rows:
                if not row.violations:
                    carry_out([row], by, at)

    return carry_out


def is_given(row: Carried, columns: Sequence[Extra] = GIVEN) -> bool:
    """Whether a body has it already; what the cells say of that must then be what is recorded. Raises Refused."""
    if not row.known:
        _require(row.cells, ("lead", "given_on"))
        return False
    _unchanged(row, columns)
    return True


def followed(text: Callable[[Any], str]) -> CarryOut:
    """For records from which one thing follows: ``text`` says what is to be done."""

    def compose(telling: Telling, rows: Sequence[Carried]) -> None:
        held = {record.pk: record for record in locked_records([r.record for r in rows if not r.known])}

        def act(row: Carried, by: User, at: datetime) -> None:
            if not is_given(row):
                telling.begin(_given(held[row.record.pk], row.cells, text(row.record), by, at))
            carry_on(telling, row)

        each(act)(rows, telling.by, telling.at)

    return together(compose)


def _given(record: Any, cells: Mapping[str, Any], text: str, by: User, at: datetime) -> Begun:
    with named({"on": "given_on", None: "given_on"}):
        return following(
            record,
            text=text,
            lead=cells["lead"],
            on=cells["given_on"],
            supporters=sorted(cells.get("supporters", ()), key=lambda body: body.pk),
            due_on=cells.get("due_on"),
            by=by,
            at=at,
        )


def carry_on(telling: Telling, row: Carried) -> None:
    """Tell of the answer and the assessment that the cells hold, if they are not recorded yet. Raises Refused."""
    story = telling.stories[row.record.pk]
    if _tells_of(row, ANSWERED) and _is_news(row):
        _require(row.cells, ("result", "answered_on"))
        _answer(telling, story, row.cells)
    if _tells_of(row, ASSESSED):
        _settle(telling, story, row)


def _is_news(row: Carried) -> bool:
    """An answer of a later day than the recorded one is another; one of the same day must say the same."""
    before, on = row.known.get("answered_on"), row.cells.get("answered_on")
    if before is None or (on is not None and on > before):
        return True
    _unchanged(row, ANSWERED)
    return False


def _answer(telling: Telling, story: Story, cells: Mapping[str, Any]) -> None:
    on, lead = cells["answered_on"], story.undertaking.lead
    with named({"on": "answered_on", "number": "answer_paper", "text": "answer"}):
        happened = Happened(
            on=on,
            text=cells.get("answer", ""),
            document=_paper(telling, story, cells.get("answer_paper"), on, lead),
            result=cells["result"],
            promised_on=cells.get("promised_on"),
        )
        answered(story, story.lead_part, happened, telling.by, telling.at)


def _settle(telling: Telling, story: Story, row: Carried) -> None:
    if story.undertaking.status in SETTLED:
        _unchanged(row, ASSESSED)
        return
    _require(row.cells, ("settled_on",))
    on, part = row.cells["settled_on"], story.lead_part
    impossible = part.state == Status.REPORTED_IMPOSSIBLE
    text = {**row.known, **row.cells}.get("answer", "") if impossible else ""
    with named({"on": "settled_on", "number": "settled_paper", "text": "answer", None: "settled_on"}):
        issuer = telling.committee(story.undertaking.council, on)
        paper = _paper(telling, story, row.cells.get("settled_paper"), on, issuer)
        happened = Happened(on=on, text=text, document=paper)
        step_taken(story, part, "close" if impossible else "confirm", happened, telling.by, telling.at)


def _paper(
    telling: Telling, story: Story, number: str | None, on: date, issuer: Organisation | None
) -> IncomingDocument | None:
    if not number:
        return None
    if issuer is None:
        raise Refused([rules.who_issued()])
    return telling.papers.cite(story.undertaking.council, number, on, issuer)


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
