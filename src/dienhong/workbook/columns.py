"""The columns of a register's sheet, from its declaration and its model."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db import models

from dienhong.kernel.errors import Unreadable
from dienhong.registers.declaration import Extra, Register, Sheet, all_registers
from dienhong.workbook.cells import Cell
from dienhong.workbook.kinds import (
    Day,
    Fractional,
    Kind,
    LongText,
    OneOf,
    Reference,
    Several,
    Text,
    Whole,
    YesNo,
)

CODE, STATUS = "code", "status"


@dataclass(frozen=True)
class SheetColumn:
    """One column: the field it fills, its words, what it holds, and what a blank cell of a new row stands for."""

    name: str
    label: str
    kind: Kind
    required: bool = False
    default: Any = None
    hint: str = ""
    is_extra: bool = False
    is_implied: bool = False

    @property
    def heading(self) -> str:
        return f"{self.label} *" if self.required else self.label

    @property
    def explanation(self) -> str:
        """How to fill it in, in one or two sentences."""
        must = "Bắt buộc." if self.required else ""
        clear = "Để trống được nếu không thể nhầm." if self.is_implied else ""
        blank = "" if self.default in (None, "") else f"Để trống là “{self.write(self.default)}”."
        return " ".join(filter(None, (self.hint or self.kind.how, must, clear, blank)))

    def write(self, value: Any) -> Cell:
        return None if value in (None, "") else self.kind.write(value)


def sheet_registers() -> list[Register]:
    """The registers that have a sheet, in the order of the navigation."""
    return [register for register in all_registers() if register.sheet]


def sheet_of(register: Register) -> Sheet:
    assert register.sheet is not None
    return register.sheet


@cache
def columns_of(register: Register) -> tuple[SheetColumn, ...]:
    """The record's code first, then what is declared."""
    code = SheetColumn(CODE, "Mã", Text(), hint="Để trống khi ghi mới; hệ thống tự đặt. Không sửa mã đã có.")
    sheet = sheet_of(register)
    return code, *(_column(register, name) for name in sheet.columns), *map(_extra, sheet.extras)


def _extra(extra: Extra) -> SheetColumn:
    kind = kind_of(extra.like, extra.choices)
    words = extra.label or str(extra.like.verbose_name)
    return SheetColumn(
        extra.name,
        words[:1].upper() + words[1:],
        Several(kind) if extra.many else kind,
        hint=extra.hint,
        is_extra=True,
    )


def _column(register: Register, name: str) -> SheetColumn:
    field, sheet = register.field(name), sheet_of(register)
    words = str(field.verbose_name)
    default = field.get_default() if field.has_default() else None
    needed = not (field.blank or field.null or field.has_default())
    label = words[:1].upper() + words[1:]
    if name == STATUS and register.workflow:
        default, needed = register.workflow.initial, False
    implied = name in sheet.implied
    return SheetColumn(
        name,
        label,
        kind_of(field, register.choices.get(name)),
        required=needed and not implied,
        default=default,
        hint=str(field.help_text),
        is_implied=implied,
    )


def example_cell(column: SheetColumn, words: str) -> Cell:
    """A declared example as a cell of its column; as it stands where it names something of one council."""
    try:
        return column.write(column.kind.read(words, None)) if words else None
    except Unreadable:
        return words


def kind_of(field: models.Field[Any, Any], choices: Callable[[Any], Any] | None = None) -> Kind:
    """What a column of this field holds. Raises TypeError for a field that no cell can stand for."""
    if field.choices:
        return OneOf(tuple((value, str(label)) for value, label in field.flatchoices))
    if isinstance(field, models.ForeignKey):
        return Reference(field.related_model, choices)
    if isinstance(field, models.DecimalField):
        return Fractional(field.decimal_places)
    for field_class, kind in _KINDS:
        if isinstance(field, field_class) and not isinstance(field, models.DateTimeField):
            return kind
    raise TypeError(f"no column of a sheet can hold {field}")


_KINDS: tuple[tuple[type[models.Field[Any, Any]], Kind], ...] = (
    (models.BooleanField, YesNo()),
    (models.IntegerField, Whole()),
    (models.DateField, Day()),
    (models.TextField, LongText()),
    (models.CharField, Text()),
)
