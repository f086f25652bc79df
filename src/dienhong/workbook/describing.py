"""The workbook described in words, for docs/workbook.md, from the declarations that make it."""

from __future__ import annotations

from collections.abc import Iterator

from dienhong.registers.declaration import Register
from dienhong.workbook.columns import SheetColumn, columns_of, sheet_of, sheet_registers
from dienhong.workbook.guide import HOW_TO
from dienhong.workbook.layout import key_of


def describe() -> str:
    """Markdown: how to fill the workbook in, and for each sheet its columns and what identifies a row."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Sổ Excel của một năm"
    yield ""
    yield "Trang này được lập từ khai báo của các sổ: `dienhong template --out docs/workbook.md`."
    yield "Lấy mẫu bằng `dienhong template`, nhập bằng `dienhong import`, xuất bằng `dienhong export`."
    yield ""
    yield "## Cách ghi"
    yield ""
    yield from (f"{number}. {words}" for number, words in enumerate(HOW_TO, start=1))
    for register in sheet_registers():
        yield from _about(register)


def _about(register: Register) -> Iterator[str]:
    sheet, columns = sheet_of(register), columns_of(register)
    key = ", ".join(str(register.field(name).verbose_name) for name in sheet.key)
    yield from ("", f"## {sheet.name}", "", register.purpose, "")
    yield f"Hai dòng cùng {key} là cùng một bản ghi."
    yield from ("", "| Cột | Khóa máy | Cách ghi | Ví dụ |", "|---|---|---|---|")
    for column in columns:
        cells = (
            column.heading,
            f"`{key_of(register, column)}`",
            _how(column),
            sheet.example.get(column.name, ""),
        )
        yield f"| {' | '.join(cell.replace('|', '/') for cell in cells)} |"


def _how(column: SheetColumn) -> str:
    if not column.kind.labels:
        return column.explanation
    return f"{column.explanation} Gồm: {', '.join(column.kind.labels)}."
