"""What is due when: the calendar before its day, and each letter by its kind, under the rules of the day it came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from dienhong.reception.divisions import state
from dienhong.reception.models import Letter, ReceptionDay
from dienhong.reception.states import Competence, LetterKind, LetterStatus
from dienhong.registers.declaration import Fact, Task
from dienhong.registers.models import RecordQuerySet
from dienhong.rulebook.current import calendar, rulebook
from dienhong.rulebook.due_dates import DueDate, due_date
from dienhong.rulebook.rulebook import Rulebook
from dienhong.rulebook.working_days import Calendar
from dienhong.vietnamese.dates import format_date

SCHEDULE = "reception.schedule"
AHEAD = timedelta(days=30)
"""How long before its day a calendar that is not published yet stands on the desk."""


class Term(NamedTuple):
    """A deadline of a letter: its rule, what is due, and the field whose day it counts from."""

    rule: str
    label: str
    counts_from: str = "received_on"


FIRST_TERMS = {
    LetterKind.COMPLAINT: Term("complaint.acceptance", "Thụ lý chậm nhất"),
    LetterKind.DENUNCIATION: Term("denunciation.check", "Xử lý ban đầu chậm nhất"),
    LetterKind.PETITION: Term("reception.reply", "Trả lời công dân chậm nhất"),
    LetterKind.FEEDBACK: Term("reception.reply", "Trả lời công dân chậm nhất"),
}
"""What is due of a letter that just came."""

RELAY = Term("reception.relay", "Chuyển đơn, hướng dẫn chậm nhất")
FORWARD = Term("denunciation.forward", "Chuyển đơn tố cáo chậm nhất")

ACCEPTED_TERMS = {
    LetterKind.COMPLAINT: Term("complaint.settle_first", "Giải quyết lần đầu chậm nhất", "accepted_on"),
    LetterKind.DENUNCIATION: Term("denunciation.settle", "Giải quyết chậm nhất", "accepted_on"),
}
"""What is due once it was accepted."""


def terms_of(letter: Letter) -> Iterator[Term]:
    """The deadlines that bind a letter: passing on where it is not the council's to settle."""
    kind = LetterKind(letter.kind)
    if letter.competence in {Competence.OTHER_AGENCY, Competence.OTHER_LEVEL}:
        yield FORWARD if letter.is_denunciation else RELAY
    else:
        yield FIRST_TERMS[kind]
    if letter.accepted_on and kind in ACCEPTED_TERMS:
        yield ACCEPTED_TERMS[kind]


@dataclass(frozen=True)
class Law:
    """Rules and calendar as they stand, read once for many records."""

    rulebook: Rulebook
    calendar: Calendar

    @classmethod
    def now(cls) -> Law:
        return cls(rulebook(), calendar())

    def due(self, code: str, day: date, level: str) -> DueDate | None:
        """A deadline from a day under the rules of that day; None where no rule was in force."""
        rule = self.rulebook.on(day, level).get(code)
        return due_date(rule, day, self.calendar) if rule else None

    def due_of(self, letter: Letter, term: Term) -> DueDate | None:
        return self.due(term.rule, getattr(letter, term.counts_from), letter.council.level)


def facts_of_letter(letter: Letter) -> Iterable[Fact]:
    law = Law.now()
    for term in terms_of(letter):
        if due := law.due_of(letter, term):
            yield Fact(term.label, format_date(due.day), due.explanation)


def facts_of_day(day: ReceptionDay) -> Iterable[Fact]:
    if due := Law.now().due(SCHEDULE, day.held_on, day.council.level):
        yield Fact("Công bố lịch chậm nhất", format_date(due.day), due.explanation)


def tasks_of_letters(letters: RecordQuerySet, today: date) -> Iterable[Task]:
    """What is due of letters that were not handled yet, or accepted and not settled; the oldest of them."""
    law, waiting = Law.now(), [LetterStatus.RECEIVED, LetterStatus.ACCEPTED]
    for letter in letters.filter(status__in=waiting).select_related("council").order_by("received_on")[:30]:
        *_, term = terms_of(letter)
        if due := law.due_of(letter, term):
            yield Task(f"{_verb(letter)}: {letter.title}", due.day, letter)


def _verb(letter: Letter) -> str:
    return "Giải quyết đơn" if letter.status == LetterStatus.ACCEPTED else "Xử lý đơn"


def tasks_of_days(days: RecordQuerySet, today: date) -> Iterable[Task]:
    """Days that passed without a word, and days to come whose calendar is not published."""
    for day in days.filter(state.part("missed", today)).order_by("-held_on")[:5]:
        yield Task(f"Ghi kết quả hoặc lý do không tiếp: {day.title}", day.held_on, day)
    law = Law.now()
    soon = days.filter(published_on=None, outcome="", held_on__range=(today, today + AHEAD))
    for day in soon.select_related("council").order_by("held_on")[:5]:
        if due := law.due(SCHEDULE, day.held_on, day.council.level):
            yield Task(f"Công bố lịch: {day.title}", due.day, day)
