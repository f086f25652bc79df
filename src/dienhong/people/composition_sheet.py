"""The composition table as an Excel file: the numbers of the page, with base and day."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import xlsxwriter

from dienhong.people.composition import COLUMNS, CURRENT, ELECTED, LEFT, SEATS, Composition, Section
from dienhong.vietnamese.dates import format_date


def composition_sheet(composition: Composition, title: str) -> bytes:
    """Two sheets: the table, and the councils. Percentages are formulas' results as numbers, of the base."""
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
        formats = {
            "bold": book.add_format({"bold": True}),
            "head": book.add_format({"bold": True, "border": 1, "text_wrap": True, "bg_color": "#EEF1F6"}),
            "percent": book.add_format({"num_format": "0.0%"}),
        }
        _write_make_up(book.add_worksheet("Cơ cấu"), composition, title, formats)
        _write_councils(book.add_worksheet("Theo Hội đồng"), composition, title, formats)
    return stream.getvalue()


def _write_make_up(sheet: Any, composition: Composition, title: str, formats: dict[str, Any]) -> None:
    sheet.set_column(0, 1, 30)
    sheet.set_column(2, 3, 12)
    sheet.write(0, 0, title, formats["bold"])
    base = f"Ngày {format_date(composition.on)}. Tỷ lệ tính trên {composition.base} đại biểu đương nhiệm."
    sheet.write(1, 0, base)
    sheet.write_row(3, 0, ["Nội dung", "", "Số lượng", "Tỷ lệ"], formats["head"])
    line = 4
    for code in (SEATS, ELECTED, CURRENT, LEFT):
        sheet.write(line, 0, composition.indicator(code).label)
        sheet.write_number(line, 2, composition.total(code))
        line += 1
    line = _write_section(sheet, line, composition.left_by_reason, 0, formats)
    for section in composition.sections:
        line = _write_section(sheet, line, section, composition.base, formats)


def _write_section(sheet: Any, line: int, section: Section, base: int, formats: dict[str, Any]) -> int:
    for place, part in enumerate(section.parts):
        sheet.write(line + place, 0, section.division.label)
        sheet.write(line + place, 1, part.label)
        sheet.write_number(line + place, 2, part.count)
        if base:
            sheet.write_number(line + place, 3, part.count / base, formats["percent"])
    return line + len(section.parts)


def _write_councils(sheet: Any, composition: Composition, title: str, formats: dict[str, Any]) -> None:
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, len(COLUMNS), 14)
    sheet.write(0, 0, title, formats["bold"])
    labels = [composition.indicator(code).label for code in COLUMNS]
    sheet.write_row(2, 0, ["Hội đồng", *labels], formats["head"])
    for line, (council, counts) in enumerate(composition.by_council, start=3):
        sheet.write_row(line, 0, [council.name, *counts])
        if council in composition.missing:
            sheet.write(line, len(counts) + 1, "chưa ghi đại biểu")
    totals = [composition.total(code) for code in COLUMNS]
    sheet.write_row(3 + len(composition.councils), 0, ["Tổng số", *totals], formats["bold"])
