"""Widths of columns where the author gave none."""

from dienhong.documents.blocks import Line, Table, plain

_LONGEST = 60
_SHORT_HEAD = 16


def shares(table: Table) -> tuple[float, ...]:
    """Shares of the text width, adding up to 1: room for the longest word, then by how much a column says."""
    count = columns(table)
    wanted = table.widths if len(table.widths) == count else _wanted(table, count)
    return tuple(width / sum(wanted) for width in wanted)


def columns(table: Table) -> int:
    return max((len(row) for row in (*table.header, *table.rows)), default=0)


def _wanted(table: Table, count: int) -> tuple[float, ...]:
    sample = table.rows[:500]
    return tuple(_need(_texts(table.header, n), _texts(sample, n)) for n in range(count))


def _texts(rows: tuple[tuple[Line, ...], ...], column: int) -> list[str]:
    return [plain(row[column]) for row in rows if column < len(row)]


def _need(heads: list[str], cells: list[str]) -> float:
    """Characters that a column asks for; a short head stays on one line, long prose can break."""
    unbroken = [head for head in heads if len(head) <= _SHORT_HEAD]
    unbroken += [word for text in (*heads, *cells) for word in text.split()]
    word = max(map(len, unbroken), default=0)
    longest = max(map(len, (*heads, *cells)), default=0)
    return max(float(word), float(min(longest, _LONGEST) ** 0.8)) + 2


def filled(row: tuple[Line, ...], count: int) -> tuple[Line, ...]:
    """The row with empty cells where it is short."""
    return row + ((),) * (count - len(row))
