"""What a column holds: how a cell of it is read, however a clerk typed it, and how a value is written into one.

``read`` raises Unreadable with a sentence that says what would be right; ``year`` completes a date like 18/7.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from difflib import get_close_matches
from functools import cached_property
from typing import Any, ClassVar

from django.db.models import Model

from dienhong.kernel.errors import Unreadable
from dienhong.registers.declaration import all_registers
from dienhong.vietnamese.dates import format_date, parse_date
from dienhong.vietnamese.numerals import parse_number
from dienhong.vietnamese.text import fold, normalise
from dienhong.workbook.cells import Cell, typed

LONGEST_TEXT = 32_767
"""Characters that an Excel cell holds."""

_DAY_ZERO = date(1899, 12, 30)
_FIRST_SERIAL, _LAST_SERIAL = (date(1945, 1, 1) - _DAY_ZERO).days, (date(2200, 1, 1) - _DAY_ZERO).days
_NOISE = Decimal("1e-9")  # what binary fractions leave behind in the result of a formula


@dataclass(frozen=True)
class Kind:
    """A kind of column; ``hint`` says how it is filled in."""

    hint: ClassVar[str] = ""
    number_format: ClassVar[str] = "@"
    width: ClassVar[int] = 24
    closed: ClassVar[bool] = False
    """Whether a cell holds one of the labels and nothing else."""

    @property
    def how(self) -> str:
        """How it is filled in."""
        return self.hint

    @property
    def labels(self) -> tuple[str, ...]:
        """What a drop-down offers."""
        return ()

    def read(self, cell: Cell, year: int | None) -> Any:
        raise NotImplementedError

    def write(self, value: Any) -> Cell:
        """The value as a cell; what no cell can hold stays blank."""
        raise NotImplementedError

    def equal(self, old: Any, new: Any) -> bool:
        """Whether a new value says nothing new."""
        return bool(old == new)


@dataclass(frozen=True)
class Text(Kind):
    """Words; Excel is kept from taking 7/2023 for a date."""

    hint: ClassVar[str] = "Gõ chữ."

    def read(self, cell: Cell, year: int | None) -> str:
        return typed(cell)

    def write(self, value: Any) -> Cell:
        return str(value) if len(str(value)) <= LONGEST_TEXT else None

    def equal(self, old: Any, new: Any) -> bool:
        return normalise(str(old)) == str(new)


@dataclass(frozen=True)
class LongText(Text):
    """Words over several lines; a cell in Excel's own text format shows #### beyond 255 letters."""

    number_format: ClassVar[str] = "General"
    width: ClassVar[int] = 44


@dataclass(frozen=True)
class Whole(Kind):
    """A whole number: 45000, 45.000 and 45 000 are one and the same."""

    hint: ClassVar[str] = "Gõ số nguyên, ví dụ 7 hoặc 1.650."
    number_format: ClassVar[str] = "0"
    width: ClassVar[int] = 12

    def read(self, cell: Cell, year: int | None) -> int:
        value = _number(cell)
        if (
            value is None
            or value != value.to_integral_value()
            or (isinstance(cell, str) and _fraction(value))
        ):
            raise Unreadable(f"“{typed(cell)}” không phải là một số nguyên; hãy gõ như 7 hoặc 1.650.")
        return int(value)

    def write(self, value: Any) -> Cell:
        return int(value)


@dataclass(frozen=True)
class Fractional(Kind):
    """A number with so many decimals."""

    places: int
    hint: ClassVar[str] = "Gõ số, phần lẻ sau dấu phẩy, ví dụ 74,2."
    number_format: ClassVar[str] = "#,##0.##"
    width: ClassVar[int] = 14

    def read(self, cell: Cell, year: int | None) -> Decimal:
        value = _number(cell)
        if value is None:
            raise Unreadable(f"“{typed(cell)}” không phải là một số; hãy gõ như 74,2.")
        rounded = value.quantize(Decimal(1).scaleb(-self.places))
        return rounded if abs(rounded - value) < _NOISE else value

    def write(self, value: Any) -> Cell:
        return float(value)


@dataclass(frozen=True)
class Day(Kind):
    """A date, whether Excel knows it as one, as the number behind one, or as text."""

    hint: ClassVar[str] = "Gõ ngày/tháng/năm, ví dụ 18/7/2023."
    number_format: ClassVar[str] = "dd/mm/yyyy"
    width: ClassVar[int] = 13

    def read(self, cell: Cell, year: int | None) -> date:
        day = _day(cell, year)
        if day is None:
            raise Unreadable(f"“{typed(cell)}” không phải là một ngày có thật; hãy gõ như 18/7/2023.")
        return day

    def write(self, value: Any) -> Cell:
        day: date = value
        return day if day.year >= 1901 else format_date(day)


@dataclass(frozen=True)
class OneOf(Kind):
    """One of some values, told by their labels; names that people also use stand beside them."""

    options: tuple[tuple[Any, str], ...]
    other_names: tuple[tuple[Any, str], ...] = ()
    hint: ClassVar[str] = "Chọn trong danh sách thả xuống."
    closed: ClassVar[bool] = True

    @property
    def labels(self) -> tuple[str, ...]:
        return tuple(label for _, label in self.options)

    def read(self, cell: Cell, year: int | None) -> Any:
        said = typed(cell)
        found = self._exact.get(said.casefold(), [])
        if len(found) != 1:
            found = self._folded.get(fold(said), [])
        if len(found) != 1:
            raise Unreadable(self._refusal(said, ambiguous=bool(found)))
        return found[0]

    def write(self, value: Any) -> Cell:
        return str(dict(self.options).get(value, value))

    @cached_property
    def _exact(self) -> dict[str, list[Any]]:
        return _by_name(((value, label.casefold()) for value, label in self.options))

    @cached_property
    def _folded(self) -> dict[str, list[Any]]:
        return _by_name((value, fold(label)) for value, label in (*self.options, *self.other_names))

    def _refusal(self, said: str, *, ambiguous: bool) -> str:
        near = get_close_matches(said, self.labels, n=5, cutoff=0.4) if len(self.labels) > 8 else self.labels
        if ambiguous:
            return f"Có nhiều mục cùng tên “{said}”; hãy ghi tên đầy đủ."
        right = f"; hãy chọn: {', '.join(near)}" if near else "; hãy chọn trong danh sách thả xuống"
        return f"Không có mục “{said}”{right}."


@dataclass(frozen=True)
class YesNo(OneOf):
    """Có or không; an x is a có."""

    options: tuple[tuple[Any, str], ...] = ((True, "có"), (False, "không"))
    other_names: tuple[tuple[Any, str], ...] = ((True, "x"), (True, "true"), (False, "false"))
    hint: ClassVar[str] = "Gõ có hoặc không."


@dataclass(frozen=True)
class Reference(Kind):
    """Something that is recorded elsewhere; ``references.References`` binds it to a council, whose rows it may name.

    ``choices`` are the rows that the register declares, where they are not the council's own.
    """

    model: type[Model]
    choices: Callable[[Any], Any] | None = None
    hint: ClassVar[str] = "Chọn trong danh sách thả xuống hoặc ghi tên gọi."
    width: ClassVar[int] = 30

    @property
    def how(self) -> str:
        pages = (
            register.sheet.name
            for register in all_registers()
            if register.sheet and register.model is self.model
        )
        page = next(pages, "")
        return f"Ghi tên gọi hoặc mã của bản ghi ở trang “{page}”." if page else self.hint

    def read(self, cell: Cell, year: int | None) -> Any:
        raise Unreadable(f"“{typed(cell)}” chưa rõ là của Hội đồng nào.")

    @property
    def noun(self) -> str:
        """What such a thing is called."""
        return str(self.model._meta.verbose_name)


SEPARATOR = ";"


@dataclass(frozen=True)
class Several(Kind):
    """Several of a kind in one cell; their order says nothing."""

    one: Kind
    width: ClassVar[int] = 30

    @property
    def how(self) -> str:
        return f"{self.one.how} Nhiều mục thì ngăn bằng dấu chấm phẩy ({SEPARATOR})."

    @property
    def labels(self) -> tuple[str, ...]:
        return self.one.labels

    def read(self, cell: Cell, year: int | None) -> frozenset[Any]:
        parts = re.split(rf"[{SEPARATOR}\n]", typed(cell))
        return frozenset(self.one.read(part.strip(), year) for part in parts if part.strip())

    def write(self, value: Iterable[Any]) -> Cell:
        return f"{SEPARATOR} ".join(sorted(typed(self.one.write(one)) for one in value)) or None


def _by_name(named: Iterable[tuple[Any, str]]) -> dict[str, list[Any]]:
    found: dict[str, list[Any]] = {}
    for value, name in named:
        values = found.setdefault(name, [])
        if value not in values:
            values.append(value)
    return found


def _number(cell: Cell) -> Decimal | None:
    if isinstance(cell, bool | date | timedelta):
        return None
    if isinstance(cell, int | float):
        value = Decimal(repr(cell))
        return value if value.is_finite() else None
    return parse_number(str(cell), lenient=True)


def _fraction(value: Decimal) -> bool:
    """Whether decimals were typed, be they zeros: nobody can say if the text 45,000 is 45 or forty-five thousand."""
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent < 0


def _day(cell: Cell, year: int | None) -> date | None:
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, str) and (read := parse_date(cell, year=year)):
        return read
    serial = _number(cell)
    if serial is None or not _FIRST_SERIAL <= serial <= _LAST_SERIAL:
        return None
    return _DAY_ZERO + timedelta(days=int(serial))
