"""In which order the sheets of a workbook are taken: what is referred to before what refers to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.db.models import Field, Model

from dienhong.registers.declaration import Register
from dienhong.registers.models import Record
from dienhong.workbook.columns import columns_of
from dienhong.workbook.kinds import Kind, Reference, Several

_OF_EVERY_RECORD = frozenset(field.name for field in Record._meta.get_fields())


def in_order(registers: Sequence[Register]) -> list[Register]:
    """Parents first, and what brings about rows that others name; else the order that was given."""
    ordered: list[Register] = []
    for register in registers:
        _add(register, registers, ordered, ())
    return ordered


def _add(
    register: Register, registers: Sequence[Register], ordered: list[Register], below: tuple[str, ...]
) -> None:
    if register in ordered or register.code in below:
        return
    for other in registers:
        if other is not register and _rests_on(register, other):
            _add(other, registers, ordered, (*below, register.code))
    ordered.append(register)


def _rests_on(register: Register, other: Register) -> bool:
    """Whether rows of ``register`` may refer to rows of ``other``, or to what these bring about."""
    return other.model in _keys_of(register.model) or not _named_by(register).isdisjoint(brought_by(other))


def _keys_of(model: type[Model]) -> set[type[Model]]:
    return {field.related_model for field in _references(model)}


def _named_by(register: Register) -> set[type[Model]]:
    """What the columns of the sheet name."""
    kinds = (column.kind for column in columns_of(register))
    return {one.model for kind in kinds if isinstance(one := _single(kind), Reference)}


def brought_by(register: Register) -> set[type[Model]]:
    """What records of the register refer to and no cell names: it comes into being with them (delegates: people)."""
    named = {column.name for column in columns_of(register)}
    return {field.related_model for field in _references(register.model) if field.name not in named}


def _references(model: type[Model]) -> Iterator[Field[object, object]]:
    fields = model._meta.concrete_fields
    return (f for f in fields if f.is_relation and f.name not in _OF_EVERY_RECORD)


def _single(kind: Kind) -> Kind:
    return kind.one if isinstance(kind, Several) else kind


def refers_to_itself(register: Register) -> bool:
    """Whether a row may name another row of its own sheet: they are then taken one by one."""
    return register.model in _named_by(register)
