"""Where things stand on a sheet: written so by the template, found again however the clerk moved them.

A sheet has a title, the line of "Không phát sinh", a hidden row of machine keys (register and field), and right below
it the headings, an example and the records.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dienhong.registers.declaration import Register
from dienhong.vietnamese.text import fold
from dienhong.workbook.cells import Cell, Grid, is_blank, typed
from dienhong.workbook.columns import SheetColumn, sheet_of

TITLE_ROW, NOTHING_ROW, KEY_ROW, HEADING_ROW, EXAMPLE_ROW, FIRST_ROW = range(6)
"""Rows of a sheet as the template writes it, counted from 0."""

NOTHING = "Không phát sinh"
NOTHING_LABEL = f"{NOTHING} trong năm (gõ x):"
NOTHING_MARK = "x"
EXAMPLE = "Ví dụ"

BOOK_KEY = "dienhong.workbook"
OPTIONS_KEY = "dienhong.options"

_SEARCHED_ROWS = 20
_FEWEST_HEADINGS = 3


@dataclass(frozen=True)
class Layout:
    """The heading row of a sheet, counted from 0, and what stands in which column."""

    register: Register
    heading_row: int
    columns: Mapping[int, SheetColumn]

    def place(self, name: str) -> int | None:
        """The column of a field, counted from 0."""
        return next((place for place, column in self.columns.items() if column.name == name), None)


def own_row(grid: Grid, key: str) -> int | None:
    """On a sheet of the workbook's own: the row, near the top, that begins with its key."""
    return next((number for number, row in enumerate(grid[:3]) if row and row[0] == key), None)


def key_of(register: Register, column: SheetColumn) -> str:
    return f"{register.code}.{column.name}"


def template_layout(register: Register, columns: Sequence[SheetColumn]) -> Layout:
    return Layout(register, HEADING_ROW, dict(enumerate(columns)))


def find_layout(
    name: str, grid: Grid, declared: Mapping[str, tuple[Register, Sequence[SheetColumn]]]
) -> Layout | None:
    """The layout by machine keys, else by the sheet's name and its headings; None for a sheet of something else."""
    top = grid[:_SEARCHED_ROWS]
    for number, row in enumerate(top):
        if found := _by_keys(number, row, grid, declared):
            return found
    named = [pair for pair in declared.values() if fold(sheet_of(pair[0]).name) == fold(name)]
    return _by_headings(top, named or list(declared.values()))


def _by_keys(
    number: int, row: list[Cell], grid: Grid, declared: Mapping[str, tuple[Register, Sequence[SheetColumn]]]
) -> Layout | None:
    for cell in row:
        code, dot, _ = cell.partition(".") if isinstance(cell, str) else ("", "", "")
        if dot and code in declared:
            register, columns = declared[code]
            keyed = {key_of(register, column): column for column in columns}
            places = _places((typed(c) for c in row), keyed)
            headings = grid[number + 1] if number + 1 < len(grid) else []
            return Layout(register, number + 1, {**_by_label(headings, columns, places), **places})
    return None


def _by_label(
    headings: list[Cell], columns: Sequence[SheetColumn], places: Mapping[int, SheetColumn]
) -> dict[int, SheetColumn]:
    """Columns that a clerk added by hand under their right heading, without a machine key."""
    placed = {column.name for column in places.values()}
    missing = {fold(c.label): c for c in columns if c.name not in placed}
    return _places((fold(typed(h)) for h in headings), missing)


def _by_headings(top: Grid, candidates: Iterable[tuple[Register, Sequence[SheetColumn]]]) -> Layout | None:
    found = [
        Layout(register, number, _places((fold(typed(cell)) for cell in row), labels))
        for register, columns in candidates
        for labels in [{fold(column.label): column for column in columns}]
        for number, row in enumerate(top)
    ]
    best = max(found, key=lambda layout: len(layout.columns), default=None)
    return best if best and len(best.columns) >= _FEWEST_HEADINGS else None


def _places(words: Iterable[str], named: Mapping[str, SheetColumn]) -> dict[int, SheetColumn]:
    """The first place of each named column."""
    places: dict[str, int] = {}
    for place, word in enumerate(words):
        if word in named:
            places.setdefault(word, place)
    return {place: named[word] for word, place in places.items()}


def says_nothing(row: Sequence[Cell]) -> tuple[int, Cell] | None:
    """In a line above the headings: the place and content of the cell beside "Không phát sinh"; else None."""
    label = next((p for p, c in enumerate(row) if fold(typed(c)).startswith(fold(NOTHING))), None)
    if label is None:
        return None
    return next(((p, c) for p, c in enumerate(row) if p > label and not is_blank(c)), (label + 1, None))
