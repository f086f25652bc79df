"""Sums over councils: one for each council, level and in all; what several councils share is told once in a sum."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db.models import Count

from dienhong.organisations.among import Among

Levels = Mapping[int, str]
"""The level of each council of a reach, by its key."""


@dataclass
class Tally:
    """What something comes to: in all, by level and by council (by key)."""

    total: int = 0
    by_level: dict[str, int] = field(default_factory=dict)
    by_council: dict[int, int] = field(default_factory=dict)

    def add(self, value: int, columns: Iterable[int], levels: Levels) -> None:
        """Add what stands in the columns of these councils: to each of them, once to each level and the total."""
        self.total += value
        touched = set()
        for council in columns:
            self.by_council[council] = self.by_council.get(council, 0) + value
            touched.add(levels[council])
        for level in touched:
            self.by_level[level] = self.by_level.get(level, 0) + value

    def add_column(self, councils: Sequence[int], values: Sequence[int | None], levels: Levels) -> None:
        """Add a value for each council at once; what is none or nothing leaves no trace."""
        told = {council: value for council, value in zip(councils, values, strict=True) if value}
        if self.by_council:
            told |= {c: n + told.get(c, 0) for c, n in self.by_council.items()}
        self.by_council = told
        self.total += sum(filter(None, values))
        for council, value in zip(councils, values, strict=True):
            if value:
                level = levels[council]
                self.by_level[level] = self.by_level.get(level, 0) + value

    def add_levels(self, levels: Sequence[str], values: Sequence[int | None]) -> None:
        """Add what is known of levels only, not of each council."""
        for level, value in zip(levels, values, strict=True):
            if value:
                self.total += value
                self.by_level[level] = self.by_level.get(level, 0) + value

    @property
    def twice(self) -> int:
        """By how much the columns exceed the total, because something shared stands in several of them."""
        return sum(self.by_council.values()) - self.total


def unshared(records: Any, councils: Collection[int]) -> Any:
    """The records of the councils that stand in the column of their owner only."""
    own = records.filter(records.model.owned_by(councils))
    if not records.model.SHARED:
        return own
    return own.exclude(pk__in=_shares(records.model, councils).values("record"))


def shared(records: Any, councils: Collection[int]) -> Any:
    """The records that others of the councils hold too."""
    return records.filter(pk__in=_shares(records.model, councils).values("record"))


def columns_of(model: Any, owners: Mapping[int, int], councils: Collection[int]) -> dict[int, frozenset[int]]:
    """Of shared records, with the owner of each, the councils in whose column it stands; one statement."""
    columns = {record: {owner} for record, owner in owners.items()}
    held = _shares(model, councils).filter(Among("record", owners))
    for record, council in held.values_list("record", "council"):
        columns[record].add(council)
    return {record: frozenset(c for c in found if c in councils) for record, found in columns.items()}


def _shares(model: Any, councils: Collection[int]) -> Any:
    return model.share_rows().filter(model.owned_by(councils))


def spread_of(records: Any, levels: Levels) -> Tally:
    """How many of the records each council and level has: one statement, and two more where they may be shared."""
    tally = Tally()
    for council, count in _counted(unshared(records, levels)):
        tally.add(count, (council,), levels)
    if records.model.SHARED:
        owners = dict(shared(records.order_by(), levels).values_list("pk", "council_id"))
        for columns in columns_of(records.model, owners, levels).values():
            tally.add(1, columns, levels)
    return tally


def _counted(records: Any) -> Iterator[tuple[int, int]]:
    keys = records.order_by().values("council_id").annotate(found=Count("pk"))
    yield from keys.values_list("council_id", "found")
