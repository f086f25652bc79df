"""An indicator is defined once, beside the models that it counts; every page, report and file takes it from there."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any

from django.conf import settings
from django.db.models import Aggregate, Count, Q

from dienhong.kernel.period import Period
from dienhong.registers.declaration import Division, Register
from dienhong.registers.listing import FIRST, LAST, ON, YEAR


@dataclass(frozen=True)
class Indicator:
    """A number per council and period: an additive ``measure`` (a count or a sum) over the records that meet ``where``.

    ``by`` names the breakdowns and the field or the division of each; ``date`` decides the period; ``listed`` are the
    words of the register's address that list the very records of ``where``. Where records have a validity
    (``valid_on`` of the register) the figure is as of the last day of the period, and ``where`` may look at that day.
    ``rests_on`` names withheld fields that the list would betray: it opens only for who reads them. ``phrases``
    are the words by which reports name what is counted ("kỳ họp"), so that an incoming report can be compared.
    """

    code: str
    label: str
    unit: str
    register: Register
    where: Q | Callable[[datetime.date], Q] = field(default_factory=Q)
    date: str = "counts_on"
    measure: Aggregate = field(default_factory=lambda: Count("pk"))
    by: Mapping[str, str | Division] = field(default_factory=dict)
    listed: Mapping[str, str] = field(default_factory=dict)
    rests_on: tuple[str, ...] = ()
    on_desk: bool = False
    phrases: tuple[str, ...] = ()

    def condition(self, day: datetime.date) -> Q:
        """Which records count, for a period that ends on ``day``."""
        return self.where(day) if callable(self.where) else self.where

    def measured(self, day: datetime.date, part: Q | None = None) -> Aggregate:
        """The measure over this indicator's records, or a part of them, beside others in one statement."""
        condition = self.condition(day) & part if part else self.condition(day)
        return type(self.measure)(*self.measure.get_source_expressions()[:1], filter=condition)

    def words(self, period: Period) -> dict[str, str]:
        """The words of the register's address that list the records of a period."""
        day = {ON: period.last.isoformat()} if self.register.valid_on or callable(self.where) else {}
        if self.register.valid_on:
            return {**self.listed, **day}
        if period == Period.year(period.first.year):
            return {**self.listed, **day, YEAR: str(period.first.year)}
        return {**self.listed, **day, FIRST: period.first.isoformat(), LAST: period.last.isoformat()}

    def choices(self, breakdown: str) -> list[tuple[str, str]]:
        """The values of a breakdown and their labels, so that what did not occur shows as 0."""
        by = self.by[breakdown]
        if isinstance(by, Division):
            return list(by.parts.items())
        name, _, column = by.partition("__")
        if column:
            related = self.register.field(name).related_model._default_manager.all()  # type: ignore[union-attr]
            return [(str(getattr(row, column)), str(row)) for row in related]
        choices: list[tuple[Any, Any]] = list(self.register.field(by).flatchoices or ())
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
