"""What one person is to be reminded of on a day, in every council in which they have a role."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dienhong.accounts.models import User
from dienhong.followup.models import Undertaking
from dienhong.followup.register import register as undertakings
from dienhong.followup.states import WITH_AGENCY
from dienhong.organisations.access import access_of
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record
from dienhong.registers.todo import todo_of
from dienhong.reminders.models import Reminder
from dienhong.reminders.stages import Stage, stage_of

FARTHEST = 15


@dataclass(frozen=True)
class DueThing:
    """Something due, in the stage in which it stands."""

    register: Register
    record: Record
    what: str
    due_on: date
    stage: Stage

    @property
    def key(self) -> tuple[str, int, date, str]:
        return self.register.code, self.record.pk, self.due_on, self.stage


def due_things(user: User, today: date) -> list[DueThing]:
    """Tasks of the councils in which the user acts, and what is addressed to the user's bodies; overdue first."""
    found: dict[tuple[str, int, date, str], DueThing] = {}
    for thing in (*_tasks(user, today), *_addressed(user, today)):
        found.setdefault(thing.key, thing)
    return sorted(found.values(), key=lambda thing: (thing.due_on, thing.register.code, thing.record.pk))


def news_of(user: User, today: date) -> list[DueThing]:
    """The same, without what the person has been reminded of in this stage."""
    things = due_things(user, today)
    known = set(
        Reminder.objects.filter(user=user, due_on__in={thing.due_on for thing in things}).values_list(
            "register", "record_id", "due_on", "stage"
        )
    )
    return [thing for thing in things if thing.key not in known]


def _tasks(user: User, today: date) -> Iterator[DueThing]:
    councils = {grant.council_id for grant in access_of(user).grants}
    for council in Council.objects.filter(pk__in=councils).in_order():
        for task, register in todo_of(council, user, today):
            yield from _staged(register, task.record, task.what, task.due_on, today)


def _addressed(user: User, today: date) -> Iterator[DueThing]:
    """With the bodies that the user answers for: what is due soon or has just gone overdue."""
    until = today + timedelta(days=FARTHEST)
    theirs = Undertaking.objects.addressed_to(user).counted().filter(status__in=WITH_AGENCY)
    for undertaking in theirs.filter(due_on__lte=until).select_related("council").order_by("due_on", "pk"):
        yield from _staged(undertakings, undertaking, undertaking.title, undertaking.due_on, today)


def _staged(register: Register, record: Record, what: str, due_on: date, today: date) -> Iterable[DueThing]:
    if stage := stage_of(due_on, today):
        yield DueThing(register, record, what, due_on, stage)
