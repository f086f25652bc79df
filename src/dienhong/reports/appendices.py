"""The appendices of a report: tables of the very records that its figures count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dienhong.accounts.models import User
from dienhong.documents.blocks import Block, Line, Paragraph, Table, line_of
from dienhong.documents.official import Appendix as PrintedAppendix
from dienhong.reports.figures import Figures
from dienhong.reports.kinds import Appendix
from dienhong.reports.language import plain

NOTHING = "Không phát sinh."
NUMBER, PLACE = "STT", "Đơn vị"
NUMBER_WIDTH, PLACE_WIDTH = 0.35, 1.0
ACROSS = 6
"""So many columns print across the page."""


@dataclass(frozen=True)
class AppendixTable:
    """An appendix with its rows: values as they are, for a sheet; words of them, for a page."""

    appendix: Appendix
    headings: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    widths: tuple[float, ...]

    @property
    def words(self) -> list[tuple[str, ...]]:
        """The rows as people read them."""
        return [tuple(_words(value) for value in row) for row in self.rows]


def table_of(appendix: Appendix, figures: Figures, reader: User) -> AppendixTable:
    """The records of the figure that the reader may see, council by council, each in the order of its days."""
    councils = figures.coverage.part(appendix.level)
    figures.figure(appendix.asked)
    several, fixed = len(councils) > 1, ((PLACE, PLACE_WIDTH),)
    heads = [
        (NUMBER, NUMBER_WIDTH),
        *(fixed if several else ()),
        *((c.label, c.width) for c in appendix.columns),
    ]
    rows = []
    for number, record in enumerate(_records(appendix, figures, reader), start=1):
        place = (record.council.short_name,) if several else ()
        rows.append((number, *place, *(column.of(record) for column in appendix.columns)))
    return AppendixTable(
        appendix, tuple(h for h, _ in heads), tuple(rows), tuple(width for _, width in heads)
    )


def _records(appendix: Appendix, figures: Figures, reader: User) -> list[Any]:
    councils = figures.coverage.part(appendix.level)
    register = figures.indicator(appendix.asked).register
    found = (
        figures.records(appendix.asked).of_councils([council.pk for council in councils]).visible_to(reader)
    )
    records = appendix.fetched(register.fetched(found.select_related("council", *register.related)))
    rank = {council.pk: place for place, council in enumerate(figures.coverage.councils)}
    return sorted(
        records, key=lambda record: (rank.get(record.council_id, len(rank)), record.counts_on, record.pk)
    )


def printed(table: AppendixTable) -> PrintedAppendix:
    """The appendix as a document prints it."""
    body: tuple[Block, ...] = (_table(table),) if table.rows else (Paragraph(line_of(NOTHING)),)
    across = len(table.headings) >= ACROSS and bool(table.rows)
    return PrintedAppendix(table.appendix.title, body, table.appendix.number, landscape=across)


def _table(table: AppendixTable) -> Table:
    own = [column.align for column in table.appendix.columns]
    fixed = ["center", "left"][: len(table.headings) - len(own)]
    return Table(
        header=(_line(table.headings),),
        rows=tuple(_line(row) for row in table.words),
        aligns=(*fixed, *own),  # type: ignore[arg-type]
        widths=table.widths,
    )


def _line(cells: Sequence[str]) -> tuple[Line, ...]:
    return tuple(line_of(cell) for cell in cells)


def _words(value: Any) -> str:
    """Counts stand in a table without the leading zero."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else plain(value)
