"""Painting sheets with xlsxwriter: one painter for the blank form, the filled one and the one with marked cells."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from types import TracebackType
from typing import Any, Self

import xlsxwriter

from dienhong.vietnamese.text import fold
from dienhong.workbook.cells import Cell, Grid, column_letters, typed
from dienhong.workbook.columns import CODE, SheetColumn
from dienhong.workbook.layout import EXAMPLE, NOTHING_MARK, OPTIONS_KEY, Layout, says_nothing

SPARE_ROWS = 500
"""Rows below the last record that have drop-downs and messages."""

_OPTIONS = "Danh mục"
_FIRST_OPTION_ROW = 1
_STYLES: Mapping[str, Mapping[str, Any]] = {
    "plain": {"valign": "top", "text_wrap": True},
    "title": {"bold": True, "font_size": 14},
    "heading": {"bold": True, "text_wrap": True, "border": 1, "bg_color": "#E8EDF5", "valign": "vcenter"},
    "example": {"italic": True, "font_color": "#808080", "valign": "top", "text_wrap": True},
    "mark": {"border": 1, "align": "center"},
    "wrong": {"bg_color": "#F4B6AE", "border": 1, "valign": "top", "text_wrap": True},
}


@dataclass(frozen=True)
class Page:
    """One sheet to paint: cells from A1 on; with a layout, as a form; notes by (row, column) on cells marked wrong."""

    name: str
    grid: Grid
    layout: Layout | None = None
    hidden_rows: tuple[int, ...] = ()
    widths: tuple[int, ...] = (100,)
    notes: Mapping[tuple[int, int], str] = field(default_factory=dict)


class Painter:
    """A workbook being painted; ``content`` is the file once the block has ended."""

    def __init__(self) -> None:
        self._stream = BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        self._book = xlsxwriter.Workbook(self._stream, options)
        self._formats: dict[tuple[str, str], Any] = {}
        self._options: list[tuple[str, ...]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._paint_options()
        self._book.close()

    @property
    def content(self) -> bytes:
        return self._stream.getvalue()

    def paint(self, page: Page) -> None:
        """Add a sheet."""
        sheet = self._book.add_worksheet(page.name)
        if page.layout:
            self._prepare(sheet, page, page.layout)
        else:
            for place, width in enumerate(page.widths):
                sheet.set_column(place, place, width)
        for number, row in enumerate(page.grid):
            for place, cell in enumerate(row):
                self._write(sheet, page, (number, place), cell)
        for (number, place), note in page.notes.items():
            if number >= len(page.grid) or place >= len(page.grid[number]):
                self._write(sheet, page, (number, place), None)
            sheet.write_comment(number, place, note, {"visible": False, "x_scale": 2})
        for number in page.hidden_rows:
            sheet.set_row(number, None, None, {"hidden": True})

    # --- the form of a register -------------------------------------------------------------------------------------
    def _prepare(self, sheet: Any, page: Page, layout: Layout) -> None:
        heading, last = layout.heading_row, len(page.grid) + SPARE_ROWS
        sheet.freeze_panes(heading + 1, 1)
        for place, column in layout.columns.items():
            sheet.set_column(place, place, width_of(column), self._format("plain", column.kind.number_format))
            sheet.data_validation(heading + 1, place, last, place, self._validation(column))
        for number, row in enumerate(page.grid[:heading]):
            if found := says_nothing(row):
                sheet.data_validation(
                    number, found[0], number, found[0], {"validate": "list", "source": [NOTHING_MARK]}
                )

    def _validation(self, column: SheetColumn) -> dict[str, Any]:
        """The drop-down and the message of a column; a date typed as text is let through and read all the same."""
        message = {"input_title": column.label[:32], "input_message": column.explanation[:255]}
        labels = column.kind.labels
        if not labels:
            return {"validate": "any", **message}
        source = {"validate": "list", "source": self._source(labels)}
        if not column.kind.closed:
            return {**source, **message, "show_error": False}
        wrong = {"error_title": column.label[:32], "error_message": "Hãy chọn một mục trong danh sách."}
        return {**source, **message, **wrong}

    def _source(self, labels: tuple[str, ...]) -> str:
        """The range on the hidden sheet that lists the labels; each list stands there once."""
        if labels not in self._options:
            self._options.append(labels)
        letter = column_letters(self._options.index(labels))
        first = _FIRST_OPTION_ROW + 1
        return f"='{_OPTIONS}'!${letter}${first}:${letter}${first + len(labels) - 1}"

    def _paint_options(self) -> None:
        if not self._options:
            return
        sheet = self._book.add_worksheet(_OPTIONS)
        sheet.write_string(0, 0, OPTIONS_KEY)
        for place, labels in enumerate(self._options):
            sheet.write_column(_FIRST_OPTION_ROW, place, labels)
        sheet.hide()

    # --- cells ------------------------------------------------------------------------------------------------------
    def _write(self, sheet: Any, page: Page, where: tuple[int, int], cell: Cell) -> None:
        style, number_format = _style(page, where), _number_format(page.layout, where[1], cell)
        form = self._format(style, number_format)
        if cell is None or cell == "":
            if style != "plain":
                sheet.write_blank(*where, None, form)
        elif isinstance(cell, bool):
            sheet.write_boolean(*where, cell, form)
        elif isinstance(cell, int | float):
            sheet.write_number(*where, cell, form)
        elif isinstance(cell, date):
            sheet.write_datetime(*where, cell, form)
        else:
            sheet.write_string(*where, str(cell), form)

    def _format(self, style: str, number_format: str) -> Any:
        found = self._formats.get((style, number_format))
        if found is None:
            found = self._book.add_format({**_STYLES[style], "num_format": number_format})
            self._formats[style, number_format] = found
        return found


def width_of(column: SheetColumn) -> int:
    """In letters: what the kind needs, the longest choice, or the heading over two lines."""
    labels = column.kind.labels
    longest = max(map(len, labels), default=0) + 4 if labels else column.kind.width
    return 15 if column.name == CODE else min(max(longest, len(column.heading) // 2 + 4, 12), 60)


def _style(page: Page, where: tuple[int, int]) -> str:
    number, place = where
    if where in page.notes:
        return "wrong"
    if page.layout is None or number < page.layout.heading_row:
        above = page.grid[number]
        nothing = says_nothing(above) if page.layout else None
        return "mark" if nothing and nothing[0] == place else "title" if number == 0 else "plain"
    if number == page.layout.heading_row:
        return "heading"
    code = page.layout.place(CODE)
    row = page.grid[number] if number < len(page.grid) else []
    is_example = code is not None and code < len(row) and fold(typed(row[code])) == fold(EXAMPLE)
    return "example" if is_example else "plain"


def _number_format(layout: Layout | None, place: int, cell: Cell) -> str:
    if isinstance(cell, datetime) and (cell.hour or cell.minute):
        return "dd/mm/yyyy hh:mm"
    if isinstance(cell, date):
        return "dd/mm/yyyy"
    column = layout.columns.get(place) if layout else None
    return column.kind.number_format if column else "General"
