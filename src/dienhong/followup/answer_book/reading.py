"""A filled workbook as what it says: one answer for each row in which something was filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from dienhong.followup.answer_book.sheet import CODE, SAID, found_in
from dienhong.kernel.errors import Unreadable
from dienhong.workbook.cells import Cell, is_blank, typed
from dienhong.workbook.grid import RawSheet, read_grids
from dienhong.workbook.layout import Layout
from dienhong.workbook.preview import Row, State

NOT_THE_FORM = "Tệp không có trang nào theo mẫu: cần các cột Mã, Kết quả, Nội dung trả lời."


@dataclass(frozen=True)
class ReadAnswer:
    """A row with its values, and ``row`` to which findings are added at the columns of ``layout``."""

    row: Row
    layout: Layout
    values: Mapping[str, Any]

    @property
    def code(self) -> str:
        return self.row.code

    def refuse(self, sentence: str, name: str = CODE) -> None:
        """An error at a column, else at the row."""
        column = next((c for c in self.layout.columns.values() if c.name == name), None)
        place = self.layout.place(name)
        self.row.find(State.ERROR, sentence, column.label if column else "", place)


@dataclass(frozen=True)
class AnswerSheet:
    """A sheet of the form as it came, and its answers."""

    raw: RawSheet
    layout: Layout
    answers: tuple[ReadAnswer, ...]


def read_answers(content: bytes, received_on: date) -> tuple[list[RawSheet], list[AnswerSheet]]:
    """Every sheet, and those of the form. Raises Unreadable where there is none, or the file is no workbook."""
    raw = read_grids(content)
    sheets = [_sheet(one, layout, received_on) for one in raw if (layout := found_in(one.grid))]
    if not sheets:
        raise Unreadable(NOT_THE_FORM)
    return raw, sheets


def _sheet(raw: RawSheet, layout: Layout, received_on: date) -> AnswerSheet:
    return AnswerSheet(raw, layout, tuple(_answers(raw, layout, received_on.year)))


def _answers(raw: RawSheet, layout: Layout, year: int) -> Iterator[ReadAnswer]:
    """Rows in which result, answer or date is filled in; a row that only names its undertaking answers nothing."""
    for number, cells in enumerate(raw.grid[layout.heading_row + 1 :], start=layout.heading_row + 2):
        named = {c.name: cells[p] if p < len(cells) else None for p, c in layout.columns.items()}
        if any(not is_blank(named.get(name)) for name in SAID):
            row = Row(raw.name, number, State.NEW, code=typed(named.get(CODE)))
            yield _read(row, layout, named, year)


def _read(row: Row, layout: Layout, named: Mapping[str, Cell], year: int) -> ReadAnswer:
    values: dict[str, Any] = {}
    answer = ReadAnswer(row, layout, values)
    for column in layout.columns.values():
        cell = named[column.name]
        if column.name in SAID and not is_blank(cell):
            try:
                values[column.name] = column.kind.read(cell, year)
            except Unreadable as unreadable:
                answer.refuse(unreadable.sentence, column.name)
    return answer
