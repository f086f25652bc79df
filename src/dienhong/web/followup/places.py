"""Where a rung of the ladder is taken: hearings, questions, oversights of the council, of whichever register."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from dienhong.accounts.models import User
from dienhong.followup.assigning import held_origin
from dienhong.followup.models import Followed, Origin
from dienhong.organisations.models import Council
from dienhong.registers.declaration import all_registers

MOST = 200
"""The newest of each register are offered."""


@dataclass(frozen=True)
class Place:
    """One of them, by the code that it has in its council; its origin, or the record that will hold one."""

    code: str
    title: str
    origin: Origin | None
    record: Followed | None = None

    def opened(self, *, by: User, at: datetime) -> Origin:
        """Its origin, to be linked to; a record that had none holds it from now on."""
        if self.origin:
            return self.origin
        assert self.record is not None
        return held_origin(self.record, verb="Đưa việc quá hạn ra đây", by=by, at=at)


def places_of(council: Council, kind: str, user: User) -> list[Place]:
    """What the user may choose from, the newest first; origins that no register holds come last."""
    held = list(_held(council, kind, user))
    known = {place.code for place in held}
    bare = Origin.objects.filter(council=council, kind=kind).exclude(code__in=known).order_by("-pk")
    return [*held, *(Place(origin.code, origin.title, origin) for origin in bare[:MOST])]


def _held(council: Council, kind: str, user: User) -> Iterator[Place]:
    for register in all_registers():
        if issubclass(register.model, Followed) and kind == register.model.ORIGIN:
            visible = register.objects.visible_to(user).counted().filter(council=council)
            for record in visible.select_related("council", "origin").order_by("-counts_on", "-pk")[:MOST]:
                yield Place(record.code, str(record.said("title")), record.origin, record)
