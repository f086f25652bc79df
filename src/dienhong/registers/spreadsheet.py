"""The Excel file of a list: the same records in the same order as the page, with real dates and numbers."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

import xlsxwriter
from django.utils import timezone

from dienhong.kernel.errors import Refused
from dienhong.registers.declaration import Column
from dienhong.registers.listing import Listing
from dienhong.registers.sight import CONFIDENTIAL

MOST_ROWS = 50_000


def spreadsheet_of(listing: Listing) -> bytes:
    """One sheet: title, what it is filtered by, heading row, records. Refused beyond 50,000 rows."""
    if listing.total > MOST_ROWS:
        sentence = (
            f"Danh sách có {listing.total} dòng; mỗi tệp Excel nhận nhiều nhất {MOST_ROWS}. Hãy lọc bớt."
        )
        raise Refused.because("spreadsheet.too_long", sentence)
    stream = BytesIO()
    with xlsxwriter.Workbook(stream, {"in_memory": True, "strings_to_formulas": False}) as book:
        sheet = book.add_worksheet(listing.register.title[:31])
        heading = book.add_format({"bold": True, "text_wrap": True, "border": 1, "bg_color": "#EEF1F6"})
        formats = {"date": book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})}
        sheet.write(
            0, 0, f"{listing.register.title}: {listing.council.name}", book.add_format({"bold": True})
        )
        sheet.write(1, 0, _subtitle(listing))
        sheet.write_row(3, 0, ["Hội đồng", "Mã", *_headings(listing)], heading)
        sheet.freeze_panes(4, 2)
        sheet.set_column(0, len(listing.register.columns) + 1, 18)
        for line, record in enumerate(listing.records.iterator(chunk_size=2000), start=4):
            _write_row(sheet, line, listing, record, formats)
    return stream.getvalue()


def _headings(listing: Listing) -> list[str]:
    return [listing.register.heading(column) for column in listing.register.columns]


def _subtitle(listing: Listing) -> str:
    filters = "; ".join(listing.described())
    return f"{listing.total} bản ghi{f', lọc theo {filters}' if filters else ''}"


def _write_row(sheet: Any, line: int, listing: Listing, record: Any, formats: dict[str, Any]) -> None:
    told = [_said(listing, record, column) for column in listing.register.columns]
    if listing.sight.is_masked(record):
        told[0] = CONFIDENTIAL
    values = [record.council.short_name, record.code, *told]
    for place, value in enumerate(values):
        if isinstance(value, date):
            sheet.write_datetime(line, place, value, formats["date"])
        elif isinstance(value, int | float) and not isinstance(value, bool):
            sheet.write_number(line, place, value)
        else:
            sheet.write_string(line, place, "" if value is None else str(value))


def _said(listing: Listing, record: Any, column: Column) -> Any:
    """What the list shows: a status in its word, everything else as its field has it."""
    if column.name == "status" and listing.sight.tells(record, column.name):
        return listing.register.state_of(record, timezone.localdate())[1]
    return listing.sight.said(record, column.name)
