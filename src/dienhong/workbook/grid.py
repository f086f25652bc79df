"""The cells of a workbook, sheet by sheet, out of a file that may be anything."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

import python_calamine

from dienhong.kernel.errors import Unreadable
from dienhong.workbook.cells import Grid, is_blank
from dienhong.workbook.safety import LOCKED, NOT_A_WORKBOOK, require_safe


class RawSheet(NamedTuple):
    """A sheet's name and its cells from A1 on, as they are; a merged cell says the same in each of its rows."""

    name: str
    grid: Grid
    filled: frozenset[tuple[int, int]]
    """Cells below the first of a merged range: they repeat it and make no row of their own."""


def read_grids(content: bytes) -> list[RawSheet]:
    """Every sheet that holds cells. Raises Unreadable with one sentence for what is no workbook."""
    require_safe(content)
    try:
        with python_calamine.load_workbook(BytesIO(content)) as book:
            return [
                _read(book.get_sheet_by_name(sheet.name))
                for sheet in book.sheets_metadata
                if sheet.typ == python_calamine.SheetTypeEnum.WorkSheet
            ]
    except python_calamine.PasswordError as error:
        raise Unreadable(LOCKED) from error
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        raise Unreadable(NOT_A_WORKBOOK) from error
    except BaseException as error:
        if _is_panic(error):
            raise Unreadable(NOT_A_WORKBOOK) from error
        raise


def _is_panic(error: BaseException) -> bool:
    """The reader is written in Rust; where it gives up, it raises what is no Exception and cannot be imported."""
    return type(error).__name__ == "PanicException"


def _read(sheet: python_calamine.CalamineSheet) -> RawSheet:
    grid: Grid = [list(row) for row in sheet.to_python(skip_empty_area=False)]
    filled = frozenset(_repeat_merged(grid, sheet.merged_cell_ranges or []))
    return RawSheet(sheet.name, grid, filled)


def _repeat_merged(
    grid: Grid, ranges: list[tuple[tuple[int, int], tuple[int, int]]]
) -> Iterator[tuple[int, int]]:
    """One word over several rows holds for each of them: "chuyên đề" merged over three sessions."""
    for (top, place), (bottom, _) in ranges:
        if top >= len(grid) or place >= len(grid[top]) or is_blank(grid[top][place]):
            continue
        for number in range(top + 1, min(bottom + 1, len(grid))):
            grid[number][place] = grid[top][place]
            yield number, place
