"""The figures of a council as a table: registers, indicators, levels, the period before; and what one opens to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from functools import cached_property
from typing import Any

from dienhong.indicators.comparison import Compared, compared, signed
from dienhong.indicators.declaration import all_indicators, all_ratios
from dienhong.indicators.evaluation import evaluate, evaluate_ratios
from dienhong.indicators.figure import Figure, Share, Source
from dienhong.organisations.kinds import Level
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Division
from dienhong.vietnamese.numerals import format_count, format_decimal, format_percent
from dienhong.web.indicators.asked import Asked
from dienhong.web.indicators.links import reported_url, url_of

OPENED = "mo"
"""The word of the address that names the indicator whose councils and parts are shown."""

SILENT = "–"
"""Nobody has said anything: neither a record, nor a report, nor that there was nothing."""

SOURCE_WORDS = {Source.RECORDS: "", Source.REPORTED: "theo báo cáo", Source.BOTH: "sổ ghi và báo cáo"}


@dataclass(frozen=True)
class Cell:
    """A number that opens its records."""

    text: str
    url: str = ""
    approximate: bool = False
    heading: str = ""


@dataclass(frozen=True)
class Row:
    """One indicator: its total and levels, what it was before, who said nothing."""

    code: str
    label: str
    unit: str
    cells: tuple[Cell, ...]
    before: str
    difference: str
    growth: str
    notes: tuple[str, ...]
    open_url: str
    opened: Opened | None = None


@dataclass(frozen=True)
class Opened:
    """What an indicator opens to: its councils, its parts, and who said nothing."""

    councils: tuple[CouncilRow, ...]
    twice: int
    bars: tuple[dict[str, Any], ...]
    missing: str
    difference: int


@dataclass(frozen=True)
class CouncilRow:
    council: Council
    cell: Cell
    before: str
    difference: str
    source: str
    source_url: str


@dataclass
class Group:
    """The indicators of one register."""

    title: str
    rows: list[Row] = field(default_factory=list)


@dataclass(frozen=True)
class FigureTable:
    """Every figure of the installation for what is asked."""

    asked: Asked

    @cached_property
    def figures(self) -> Mapping[str, Figure]:
        return evaluate(all_indicators(), self.asked.scope)

    @cached_property
    def compared(self) -> Mapping[str, Compared]:
        return compared(all_indicators(), self.asked.scope, self.figures, self.asked.earlier)

    @cached_property
    def shares(self) -> Mapping[str, Share]:
        return evaluate_ratios(all_ratios(), self.asked.scope, self.figures)

    @property
    def levels(self) -> list[str]:
        """Levels as columns, where there are several councils."""
        found = list(dict.fromkeys(council.level for council in self.asked.scope.councils))
        return found if len(self.asked.scope.councils) > 1 else []

    @property
    def level_labels(self) -> list[str]:
        return [_capital(str(Level(level).label)) for level in self.levels]

    @property
    def groups(self) -> list[Group]:
        groups: dict[str, Group] = {}
        for code, figure in self.figures.items():
            register = figure.indicator.register
            groups.setdefault(register.code, Group(register.title)).rows.append(self._row(code, figure))
        return list(groups.values())

    @property
    def ratios(self) -> list[dict[str, Any]]:
        return [
            {
                "label": share.ratio.label,
                "cells": [
                    Cell(share.said(level=level), heading=heading) for level, heading in self._columns.items()
                ],
                "base": share.base(),
            }
            for share in self.shares.values()
        ]

    @cached_property
    def _columns(self) -> dict[str | None, str]:
        """The total (None) and the levels, with the words that stand above them."""
        return {None: "Tổng", **dict(zip(self.levels, self.level_labels, strict=True))}

    def _row(self, code: str, figure: Figure) -> Row:
        opened, pair = code == self.asked.address.get(OPENED), self.compared[code]
        return Row(
            code=code,
            label=figure.indicator.label,
            unit=figure.indicator.unit,
            cells=tuple(
                replace(cell_of(figure, level=level), heading=heading)
                for level, heading in self._columns.items()
            ),
            before=before_of(pair),
            difference=signed(pair.difference()),
            growth=growth_of(pair.growth()),
            notes=tuple(_notes(figure)),
            open_url=f"{self.asked.query(mo='' if opened else code)}#{code}",
            opened=_opened(figure, pair) if opened else None,
        )


def cell_of(figure: Figure, **place: Any) -> Cell:
    """A number as the table writes it; a dash where nobody of several said anything."""
    if figure.is_missing(**place):
        return Cell(SILENT if len(figure.councils) > 1 else "chưa ghi")
    text = format_count(figure.value(**place), padded=False)
    return Cell(text, url_of(figure, **place), figure.is_approximate(**place))


def before_of(pair: Compared, council: Council | None = None) -> str:
    if pair.before.is_missing(council=council):
        return SILENT
    return format_count(pair.before.value(council=council), padded=False)


def growth_of(percent: Decimal | None) -> str:
    """+12,5%; nothing of nothing."""
    if percent is None:
        return ""
    sign = "+" if percent > 0 else "−" if percent < 0 else ""
    return f"{sign}{format_decimal(abs(percent), 1)}%"


def _notes(figure: Figure) -> Iterator[str]:
    """What stands small under the label: who is missing, what is not from records, what was not told alike."""
    if figure.missing and len(figure.councils) > 1:
        yield f"{format_count(len(figure.missing))} Hội đồng chưa ghi"
    if figure.source is not Source.RECORDS:
        told = figure.reported.whole.total
        yield f"{format_count(told)} theo báo cáo" if told else SOURCE_WORDS[figure.source]
    if figure.differences:
        yield "báo cáo khác sổ ghi"


def _opened(figure: Figure, pair: Compared) -> Opened:
    several = len(figure.councils) > 1
    return Opened(
        councils=tuple(_council_row(figure, pair, c) for c in figure.councils) if several else (),
        twice=figure.twice,
        bars=tuple(_bars(figure, name, values) for name, values in figure.by.items()),
        missing=", ".join(council.short_name for council in figure.missing),
        difference=figure.difference,
    )


def _council_row(figure: Figure, pair: Compared, council: Council) -> CouncilRow:
    source = figure.source_of(council)
    difference = figure.differences.get(council.pk, 0)
    words = f"báo cáo {format_count(figure.value(council=council) + difference)}" if difference else ""
    return CouncilRow(
        council=council,
        cell=cell_of(figure, council=council),
        before=before_of(pair, council),
        difference=signed(pair.difference(council=council)),
        source=words or _source(figure, council),
        source_url="" if source is Source.RECORDS else reported_url(council, figure.scope.period),
    )


def _source(figure: Figure, council: Council) -> str:
    if council in figure.missing:
        return "chưa ghi"
    return "không phát sinh" if council.pk in figure.silent else SOURCE_WORDS[figure.source_of(council)]


def _bars(figure: Figure, name: str, values: Mapping[str, int]) -> dict[str, Any]:
    """A breakdown as ``components/bar.html`` draws it; what did not occur is left out where there are many parts."""
    shown = {value: count for value, count in values.items() if count or len(values) <= 6}
    bars = [
        {
            "label": _capital(figure.label_of((name, value))),
            "value": count,
            "note": format_percent(count, figure.total) if figure.total else "",
            "url": url_of(figure, part=(name, value)),
        }
        for value, count in shown.items()
    ]
    by = figure.indicator.by[name]
    register = figure.indicator.register
    title = by.label if isinstance(by, Division) else register.label(by.partition("__")[0])
    told = sum(tally.total for part, tally in figure.reported.parts.items() if part[0] == name)
    undivided = max(figure.reported.whole.total - told, 0)
    return {"title": title, "bars": bars, "greatest": max([*values.values(), 1]), "undivided": undivided}


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
