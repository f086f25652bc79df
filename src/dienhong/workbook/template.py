"""The yearly workbook: a guide and a sheet per register, blank or with what is recorded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
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
    told = {code: list(found) for code, found in records.items()}
    return _workbook(council, year, lambda form: _rows(form, told.get(form.register.code, [])), nothing, by)


def typed_workbook(
    council: Council,
    year: int,
    cells: Mapping[str, Sequence[Mapping[str, Cell]]],
    nothing: frozenset[str],
    *,
    by: User | None = None,
) -> bytes:
    """The workbook as somebody fills it in: for each register rows of cells by column, in the words of the sheets.

    Raises KeyError for a column that the register's sheet does not have.
    """
    return _workbook(council, year, lambda form: _typed(form, cells.get(form.register.code, ())), nothing, by)


def _workbook(
    council: Council | None,
    year: int | None,
    rows_of: Callable[[Form], Iterable[list[Cell]]],
    nothing: frozenset[str],
    by: User | None,
) -> bytes:
    registers = sheet_registers()
    references = References(council, year, by) if council else None
    with Painter() as painter:
        painter.paint(guide_page(registers, council, year))
        for register in registers:
            columns = columns_of(register)
            form = Form(register, references.bind(columns) if references else columns)
            title = _title(register, council, year)
            painter.paint(_page(form, title, rows_of(form), register.code in nothing))
    return painter.content


class Form(NamedTuple):
    """A register with its columns as they are for one council."""

    register: Register
    columns: Sequence[SheetColumn]


def _page(form: Form, title: str, rows: Iterable[list[Cell]], nothing: bool) -> Page:
    register, columns = form
    grid: list[list[Cell]] = [
        [title],
        [NOTHING_LABEL, NOTHING_MARK if nothing else None],
        [key_of(register, column) for column in columns],
        [column.heading for column in columns],
        _example(register),
        *rows,
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


def _typed(form: Form, rows: Iterable[Mapping[str, Cell]]) -> Iterator[list[Cell]]:
    """A row for each, its cells where the sheet has them."""
    names = [column.name for column in form.columns]
    for row in rows:
        if unknown := set(row) - set(names):
            raise KeyError(f"{form.register.code}: {sorted(unknown)}")
        yield [row.get(name) for name in names]


def _title(register: Register, council: Council | None, year: int | None) -> str:
    whose = f": {council.name}" if council else ""
    when = f", năm {year}" if year else ""
    return f"{register.title}{whose}{when}"


def _example(register: Register) -> list[Cell]:
    example = sheet_of(register).example
    columns = columns_of(register)
    return [EXAMPLE if c.name == CODE else example_cell(c, example.get(c.name, "")) for c in columns]
