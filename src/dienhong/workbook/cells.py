"""Cells as Excel gives them and as a clerk sees them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from dienhong.vietnamese.dates import format_date
from dienhong.vietnamese.text import normalise

Cell = str | int | float | bool | date | datetime | time | timedelta | None
Grid = list[list[Cell]]
"""Rows of cells from A1 on."""


def is_blank(cell: Cell) -> bool:
    """Nothing, or only what cannot be seen."""
    if not isinstance(cell, str):
        return cell is None
    return not cell or not (cell[0].isalnum() or normalise(cell))


def typed(cell: Cell) -> str:
    """A cell as text, the way it stands on the screen: 7, 30,5, 18/7/2023."""
    if isinstance(cell, date):
        return format_date(cell)
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell).replace(".", ",")
    return normalise(str(cell)) if cell is not None else ""


def column_letters(place: int) -> str:
    """The letters over a column, counted from 0: A, Z, AA."""
    before, letter = divmod(place, 26)
    return (column_letters(before - 1) if before else "") + chr(ord("A") + letter)
