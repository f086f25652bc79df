"""Tables: the total row against the rows above it, the total column against the columns beside it."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from dienhong.checking.arithmetic import near, one_slip, written
from dienhong.checking.findings import Relation
from dienhong.checking.reading import Reading
from dienhong.checking.structure import Passage
from dienhong.vietnamese.numerals import parse_number

TOTAL = re.compile(r"^\W*(?:tổng|cộng|toàn (?:huyện|tỉnh|xã))", re.IGNORECASE)
SHARE_HEADER = re.compile(r"%|tỷ lệ|tỉ lệ|cơ cấu|bình quân|so sánh|so với", re.IGNORECASE)
INDEX_HEADER = re.compile(
    r"^\W*(?:stt|tt|số tt|số thứ tự|năm|mã|số hiệu|ngày|thời gian|ghi chú)\b", re.IGNORECASE
)
SECTION_MARK = re.compile(r"^\s*(?:[IVX]+|[A-ZĐ])\s*[.)]?\s*$")
SUBSECTION_MARK = re.compile(r"^\s*(?:\d{1,2}(?:\.\d{1,2})+|[a-z]\)?|[-+])\s*$")
RULE_ROW = re.compile(r"^[\s|:+-]+$")
SLACK = Decimal("0.25")


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words, its number if it is one, its place in the repaired text."""

    text: str
    value: Decimal | None
    start: int
    end: int


Row = tuple[Cell, ...]


def tables(reading: Reading) -> Iterator[Relation]:
    """Every total of every table."""
    for rows in _tables(reading):
        body = [row for row in rows if _is_body(row)]
        names = _names(rows, body)
        yield from _columns(body, names)
        yield from _rows(body, names)


def _is_body(row: Row) -> bool:
    numeric = sum(cell.value is not None for cell in row)
    return numeric * 2 >= len(row) or bool(TOTAL.match(" ".join(cell.text for cell in row[:2])))


def _tables(reading: Reading) -> Iterator[list[Row]]:
    rows: list[Row] = []
    for passage in reading.structure.passages:
        if not passage.is_row:
            if len(rows) > 2:
                yield rows
            rows = []
        elif not RULE_ROW.match(passage.text):
            rows.append(_row(passage))
    if len(rows) > 2:
        yield rows


def _row(passage: Passage) -> Row:
    cells: list[Cell] = []
    first = passage.text.index("|") + 1
    for text in passage.text[first : passage.text.rindex("|")].split("|"):
        start = passage.start + first + len(text) - len(text.lstrip())
        cells.append(Cell(text.strip(), _number(text.strip()), start, start + len(text.strip())))
        first += len(text) + 1
    return tuple(cells)


def _number(text: str) -> Decimal | None:
    return parse_number(text, lenient=True) if text[:1].isdigit() and len(text) < 24 else None


def _names(rows: Sequence[Row], body: Sequence[Row]) -> list[str]:
    """The words above each column."""
    width = max(len(row) for row in rows)
    above = rows[: rows.index(body[0])] if body else rows
    return [" ".join(row[place].text for row in above if place < len(row)) for place in range(width)]


def _is_total(row: Row) -> bool:
    words = [cell.text for cell in row[:3] if cell.text and cell.value is None]
    return bool(words) and bool(TOTAL.match(words[0]))


def _columns(body: Sequence[Row], names: Sequence[str]) -> Iterator[Relation]:
    totals = [row for row in body if _is_total(row)]
    if len(totals) != 1 or len(body) < 3:
        return
    data = [row for row in body if row is not totals[0]]
    for place in range(1, len(totals[0])):
        cell = totals[0][place]
        name = names[place] if place < len(names) else ""
        if cell.value is not None and not SHARE_HEADER.search(name) and not INDEX_HEADER.match(name):
            relation = _column(cell, data, place)
            if relation:
                yield relation


def _column(total: Cell, data: Sequence[Row], place: int) -> Relation | None:
    marks = [row[0].text for row in data]
    sections = [row for row, mark in zip(data, marks, strict=True) if SECTION_MARK.match(mark)]
    leaves = [row for row, mark in zip(data, marks, strict=True) if not SECTION_MARK.match(mark)]
    upper = [row for row, mark in zip(data, marks, strict=True) if not SUBSECTION_MARK.match(mark)]
    readings = [_values(rows, place) for rows in (data, sections, leaves, upper) if rows]
    fitting = next((cells for cells in readings if cells and _sum(cells) == total.value), None)
    if fitting:
        return _relation(total, fitting, holds=True)
    plain = len(data) >= 2 and not sections and len(upper) == len(data)
    clean = all(
        place < len(row) and (row[place].value is not None or row[place].text in ("", "-", "0", "–"))
        for row in data
    )
    cells = readings[0]
    return (
        _relation(total, cells, holds=False)
        if plain and clean and len(cells) >= 2 and _plausible(total, cells)
        else None
    )


def _values(rows: Sequence[Row], place: int) -> list[Cell]:
    return [row[place] for row in rows if place < len(row) and row[place].value is not None]


def _sum(cells: Sequence[Cell]) -> Decimal:
    return sum((cell.value for cell in cells if cell.value is not None), Decimal(0))


def _plausible(total: Cell, cells: Sequence[Cell]) -> bool:
    assert total.value is not None
    values = [cell.value for cell in cells if cell.value is not None]
    return one_slip(total.value, values) or near(total.value, _sum(cells), SLACK)


def _rows(body: Sequence[Row], names: Sequence[str]) -> Iterator[Relation]:
    """A column named "Tổng số" against those to its right, where most rows agree that it is their sum."""
    for place, name in enumerate(names):
        if not TOTAL.match(name) or SHARE_HEADER.search(name):
            continue
        end = next((other for other in range(place + 1, len(names)) if TOTAL.match(names[other])), len(names))
        columns = [
            other
            for other in range(place + 1, end)
            if not SHARE_HEADER.search(names[other]) and not INDEX_HEADER.match(names[other])
        ]
        checked = [(row[place], [row[c] for c in columns if c < len(row) and row[c].value is not None])
                   for row in body if place < len(row) and row[place].value is not None]  # fmt: skip
        checked = [(total, cells) for total, cells in checked if len(cells) >= 2]
        right = [_sum(cells) == total.value for total, cells in checked]
        if len(right) >= 3 and sum(right) * 3 >= 2 * len(right):
            for (total, cells), holds in zip(checked, right, strict=True):
                yield _relation(total, cells, holds=holds)


def _relation(total: Cell, cells: Sequence[Cell], *, holds: bool) -> Relation:
    shown = " + ".join(cell.text for cell in cells[:30])
    computed = written(_sum(cells))
    return Relation(
        "sum", holds, total.start, total.end, f"{total.text} = {shown}", total.text, computed,
        f"Bảng ghi tổng {total.text} nhưng cộng lại là {computed} ({shown}).",
        places=tuple(sorted((cell.start, cell.end) for cell in (total, *cells))),
    )  # fmt: skip
