"""An indicator is defined once, beside the models that it counts; every page, report and file takes it from there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from django.conf import settings
from django.db.models import Aggregate, Count, Q

from dienhong.registers.declaration import Register


@dataclass(frozen=True)
class Indicator:
    """A number per council and period: an additive ``measure`` (a count or a sum) over the records that meet ``where``.

    ``by`` names the breakdowns and the field of each; ``date`` decides the period; ``listed`` are the words of the
    register's address that list the very records of ``where``; ``phrases`` are the words by which reports name what
    is counted ("kỳ họp"), so that an incoming report can be compared.
    """

    code: str
    label: str
    unit: str
    register: Register
    where: Q = field(default_factory=Q)
    date: str = "counts_on"
    measure: Aggregate = field(default_factory=lambda: Count("pk"))
    by: Mapping[str, str] = field(default_factory=dict)
    listed: Mapping[str, str] = field(default_factory=dict)
    phrases: tuple[str, ...] = ()

    def measured(self) -> Aggregate:
        """The measure over this indicator's records only, beside others in one statement."""
        return type(self.measure)(*self.measure.get_source_expressions()[:1], filter=self.where)

    def choices(self, breakdown: str) -> list[tuple[str, str]]:
        """The values of a breakdown and their labels, so that what did not occur shows as 0."""
        choices: list[tuple[Any, Any]] = list(self.register.field(self.by[breakdown]).flatchoices or ())
        return [(str(value), str(label)) for value, label in choices]


class UnknownIndicator(KeyError):
    """No register declares an indicator with this code."""


def all_indicators() -> Iterator[Indicator]:
    """Every indicator of the installation, register by register."""
    for module in settings.REGISTERS:
        yield from import_module(f"{module}.indicators").indicators


def get_indicator(code: str) -> Indicator:
    """The indicator with this code; raises UnknownIndicator."""
    for indicator in all_indicators():
        if indicator.code == code:
            return indicator
    raise UnknownIndicator(code)
