"""The sheet of a body's open undertakings: painted with drop-downs, and found again in a file that came back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from dienhong.followup.models import Assignment
from dienhong.followup.register import register
from dienhong.followup.states import Result
from dienhong.vietnamese.text import fold
from dienhong.workbook.cells import Cell, Grid, typed
from dienhong.workbook.columns import SheetColumn
from dienhong.workbook.kinds import Day, LongText, OneOf, Text
from dienhong.workbook.layout import Layout
from dienhong.workbook.painting import Page, Painter

NAME = "Trả lời"
CODE, RESULT, ANSWER, PROMISED = "code", "result", "answer", "promised_on"
SAID = (RESULT, ANSWER, PROMISED)
"""The columns that the body fills in."""

COLUMNS = (
    SheetColumn(CODE, "Mã", Text(), hint="Giữ nguyên mã đã ghi sẵn."),
    SheetColumn(
        "text", "Việc phải làm", LongText(), hint="Ghi sẵn để biết việc nào; sửa ở đây không có tác dụng."
    ),
    SheetColumn("due_on", "Hạn", Day(), hint="Ghi sẵn; muốn thêm thời gian thì nêu ngày hẹn xong."),
    SheetColumn(RESULT, "Kết quả", OneOf(tuple((value, str(label)) for value, label in Result.choices))),
    SheetColumn(
        ANSWER, "Nội dung trả lời", LongText(), hint="Đã làm gì, nguyên nhân, giải pháp, trách nhiệm."
    ),
    SheetColumn(
        PROMISED,
        "Hẹn xong ngày",
        Day(),
        hint=f"Chỉ ghi khi kết quả là “{Result.PLANNED.label}”, ví dụ 31/3/2024.",
    ),
)

KEY_ROW, HEADING_ROW = 2, 3
_KEYS = {f"dienhong.answers.{column.name}": column for column in COLUMNS}
_LABELS = {fold(column.label): column for column in COLUMNS}
_SEARCHED_ROWS = 20
_FEWEST = {CODE, RESULT, ANSWER}


def painted(title: str, parts: Iterable[Assignment]) -> bytes:
    """The workbook for one body: a row for each of its parts."""
    grid: Grid = [
        [title],
        ["Điền ba cột Kết quả, Nội dung trả lời, Hẹn xong ngày; dòng để trống là chưa trả lời."],
        list(_KEYS),
        [column.heading for column in COLUMNS],
        *(_row(part) for part in parts),
    ]
    layout = Layout(register, HEADING_ROW, dict(enumerate(COLUMNS)))
    with Painter() as painter:
        painter.paint(Page(NAME, grid, layout, hidden_rows=(KEY_ROW,)))
    return painter.content


def _row(part: Assignment) -> list[Cell]:
    undertaking = part.undertaking
    given: Mapping[str, Any] = {
        CODE: undertaking.code,
        "text": undertaking.text,
        "due_on": undertaking.due_on,
    }
    return [column.write(given.get(column.name)) for column in COLUMNS]


def found_in(grid: Grid) -> Layout | None:
    """Where code, result and answer stand: by the hidden keys, else by their headings; None on another sheet."""
    for number, row in enumerate(grid[:_SEARCHED_ROWS]):
        keyed = {place: _KEYS[typed(cell)] for place, cell in enumerate(row) if typed(cell) in _KEYS}
        labelled = {
            p: _LABELS[fold(typed(cell))] for p, cell in enumerate(row) if fold(typed(cell)) in _LABELS
        }
        for columns, heading_row in ((keyed, number + 1), (labelled, number)):
            if {column.name for column in columns.values()} >= _FEWEST:
                return Layout(register, heading_row, columns)
    return None


def key_rows(grid: Grid, layout: Layout) -> tuple[int, ...]:
    """The hidden rows of keys above the headings."""
    return tuple(n for n, row in enumerate(grid[: layout.heading_row]) if any(typed(c) in _KEYS for c in row))
