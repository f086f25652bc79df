"""What cells may refer to: records, bodies, people, fields of work, by code or by what people call them.

A column knows what kind of thing it names; which things there are is read once per council and file.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from typing import Any, NamedTuple

from django.db.models import BooleanField, Case, Field, Model, QuerySet, Value, When

from dienhong.accounts.models import User
from dienhong.kernel.errors import Unreadable
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register, all_registers
from dienhong.registers.models import Record
from dienhong.vietnamese.dates import format_date
from dienhong.workbook.cells import Cell, typed
from dienhong.workbook.columns import SheetColumn
from dienhong.workbook.kinds import Kind, Reference, Several
from dienhong.workbook.names import called, code_of, label_of, name_key, names_of

MOST_OFFERED = 120
"""Names of a drop-down; a longer list is typed."""

_MOST_COMPARED = 400
_FEW = 8  # names are told in full
_CURRENT = "holds_in_the_year"
_LAST = date.max


class Waiting(Unreadable):
    """The cell names what another row of the file would create, as far as it can be read; that row must be mended."""

    def __init__(self, sentence: str, record: Record) -> None:
        super().__init__(sentence)
        self.record = record


class Broken(NamedTuple):
    """What a row that cannot be taken would have created, and where the row stands."""

    record: Record
    where: str


@dataclass
class References:
    """The rows of everything that the cells of one file may refer to; each kind of thing is read once.

    ``by`` restricts them to what the user may see. What the file itself creates is found once it is written and
    its model is forgotten here; codes that the file gives to new records, and rows with errors, are remembered.
    """

    council: Council
    year: int | None
    by: User | None = None
    _directories: dict[Any, Directory] = field(default_factory=dict)
    _given_codes: dict[type[Model], dict[str, Record]] = field(default_factory=dict)
    _broken: dict[type[Model], dict[str, Broken]] = field(default_factory=dict)

    def bind(self, columns: Sequence[SheetColumn]) -> tuple[SheetColumn, ...]:
        """The columns with references that can be read and written for this council."""
        return tuple(replace(column, kind=self.bound(column.kind)) for column in columns)

    def bound(self, kind: Kind) -> Kind:
        if isinstance(kind, Reference):
            return Named(kind, self)
        return replace(kind, one=self.bound(kind.one)) if isinstance(kind, Several) else kind

    def directory(self, reference: Reference) -> Directory:
        """The rows that a reference may name."""
        key = (reference.model, reference.choices)
        if key not in self._directories:
            given, broken = self._given_codes.get(reference.model, {}), self._broken.get(reference.model, {})
            self._directories[key] = Directory(reference, self, given, broken)
        return self._directories[key]

    def forget(self, models: Collection[type[Model]]) -> None:
        """Read the rows of these again when next asked: some were written."""
        for key in [key for key in self._directories if key[0] in models]:
            del self._directories[key]

    def give_code(self, code: str, record: Record) -> None:
        """The file calls a record that it creates by a code of its own."""
        self._given_codes.setdefault(type(record), {})[name_key(code)] = record

    def expect(self, record: Record, where: str) -> None:
        """A row with errors would have created this: who refers to it waits for it."""
        names = self._broken.setdefault(type(record), {})
        names.update((name_key(name), Broken(record, where)) for name in called(record))

    @cached_property
    def registers(self) -> dict[type[Model], Register]:
        return {register.model: register for register in all_registers()}

    @property
    def day(self) -> date | None:
        """The last day of the file's year."""
        return date(self.year, 12, 31) if self.year else None


@dataclass
class Directory:
    """The rows of one kind of thing by code and by name."""

    reference: Reference
    references: References
    given_codes: dict[str, Record]
    broken: dict[str, Broken]
    _found: dict[str, Any] = field(default_factory=dict)

    def find(self, said: str) -> Any:
        """The row that is called so. Raises Unreadable with what would be right, or Waiting."""
        if said not in self._found:
            self._found[said] = self._sought(said)
        return self._found[said]

    def _sought(self, said: str) -> Any:
        key = name_key(said)
        if row := self.given_codes.get(key) or self._by_code.get(key):
            return row
        found = self._by_name.get(key, [])
        if not found and (broken := self.broken.get(key)):
            sentence = f"Ô này nêu “{said}” ở {broken.where}; dòng ấy đang có lỗi, hãy sửa dòng ấy trước."
            raise Waiting(sentence, broken.record)
        best = self._best(said, found or self._beginning_with(key))
        if len(best) != 1:
            raise Unreadable(self._ambiguous(said, best) if best else self._absent(said))
        return best[0]

    def words(self, row: Any) -> str:
        """What the row is called so that reading it finds the row again: a name, else its code."""
        return self._words.get(row.pk) or self._remember(row)

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """What a drop-down offers: what stands in the file's year, where the list is short."""
        offered = [row for row in self.rows if self._rank(row)[-1] == 0 and _stands(row, self.references.day)]
        return tuple(self.words(row) for row in offered) if len(offered) <= MOST_OFFERED else ()

    # --- the rows ---------------------------------------------------------------------------------------------------
    @cached_property
    def rows(self) -> list[Any]:
        """One statement; those that an order does not tell apart stand as they were recorded, on every database."""
        rows = self._queryset()
        return list(rows.order_by(*(rows.query.order_by or rows.model._meta.ordering), "pk"))

    def _queryset(self) -> QuerySet[Any]:
        model, council = self.reference.model, self.references.council
        rows = model._default_manager.all()
        if self.reference.choices:
            rows = self.reference.choices(council)
        elif issubclass(model, Record):
            rows = rows.filter(model.of_councils([council.pk]))
        elif any(f.name == "council" for f in model._meta.concrete_fields):
            rows = rows.filter(council=council)
        if issubclass(model, Record):
            rows = self._of_records(rows, model)
        return rows.select_related(*_relations(model))

    def _of_records(self, rows: Any, model: type[Record]) -> Any:
        register, day, by = self.references.registers.get(model), self.references.day, self.references.by
        seen = rows.visible_to(by) if by else rows
        if register is None or register.valid_on is None or day is None:
            return seen
        holds = Case(
            When(register.valid_on(day), then=Value(True)), default=Value(False), output_field=BooleanField()
        )
        return seen.annotate(**{_CURRENT: holds})

    @cached_property
    def _by_code(self) -> dict[str, Any]:
        """Of two records of the same code, the council's own before one that is shared with it."""
        coded = sorted(
            ((code, row) for row in self.rows if (code := code_of(row))), key=lambda one: self._is_own(one[1])
        )
        return {name_key(code): row for code, row in coded}

    @cached_property
    def _by_name(self) -> dict[str, list[Any]]:
        found: dict[str, list[Any]] = {}
        for row in self.rows:
            for key in dict.fromkeys(map(name_key, called(row))):
                found.setdefault(key, []).append(row)
        return found

    def _beginning_with(self, key: str) -> list[Any]:
        """The rows of a longer name: "UBND huyện" of one district, "Kỳ họp thứ 7" of one kind."""
        longer = (rows for name, rows in self._by_name.items() if key and name.startswith(f"{key} "))
        return list({row.pk: row for rows in longer for row in rows}.values())

    # --- which of several -------------------------------------------------------------------------------------------
    def _best(self, said: str, found: list[Any]) -> list[Any]:
        """Those written exactly so; of these what stands, then the council's own, then the nearest to the year."""
        exact = [row for row in found if said.casefold() in map(str.casefold, called(row))]
        ranked = [(self._rank(row), row) for row in exact or found]
        least = min((rank for rank, _ in ranked), default=None)
        return [row for rank, row in ranked if rank == least]

    def _rank(self, row: Any) -> tuple[bool, bool, int]:
        return not _stands(row, self.references.day), not self._is_own(row), self._years_away(row)

    def _years_away(self, row: Any) -> int:
        if hasattr(row, _CURRENT):
            return 0 if getattr(row, _CURRENT) else 1
        if self.references.year is None or not isinstance(row, Record):
            return 0
        return abs(row.counts_on.year - self.references.year)

    def _is_own(self, row: Any) -> bool:
        return getattr(row, "council_id", None) in (None, self.references.council.pk)

    # --- words ------------------------------------------------------------------------------------------------------
    @cached_property
    def _words(self) -> dict[int, str]:
        return {}

    def _remember(self, row: Any) -> str:
        said = next((name for name in names_of(row) if self._names(name, row)), None)
        self._words[row.pk] = said or code_of(row) or label_of(row)
        return self._words[row.pk]

    def _names(self, name: str, row: Any) -> bool:
        try:
            return bool(self.find(typed(name)).pk == row.pk)
        except Unreadable:
            return False

    def _ambiguous(self, said: str, rows: list[Any]) -> str:
        several = ", ".join(sorted(map(self._told_apart, rows))[:5])
        return f"Có nhiều mục tên “{said}”: {several}; hãy ghi mã hoặc tên đầy đủ."

    def _told_apart(self, row: Any) -> str:
        if isinstance(row, Record):
            return f"{row.code} ({label_of(row)}, {format_date(row.counts_on)})"
        return label_of(row)

    def _absent(self, said: str) -> str:
        what = self.reference.noun
        if near := self._near(said):
            return f"Không có {what} “{said}”; có phải là: {', '.join(near)}?"
        if not self.rows:
            return f"Không có {what} “{said}”: {self.references.council.short_name} chưa ghi {what} nào."
        if len(self.labels) in range(1, _FEW + 1):
            return f"Không có {what} “{said}”; hãy chọn: {', '.join(self.labels)}."
        return f"Không có {what} “{said}”; hãy ghi đúng tên gọi hoặc mã."

    def _near(self, said: str) -> list[str]:
        """The names that come closest, of what stands nearest to the year."""
        rows = sorted(self.rows, key=self._rank)[:_MOST_COMPARED]
        names = {name_key(name): row for row in reversed(rows) for name in called(row)}
        close = get_close_matches(name_key(said), list(names), n=5, cutoff=0.5)
        return list(dict.fromkeys(self.words(names[key]) for key in close))[:3]


@dataclass(frozen=True)
class Named(Kind):
    """A reference of one council: reads a code or a name, writes a name that reads back to the same."""

    reference: Reference
    references: References

    @property
    def labels(self) -> tuple[str, ...]:
        return self._directory.labels

    @property
    def _directory(self) -> Directory:
        return self.references.directory(self.reference)

    def read(self, cell: Cell, year: int | None) -> Any:
        return self._directory.find(typed(cell))

    def write(self, value: Any) -> Cell:
        return self._directory.words(value)


def _stands(row: Any, day: date | None) -> bool:
    """Whether a row is neither cancelled nor, by the end of the year, ended."""
    ended = getattr(row, "dissolved_on", None) or getattr(row, "retired_on", None) or _LAST
    return getattr(row, "cancelled_at", None) is None and (ended > day if day else ended == _LAST)


def _relations(model: type[Model]) -> Iterator[str]:
    """The keys of a model that its name may be made of: who recorded it is not among them."""
    fields: Sequence[Field[Any, Any]] = model._meta.concrete_fields
    return (f.name for f in fields if (f.many_to_one or f.one_to_one) and f.name != "recorded_by")
