"""What stands in the calendar of councils: the records of each register that says on which days it falls."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from dienhong.accounts.models import User
from dienhong.registers.declaration import Register, all_registers
from dienhong.registers.models import Record


@dataclass(frozen=True)
class DiaryEntry:
    """A record and its first and last day."""

    register: Register
    record: Record
    first: date
    last: date

    def days(self, first: date, last: date) -> Iterator[date]:
        """Each of its days within a span."""
        start, end = max(first, self.first), min(last, self.last)
        yield from (start + timedelta(days=place) for place in range((end - start).days + 1))


def diary_of(councils: Collection[int], user: User, first: date, last: date) -> Iterator[DiaryEntry]:
    """Everything that falls on a day from ``first`` to ``last`` and the user may read; one statement a register."""
    for register in all_registers():
        if register.calendar is None:
            continue
        starts, ends = register.calendar.starts, register.calendar.ends
        within = {f"{starts}__lte": last, f"{ends}__gte": first, "council__in": councils}
        records = register.objects.readable_by(user).counted().filter(**within).select_related("council")
        for record in records.select_related(*register.related).order_by(starts, "pk"):
            yield DiaryEntry(register, record, getattr(record, starts), getattr(record, ends))
