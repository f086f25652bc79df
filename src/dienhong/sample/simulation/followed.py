"""Undertakings and everything that happened to them, told as the actions of following up would have told it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from dienhong.followup.models import Assignment, Extension, Followed, Origin, Progress, Undertaking, shortened
from dienhong.followup.register import register
from dienhong.followup.states import SETTLED, WORKFLOW, OriginKind, Status, Step
from dienhong.organisations.models import Organisation
from dienhong.rulebook.models import Field
from dienhong.sample.simulation.house import House
from dienhong.sample.simulation.words import ANSWERS, Chances, Said, folded

FORGIVEN = 300
"""What was given to a body longer ago than so many days is settled: a real office would not let it lie."""

EXTENDED_BY = 30

Path = tuple[tuple[str, str, int, int], ...]
"""Steps with the class of an answer, and how many days after the step before: at least, at most."""

_DONE: Path = (("report_done", "resolved", 8, 40), ("confirm", "", 3, 20))
_EXPLAINED: Path = (("report_done", "explained", 5, 28), ("confirm", "", 3, 20))
PATHS: Chances[Path] = Chances.of(
    {
        _DONE: 38,
        (("accept", "", 1, 6), *_DONE): 20,
        _EXPLAINED: 14,
        (
            ("report_progress", "planned", 6, 20),
            ("report_done", "resolved", 10, 60),
            ("confirm", "", 3, 20),
        ): 8,
        (("report_impossible", "no_funds", 10, 30), ("close", "", 4, 20)): 5,
        (("report_impossible", "not_now", 10, 30), ("close", "", 4, 20)): 3,
        (("report_done", "resolved", 8, 30), ("give_back", "", 3, 15), *_DONE): 5,
        (("ask_extension", "", 12, 26), ("extend", "", 1, 4), *_DONE): 4,
        (("report_done", "resolved", 60, 280), ("confirm", "", 3, 15)): 3,
    }
)
NEVER: Path = (("accept", "", 1, 6),)
"""Taken by a few of those that are not forgiven yet: accepted, and nothing since."""


class Work(NamedTuple):
    """What a body is to do."""

    said: Said
    lead: Organisation
    on: date
    due_on: date
    basis: str
    explanation: str = ""
    field: Field | None = None
    supporters: Sequence[Organisation] = ()


def origin_of(house: House, record: Followed, title: str) -> Origin:
    """The row that a petition, question, hearing… holds; it belongs to the council whose record it is."""
    if record.origin_id is None:
        given = {"kind": record.ORIGIN.value, "code": record.code, "title": shortened(title, 280)}
        origin = house.pen.draft(Origin, council=record.council, **given)
        record.origin_id, record._state.fields_cache["origin"] = origin.pk, origin
        record.version += 1
    return record.origin  # type: ignore[return-value]


def undertake(house: House, origin: Origin, work: Work) -> Undertaking:
    """Given to a body, and lived through up to the last simulated day."""
    pen, council = house.pen, house.council
    given = {
        "council": council,
        "origin": origin,
        "origin_kind": origin.kind,
        "text": work.said.text,
        "lead": work.lead,
        "field": work.field,
    }
    given |= {"recorded_by": pen.by, "recorded_at": pen.at, "assigned_on": work.on, "due_on": work.due_on}
    undertaking = pen.draft(
        Undertaking,
        **given,
        due_basis=work.basis,
        due_explanation=work.explanation,
        status=Status.ASSIGNED.value,
    )
    number = pen.number(council.pk, register.prefix, work.on.year)
    undertaking.code = register.record_code(work.on.year, number)
    undertaking.counts_on = work.on
    origin_words = folded(OriginKind(origin.kind).label, origin.code)
    undertaking.folded = (
        f"{folded(undertaking.code)} {work.said.folded} {folded(str(work.lead))} {origin_words}"
    )
    part, *_ = [_assign(house, undertaking, body, work) for body in (work.lead, *work.supporters)]
    helpers = ", ".join(str(body) for body in work.supporters)
    told = f"{work.lead} chủ trì{f'; {helpers} phối hợp' if helpers else ''}."
    _Story(house, undertaking, part).tell(told)
    return undertaking


def _assign(house: House, undertaking: Undertaking, body: Organisation, work: Work) -> dict[str, Any]:
    given = {"undertaking_id": undertaking.pk, "organisation_id": body.pk, "from_on": work.on}
    return house.pen.line(Assignment, **given, leads=body is work.lead, state="assigned")


@dataclass
class _Story:
    """The lines of one undertaking's history."""

    house: House
    undertaking: Undertaking
    part: dict[str, Any]
    last: dict[str, Any] | None = None
    asked: Extension | None = None

    def tell(self, assigned: str) -> None:
        day = self.undertaking.assigned_on
        self._line(Step.ASSIGN.value, day, assigned, told=False)
        for step, result, fewest, most in self._path():
            day = self.house.later(day, fewest, most)
            if day > self.house.years.last:
                return
            self._take(step, result, day)

    def _path(self) -> Path:
        waits = (self.house.years.last - self.undertaking.assigned_on).days < FORGIVEN
        if waits and self.house.chance(0.06):
            return NEVER
        return PATHS.one(self.house.draw)

    def _take(self, step: str, result: str, day: date) -> None:
        undertaking, text = self.undertaking, ANSWERS[result or step]
        promised = None
        if step == Step.ASK_EXTENSION:
            promised = self._ask(day, text)
        elif step == Step.EXTEND:
            self._extend(day)
        else:
            self._move(step, result, day)
            promised = max(undertaking.due_on, day) if result == "planned" else None
        undertaking.version += 1
        self._line(step, day, text, result=result, promised=promised)

    def _move(self, step: str, result: str, day: date) -> None:
        """As the table of states has it; the undertaking stands as its lead does."""
        status = str(WORKFLOW.transition(step).target)
        self.part["state"] = self.undertaking.status = status
        self.undertaking.result = result or self.undertaking.result
        self.undertaking.settled_on = day if status in SETTLED else None

    def _ask(self, day: date, text: str) -> date:
        old = self.undertaking.due_on
        new = max(old, day) + timedelta(days=EXTENDED_BY)
        given: dict[str, Any] = {
            "undertaking": self.undertaking,
            "asked_by_id": self.part["id"],
            "asked_on": day,
        }
        self.asked = self.house.pen.draft(
            Extension, **given, reason=text, old_due_on=old, new_due_on=new, state="asked"
        )
        return new

    def _extend(self, day: date) -> None:
        assert self.asked is not None
        self.asked.state, self.asked.decided_on = "granted", day
        self.undertaking.due_on = self.asked.new_due_on

    def _line(
        self,
        step: str,
        day: date,
        text: str,
        *,
        told: bool = True,
        result: str = "",
        promised: date | None = None,
    ) -> None:
        if self.last is not None:
            self.last["until_on"] = day
        pen, undertaking = self.house.pen, self.undertaking
        self.last = pen.line(
            Progress,
            undertaking_id=undertaking.pk,
            assignment_id=self.part["id"] if told else None,
            step=step,
            state=self.part["state"] if told else "",
            status=undertaking.status,
            due_on=undertaking.due_on,
            on=day,
            text=text,
            result=result,
            promised_on=promised,
            by_id=pen.by.pk,
            at=pen.at,
        )
