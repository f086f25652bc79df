"""The yearly workbook: a guide and a sheet per register, blank or with what is recorded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record
from dienhong.workbook.cells import Cell
from dienhong.workbook.columns import (
    CODE,
    SheetColumn,
    columns_of,
    example_cell,
    sheet_of,
    sheet_registers,
)
from dienhong.workbook.guide import guide_page
from dienhong.workbook.layout import (
    EXAMPLE,
    KEY_ROW,
    NOTHING_LABEL,
    NOTHING_MARK,
    key_of,
    template_layout,
)
from dienhong.workbook.painting import Page, Painter
from dienhong.workbook.references import References


def template(council: Council | None = None, year: int | None = None, *, by: User | None = None) -> bytes:
    """The blank workbook (.xlsx); without a council or a year these are left for the clerk.

    Its drop-downs offer what ``by`` may see.
    """
    return filled_workbook(council, year, {}, frozenset(), by=by)


def filled_workbook(
    council: Council | None,
    year: int | None,
    records: Mapping[str, Iterable[Record]],
    nothing: frozenset[str],
    *,
    by: User | None = None,
) -> bytes:
    """The workbook with records by register code, and the codes of registers that had nothing."""
    registers = sheet_registers()
    references = References(council, year, by) if council else None
    with Painter() as painter:
        painter.paint(guide_page(registers, council, year))
        for register in registers:
            columns = columns_of(register)
            form = Form(register, references.bind(columns) if references else columns)
            title = _title(register, council, year)
            painter.paint(_page(form, title, records.get(register.code, ()), register.code in nothing))
    return painter.content


class Form(NamedTuple):
    """A register with its columns as they are for one council."""

    register: Register
    columns: Sequence[SheetColumn]


def _page(form: Form, title: str, records: Iterable[Record], nothing: bool) -> Page:
    register, columns = form
    grid: list[list[Cell]] = [
        [title],
        [NOTHING_LABEL, NOTHING_MARK if nothing else None],
        [key_of(register, column) for column in columns],
        [column.heading for column in columns],
        _example(register),
        *_rows(form, list(records)),
    ]
    return Page(sheet_of(register).name, grid, template_layout(register, columns), hidden_rows=(KEY_ROW,))


def _rows(form: Form, records: Sequence[Record]) -> Iterator[list[Cell]]:
    """A row for each record, its extra columns as the register tells them."""
    register, columns = form
    sheet = sheet_of(register)
    told = sheet.tell(records) if sheet.extras and records else {}
    for record in records:
        beside = told.get(record.pk, {})
        yield [
            column.write(beside.get(column.name) if column.is_extra else getattr(record, column.name))
            for column in columns
        ]


def _title(register: Register, council: Council | None, year: int | None) -> str:
    whose = f": {council.name}" if council else ""
    when = f", năm {year}" if year else ""
    return f"{register.title}{whose}{when}"


def _example(register: Register) -> list[Cell]:
    example = sheet_of(register).example
    columns = columns_of(register)
    return [EXAMPLE if c.name == CODE else example_cell(c, example.get(c.name, "")) for c in columns]
