"""Whose figures, over which period, as which user sees them, and as of which day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from dienhong.accounts.models import User
from dienhong.indicators.declaration import Indicator, Part
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Division, Register
from dienhong.registers.filters import having
from dienhong.registers.tally import Levels

PROVINCE = 400
"""No province has so many councils: more are looked for in what happened, not the other way round."""


@dataclass(frozen=True)
class Scope:
    """The first of the councils is the one at whose address lists open; ``below`` makes the usual scope.

    ``as_of``: the day for which states are read, where it is not the last of the period ("tính đến ngày").
    """

    councils: Sequence[Council]
    period: Period
    user: User
    as_of: date | None = None

    @classmethod
    def below(cls, council: Council, period: Period, user: User, as_of: date | None = None) -> Scope:
        """A council and all that stood below it on a day of the period, as far as the user sees them."""
        seen = Council.objects.visible_to(user).below(council, first=period.first, last=period.last)
        return cls([council, *seen.select_related("unit").in_order()], period, user, as_of)

    @property
    def head(self) -> Council:
        return self.councils[0]

    @cached_property
    def levels(self) -> Levels:
        """The level of each council."""
        return {council.pk: council.level for council in self.councils}

    @cached_property
    def names(self) -> Mapping[int, Council]:
        return {council.pk: council for council in self.councils}

    def day_of(self, register: Register) -> date:
        """The day for which conditions are worked out: what has a validity is of the period's own last day."""
        return self.period.last if register.valid_on else self.as_of or self.period.last

    def records(
        self,
        indicator: Indicator,
        *,
        level: str | None = None,
        council: Council | None = None,
        part: Part | None = None,
    ) -> Any:
        """The very records behind a figure: in all, or of one level, one council, one part."""
        keys = [pk for pk, own in self.levels.items() if level in (None, own)]
        chosen = self.of_register(indicator.register, indicator.date, [council.pk] if council else keys)
        chosen = chosen.filter(indicator.condition(self.day_of(indicator.register)))
        return chosen.filter(self._part(indicator, *part)) if part else chosen

    def _part(self, indicator: Indicator, name: str, value: str) -> Any:
        by = indicator.by[name]
        if isinstance(by, Division):
            return by.part(value, self.day_of(indicator.register))
        return having(indicator.register.field(by.partition("__")[0]), by, value)

    def of_register(self, register: Register, date_field: str, councils: Any = None) -> Any:
        """What the councils hold of a register in the period, whatever any indicator asks of it."""
        keys = list(self.levels) if councils is None else councils
        return self.of_anybody(register, date_field).of_councils(keys)

    def of_anybody(self, register: Register, date_field: str) -> Any:
        """What the user sees of a register in the period, whosever it is."""
        visible = register.objects.visible_to(self.user).counted()
        if register.valid_on:
            return visible.filter(register.valid_on(self.period.last))
        return visible.filter(register.falls_in(date_field, self.period, many=len(self.levels) > PROVINCE))
