"""The file that was refused, given back with its wrong cells marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from dienhong.followup.answer_book.reading import AnswerSheet
from dienhong.followup.answer_book.sheet import CODE, key_rows
from dienhong.workbook.grid import RawSheet
from dienhong.workbook.layout import OPTIONS_KEY, Layout, own_row
from dienhong.workbook.painting import Page, Painter
from dienhong.workbook.preview import Row

Notes = dict[tuple[int, int], str]


def marked(raw: Iterable[RawSheet], sheets: Iterable[AnswerSheet], rows: Sequence[Row]) -> bytes:
    """Every sheet as it came; the cells that ``rows`` find wrong are filled red, the sentence as their note."""
    by_name = {sheet.raw.name: sheet.layout for sheet in sheets}
    with Painter() as painter:
        for one in raw:
            if own_row(one.grid, OPTIONS_KEY) is None:
                painter.paint(_page(one, by_name.get(one.name), rows))
    return painter.content


def _page(raw: RawSheet, layout: Layout | None, rows: Iterable[Row]) -> Page:
    if layout is None:
        return Page(raw.name, raw.grid, widths=(20,))
    notes = _notes([row for row in rows if row.sheet == raw.name], layout)
    return Page(raw.name, raw.grid, layout, key_rows(raw.grid, layout), notes=notes)


def _notes(rows: Iterable[Row], layout: Layout) -> Notes:
    """Sentences by cell; what is about a whole row stands at its code."""
    notes: Notes = {}
    for row in rows:
        for finding in row.findings:
            place = finding.place if finding.place is not None else layout.place(CODE) or 0
            where = row.number - 1, place
            notes[where] = f"{notes.get(where, '')}\n{finding.message}".strip()
    return notes
