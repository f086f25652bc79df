"""An undertaking's history as a story, newest first: what, who, on which paper, and the date that moved."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from django.urls import reverse

from dienhong.accounts.models import User
from dienhong.followup.models import Evidence, Progress, Undertaking
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
class File:
    """A file that proves a line; without an address when its content has been taken away."""

    name: str
    url: str


@dataclass(frozen=True)
class Line:
    """As ``followup/story.html`` draws it."""

    at: date
    what: str
    said: str
    who: str
    changes: tuple[Change, ...]
    main: bool
    files: tuple[File, ...] = ()


def story_of(undertaking: Undertaking, user: User) -> list[Line]:
    """Every line, with the files that this user may open."""
    told = undertaking.history.select_related("assignment__organisation", "document", "by")
    lines = list(told.order_by("on", "pk"))
    evidence = list(Evidence.objects.visible_to(user).of(undertaking))
    address = undertaking.council.slug, undertaking.code
    return [
        _line(now, before, tuple(_files(now, evidence, address)))
        for before, now in pairwise([None, *lines])
        if now
    ][::-1]


def _line(now: Progress, before: Progress | None, files: tuple[File, ...]) -> Line:
    return Line(
        now.on, _what(now), _said(now), _who(now), tuple(_moved(now, before)), now.step in MAIN, files
    )


def _files(line: Progress, evidence: Sequence[Evidence], address: tuple[str, str]) -> Iterator[File]:
    """The line's own files, then the scan of the paper that it cites; the same content once."""
    own = [e.file for e in evidence if e.line_id == line.pk]
    cited = [e.file for e in evidence if e.document_id and e.document_id == line.document_id]
    for sha256, file in {file.sha256: file for file in (*own, *cited)}.items():
        url = "" if file.discarded_at else reverse("undertakings-file", args=[*address, sha256])
        yield File(file.name, url)


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
