"""The plan of an import: every row of every sheet compared, and the words "Không phát sinh"."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from dienhong.accounts.models import User
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register
from dienhong.registers.models import NothingToReport
from dienhong.vietnamese.text import fold
from dienhong.workbook.cells import is_blank, typed
from dienhong.workbook.columns import CODE, columns_of, example_cell, sheet_of
from dienhong.workbook.dependencies import in_order
from dienhong.workbook.layout import EXAMPLE, NOTHING, NOTHING_MARK
from dienhong.workbook.planned import Planned
from dienhong.workbook.preview import Preview, Row, State
from dienhong.workbook.reading import ReadBook, ReadRow, ReadSheet
from dienhong.workbook.references import References

_YES = frozenset({NOTHING_MARK, "co", "dung", "true", "1", fold(NOTHING)})
_NO = frozenset({"khong", "false", "0"})


@dataclass
class Plan:
    """What an import would write: records, and the council's words that a register had nothing in the year."""

    book: ReadBook
    council: Council
    references: References
    pages: dict[str, list[ReadSheet]] = field(default_factory=dict)
    planned: list[Planned] = field(default_factory=list)
    words: list[tuple[Register, Row]] = field(default_factory=list)
    others: list[Row] = field(default_factory=list)

    @property
    def period(self) -> Period:
        """The year of the file; asked only where the file names one."""
        assert self.book.year is not None
        return Period.year(self.book.year)

    def in_order(self) -> list[tuple[Register, list[tuple[ReadSheet, ReadRow]]]]:
        """The rows of each register, in the order in which they can be written: parents first."""
        registers = [pages[0].register for pages in self.pages.values()]
        return [
            (register, [(sheet, row) for sheet in self.pages[register.code] for row in sheet.records()])
            for register in in_order(registers)
        ]

    def tell(self, sheet: str, number: int, state: State, message: str, *where: Any) -> Row:
        """Add a row of the preview that is about no record."""
        row = Row(sheet, number, state)
        row.find(state, message, *where)
        self.others.append(row)
        return row

    def preview(self) -> Preview:
        """Every row in the order of the file."""
        order = {sheet.name: place for place, sheet in enumerate(self.book.raw)}
        rows = [*self.others, *(planned.row for planned in self.planned)]
        rows.sort(key=lambda row: (order[row.sheet], row.number))
        return Preview(self.book.file_name, self.book.sha256, tuple(rows))


def plan_of(book: ReadBook, council: Council, by: User) -> Plan:
    """The sheets that can be taken; a file of another council is refused before its rows are looked at."""
    plan = Plan(book, council, References(council, book.year, by))
    if book.council_slug not in ("", council.slug):
        said = f"Tệp này lập cho “{book.council_slug}”, không phải cho {council.name}; hãy nhập đúng tệp."
        plan.tell(book.raw[0].name, 1, State.ERROR, said)
        return plan
    for sheet in book.sheets:
        _plan_sheet(plan, sheet)
    return plan


def _plan_sheet(plan: Plan, sheet: ReadSheet) -> None:
    for place, heading in sheet.strange_headings():
        said = "Cột này không có trong mẫu nên không được đọc."
        plan.tell(sheet.name, sheet.layout.heading_row + 1, State.WARNING, said, heading, place)
    for row in sheet.rows:
        _tell_left_out(plan, sheet, row)
    if _lacks_columns(plan, sheet):
        return
    if sheet.nothing:
        _plan_word(plan, sheet, len(list(sheet.records())))
    plan.pages.setdefault(sheet.register.code, []).append(sheet)


def _lacks_columns(plan: Plan, sheet: ReadSheet) -> bool:
    required = [c for c in columns_of(sheet.register) if c.required]
    missing = [c for c in required if sheet.layout.place(c.name) is None]
    for column in missing:
        said = f"Trang này thiếu cột “{column.label}”; hãy thêm lại cột với đúng tên ấy ở dòng tiêu đề."
        plan.tell(sheet.name, sheet.layout.heading_row + 1, State.ERROR, said, column.label)
    return bool(missing)


def _tell_left_out(plan: Plan, sheet: ReadSheet, row: ReadRow) -> None:
    """The example, and a row of which only the code is left; whatever else stands in them is not lost silently."""
    if row.is_example:
        if not _is_as_given(sheet, row):
            said = f"Dòng có chữ “{EXAMPLE}” không được đọc; nếu là bản ghi thật, hãy xóa chữ “{EXAMPLE}” ở cột Mã."
            plan.tell(sheet.name, row.number, State.WARNING, said)
    elif row.only_code:
        said = "Dòng chỉ có ô Mã nên không được đọc; xóa dòng không phải là hủy."
        plan.tell(sheet.name, row.number, State.WARNING, said)


def _is_as_given(sheet: ReadSheet, row: ReadRow) -> bool:
    example = sheet_of(sheet.register).example
    return all(
        typed(row.cells[c.name]) == typed(example_cell(c, example.get(c.name, "")))
        for c in sheet.layout.columns.values()
        if c.name != CODE
    )


def _plan_word(plan: Plan, sheet: ReadSheet, rows: int) -> None:
    assert sheet.nothing is not None
    number, place, cell = sheet.nothing
    said = fold(typed(cell))
    if is_blank(cell) or said in _NO:
        return
    if problem := _word_problem(plan, said, typed(cell), rows):
        plan.tell(sheet.name, number + 1, State.ERROR, problem, NOTHING, place)
        return
    period = plan.period
    known = NothingToReport.objects.standing().filter(
        council=plan.council, register=sheet.register.code, first=period.first, last=period.last
    )
    row = Row(sheet.name, number + 1, State.SAME if known.exists() else State.NEW)
    plan.others.append(row)
    if row.state is State.NEW:
        plan.words.append((sheet.register, row))


def _word_problem(plan: Plan, said: str, cell: str, rows: int) -> str | None:
    if said not in _YES:
        return f"“{cell}” không rõ nghĩa; hãy gõ x nếu cả năm không phát sinh, hoặc để trống."
    if rows:
        return f"Trang này vừa ghi “{NOTHING}” vừa có {rows} dòng; hãy bỏ dấu x hoặc bỏ các dòng ấy."
    if plan.book.year is None:
        return "Tệp không nêu năm nên không rõ năm nào không phát sinh; hãy ghi năm ở trang Hướng dẫn."
    return None
