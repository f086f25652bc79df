"""The columns of a register's sheet, from its declaration and its model."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models

from dienhong.kernel.errors import Unreadable
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register, Sheet, all_registers
from dienhong.workbook.cells import Cell
from dienhong.workbook.kinds import Day, Fractional, Kind, LongText, OneOf, Text, Whole, YesNo

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

    @property
    def heading(self) -> str:
        return f"{self.label} *" if self.required else self.label

    @property
    def explanation(self) -> str:
        """How to fill it in, in one or two sentences."""
        must = "Bắt buộc." if self.required else ""
        blank = "" if self.default in (None, "") else f"Để trống là “{self.write(self.default)}”."
        return " ".join(filter(None, (self.hint or self.kind.hint, must, blank)))

    def write(self, value: Any) -> Cell:
        return None if value in (None, "") else self.kind.write(value)


def sheet_registers() -> list[Register]:
    """The registers that have a sheet, in the order of the navigation."""
    return [register for register in all_registers() if register.sheet]


def sheet_of(register: Register) -> Sheet:
    assert register.sheet is not None
    return register.sheet


def columns_of(register: Register, council: Council | None) -> tuple[SheetColumn, ...]:
    """The record's code first, then what is declared; without a council, its own bodies cannot be offered."""
    code = SheetColumn(CODE, "Mã", Text(), hint="Để trống khi ghi mới; hệ thống tự đặt. Không sửa mã đã có.")
    return code, *(_column(register, name, council) for name in sheet_of(register).columns)


def _column(register: Register, name: str, council: Council | None) -> SheetColumn:
    field = register.field(name)
    words = str(field.verbose_name)
    default = field.get_default() if field.has_default() else None
    required = not (field.blank or field.null or field.has_default())
    label = words[:1].upper() + words[1:]
    if name == STATUS and register.workflow:
        default, required = register.workflow.initial, False
    return SheetColumn(name, label, kind_of(field, council), required, default, str(field.help_text))


def example_cell(column: SheetColumn, words: str) -> Cell:
    """A declared example as a cell of its column; as it stands where only some councils could choose it."""
    try:
        return column.write(column.kind.read(words, None)) if words else None
    except Unreadable:
        return words


def kind_of(field: models.Field[Any, Any], council: Council | None) -> Kind:
    """What a column of this field holds. Raises TypeError for a field that no cell can stand for."""
    if field.choices:
        return OneOf(tuple((value, str(label)) for value, label in field.flatchoices))
    if isinstance(field, models.ForeignKey):
        return _reference(field, council)
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


def _reference(field: models.ForeignKey[Any, Any], council: Council | None) -> OneOf:
    """What the field may refer to: rows of the council, or of a catalogue that is common to all; nobody's: none."""
    if council is None:
        return OneOf(())
    related = field.related_model
    rows = related._default_manager.all()
    if any(f.name == "council" for f in related._meta.concrete_fields):
        rows = rows.filter(council=council) if council else rows.none()
    found = list(rows)
    full_names = tuple((row, name) for row in found if (name := getattr(row, "name", "")))
    return OneOf(tuple((row, str(row)) for row in found), full_names)
