"""Widths of columns where the author gave none."""

from collections.abc import Iterable, Sequence

from dienhong.documents.blocks import Line, Table, plain
from dienhong.documents.layout import STYLES
from dienhong.documents.metrics import text_width

MARGIN = 1.5  # mm on either side of a cell
_SAMPLE = 500  # rows that are measured
_LONGEST = 80.0  # mm: what is longer is prose, and breaks


def column_widths(table: Table, width: float) -> tuple[float, ...]:
    """Millimetres of each column, together `width`: no word is broken while there is room, the rest by need."""
    count = columns(table)
    needs = [_need(table, column) for column in range(count)]
    if len(table.widths) == count:
        return _shared(table.widths, [least for least, _ in needs], width)
    least, wanted = [least for least, _ in needs], [wanted for _, wanted in needs]
    spare, missing = width - sum(least), sum(wanted) - sum(least)
    if spare <= 0 or missing <= 0:
        return _scaled(least, width)
    return _scaled([low + (high - low) * spare / missing for low, high in needs], width)


def _shared(shares: Sequence[float], least: Sequence[float], width: float) -> tuple[float, ...]:
    """By the shares that were given, but no column narrower than its longest word while there is room."""
    if sum(least) >= width:
        return _scaled(shares, width)
    held: set[int] = set()
    while True:
        free = width - sum(least[place] for place in held)
        rest = sum(share for place, share in enumerate(shares) if place not in held)
        widths = [least[n] if n in held else share * free / rest for n, share in enumerate(shares)]
        short = {n for n, given in enumerate(widths) if given < least[n] - 1e-9}
        if not short:
            return tuple(widths)
        held |= short


def _scaled(widths: Iterable[float], width: float) -> tuple[float, ...]:
    parts = tuple(widths)
    return tuple(part * width / sum(parts) for part in parts)


def _need(table: Table, column: int) -> tuple[float, float]:
    """What a column cannot do without, its longest word, and what it would like, its longest text."""
    texts = [*_texts(table.header, column, bold=True), *_texts(table.rows[:_SAMPLE], column, bold=False)]
    words = [(word, bold) for text, bold in texts for word in text.split()]
    padding = 2 * MARGIN + 1  # a millimetre for programs that space letters otherwise
    least, longest = _widest(words), min(_widest(texts), _LONGEST)
    return least + padding, max(least, longest) + padding


def _texts(rows: Iterable[tuple[Line, ...]], column: int, *, bold: bool) -> list[tuple[str, bool]]:
    return [(plain(row[column]), bold) for row in rows if column < len(row)]


def _widest(texts: Iterable[tuple[str, bool]]) -> float:
    size = STYLES["cell"].size
    return max((text_width(text, size, bold=bold) for text, bold in texts), default=0)


def columns(table: Table) -> int:
    return max((len(row) for row in (*table.header, *table.rows)), default=0)


def filled(row: tuple[Line, ...], count: int) -> tuple[Line, ...]:
    """The row with empty cells where it is short."""
    return row + ((),) * (count - len(row))
