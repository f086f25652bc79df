"""Tables of administration, in the form that ``components/register_table.html`` draws."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import QueryDict

from dienhong.web.registers.table import Cell, Heading, Row, Table

__all__ = ["Heading", "Paged", "Said", "row", "table"]

PAGE_SIZE = 50
PAGE = "trang"


@dataclass(frozen=True)
class Said:
    """A cell that says more than its text: a full name behind a short one, or a state with its shape."""

    text: str
    full: str = ""
    state: str = ""


def row(
    columns: Sequence[Heading], url: str, values: Sequence[str | Said], *, cancelled: bool = False
) -> Row:
    """One row: a value for each column."""
    said = [value if isinstance(value, Said) else Said(value) for value in values]
    cells = (Cell(c, v.text, v.full, v.state) for c, v in zip(columns, said, strict=True))
    return Row(url, tuple(cells), cancelled)


def table(caption: str, columns: Sequence[Heading], rows: Iterable[Row]) -> Table:
    return Table(caption, tuple(columns), tuple(rows))


class Paged:
    """One page of a long list, by its number in the address; what cannot be read is the first."""

    def __init__(self, rows: QuerySet[Any], address: QueryDict) -> None:
        asked = address.get(PAGE, "")
        self.number = int(asked) if asked.isascii() and asked.isdigit() and int(asked[:6]) > 0 else 1
        self.total = rows.count()
        first = (self.number - 1) * PAGE_SIZE
        self.rows = list(rows[first : first + PAGE_SIZE])
        self._last = first + len(self.rows)
        self._address = {name: value for name, value in address.items() if value and name != PAGE}

    @property
    def more(self) -> dict[str, object]:
        """As ``components/more.html`` takes it."""
        words = urlencode({**self._address, PAGE: str(self.number + 1)})
        url = f"?{words}" if self._last < self.total else ""
        return {"url": url, "shown": self._last, "total": self.total}
