"""A workbook as what it says: council and year, and for each register its rows, untouched but found."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from dienhong.kernel.errors import Unreadable
from dienhong.registers.declaration import Register
from dienhong.vietnamese.numerals import parse_number
from dienhong.vietnamese.text import fold
from dienhong.workbook.cells import Cell, Grid, is_blank, typed
from dienhong.workbook.columns import CODE, SheetColumn, columns_of, sheet_registers
from dienhong.workbook.grid import RawSheet, read_grids
from dienhong.workbook.layout import (
    BOOK_KEY,
    EXAMPLE,
    NOTHING,
    NOTHING_MARK,
    OPTIONS_KEY,
    Layout,
    find_layout,
    own_row,
    says_nothing,
)

YEAR_LABEL = "Năm"


@dataclass(frozen=True)
class ReadRow:
    """One row below the headings: its number as Excel shows it, and the cell of each known field."""

    number: int
    cells: Mapping[str, Cell]

    @property
    def is_example(self) -> bool:
        code = self.cells.get(CODE)
        return not is_blank(code) and fold(typed(code)) == fold(EXAMPLE)

    @property
    def only_code(self) -> bool:
        return all(is_blank(cell) for name, cell in self.cells.items() if name != CODE)


@dataclass(frozen=True)
class ReadSheet:
    """One sheet of one register; ``nothing`` is the row, the column and the content of its "Không phát sinh"."""

    name: str
    grid: Grid
    layout: Layout
    rows: tuple[ReadRow, ...]
    nothing: tuple[int, int, Cell] | None

    @property
    def register(self) -> Register:
        return self.layout.register

    def records(self) -> Iterator[ReadRow]:
        """The rows that are about records: neither the example nor a code alone."""
        return (row for row in self.rows if not row.is_example and not row.only_code)

    def strange_headings(self) -> Iterator[tuple[int, str]]:
        """Columns of the clerk's own that hold something, by place: they are not read."""
        heading, below = self.grid[self.layout.heading_row], self.grid[self.layout.heading_row + 1 :]
        for place, cell in enumerate(heading):
            known = place in self.layout.columns or is_blank(cell)
            if known or fold(typed(cell)) in {"stt", "tt", "so thu tu"}:
                continue
            if any(place < len(row) and not is_blank(row[place]) for row in below):
                yield place, typed(cell)


@dataclass(frozen=True)
class ReadBook:
    """What a file says: whose it is and of which year, if it says so, and its sheets."""

    file_name: str
    sha256: str
    council_slug: str
    year: int | None
    sheets: tuple[ReadSheet, ...]
    raw: tuple[RawSheet, ...]


def read_workbook(content: bytes, *, file_name: str) -> ReadBook:
    """Raises Unreadable where the file is no workbook or has no sheet of the form."""
    raw = read_grids(content)
    declared = {register.code: (register, columns_of(register)) for register in sheet_registers()}
    sheets = tuple(sheet for one in raw if (sheet := _read_sheet(one, declared)))
    if not sheets:
        raise Unreadable("Tệp không có trang nào theo mẫu; hãy lấy mẫu của hệ thống rồi chép số liệu sang.")
    slug, year = _whose(raw)
    return ReadBook(file_name, hashlib.sha256(content).hexdigest(), slug, year, sheets, tuple(raw))


def _whose(raw: Sequence[RawSheet]) -> tuple[str, int | None]:
    """The council's slug and the year, from the sheet that carries the workbook's own key."""
    for sheet in raw:
        if (number := own_row(sheet.grid, BOOK_KEY)) is not None:
            slug = sheet.grid[number][1] if len(sheet.grid[number]) > 1 else None
            return typed(slug), _year(sheet.grid)
    return "", None


def _year(grid: Grid) -> int | None:
    for row in grid:
        if len(row) > 1 and fold(typed(row[0])) == fold(YEAR_LABEL):
            number = parse_number(typed(row[1]))
            return int(number) if number and 1946 <= number <= 2200 else None
    return None


def _read_sheet(
    raw: RawSheet, declared: Mapping[str, tuple[Register, Sequence[SheetColumn]]]
) -> ReadSheet | None:
    own = any(own_row(raw.grid, key) is not None for key in (BOOK_KEY, OPTIONS_KEY))
    layout = None if own else find_layout(raw.name, raw.grid, declared)
    if layout is None:
        return None
    rows = tuple(_rows(raw, layout))
    words = [row for row in rows if _is_word(row)]
    said = (words[0].number - 1, 0, NOTHING_MARK) if words else _nothing_above(raw.grid, layout)
    return ReadSheet(raw.name, raw.grid, layout, tuple(row for row in rows if row not in words), said)


def _nothing_above(grid: Grid, layout: Layout) -> tuple[int, int, Cell] | None:
    for number, row in enumerate(grid[: layout.heading_row]):
        if found := says_nothing(row):
            return number, *found
    return None


def _rows(raw: RawSheet, layout: Layout) -> Iterator[ReadRow]:
    """The rows below the headings in which a known column holds something of its own."""
    for number, row in enumerate(raw.grid[layout.heading_row + 1 :], start=layout.heading_row + 1):
        known = {p: row[p] if p < len(row) else None for p in layout.columns}
        if any(not is_blank(c) and (number, p) not in raw.filled for p, c in known.items()):
            yield ReadRow(number + 1, {layout.columns[p].name: cell for p, cell in known.items()})


def _is_word(row: ReadRow) -> bool:
    """Clerks also write "Không phát sinh" where the first record would stand."""
    said = [cell for cell in row.cells.values() if not is_blank(cell)]
    return len(said) == 1 and fold(typed(said[0])) == fold(NOTHING)
