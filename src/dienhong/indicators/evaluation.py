"""Figures: the value of indicators for councils and a period, in one statement per source table.

Records are counted through ``visible_to``, so that a figure equals the length of the list that it opens.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Aggregate

from dienhong.accounts.models import User
from dienhong.indicators.declaration import Indicator
from dienhong.indicators.figure import Figure
from dienhong.indicators.sharing import shared_rows, with_shared
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Division, Register
from dienhong.registers.models import NothingToReport

__all__ = ["Figure", "Scope", "evaluate"]


@dataclass(frozen=True)
class Scope:
    """Whose figures, over which period, as which user sees them.

    States that have a history are read as of the last day of the period, or of a later day (``as_of``).
    """

    councils: Sequence[Council]
    period: Period
    user: User
    as_of: date | None = None
    _ids: frozenset[int] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_ids", frozenset(council.pk for council in self.councils))

    def day_of(self, register: Register) -> date:
        """The day on which states are read; what has a validity of its own is always of the period's last day."""
        return self.period.last if register.valid_on or self.as_of is None else self.as_of

    def records(self, indicator: Indicator) -> Any:
        """The very records behind a figure."""
        records = self._of_register(indicator.register, indicator.date)
        return records.filter(indicator.condition(self.day_of(indicator.register)))

    def _of_register(self, register: Register, date: str) -> Any:
        visible = register.objects.visible_to(self.user).counted().of_councils(self._ids)
        if register.valid_on:
            return visible.filter(register.valid_on(self.period.last))
        return visible.filter(**{f"{date}__gte": self.period.first, f"{date}__lt": self.period.until})


def evaluate(indicators: Iterable[Indicator], scope: Scope) -> dict[str, Figure]:
    """Figures by code, in the order asked for. The number of statements is the number of source tables, plus one."""
    asked = list(indicators)
    sources: dict[tuple[str, str], list[Indicator]] = defaultdict(list)
    for indicator in asked:
        sources[(indicator.register.code, indicator.date)].append(indicator)
    said_nothing = _said_nothing(scope, {code for code, _ in sources})
    figures: dict[str, Figure] = {}
    for (code, _), fused in sources.items():
        figures |= _evaluate_fused(fused, scope, said_nothing[code])
    return {indicator.code: figures[indicator.code] for indicator in asked}


def _evaluate_fused(fused: Sequence[Indicator], scope: Scope, said_nothing: set[int]) -> dict[str, Figure]:
    """One statement for every indicator over the same table and date: filtered aggregates by council and breakdowns."""
    register = fused[0].register
    source, day = scope._of_register(register, fused[0].date), scope.day_of(register)
    fields = sorted({by for indicator in fused for by in indicator.by.values() if isinstance(by, str)})
    measures = {_name(place): indicator.measured(day) for place, indicator in enumerate(fused)}
    for place, indicator in enumerate(fused):
        measures |= _parts(place, indicator, day)
    rows = list(source.order_by().values("council_id", *fields).annotate(**measures))
    shared = shared_rows(source, scope, measures)
    speaking = {row["council_id"] for row in rows} | {council for row in shared for council in row.sharers}
    silent = {council.pk for council in scope.councils} - speaking - said_nothing
    by_hand = fused[0].register.by_hand  # silence is missing only where somebody was to record something
    missing = tuple(council for council in scope.councils if by_hand and council.pk in silent)
    return {
        indicator.code: with_shared(_figure(indicator, scope, place, rows, missing), _name(place), shared)
        for place, indicator in enumerate(fused)
    }


def _name(place: int, *part: str) -> str:
    """What a measure is called in the statement."""
    return "_".join((f"m{place}", *part))


def _parts(place: int, indicator: Indicator, day: date) -> dict[str, Aggregate]:
    """A measure for every part of every division: the statement then gives one row per council, whatever the parts."""
    return {
        _name(place, name, value): indicator.measured(day, by.part(value, day))
        for name, by in indicator.by.items()
        if isinstance(by, Division)
        for value in by.parts
    }


def _figure(
    indicator: Indicator,
    scope: Scope,
    place: int,
    rows: Sequence[Mapping[str, Any]],
    missing: tuple[Council, ...],
) -> Figure:
    by_council = {council.pk: 0 for council in scope.councils}
    by = {name: {value: 0 for value, _ in indicator.choices(name)} for name in indicator.by}
    for row in rows:
        if row["council_id"] in by_council:
            by_council[row["council_id"]] += int(row[_name(place)] or 0)
        for name, source in indicator.by.items():
            for key, value in _broken_down(row, place, name, source):
                by[name][key] = by[name].get(key, 0) + value
    return Figure(indicator, scope.councils, by_council, by, missing)


def _broken_down(
    row: Mapping[str, Any], place: int, name: str, by: str | Division
) -> Iterator[tuple[str, int]]:
    """What a row of the statement adds to which parts."""
    if isinstance(by, str):
        yield str(row[by]), int(row[_name(place)] or 0)
        return
    for value in by.parts:
        yield value, int(row[_name(place, name, value)] or 0)


def _said_nothing(scope: Scope, registers: set[str]) -> defaultdict[str, set[int]]:
    """Councils that said "không phát sinh" for the whole period, by register."""
    words = NothingToReport.objects.filter(
        council__in=scope._ids,
        register__in=registers,
        first__lte=scope.period.first,
        last__gte=scope.period.last,
    )
    said: defaultdict[str, set[int]] = defaultdict(set)
    for register, council_id in words.values_list("register", "council_id"):
        said[register].add(council_id)
    return said
