"""The records that a council already has in a register, found by code or by what identifies a row."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register
from dienhong.registers.models import Record
from dienhong.vietnamese.text import fold
from dienhong.workbook.columns import sheet_of

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Known:
    """Records by code (cancelled ones too), standing ones by key, cancelled ones by key."""

    by_code: dict[str, Record]
    standing: dict[Key, Record]
    cancelled: dict[Key, Record]

    @classmethod
    def of(cls, register: Register, council: Council) -> Known:
        """One statement, which holds the records until the transaction ends: nobody changes them in between."""
        names = {*sheet_of(register).key, *sheet_of(register).columns}
        referred = [name for name in names if register.field(name).is_relation]
        records = register.objects.filter(council=council).exclude(sheet_of(register).without)
        records = records.select_related(*referred)
        # Sorted here: asked to sort by key, a database walks the table by key instead of the council's records.
        found = sorted(records.select_for_update(of=("self",), no_key=True), key=lambda record: record.pk)
        for record in found:
            record.council = council
        return cls(
            {record.code: record for record in found},
            {key_of_record(register, record): record for record in found if not record.is_cancelled},
            {key_of_record(register, record): record for record in found if record.is_cancelled},
        )


def key_of_record(register: Register, record: Record) -> Key:
    """What identifies a record in its council; words are the same whatever their case and diacritics."""
    return tuple(_part(register, record, name) for name in sheet_of(register).key)


def _part(register: Register, record: Record, name: str) -> Any:
    field = register.field(name)
    value = getattr(record, field.attname)
    return fold(value) if isinstance(value, str) and not field.choices else value
