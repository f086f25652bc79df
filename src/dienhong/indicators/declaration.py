"""An indicator is defined once, beside the models that it counts; every page, report and file takes it from there."""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any, NamedTuple

from django.conf import settings
from django.db.models import Aggregate, Count, Q, Sum

from dienhong.kernel.period import Period
from dienhong.registers.declaration import Division, Register
from dienhong.registers.listing import BY, FIRST, LAST, ON, SUM, YEAR

Part = tuple[str, str]
"""A breakdown and one of its values: ("kind", "normative")."""


class PartOf(NamedTuple):
    """One part of a division, by its name in an address; parts that overlap are not asked for like this."""

    division: Division
    part: str


@dataclass(frozen=True)
class Indicator:
    """A number per council and period: an additive ``measure`` (a count or a sum) over the records that meet ``where``.

    ``by`` names the breakdowns and the field or the division of each; ``date``, a field or a happening of the register,
    decides the period; ``listed`` are the words of the register's address that list the very records of ``where``.
    Where records have a validity (``valid_on`` of the register) the figure is as of the last day of the period, and
    ``where`` may look at that day.
    ``rests_on`` names withheld fields that the list would betray: it opens only for who reads them. ``phrases``
    are the words by which reports name what is counted ("kỳ họp"), so that an incoming report can be compared.
    ``approximate`` names the boolean field of a record whose number is an estimate (else the register says it):
    one of them makes a sum "khoảng". ``meaning`` says for the data dictionary what the label leaves open.
    ``counted`` says the same as ``where`` over what the register joins beside its records. ``of``: besides, only the
    records of one part of a division.
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
    approximate: str = ""
    meaning: str = ""
    counted: Callable[[datetime.date], Q] | None = None
    of: PartOf | None = None

    @property
    def dated(self) -> bool:
        """Whether a day decides which records count."""
        return callable(self.where) or self.of is not None

    @property
    def shared(self) -> bool:
        """Whether councils may hold a record together: it stands in the column of each, and once in a total."""
        return self.register.model.SHARED

    @property
    def summed(self) -> str:
        """The field whose sum the measure is; empty for a count."""
        source: Any = self.measure.get_source_expressions()[0]
        return str(getattr(source, "name", "")) if isinstance(self.measure, Sum) else ""

    @property
    def flag(self) -> str:
        """The field that marks a number as an estimate; empty where all are exact."""
        return self.approximate or self.register.approximate.get(self.summed, "")

    def condition(self, day: datetime.date) -> Q:
        """Which records count, for a period that ends on ``day``."""
        own = self._where(day)
        return own & self.of.division.part(self.of.part, day) if self.of else own

    def counting(self, day: datetime.date) -> Q:
        """The same for the statement that counts many at once, which sees to the part that is meant (``of``)."""
        return self.counted(day) if self.counted else self._where(day)

    def _where(self, day: datetime.date) -> Q:
        return self.where(day) if callable(self.where) else self.where

    def words(self, period: Period, as_of: datetime.date | None = None) -> dict[str, str]:
        """The words of the register's address that list the records of a period, as they stood on its last day."""
        words = {**self.listed, **({SUM: self.summed} if self.summed else {})}
        if self.register.valid_on:
            words[ON] = period.last.isoformat()
        elif self.dated:
            words[ON] = (as_of or period.last).isoformat()
        if self.date in self.register.happenings:
            words[BY] = self.date
        if period == Period.year(period.first.year):
            return {**words, YEAR: str(period.first.year)}
        return {**words, FIRST: period.first.isoformat(), LAST: period.last.isoformat()}

    def part_words(self, part: Part, period: Period, as_of: datetime.date | None = None) -> dict[str, str]:
        """The same for one part of a breakdown: the filter of that name, with the day for which it is worked out."""
        name, value = part
        by = self.by[name]
        if isinstance(by, str):
            return {**self.words(period, as_of), by.partition("__")[0]: value}
        day = period.last if self.register.valid_on else as_of or period.last
        return {**self.words(period, as_of), by.name: value, ON: day.isoformat()}

    def part_rests_on(self, name: str) -> tuple[str, ...]:
        """The withheld fields that a list of one part of a breakdown would betray."""
        by = self.by[name]
        return by.rests_on if isinstance(by, Division) else (by.partition("__")[0],)

    def catalogue(self, breakdown: str) -> object | None:
        """What holds the values of a breakdown, where they are the rows of another table."""
        by = self.by[breakdown]
        name, _, column = by.partition("__") if isinstance(by, str) else ("", "", "")
        return (self.register.field(name).related_model, column) if column else None

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


@dataclass(frozen=True)
class Ratio:
    """A share: one indicator, or one part of it, of another. Worked out from the sums of both, never from shares."""

    code: str
    label: str
    numerator: str
    denominator: str
    part: Part | None = None
    """The part of the numerator that is meant: ("status", "resolved")."""


class UnknownIndicator(KeyError):
    """No register declares an indicator with this code."""


def all_indicators() -> Iterator[Indicator]:
    """Every indicator of the installation, register by register."""
    for module in settings.REGISTERS:
        yield from import_module(f"{module}.indicators").indicators


def all_ratios() -> Iterator[Ratio]:
    """Every ratio of the installation: ``ratios`` beside the indicators of a module, where it has any."""
    for module in settings.REGISTERS:
        yield from getattr(import_module(f"{module}.indicators"), "ratios", ())


def get_indicator(code: str) -> Indicator:
    """The indicator with this code; raises UnknownIndicator."""
    for indicator in all_indicators():
        if indicator.code == code:
            return indicator
    raise UnknownIndicator(code)
