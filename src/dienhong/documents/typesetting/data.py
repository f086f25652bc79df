"""A document's parts as JSON for the template."""

from itertools import pairwise
from typing import Any

from dienhong.documents.blocks import (
    Break,
    Heading,
    Inline,
    Line,
    Listing,
    Note,
    Paragraph,
    Table,
    Text,
    printable,
)
from dienhong.documents.flow import Columns, Part, Section
from dienhong.documents.outline import unlisted
from dienhong.documents.tables import column_widths, columns, filled
from dienhong.documents.wording import Piece, Rule

Data = dict[str, Any]


def section_data(section: Section) -> Data:
    parts = [data for part in section.parts for data in _part(part, section.width)]
    return {"landscape": section.landscape, "parts": _sticking(parts)}


def _sticking(parts: list[Data]) -> list[Data]:
    """A signature never stands alone on a page: the paragraph before it stays with it."""
    for before, after in pairwise(parts):
        if after["kind"] == "columns":
            before["sticky"], after["gap"] = True, 6
    return parts


def _part(part: Part, width: float) -> list[Data]:
    match part:
        case Piece(style, line):
            return [_piece(style, line)]
        case Paragraph(line):
            return [_piece("body", line)]
        case Heading(level, line):
            return [_piece(f"heading{level}", line)]
        case Rule(length):
            return [{"kind": "rule", "length": length}]
        case Columns():
            return [_columns(part)]
        case Table():
            return [_table(part, width)]
        case Listing():
            return [data for point in unlisted([part]) for data in _part(point, width)]


def _piece(style: str, line: Line) -> Data:
    return {"kind": "piece", "style": style, "line": _line(line)}


def _columns(part: Columns) -> Data:
    cells = [[data for one in side for data in _part(one, 0)] for row in part.rows for side in row]
    return {"kind": "columns", "widths": part.widths, "cells": cells, "gap": 0}


def _table(table: Table, width: float) -> Data:
    count = columns(table)
    return {
        "kind": "table",
        "widths": column_widths(table, width),
        "aligns": (*table.aligns, *["left"] * count)[:count],
        "header": _cells(table.header, count),
        "rows": _cells(table.rows, count),
    }


def _cells(rows: tuple[tuple[Line, ...], ...], count: int) -> list[list[Any]]:
    return [_line(line) for row in rows for line in filled(row, count)]


def _line(line: Line) -> list[Any]:
    return [_inline(inline) for inline in line]


def _inline(inline: Inline) -> Any:
    """Plain text is a string, a break null, what is bold, italic or a note an object."""
    match inline:
        case Text(text, False, False):
            return printable(text)
        case Text(text, bold, italic):
            return {"text": printable(text), "bold": bold, "italic": italic}
        case Note(line):
            return {"note": _line(line)}
        case Break():
            return None
