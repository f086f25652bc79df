"""The workbook of a body, filled in as the body would."""

from __future__ import annotations

from collections.abc import Sequence

from dienhong.followup.answer_book.sheet import found_in, painted
from dienhong.followup.models import Assignment
from dienhong.workbook.cells import Cell
from dienhong.workbook.grid import read_grids
from dienhong.workbook.painting import Page, Painter

Filled = tuple[str, Cell, Cell, Cell]
"""Code, result, answer, promised date."""


def empty_book(parts: Sequence[Assignment]) -> bytes:
    return painted("Việc phải trả lời: UBND xã Mẫu", parts)


def answered(template: bytes, about: str, result: str, text: str) -> bytes:
    """A downloaded workbook in which the row that begins so is answered."""
    grid = read_grids(template)[0].grid
    row = next(row for row in grid if str(row[1]).startswith(about))
    row[3], row[4] = result, text
    with Painter() as painter:
        painter.paint(Page("Trả lời", grid, found_in(grid)))
    return painter.content


def book_with(*rows: Filled, keys: bool = True, sheet: str = "Trả lời") -> bytes:
    """A workbook with these rows; without its hidden keys it is one that somebody typed anew."""
    grid = read_grids(empty_book([]))[0].grid
    for code, result, answer, promised in rows:
        grid.append([code, "Việc gì đó", None, result, answer, promised])
    if not keys:
        del grid[2]
    with Painter() as painter:
        painter.paint(Page(sheet, grid, found_in(grid)))
    return painter.content
