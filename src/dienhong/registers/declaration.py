"""The declaration of a register: what a form, a list, a sheet and a calendar of it need to know, said once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from importlib import import_module
from typing import Any, Literal, NamedTuple

from django.conf import settings
from django.db import models

from dienhong.kernel.errors import RuleViolation
from dienhong.kernel.workflow import Workflow
from dienhong.organisations.models import Council
from dienhong.registers.models import Record

Check = Callable[[Any, date], Iterable[RuleViolation | None]]
Complete = Callable[[Council], Callable[[Any], None]]


@dataclass(frozen=True)
class Column:
    """A column of the list: a field or attribute of the model; the first is the row's title.

    Only what the database can order is sortable. On a phone a row is two lines: title and "meta" columns.
    """

    name: str
    label: str = ""
    sortable: bool = False
    phone: Literal["title", "meta", "hide"] = "hide"


@dataclass(frozen=True)
class Group:
    """Fields that stand together on the form and on the page; rarely used ones are folded."""

    title: str
    fields: tuple[str, ...]
    folded: bool = False


def nothing_to_complete(council: Council) -> Callable[[Any], None]:
    """A sheet that carries every field its register needs."""
    return lambda record: None


@dataclass(frozen=True)
class Sheet:
    """The register in the yearly workbook: its name (31 letters at most), its columns, and what identifies a row.

    ``complete`` is called once per council and gives the function that fills what the sheet does not carry into an
    unsaved record; that one may raise Refused with a sentence at a column.
    """

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    example: dict[str, str] = field(default_factory=dict)
    complete: Complete = nothing_to_complete


class Fact(NamedTuple):
    """Something worth saying on a record's page that is worked out, not typed."""

    label: str
    value: str
    explanation: str = ""


class Task(NamedTuple):
    """Something to be done about a record by a day, for the desk."""

    what: str
    due_on: date
    record: Record


@dataclass(frozen=True)
class CalendarEntry:
    """Which dates of a record stand in the calendar."""

    starts: str
    ends: str


def no_rules(record: Any, today: date) -> Iterable[RuleViolation | None]:
    """A register whose shape is all its law."""
    return ()


@dataclass(frozen=True)
class Register:
    """A register. Labels of fields come from the model; everything a person reads is Vietnamese.

    ``tones`` says how a status looks: neutral, draft, due_soon, overdue, done, cancelled (``web``'s status mark).
    ``choices`` gives the rows that a field of one council may refer to, where it is not that council's own rows.
    """

    code: str
    model: type[Record]
    path: str
    prefix: str
    title: str
    one: str
    group: str
    purpose: str
    columns: tuple[Column, ...]
    form: tuple[Group, ...]
    filters: tuple[str, ...] = ()
    check: Check = no_rules
    facts: Callable[[Any], Iterable[Fact]] = lambda record: ()
    tasks: Callable[[Any, date], Iterable[Task]] = lambda records, today: ()
    propose: Callable[[Council, date], dict[str, Any]] = lambda council, today: {}
    workflow: Workflow | None = None
    tones: Mapping[Any, str] = field(default_factory=dict)
    sheet: Sheet | None = None
    calendar: CalendarEntry | None = None
    order: str = "-counts_on"
    choices: Mapping[str, Callable[[Council], Any]] = field(default_factory=dict)

    @property
    def fields(self) -> tuple[str, ...]:
        """Every field that a clerk fills in, in the order of the form."""
        return tuple(name for group in self.form for name in group.fields)

    def label(self, name: str) -> str:
        """What a field is called, with a capital."""
        return _capital(str(self.field(name).verbose_name))

    def heading(self, column: Column) -> str:
        """What stands above a column: its own shorter word, else the field's name."""
        return _capital(column.label) if column.label else self.label(column.name)

    def record_code(self, year: int, number: int) -> str:
        """The code of a record in its council: KH-2023-007."""
        return f"{self.prefix}-{year}-{number:03d}"

    def field(self, name: str) -> models.Field[Any, Any]:
        return self.model._meta.get_field(name)  # type: ignore[return-value]

    @property
    def objects(self) -> Any:
        return self.model._default_manager


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


class UnknownRegister(KeyError):
    """No register has this code or path."""


def all_registers() -> Iterator[Register]:
    """The registers of this installation, in the order of ``settings.REGISTERS``."""
    for module in settings.REGISTERS:
        yield import_module(f"{module}.register").register


def get_register(code: str) -> Register:
    """The register with this code; raises UnknownRegister."""
    for register in all_registers():
        if register.code == code:
            return register
    raise UnknownRegister(code)
