"""A signed report beside today: which figures have changed since, and by which records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from dienhong.accounts.models import User
from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council
from dienhong.reports.addresses import anchor
from dienhong.reports.figures import Asked, Figures
from dienhong.reports.freezing import by_slug, records_of
from dienhong.reports.models import FrozenFigure, Report
from dienhong.reports.papers import coverage_of

MOST_NAMED = 50


@dataclass(frozen=True)
class Moved:
    """A record that has come to a figure or left it; ``record`` only where the reader may see it."""

    code: str
    council: str
    record: Any | None = None


@dataclass(frozen=True)
class Step:
    """The figure of one council, when it was signed and today."""

    council: str
    then: int
    now: int


@dataclass(frozen=True)
class Difference:
    """One figure of the report, then and now; ``now`` is None where the installation no longer counts it."""

    frozen: FrozenFigure
    now: int | None
    steps: tuple[Step, ...] = ()
    added: tuple[Moved, ...] = ()
    removed: tuple[Moved, ...] = ()

    @property
    def changed(self) -> bool:
        return self.now != self.frozen.total or bool(self.steps or self.added or self.removed)

    @property
    def by(self) -> int:
        """How much more it is today."""
        return (self.now or 0) - self.frozen.total

    @property
    def place(self) -> str:
        return anchor(asked_of(self.frozen))


def asked_of(frozen: FrozenFigure) -> Asked:
    return Asked(frozen.indicator, (frozen.breakdown, frozen.part) if frozen.breakdown else None)


def compare(report: Report, reader: User) -> list[Difference]:
    """Every figure of a signed report, in the order of the text, with what has changed since."""
    frozen = list(report.figures.all())
    figures = Figures(coverage_of(report))
    figures.prepare(one.indicator for one in frozen)
    names = dict(Council.objects.filter(slug__in=_slugs(frozen)).values_list("slug", "short_name"))
    return [_difference(one, figures, names, reader) for one in frozen]


def _slugs(frozen: Iterable[FrozenFigure]) -> set[str]:
    return {slug for one in frozen for slug in one.by_council}


def _difference(frozen: FrozenFigure, figures: Figures, names: Mapping[str, str], reader: User) -> Difference:
    asked = asked_of(frozen)
    try:
        figure = figures.figure(asked)
    except Refused:
        return Difference(frozen, None)
    today, then = by_slug(figures, asked), frozen.by_council
    steps = [
        Step(names.get(slug, slug), then.get(slug, 0), today.get(slug, 0))
        for slug in dict.fromkeys([*then, *today])
        if then.get(slug, 0) != today.get(slug, 0)
    ]
    before = {row[0]: row for row in frozen.records}
    after = {row[0]: row for row in records_of(figures, asked)}
    added = [after[key] for key in after if key not in before]
    removed = [before[key] for key in before if key not in after]
    seen = _seen(figures, asked, [row[0] for row in (*added, *removed)], reader)
    return Difference(
        frozen,
        figure.value(part=asked.part),
        tuple(steps),
        _moved(added, seen, names),
        _moved(removed, seen, names),
    )


def _moved(rows: Iterable[Any], seen: Mapping[int, Any], names: Mapping[str, str]) -> tuple[Moved, ...]:
    return tuple(Moved(code, names.get(slug, slug), seen.get(key)) for key, code, slug in rows)


def _seen(figures: Figures, asked: Asked, keys: list[int], reader: User) -> dict[int, Any]:
    """The records that the reader may see, to be named and opened."""
    if not keys:
        return {}
    register = figures.figure(asked).indicator.register
    visible = register.objects.visible_to(reader).filter(pk__in=keys[:MOST_NAMED])
    found = register.fetched(visible.select_related("council", *register.related))
    return {record.pk: record for record in found}
