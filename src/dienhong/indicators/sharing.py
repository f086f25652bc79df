"""Records that several councils share: in the column of each, and one in a total, a level and a breakdown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.db.models import Aggregate

from dienhong.indicators.figure import Figure

if TYPE_CHECKING:
    from dienhong.indicators.evaluation import Scope


@dataclass(frozen=True)
class SharedRow:
    """One shared record: the councils of the scope whose column it stands in, and what it adds to each measure."""

    owner: int | None
    sharers: frozenset[int]
    measures: Mapping[str, Any]

    @property
    def columns(self) -> frozenset[int]:
        return self.sharers | {self.owner} if self.owner else self.sharers


def shared_rows(source: Any, scope: Scope, measures: Mapping[str, Aggregate]) -> list[SharedRow]:
    """The shared records of a source: nothing for a register that shares none, else two statements."""
    if not source.model.SHARED:
        return []
    ids = {council.pk for council in scope.councils}
    sharers: dict[int, set[int]] = defaultdict(set)
    shares = source.model.share_rows().filter(council__in=ids, record__in=source.order_by().values("pk"))
    for record, council in shares.values_list("record", "council"):
        sharers[record].add(council)
    if not sharers:
        return []
    shared = source.filter(pk__in=sharers).order_by().values("pk", "council_id").annotate(**measures)
    return [
        SharedRow(
            owner=row["council_id"] if row["council_id"] in ids else None,
            sharers=frozenset(sharers[row["pk"]] - {row["council_id"]}),
            measures=row,
        )
        for row in shared
    ]


def with_shared(figure: Figure, measure: str, shared: Sequence[SharedRow]) -> Figure:
    """The figure with every shared record in the column of each council, told as one in total and level."""
    level_of = {council.pk: council.level for council in figure.councils}
    by_council, twice, twice_in_level = dict(figure.by_council), 0, defaultdict[str, int](int)
    for row in shared:
        value = int(row.measures[measure] or 0)
        for council in row.sharers:
            by_council[council] += value
        twice += value * (len(row.columns) - 1)
        levels = [level_of[council] for council in row.columns]
        for level in set(levels):
            twice_in_level[level] += value * (levels.count(level) - 1)
    return replace(figure, by_council=by_council, twice=twice, twice_in_level=twice_in_level)
