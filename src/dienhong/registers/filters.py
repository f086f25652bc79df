"""Filters of a list: a declared field becomes a choice in the address, a condition, and words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.db.models import Q

from dienhong.registers.declaration import Register


@dataclass(frozen=True)
class ChosenFilter:
    """One filter with what may be chosen and what is."""

    name: str
    label: str
    value: str
    options: tuple[tuple[str, str], ...]

    @property
    def condition(self) -> Q:
        return Q(**{self.name: self.value}) if self.value else Q()

    @property
    def chosen_label(self) -> str:
        return dict(self.options).get(self.value, self.value)


def read_filters(register: Register, in_scope: Any, address: Mapping[str, str]) -> list[ChosenFilter]:
    """The declared filters as the address sets them; a value that is no option is as good as none."""
    return [_read(register, name, in_scope, address.get(name, "")) for name in register.filters]


def _read(register: Register, name: str, in_scope: Any, asked: str) -> ChosenFilter:
    options = tuple(_options(register.field(name), in_scope))
    value = asked if asked in dict(options) else ""
    return ChosenFilter(name, register.label(name), value, options)


def _options(field: models.Field[Any, Any], in_scope: Any) -> list[tuple[str, str]]:
    """A field's choices, the rows it refers to, or the values that occur."""
    if field.choices:
        return [(str(value), str(label)) for value, label in field.flatchoices]
    found = in_scope.order_by().values_list(field.name, flat=True).distinct()
    if isinstance(field, models.ForeignKey):
        related = field.related_model._default_manager.filter(pk__in=found)
        return [(str(row.pk), str(row)) for row in related]
    return [(str(value), str(value)) for value in sorted(found, reverse=True)]
