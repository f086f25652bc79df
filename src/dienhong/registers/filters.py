"""Filters of a list: a declared field becomes a choice in the address, a condition, and words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db import models
from django.db.models import Q

from dienhong.registers.declaration import ALL, Division, Register

Options = tuple[tuple[str, str], ...]
Pieces = Iterable[Any]
"""The records in the scope of a list, in pieces that each have an index: what occurs is asked of each."""

UNSET, UNSET_LABEL = "-", "chưa ghi"
"""What an address and a breakdown call a field in which nothing is recorded, and its words."""


@dataclass(frozen=True)
class ChosenFilter:
    """One filter with what is chosen, and what may be: that is read only where somebody looks at it."""

    name: str
    label: str
    value: str
    condition: Q
    look_up: Callable[[], Options]
    usual: str = ""

    @cached_property
    def options(self) -> Options:
        return self.look_up()

    @property
    def has_usual(self) -> bool:
        return bool(self.usual)

    @property
    def is_usual(self) -> bool:
        """Whether it says no more than the list says of itself."""
        return self.value == self.usual

    @property
    def chosen_label(self) -> str:
        return dict(self.options).get(self.value, self.value)


def fields_of(declared: str | Division) -> tuple[str, ...]:
    """The fields that a filter lets one conclude on."""
    return declared.rests_on if isinstance(declared, Division) else (declared,)


def name_of(declared: str | Division) -> str:
    """The word of the address."""
    return declared.name if isinstance(declared, Division) else declared


def word_of(value: Any) -> str:
    """A field's value as an address says it."""
    return UNSET if value is None or value == "" else str(value)


def having(field: models.Field[Any, Any], name: str, word: str) -> Q:
    """Records whose field says this; ``name`` is the field, or a column of the row that it refers to."""
    if word != UNSET:
        return Q(**{name: word})
    return (
        Q(**{field.name: ""})
        if field.empty_strings_allowed and not field.null
        else Q(**{f"{field.name}__isnull": True})
    )


def read_filters(
    register: Register,
    open_filters: Iterable[str | Division],
    pieces: Pieces,
    address: Mapping[str, str],
    on: date,
) -> list[ChosenFilter]:
    """The filters open to the reader as the address sets them; a value that is no option is as good as none."""
    return [
        _divided(declared, address.get(declared.name, ""), on)
        if isinstance(declared, Division)
        else _read(register, declared, pieces, address.get(declared, ""))
        for declared in open_filters
    ]


def _divided(division: Division, asked: str, on: date) -> ChosenFilter:
    whole = {ALL: "Tất cả"} if division.usual else {}
    options = {**division.parts, **whole}
    value = asked if asked in options else division.usual
    condition = division.part(value, on) if value in division.parts else Q()
    found = tuple(options.items())
    return ChosenFilter(division.name, division.label, value, condition, lambda: found, division.usual)


def _read(register: Register, name: str, pieces: Pieces, asked: str) -> ChosenFilter:
    field, label = register.field(name), register.label(name)
    if not asked:
        return ChosenFilter(name, label, "", Q(), lambda: tuple(_options(field, pieces)))
    options = dict(_options(field, pieces))
    if asked not in options and (named := _named(field, asked)):
        options |= {named[0]: named[1]}
        asked = named[0]
    value = asked if asked in options else ""
    condition, found = having(field, name, value) if value else Q(), tuple(options.items())
    return ChosenFilter(name, label, value, condition, lambda: found)


def _named(field: models.Field[Any, Any], asked: str) -> tuple[str, str] | None:
    """A row of a common catalogue that is asked for by its code, whether or not a record in sight refers to it."""
    row = field.related_model._default_manager.filter(code=asked).first() if _of_catalogue(field) else None  # type: ignore[union-attr]
    return (str(row.pk), str(row)) if row else None


def _of_catalogue(field: models.Field[Any, Any]) -> bool:
    """Whether it refers to a common catalogue: rows with codes of their own, which belong to no council."""
    related: Any = getattr(field, "related_model", None)
    return bool(related) and any(f.name == "code" and f.unique for f in related._meta.concrete_fields)


def _options(field: models.Field[Any, Any], pieces: Pieces) -> list[tuple[str, str]]:
    """The field's values, and that nothing is recorded where it may be empty."""
    empty = [(UNSET, UNSET_LABEL)] if field.blank or field.null else []
    return [*_values(field, pieces), *empty]


def _values(field: models.Field[Any, Any], pieces: Pieces) -> list[tuple[str, str]]:
    """A field's choices, the whole of a common catalogue, the rows it refers to, or the values that occur."""
    if field.choices:
        return [(str(value), str(label)) for value, label in field.flatchoices]
    if _of_catalogue(field):
        return [(str(row.pk), str(row)) for row in field.related_model._default_manager.all()]  # type: ignore[union-attr]
    rows = (piece.order_by().values_list(field.attname, flat=True).distinct() for piece in pieces)
    found = {value for piece in rows for value in piece}
    if isinstance(field, models.ForeignKey):
        related = field.related_model._default_manager.filter(pk__in=found)
        return [(str(row.pk), str(row)) for row in related]
    occurring = (value for value in found if word_of(value) != UNSET)
    return [(str(value), str(value)) for value in sorted(occurring, reverse=True)]
