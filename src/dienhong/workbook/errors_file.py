"""The file that was refused, given back with its wrong cells marked: what was typed stays where it was typed."""

from __future__ import annotations

from collections import defaultdict

from dienhong.workbook.columns import CODE
from dienhong.workbook.grid import RawSheet
from dienhong.workbook.guide import GUIDE_WIDTHS
from dienhong.workbook.layout import BOOK_KEY, OPTIONS_KEY, key_of, own_row
from dienhong.workbook.painting import Page, Painter
from dienhong.workbook.preview import Preview
from dienhong.workbook.reading import ReadBook, ReadSheet

Notes = dict[tuple[int, int], str]


def errors_file(book: ReadBook, preview: Preview) -> bytes:
    """The workbook (.xlsx) with every cell that has a warning or an error filled red, the sentence as its note.

    Rows, columns and the clerk's own sheets keep their places and their contents; formulas become their values.
    """
    sheets, notes = {sheet.name: sheet for sheet in book.sheets}, _notes(book, preview)
    with Painter() as painter:
        for raw in book.raw:
            if own_row(raw.grid, OPTIONS_KEY) is None:
                painter.paint(_page(raw, sheets.get(raw.name), notes[raw.name]))
    return painter.content


def _page(raw: RawSheet, sheet: ReadSheet | None, notes: Notes) -> Page:
    if sheet is None:
        key_row = own_row(raw.grid, BOOK_KEY)
        if key_row is None:
            return Page(raw.name, raw.grid, widths=(20,), notes=notes)
        return Page(raw.name, raw.grid, hidden_rows=(key_row,), widths=GUIDE_WIDTHS, notes=notes)
    return Page(raw.name, raw.grid, sheet.layout, _key_rows(sheet), notes=notes)


def _key_rows(sheet: ReadSheet) -> tuple[int, ...]:
    keys = {key_of(sheet.register, column) for column in sheet.layout.columns.values()}
    above = sheet.grid[: sheet.layout.heading_row]
    return tuple(number for number, row in enumerate(above) if keys & {str(cell) for cell in row})


def _notes(book: ReadBook, preview: Preview) -> defaultdict[str, Notes]:
    """Sentences by sheet and cell; what is about a whole row stands at its code."""
    codes = {sheet.name: sheet.layout.place(CODE) or 0 for sheet in book.sheets}
    notes: defaultdict[str, Notes] = defaultdict(dict)
    for row, finding in preview.findings():
        place = finding.place if finding.place is not None else codes.get(row.sheet, 0)
        where = (row.number - 1, place)
        earlier = notes[row.sheet].get(where, "")
        notes[row.sheet][where] = f"{earlier}\n{finding.message}".strip()
    return notes
