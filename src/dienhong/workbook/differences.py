"""What a row changes, and what its clerk should know although it is no mistake."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from dienhong.registers.models import Record
from dienhong.vietnamese.dates import format_date
from dienhong.workbook.cells import is_blank, typed
from dienhong.workbook.columns import CODE, STATUS, SheetColumn
from dienhong.workbook.planned import Columns, Planned
from dienhong.workbook.preview import Change, State


def changes_between(old: Record, new: Record, columns: Columns) -> Iterator[Change]:
    """The fields of two states of a record that differ, in words."""
    for name, (_, column) in columns.items():
        if name != CODE and not column.is_extra:
            before, after = getattr(old, name), getattr(new, name)
            if before != after and not _equal(column, before, after):
                yield Change(column.label, words(column, before), words(column, after))


def extra_changes(planned: Planned) -> Iterator[Change]:
    """What the extra columns say that is not recorded yet."""
    for name, after in planned.extra.items():
        column, before = planned.columns[name][1], planned.known.get(name)
        if before != after and not _equal(column, before, after):
            yield Change(column.label, words(column, before), words(column, after))


def warn_kept(planned: Planned, existing: Record) -> None:
    """A blank cell never erases; a clerk who meant it to is told."""
    for name, (_, column) in planned.columns.items():
        if name in {CODE, STATUS} or name in planned.values or name in planned.extra:
            continue
        value = planned.known.get(name) if column.is_extra else getattr(existing, name)
        if value != column.default and not is_blank(column.write(value)):
            said = (
                f"Ô để trống nhưng hệ thống đang ghi “{words(column, value)}”; điều đã ghi được giữ nguyên."
            )
            planned.find(State.WARNING, name, said)


def warn_other_year(planned: Planned, record: Record, year: int | None) -> None:
    if year and not planned.register.valid_on and record.counts_on.year != year:
        day = format_date(record.counts_on)
        said = f"Dòng này tính vào ngày {day}, ngoài năm {year} của tệp; hãy xem lại ngày."
        planned.row.find(State.WARNING, said)


def warn_unknown(planned: Planned) -> None:
    said = (
        f"Không có bản ghi mang mã {planned.code}; dòng được nhận theo nội dung và sẽ có mã mới nếu chưa ghi."
    )
    planned.find(State.WARNING, CODE, said)


def words(column: SheetColumn, value: Any) -> str:
    return typed(column.write(value)) or "(trống)"


def _equal(column: SheetColumn, before: Any, after: Any) -> bool:
    return before is not None and after is not None and column.kind.equal(before, after)
