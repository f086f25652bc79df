"""Counting: every indicator over one table and date in one scan, by council and by each breakdown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import Aggregate, Case, Count, F, Q, Value, When
from django.db.models.expressions import Combinable

from dienhong.indicators.abreast import Ask, Row
from dienhong.indicators.alike import COUNCIL, FIRST, LEVEL, PART, PLACES, Addend, Alike, Way
from dienhong.indicators.declaration import Indicator, Part
from dienhong.indicators.figure import Counts
from dienhong.indicators.scope import Scope
from dienhong.registers.declaration import Division, Register
from dienhong.registers.filters import word_of
from dienhong.registers.tally import columns_of, shared, unshared

By = str | Division
"""A breakdown: a field by its path, or a division."""


@dataclass
class Counted:
    """What the records of one source say: the number of each indicator, how many estimates, and who has any record."""

    numbers: list[Counts]
    estimates: list[Counts]
    speaking: set[int]


class Number(NamedTuple):
    """Of which indicator, by its place, and of which part; the value, or how many of its records are estimates."""

    indicator: int
    part: Part | None = None
    estimates: bool = False


@dataclass
class Questions:
    """What is asked of the records, each thing once: conditions, amounts, columns, and the numbers made of these."""

    fused: Sequence[Indicator]
    day: date
    conditions: list[Q] = field(default_factory=list)
    amounts: dict[str, tuple[str, Aggregate]] = field(default_factory=dict)
    columns: list[By] = field(default_factory=list)
    addends: list[Addend] = field(default_factory=list)
    numbers: list[Number] = field(default_factory=list)

    def __post_init__(self) -> None:
        declared: dict[int, Q] = {}
        for place, indicator in enumerate(self.fused):
            own = id(indicator.counted or indicator.where)
            if own not in declared:
                declared[own] = indicator.counting(self.day)
            condition = declared[own]
            self._ask(place, condition)
            for name, by in indicator.by.items():
                if isinstance(by, Division) and by.overlapping:
                    for value in by.parts:
                        self._ask(place, condition & by.counting(value, self.day), (name, value))
                else:
                    _place_in(self.columns, by)

    def _ask(self, place: int, condition: Q, part: Part | None = None) -> None:
        """The number of an indicator, or of one part of it, and how many of its records are estimates."""
        indicator = self.fused[place]
        self._add(Number(place, part), indicator.measure, condition)
        if indicator.flag:
            estimated = condition & Q(**{indicator.flag: True})
            self._add(Number(place, part, estimates=True), Count("pk"), estimated)

    def _add(self, number: Number, amount: Aggregate, condition: Q) -> None:
        met = _place_in(self.conditions, condition) if condition else None
        name, _ = self.amounts.setdefault(repr(amount), (f"amount{len(self.amounts)}", amount))
        addend = Addend(name, met)
        if of := self.fused[number.indicator].of:
            addend = replace(addend, column=_column(_place_in(self.columns, of.division)), part=of.part)
        self.addends.append(addend)
        self.numbers.append(number)

    def alike(self, records: Any, **keys: Combinable) -> Alike:
        columns = {_column(number): _expression(by, self.day) for number, by in enumerate(self.columns)}
        return Alike(records, {**keys, **columns}, self.conditions, dict(self.amounts.values()))

    def ways(self, place: str) -> list[Way]:
        """By council all numbers; within a place by each column the numbers that it breaks down."""
        whole = Way(COUNCIL, "", frozenset(range(len(self.addends))))
        apart = (
            Way(place, key, frozenset(numbers)) for key, (_, numbers) in self.by_column.items() if numbers
        )
        return [whole, *apart]

    @cached_property
    def by_column(self) -> dict[str, tuple[By, dict[int, str]]]:
        """Each column by its name, with what it breaks down."""
        return {_column(n): (by, self._broken_down(by)) for n, by in enumerate(self.columns)}

    def _broken_down(self, by: By) -> dict[int, str]:
        """The numbers that a column breaks down, each with the name of the breakdown."""
        return {
            place: name
            for place, number in enumerate(self.numbers)
            if number.part is None
            for name, own in self.fused[number.indicator].by.items()
            if own == by
        }


def _column(number: int) -> str:
    return f"part{number}"


def _place_in(known: list[Any], asked: Any) -> int:
    """Where it stands, or is put now. The very same thing is meant: Django takes long to find two conditions equal."""
    for place, one in enumerate(known):
        if one is asked or (isinstance(one, str) and one == asked):
            return place
    known.append(asked)
    return len(known) - 1


def _expression(by: By, day: date) -> Combinable:
    """The column that tells the part of each record; of a division NULL where a record belongs to none."""
    if isinstance(by, str):
        return F(by)
    told = [(by.counting(value, day), Value(value)) for value in by.parts]
    rest = next((value for condition, value in told if not condition), Value(None))
    return Case(*(When(condition, then=value) for condition, value in told if condition), default=rest)


def _word(by: By, value: Any) -> str | None:
    """What a part is called; None for no part at all."""
    return word_of(value) if isinstance(by, str) else value


@dataclass(frozen=True)
class Statement:
    """The indicators over one table and date, counted together.

    ``detailed``: each part of each council, else of each level.
    """

    fused: Sequence[Indicator]
    scope: Scope
    detailed: bool

    @property
    def register(self) -> Register:
        return self.fused[0].register

    @property
    def date(self) -> str:
        return self.fused[0].date

    def asked(self, ask: Ask) -> Callable[[], Counted]:
        """Put the questions; what is given back waits for the answers."""
        own, shared = self._ask_own(ask), self._ask_shared(ask)

        def answer() -> Counted:
            counted = Counted([Counts() for _ in self.fused], [Counts() for _ in self.fused], set())
            self._own(counted, own())
            self._shared(counted, shared())
            return counted

        return answer

    def keeping(self) -> set[int]:
        """Councils that keep the register: there it is known that something did not happen in the period."""
        kept = self.scope.of_register(self.register, "counts_on")
        return set(kept.order_by().values_list("council_id", flat=True).distinct())

    @cached_property
    def _source(self) -> Any:
        """Whosever it is: ``unshared`` and ``shared`` take from it what the councils of the scope hold."""
        return self.scope.of_anybody(self.register, self.date)

    @cached_property
    def _questions(self) -> Questions:
        return Questions(self.fused, self.scope.day_of(self.register))

    def _beside(self, records: Any) -> Any:
        return self.register.beside(records, self._questions.day, self.scope.period.first)

    def _counts(self, counted: Counted, place: int) -> Counts:
        number = self._questions.numbers[place]
        return (counted.estimates if number.estimates else counted.numbers)[number.indicator]

    def _ask_own(self, ask: Ask) -> Callable[[], list[tuple[Way, list[Row]]]]:
        """What stands in the column of one council only."""
        records = self._beside(unshared(self._source, self.scope.levels))
        alike = self._questions.alike(records, **{COUNCIL: F("council_id")})
        return alike.added_up(
            ask, self._questions.addends, self._questions.ways(COUNCIL if self.detailed else LEVEL)
        )

    def _own(self, counted: Counted, answer: list[tuple[Way, list[Row]]]) -> None:
        for way, rows in answer:
            if not way.key:
                self._by_council(counted, rows)
            else:
                self._by_part(counted, way, rows, *self._questions.by_column[way.key])

    def _by_council(self, counted: Counted, rows: list[Row]) -> None:
        """The numbers of every council, and that it has records."""
        columns = list(zip(*rows, strict=True))
        counted.speaking.update(columns[PLACES[COUNCIL]])
        for place, number in enumerate(self._questions.numbers):
            self._add(counted, place, number.part, COUNCIL, columns)

    def _by_part(self, counted: Counted, way: Way, rows: list[Row], by: By, numbers: dict[int, str]) -> None:
        """Each part of a column, of every council or every level."""
        parts: defaultdict[str, list[Row]] = defaultdict(list)
        for row in rows:
            if (word := _word(by, row[PART])) is not None:
                parts[word].append(row)
        for word, found in sorted(parts.items()):
            columns = list(zip(*found, strict=True))
            for place, breakdown in numbers.items():
                self._add(counted, place, (breakdown, word), way.place, columns)

    def _add(
        self, counted: Counted, place: int, part: Part | None, kind: str, columns: Sequence[Row]
    ) -> None:
        """One number of many councils or levels; a number that is nothing everywhere leaves no trace."""
        places, values = columns[PLACES[kind]], columns[FIRST + place]
        if any(values):
            tally = self._counts(counted, place).tally(part)
            if kind == COUNCIL:
                tally.add_column(places, values, self.scope.levels)
            else:
                tally.add_levels(places, values)

    def _ask_shared(self, ask: Ask) -> Callable[[], list[dict[str, Any]]]:
        """What several councils hold, record by record."""
        if not self.register.model.SHARED:
            return list
        records = self._beside(shared(self._source, self.scope.levels))
        return self._questions.alike(records, pk=F("pk"), owner=F("council_id")).groups(ask)

    def _shared(self, counted: Counted, records: list[dict[str, Any]]) -> None:
        """In the column of each council that holds it, and once in every sum."""
        if not records:
            return
        levels, owners = self.scope.levels, {record["pk"]: record["owner"] for record in records}
        columns = columns_of(self.register.model, owners, levels)
        for record in records:
            holders = columns[record["pk"]]
            counted.speaking |= holders
            numbers = [addend.of(record) for addend in self._questions.addends]
            for place, value in enumerate(numbers):
                part = self._questions.numbers[place].part
                self._counts(counted, place).add(part, value, holders, levels)
            for name, (by, broken_down) in self._questions.by_column.items():
                if (word := _word(by, record[name])) is not None:
                    for number, breakdown in broken_down.items():
                        self._counts(counted, number).add((breakdown, word), numbers[number], holders, levels)
