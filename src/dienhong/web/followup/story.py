"""An undertaking's history as a story, newest first: what, who, on which paper, and the date that moved."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from dienhong.followup.models import Progress, Undertaking
from dienhong.followup.states import Result, Step
from dienhong.vietnamese.dates import format_date

MAIN = {Step.REPORT_DONE, Step.CONFIRM, Step.CLOSE, Step.GIVE_BACK, Step.REPORT_IMPOSSIBLE}

OF_COUNCIL = {Step.CONFIRM, Step.CLOSE, Step.GIVE_BACK, Step.REOPEN, Step.EXTEND, Step.DECLINE_EXTENSION}


@dataclass(frozen=True)
class Change:
    label: str
    old: str
    new: str


@dataclass(frozen=True)
class Line:
    """As ``components/timeline.html`` draws it."""

    at: date
    what: str
    said: str
    who: str
    changes: tuple[Change, ...]
    main: bool
    timed: bool = False


def story_of(undertaking: Undertaking) -> list[Line]:
    lines = list(
        undertaking.history.select_related("assignment__organisation", "document", "by").order_by("on", "pk")
    )
    told = [_line(now, before) for before, now in pairwise([None, *lines]) if now]
    return told[::-1]


def _line(now: Progress, before: Progress | None) -> Line:
    return Line(now.on, _what(now), _said(now), _who(now), tuple(_moved(now, before)), now.step in MAIN)


def _what(line: Progress) -> str:
    """A body's own act begins with its name; what the council does to its part ends with it."""
    what = str(line.get_step_display())
    if line.assignment is None:
        return what
    body, result = str(line.assignment.organisation), f" – {Result(line.result).label}" if line.result else ""
    return f"{what} ({body})" if line.step in OF_COUNCIL else f"{body}: {what}{result}"


def _said(line: Progress) -> str:
    promised = f"Hẹn xong ngày {format_date(line.promised_on)}." if line.promised_on else ""
    return " ".join(filter(None, (line.text, promised)))


def _who(line: Progress) -> str:
    paper = f"theo văn bản {line.document}" if line.document else ""
    return ", ".join(filter(None, (str(line.by), paper)))


def _moved(now: Progress, before: Progress | None) -> Iterable[Change]:
    if before and before.due_on != now.due_on:
        yield Change("Hạn", format_date(before.due_on), format_date(now.due_on))
