"""The appendices of a report: tables of the very records that its figures count."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dienhong.accounts.models import User
from dienhong.documents.blocks import Align, Line, Paragraph, Table, line_of
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

    @property
    def aligns(self) -> tuple[Align, ...]:
        own = [column.align for column in self.appendix.columns]
        fixed: list[Align] = ["center", "left"]
        return (*fixed[: len(self.headings) - len(own)], *own)


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
    register = figures.figure(appendix.asked).indicator.register
    found = (
        figures.records(appendix.asked).of_councils([council.pk for council in councils]).visible_to(reader)
    )
    fetched = register.fetched(found.select_related("council", *register.related))
    records = appendix.fetched(fetched, figures.coverage.as_of)
    rank = {council.pk: place for place, council in enumerate(figures.coverage.councils)}
    return sorted(
        records, key=lambda record: (rank.get(record.council_id, len(rank)), record.counts_on, record.pk)
    )


def printed(table: AppendixTable) -> PrintedAppendix:
    """The appendix as a document prints it."""
    appendix = table.appendix
    return printed_table(
        appendix.number, appendix.title, table.headings, table.words, aligns=table.aligns, widths=table.widths
    )


def printed_table(
    number: str,
    title: str,
    headings: Sequence[str],
    rows: Sequence[Sequence[str]],
    *,
    aligns: tuple[Align, ...],
    widths: tuple[float, ...],
) -> PrintedAppendix:
    """A table under its heading; the word of it where there are no rows."""
    if not rows:
        return PrintedAppendix(title, (Paragraph(line_of(NOTHING)),), number)
    table = Table((_line(headings),), tuple(map(_line, rows)), aligns, widths)
    return PrintedAppendix(title, (table,), number, landscape=len(headings) >= ACROSS)


def _line(cells: Sequence[str]) -> tuple[Line, ...]:
    return tuple(line_of(cell) for cell in cells)


def _words(value: Any) -> str:
    """Counts stand in a table without the leading zero."""
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else plain(value)
