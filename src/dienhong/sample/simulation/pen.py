"""Rows as they are made up: keys and codes given here, kept until a council is done, then written in bulk.

A country has fifteen million rows. Drafts are therefore copies of one blank instance of their model, not built by its
constructor; what follows from fields comes from the model's own ``derive``, as in every action.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import Any, TypeVar

from django.db import models
from django.db.models.base import ModelState

from dienhong.accounts.models import User
from dienhong.documents.models import NumberSeries
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register
from dienhong.sample.simulation.load import Table, write

M = TypeVar("M", bound=models.Model)

FULL = 200_000
"""So many rows are held at most before they are written."""


@dataclass
class Pen:
    """Who writes, when, and what has not been written yet."""

    by: User
    at: datetime
    counts: dict[type[models.Model], int] = field(default_factory=lambda: defaultdict(int))
    _open: list[tuple[type[models.Model], dict[str, Any]]] = field(default_factory=list)
    _rows: dict[type[models.Model], list[tuple[Any, ...]]] = field(default_factory=lambda: defaultdict(list))
    _numbers: dict[tuple[int, str, int], int] = field(default_factory=dict)
    _held: int = 0

    def draft(self, model: type[M], **values: Any) -> M:
        """A row with its key; it may be changed until its council is done."""
        made: M = model.__new__(model)
        told = made.__dict__
        told.update(_blank(model))
        made._state = ModelState()
        known = made._state.fields_cache = {}
        for name, value in values.items():
            if isinstance(value, models.Model):
                told[f"{name}_id"], known[name] = value.pk, value
            else:
                told[name] = value
        self._keep(model, told)
        return made

    def line(self, model: type[models.Model], **values: Any) -> dict[str, Any]:
        """A row that nothing is asked of later: by its columns alone, foreign keys by their numbers."""
        told = {**_blank(model), **values}
        self._keep(model, told)
        return told

    def _keep(self, model: type[models.Model], told: dict[str, Any]) -> None:
        self.counts[model] += 1
        told["id"] = self.counts[model]
        self._open.append((model, told))

    def record(self, register: Register, council: Council, **values: Any) -> Any:
        """A record of a register with what follows from its fields, and its code."""
        model, given = register.model, {"recorded_by": self.by, "recorded_at": self.at}
        made = self.draft(model, council=council, **given, **values)
        made.derive()
        self.name(register, made)
        return made

    def name(self, register: Register, record: Any) -> None:
        """Give a derived record the next code of its council and year."""
        year = record.counts_on.year
        record.take_code(register.record_code(year, self.number(record.council_id, register.prefix, year)))

    def number(self, council_id: int, series: str, year: int) -> int:
        """The next number of a series, so that whoever records something later goes on from there."""
        key = (council_id, series, year)
        self._numbers[key] = self._numbers.get(key, 0) + 1
        return self._numbers[key]

    def close_council(self) -> None:
        """Nothing of it changes any more."""
        for model, told in self._open:
            self._rows[model].append(Table.of(model).row(told))
        self._held += len(self._open)
        self._open.clear()
        if self._held > FULL:
            self.write()

    def close_area(self) -> None:
        """No further number is taken in these councils."""
        for (council_id, series, year), last in self._numbers.items():
            self.draft(NumberSeries, council_id=council_id, series=series, year=year, last=last)
        self._numbers.clear()
        self.close_council()

    def write(self) -> None:
        for model, rows in self._rows.items():
            write(Table.of(model), rows)
        self._rows.clear()
        self._held = 0

    def models(self) -> Iterator[type[models.Model]]:
        """Every model of which there is a row."""
        yield from self.counts


@cache
def _blank(model: type[models.Model]) -> dict[str, Any]:
    """What a new instance holds in its fields."""
    return {name: value for name, value in model().__dict__.items() if name != "_state"}
