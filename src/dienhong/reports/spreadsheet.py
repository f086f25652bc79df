"""The workbook of a report: a sheet of its figures by council, and a sheet of each appendix."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter

from dienhong.reports.appendices import NOTHING, AppendixTable
from dienhong.reports.figures import Asked, Figures

FIGURES_SHEET = "Số liệu"
CHARACTERS = 26
"""How wide a column of share 1 is."""


def spreadsheet_of(title: str, figures: Figures, tables: Iterable[AppendixTable]) -> bytes:
    """Numbers are numbers and days are days; nothing that was typed becomes a formula or an address."""
    stream = BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(stream, options) as book:
        looks = _looks(book)
        _figures_sheet(book, title, figures, looks)
        for table in tables:
            _appendix_sheet(book, table, looks)
    return stream.getvalue()


def _looks(book: Any) -> dict[str, Any]:
    cell = {"text_wrap": True, "valign": "top", "border": 1}
    return {
        "title": book.add_format({"bold": True}),
        "head": book.add_format({**cell, "bold": True, "align": "center", "bg_color": "#EEF1F6"}),
        "cell": book.add_format(cell),
        "number": book.add_format({**cell, "num_format": "#,##0"}),
        "date": book.add_format({**cell, "num_format": "dd/mm/yyyy", "align": "left"}),
    }


def _figures_sheet(book: Any, title: str, figures: Figures, looks: dict[str, Any]) -> None:
    """A row for every figure of the text: in all, by level, by council; empty where a council said nothing."""
    sheet = book.add_worksheet(FIGURES_SHEET)
    councils = figures.coverage.councils
    several = len(councils) > 1
    levels = (
        list(dict.fromkeys((council.level, council.get_level_display()) for council in councils))
        if several
        else []
    )
    heads = ["Mã", "Chỉ số", "Đơn vị tính", "Tổng số"]
    heads += [label.capitalize() for _, label in levels] + [c.short_name for c in councils if several]
    sheet.write(0, 0, title, looks["title"])
    sheet.write(1, 0, f"{figures.coverage.period.label}".capitalize())
    sheet.write_row(3, 0, heads, looks["head"])
    sheet.freeze_panes(4, 4)
    sheet.set_column(0, 0, 30)
    sheet.set_column(1, 1, 44)
    sheet.set_column(2, len(heads) - 1, 12)
    for line, (asked, figure) in enumerate(figures.used.items(), start=4):
        values = _values(figures, asked, [level for level, _ in levels])
        _write_row(sheet, line, [asked.key, figures.label(asked), figure.indicator.unit, *values], looks)


def _values(figures: Figures, asked: Asked, levels: list[str]) -> list[int | None]:
    """In all, by level, by council; nothing where a council said nothing."""
    figure, part = figures.figure(asked), asked.part
    total = figure.value(part=part)
    if not levels:
        return [total]
    by_level = [figure.value(level=level, part=part) for level in levels]
    by_council = [None if c in figure.missing else figures.of_council(asked, c) for c in figure.councils]
    return [total, *by_level, *by_council]


def _appendix_sheet(book: Any, table: AppendixTable, looks: dict[str, Any]) -> None:
    sheet = book.add_worksheet(f"PL {table.appendix.number}"[:31])
    sheet.write(0, 0, f"{table.appendix.name}. {table.appendix.title}", looks["title"])
    sheet.write_row(2, 0, table.headings, looks["head"])
    sheet.freeze_panes(3, 1)
    for place, width in enumerate(table.widths):
        sheet.set_column(place, place, max(CHARACTERS * width, 6))
    for line, row in enumerate(table.rows, start=3):
        _write_row(sheet, line, row, looks)
    if not table.rows:
        sheet.write_string(3, 0, NOTHING)


def _write_row(sheet: Any, line: int, values: Iterable[Any], looks: dict[str, Any]) -> None:
    for place, value in enumerate(values):
        if value is None:
            sheet.write_blank(line, place, None, looks["cell"])
        elif isinstance(value, date):
            sheet.write_datetime(line, place, value, looks["date"])
        elif isinstance(value, int) and not isinstance(value, bool):
            sheet.write_number(line, place, value, looks["number"])
        else:
            sheet.write_string(line, place, str(value), looks["cell"])
