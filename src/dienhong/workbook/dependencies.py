"""In which order the sheets of a workbook are taken: what is referred to before what refers to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.db.models import Model

from dienhong.registers.declaration import Register
from dienhong.registers.models import Record
from dienhong.workbook.columns import columns_of, sheet_of
from dienhong.workbook.kinds import Kind, Reference, Several

Models = frozenset[type[Model]]

_OF_EVERY_RECORD = frozenset(field.name for field in Record._meta.get_fields())


@dataclass(frozen=True)
class Links:
    """What rows of a register refer to: by any key, by a cell of the sheet (``named``), or ``brought`` into being.

    What the extras of a sheet rest on counts as named. What is no record of a register and has no column comes into
    being with the rows, as people do with delegates.
    """

    keys: Models
    named: Models
    brought: Models

    @classmethod
    @cache
    def of(cls, register: Register) -> Links:
        columns = columns_of(register)
        told = {column.name for column in columns}
        keys = [
            f
            for f in register.model._meta.concrete_fields
            if f.is_relation and f.name not in _OF_EVERY_RECORD
        ]
        named = {one.model for column in columns if isinstance(one := _single(column.kind), Reference)}
        named |= set(sheet_of(register).after)
        brought = {_model_of(key) for key in keys if key.name not in told}
        return cls(
            frozenset(map(_model_of, keys)),
            frozenset(named),
            frozenset(model for model in brought if not issubclass(model, Record)),
        )


def in_order(registers: Sequence[Register]) -> list[Register]:
    """Parents first, and what brings about rows that others name; else the order that was given."""
    links = {register.code: Links.of(register) for register in registers}
    ordered: list[Register] = []
    for register in registers:
        _add(register, registers, links, ordered, ())
    return ordered


def _add(
    register: Register,
    registers: Sequence[Register],
    links: Mapping[str, Links],
    ordered: list[Register],
    below: tuple[str, ...],
) -> None:
    if register in ordered or register.code in below:
        return
    own = links[register.code]
    for other in registers:
        rests = other.model in own.keys | own.named or own.named & links[other.code].brought
        if other is not register and rests:
            _add(other, registers, links, ordered, (*below, register.code))
    ordered.append(register)


def written_with(register: Register) -> Models:
    """The models whose rows change when rows of the register are written."""
    return frozenset({register.model}) | Links.of(register).brought


def refers_to_itself(register: Register) -> bool:
    """Whether a row may name another row of its own sheet: they are then taken one by one."""
    return register.model in Links.of(register).named


def _single(kind: Kind) -> Kind:
    return kind.one if isinstance(kind, Several) else kind


def _model_of(key: Any) -> type[Model]:
    related: type[Model] = key.related_model
    return related
