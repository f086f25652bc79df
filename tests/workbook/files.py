"""Workbooks as clerks leave them, written straight, not through the code that is under test."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.registers.declaration import get_register
from dienhong.workbook.actions import import_workbook, preview_workbook
from dienhong.workbook.columns import sheet_of
from dienhong.workbook.preview import Preview
from dienhong.workbook.reading import ReadBook, read_workbook

from ..factories import NOW

FIELDS = ("code", "kind", "ordinal", "nominal_year", "opens_on", "closes_on", "place", "status", "note")
HEADINGS = (
    "Mã",
    "Loại kỳ họp",
    "Kỳ họp thứ",
    "Thuộc chương trình năm",
    "Khai mạc ngày",
    "Bế mạc ngày",
    "Địa điểm",
    "Trạng thái",
    "Ghi chú",
)
FIRST = 5
"""The Excel number of the first row below the headings of ``workbook``."""

ROW = {
    "kind": "thường lệ",
    "ordinal": 7,
    "nominal_year": 2023,
    "opens_on": "18/7/2023",
    "closes_on": "19/7/2023",
    "place": "Hội trường",
}


def row(**cells: Any) -> dict[str, Any]:
    """A good row; ``cells`` override, None empties."""
    return {**ROW, **cells}


def workbook(
    *rows: dict[str, Any] | Sequence[Any],
    fields: Sequence[str] = FIELDS,
    headings: Sequence[str] = HEADINGS,
    keys: bool = True,
    name: str = "Kỳ họp",
    slug: str = "",
    year: int | None = 2023,
    nothing: Any = None,
    merge: Sequence[tuple[int, int, int, Any]] = (),
) -> bytes:
    """A guide with the workbook's key, and one sheet of sessions; a dict is placed by ``fields``, a list as it is."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
        guide = book.add_worksheet("Hướng dẫn")
        guide.write_row(0, 0, ["dienhong.workbook", slug])
        guide.write_row(1, 0, ["Năm", year])
        add_sheet(book, rows, fields, headings, keys=keys, name=name, nothing=nothing, merge=merge)
    return stream.getvalue()


def add_sheet(
    book: Any,
    rows: Sequence[dict[str, Any] | Sequence[Any]],
    fields: Sequence[str] = FIELDS,
    headings: Sequence[str] = HEADINGS,
    *,
    keys: bool = True,
    name: str = "Kỳ họp",
    nothing: Any = None,
    merge: Sequence[tuple[int, int, int, Any]] = (),
) -> None:
    sheet = book.add_worksheet(name)
    sheet.write(0, 0, "Kỳ họp năm 2023")
    sheet.write_row(1, 0, ["Không phát sinh trong năm (gõ x):", nothing])
    if keys:
        sheet.write_row(2, 0, [f"council_sessions.{field}" if field else "" for field in fields])
    sheet.write_row(3, 0, headings)
    day = book.add_format({"num_format": "dd/mm/yyyy"})
    for number, cells in enumerate(rows, start=4):
        line = [cells.get(field) for field in fields] if isinstance(cells, dict) else cells
        for place, cell in enumerate(line):
            if isinstance(cell, date):
                sheet.write_datetime(number, place, cell, day)
            elif cell is not None:
                sheet.write(number, place, cell)
    for top, bottom, place, cell in merge:
        sheet.merge_range(top - 1, place, bottom - 1, place, cell)


def read(content: bytes, file_name: str = "so.xlsx") -> ReadBook:
    return read_workbook(content, file_name=file_name)


def previewed(content: bytes, council: Council, by: User) -> Preview:
    return preview_workbook(read(content), council=council, by=by, at=NOW)


def imported(content: bytes, council: Council, by: User) -> Preview:
    return import_workbook(read(content), council=council, by=by, at=NOW)


def told(preview: Preview) -> list[tuple[int, str, str, str]]:
    """Findings as (row, column, state, message)."""
    return [(r.number, f.column, f.state.value, f.message) for r, f in preview.findings()]


def counts(preview: Preview) -> dict[str, int]:
    """The counts that are not zero."""
    return {state: number for state, number in preview.counts.items() if number}


def pages(sheets: dict[str, Sequence[dict[str, Any]]], *, slug: str = "", year: int | None = 2023) -> bytes:
    """A workbook with a sheet for each register code, in this order; a cell stands under its machine key."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
        guide = book.add_worksheet("Hướng dẫn")
        guide.write_row(0, 0, ["dienhong.workbook", slug])
        guide.write_row(1, 0, ["Năm", year])
        for code, rows in sheets.items():
            fields = list(dict.fromkeys(name for cells in rows for name in cells))
            sheet = book.add_worksheet(sheet_of(get_register(code)).name)
            sheet.write_row(2, 0, [f"{code}.{field}" for field in fields])
            sheet.write_row(3, 0, fields)
            for number, cells in enumerate(rows, start=4):
                for place, field in enumerate(fields):
                    if cells.get(field) is not None:
                        sheet.write(number, place, cells[field])
    return stream.getvalue()
