"""Widths of columns where the author gave none."""

from dienhong.documents.blocks import Line, Table, plain

_LONGEST = 60


def shares(table: Table) -> tuple[float, ...]:
    """Shares of the text width, adding up to 1: room for the longest word, then by how much a column says."""
    count = columns(table)
    wanted = table.widths if len(table.widths) == count else _wanted(table, count)
    return tuple(width / sum(wanted) for width in wanted)


def columns(table: Table) -> int:
    return max((len(row) for row in (*table.header, *table.rows)), default=0)


def _wanted(table: Table, count: int) -> tuple[float, ...]:
    sample = (*table.header, *table.rows[:500])
    return tuple(_need([plain(row[n]) for row in sample if n < len(row)]) for n in range(count))


def _need(cells: list[str]) -> float:
    """Characters that a column asks for; long prose is held back, for it can break."""
    word = max((len(word) for cell in cells for word in cell.split()), default=0)
    longest = max(len(cell) for cell in cells)
    return max(float(word), float(min(longest, _LONGEST) ** 0.8)) + 2


def filled(row: tuple[Line, ...], count: int) -> tuple[Line, ...]:
    """The row with empty cells where it is short."""
    return row + ((),) * (count - len(row))
