"""The declaration of a register: what a form, a list, a sheet and a calendar of it need to know, said once."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from importlib import import_module
from typing import Any, Literal, NamedTuple

from django.conf import settings
from django.db import models
from django.db.models import Q

from dienhong.accounts.models import User
from dienhong.kernel.errors import NotAllowed, Refused, RuleViolation
from dienhong.kernel.period import Period
from dienhong.kernel.workflow import Workflow
from dienhong.organisations.among import AmongFound
from dienhong.organisations.models import Council
from dienhong.registers.models import Record

Check = Callable[[Any, date], Iterable[RuleViolation | None]]
Complete = Callable[[Council], Callable[[Any], None]]


@dataclass(frozen=True)
class Column:
    """A column of the list: a field or attribute of the model; the first is the row's title.

    Only what the database can order is sortable, by the field itself or by ``sorted_by`` (a name by its sort key).
    On a phone a row is two lines: title and "meta" columns. ``counts``: a number that is worked out.
    """

    name: str
    label: str = ""
    sortable: bool = False
    phone: Literal["title", "meta", "hide"] = "hide"
    sorted_by: str = ""
    counts: bool = False

    @property
    def order(self) -> str:
        """The field that orders the list by this column."""
        return self.sorted_by or self.name

    @property
    def falling(self) -> bool:
        """Whether the first click puts the greatest first: the newest day, but not the last letter."""
        return not self.sorted_by


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
class Extra:
    """A column of a sheet that is no field of its records: what became of them, which other actions write.

    It holds what the field ``like`` of some model holds; ``many``: several in one cell, told as a frozenset.
    ``choices``: the rows that it may name, where these are not the council's own.
    """

    name: str
    like: models.Field[Any, Any]
    label: str = ""
    hint: str = ""
    many: bool = False
    choices: Callable[[Council], Any] | None = None


def like(model: type[models.Model], name: str) -> models.Field[Any, Any]:
    """The field of any model that an extra column is like."""
    return model._meta.get_field(name)  # type: ignore[return-value]


@dataclass
class Carried:
    """A recorded row whose extra columns say something new: what they say, and what was known of it before."""

    record: Any
    cells: Mapping[str, Any]
    known: Mapping[str, Any]
    violations: list[RuleViolation] = field(default_factory=list)


CarryOut = Callable[[Sequence[Carried], User, datetime], None]
"""Brings about what extra columns say, by actions; what a rule forbids is put in the row's ``violations``."""


def nothing_told(records: Sequence[Any]) -> Mapping[int, Mapping[str, Any]]:
    """A sheet without extra columns."""
    return {}


def nothing_carried_out(rows: Sequence[Carried], by: User, at: datetime) -> None:
    """A sheet without extra columns."""


@dataclass(frozen=True)
class Sheet:
    """The register in the yearly workbook: its name (31 letters at most), its columns, and what identifies a row.

    ``complete`` is called once per council and gives the function that fills what the sheet does not carry into an
    unsaved record; that one may raise Refused with a sentence at a column. ``implied``: columns that may stay blank
    although the register needs them, because ``complete`` fills them. ``extras`` follow the columns: ``tell`` gives
    what they say of records, by key, in a constant number of statements; ``carry_out`` makes it so (``each``).
    ``without``: records that no file carries, out or in. ``after``: models whose rows the extras rest on although no
    cell names them.
    """

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...]
    example: dict[str, str] = field(default_factory=dict)
    complete: Complete = nothing_to_complete
    without: Q = field(default_factory=Q)
    implied: tuple[str, ...] = ()
    extras: tuple[Extra, ...] = ()
    tell: Callable[[Sequence[Any]], Mapping[int, Mapping[str, Any]]] = nothing_told
    carry_out: CarryOut = nothing_carried_out
    after: tuple[type[models.Model], ...] = ()


def each(act: Callable[[Carried, User, datetime], None]) -> CarryOut:
    """Rows carried out one by one by an action; what it refuses, it refuses of that row."""

    def carry_out(rows: Sequence[Carried], by: User, at: datetime) -> None:
        for row in rows:
            try:
                act(row, by, at)
            except Refused as refusal:
                row.violations += refusal.violations
            except NotAllowed as refusal:
                row.violations.append(RuleViolation("not_allowed", refusal.sentence))

    return carry_out


@dataclass(frozen=True)
class Division:
    """Records divided into named parts that are worked out on a day: a filter of a list, a breakdown of a figure.

    ``part`` gives the condition of a part on a day; no record is in two parts, unless they are ``overlapping``.
    ``rests_on`` names the fields that it betrays; ``usual`` is the part that a list shows unless told otherwise
    (``ALL``: all). ``counted`` says the same as ``part`` where many are counted at once: over what ``Register.beside``
    has joined, and of records that no earlier part took; empty of all that are left.
    """

    name: str
    label: str
    parts: Mapping[str, str]
    part: Callable[[str, date], Q]
    rests_on: tuple[str, ...] = ()
    usual: str = ""
    counted: Callable[[str, date], Q] | None = None
    overlapping: bool = False

    def counting(self, part: str, day: date) -> Q:
        """The condition of a part for the statement that counts many at once."""
        return (self.counted or self.part)(part, day)


ALL = "all"
"""What an address says to leave a division undivided whose list usually shows one part."""


@dataclass(frozen=True)
class Happening:
    """Something that happens to records on days of its own: a figure or list may take a period by it.

    ``label`` stands before the period ("chuyển sang kỳ sau trong"); ``records`` are the keys of those to which it
    happened, as a query.
    """

    label: str
    records: Callable[[Period], Any]


class Fact(NamedTuple):
    """Something worth saying on a record's page that is worked out, not typed."""

    label: str
    value: str
    explanation: str = ""
    record: Record | None = None
    """The record that it tells of, to be opened from here."""
    below: str = ""
    """What is opened below the record's own address: "ban/2/" for a file of it."""


class Panel(NamedTuple):
    """A part of a record's page beside its own fields: what other registers say of it."""

    title: str
    facts: tuple[Fact, ...]
    empty: str = ""


@dataclass(frozen=True)
class Deed:
    """A verb with a rule of its own: its button, what it asks for, what it does and when it is offered.

    ``do`` takes register and record, the values of ``fields`` and ``optional``, a ``reason`` where one is needed,
    ``expected_version``, ``by`` and ``at``; it is an action. A deed with the name of a step of the workflow is that
    step, with all that it asks for.
    """

    name: str
    label: str
    effect: str
    do: Callable[..., Record]
    offered: Callable[[Any, date], bool]
    fields: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    needs_reason: bool = False
    rare: bool = False
    """Whether its button stands behind ⋯."""


class Link(NamedTuple):
    """A page of the register's own, below a record's address or beside the list: its button; rare ones behind ⋯.

    It is for who may write, or where it says so itself for whoever reads.
    """

    label: str
    suffix: str
    style: str = ""
    rare: bool = False
    for_readers: bool = False


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


def nothing_beside(records: Any, day: date, since: date) -> Any:
    """A register whose own fields tell how its records stood."""
    return records


@dataclass(frozen=True, eq=False)
class Register:
    """A register. Labels of fields come from the model; everything a person reads is Vietnamese.

    ``tones`` says how a status looks: neutral, draft, due_soon, overdue, done, cancelled (``web``'s status mark).
    ``complete`` fills what nobody types into an unsaved record. ``in_line``: its rules look at other records, so
    writers of one council stand in line. ``valid_on``: which records hold on a day, so that lists and figures are of a
    day; with ``shows_all`` only the list of a day that was asked for is. ``told``: fields that deeds fill, shown when
    there is something in them. ``related``: what rows of the list refer to, read along with them; ``fetched`` adds what
    refers to the rows. ``by_hand``: recorded with the engine's form; otherwise records come from actions of their own
    and the engine shows only their list. ``standing`` is how a record stands on a day where that is worked out and not
    a status of its own; ``pages`` of its own stand beside the list, ``links`` below a record; ``hint`` is an address
    below the list that answers to what is being typed. ``choices``: the rows that a field of one council may
    refer to, where it is not that council's own rows. ``part_of`` names the field that holds the record which these
    are parts of (an item is part of a session): parts stand as a table on the page of their whole, in the order
    that ``within`` names (``propose_within`` says what a new one of a whole most likely is), are recorded and read
    from there, and are no entry of the navigation. ``approximate``: numbers that may be estimates, each with the
    field that says so ("khoảng 120"). ``check_step`` says what forbids a step of the workflow (record as it is,
    step, day). ``changeable``: which records the engine's form changes; the rest have one of their own.
    ``happenings``: by what else than ``counts_on`` records fall in a period, each under the word that the list's
    address (``theo``) and ``Indicator.date`` use for it. ``beside`` joins to records what tells how they stood on a
    day, never more than one row to each (given: the day, and the first day on which any of them counts): a condition
    that asks anew for every figure would cost a scan each time.
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
    filters: tuple[str | Division, ...] = ()
    more_filters: tuple[str | Division, ...] = ()
    check: Check = no_rules
    complete: Callable[[Any], None] = lambda record: None
    check_cancel: Callable[[Any], Iterable[RuleViolation | None]] = lambda record: ()
    in_line: bool = False
    valid_on: Callable[[date], Q] | None = None
    shows_all: bool = False
    deeds: tuple[Deed, ...] = ()
    told: Group | None = None
    facts: Callable[[Any], Iterable[Fact]] = lambda record: ()
    panels: Callable[[Any, User], Iterable[Panel]] = lambda record, user: ()
    tasks: Callable[[Any, date], Iterable[Task]] = lambda records, today: ()
    propose: Callable[[Council, date], dict[str, Any]] = lambda council, today: {}
    workflow: Workflow | None = None
    tones: Mapping[Any, str] = field(default_factory=dict)
    sheet: Sheet | None = None
    calendar: CalendarEntry | None = None
    order: str = "-counts_on"
    related: tuple[str, ...] = ()
    choices: Mapping[str, Callable[[Council], Any]] = field(default_factory=dict)
    by_hand: bool = True
    standing: Callable[[Any, date], tuple[str, str]] | None = None
    fetched: Callable[[Any], Any] = lambda records: records
    pages: tuple[Link, ...] = ()
    links: Callable[[Any, User, date], Iterable[Link]] = lambda record, user, today: ()
    hint: str = ""
    part_of: str = ""
    happenings: Mapping[str, Happening] = field(default_factory=dict)
    changeable: Callable[[Any], bool] = lambda record: True
    approximate: Mapping[str, str] = field(default_factory=dict)
    within: str = ""
    propose_within: Callable[[Any, date], dict[str, Any]] = lambda whole, today: {}
    check_step: Callable[[Any, str, date], Iterable[RuleViolation | None]] = lambda record, step, today: ()
    beside: Callable[[Any, date, date], Any] = nothing_beside

    def __post_init__(self) -> None:
        """What only some roles read may not be found by search or order: ValueError when the house starts."""
        withheld = set(self.model.FIELD_READERS)
        betrayed = withheld & {*self.model.SEARCHED, *(c.order for c in self.columns if c.sortable)}
        if betrayed:
            raise ValueError(f"{self.code}: withheld fields can be searched or sorted: {sorted(betrayed)}")

    @property
    def all_filters(self) -> tuple[str | Division, ...]:
        """Those in sight, and those that stay folded until one of them is chosen."""
        return (*self.filters, *self.more_filters)

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

    def deed(self, name: str) -> Deed | None:
        return next((deed for deed in self.deeds if deed.name == name), None)

    def field(self, name: str) -> models.Field[Any, Any]:
        return self.model._meta.get_field(name)  # type: ignore[return-value]

    @property
    def may_be_silent(self) -> bool:
        """Whether "không phát sinh" can be said: of what is recorded by hand, by days, and is no part of a whole."""
        return self.by_hand and self.valid_on is None and not self.part_of

    @property
    def plain_steps(self) -> frozenset[str]:
        """The steps of its workflow that ask for a reason at most: those that no deed takes."""
        steps = {transition.name for transition in self.workflow.transitions} if self.workflow else set()
        return frozenset(steps - {deed.name for deed in self.deeds})

    @property
    def objects(self) -> Any:
        return self.model._default_manager

    def state_of(self, record: Record, today: date) -> tuple[str, str]:
        """How a record's status looks, and its word; both empty where the register knows no states."""
        if record.is_cancelled:
            return "cancelled", "đã hủy"
        if self.standing:
            return self.standing(record, today)
        if self.workflow is None:
            return "", ""
        status = record.status  # type: ignore[attr-defined]
        return self.tones.get(status, "neutral"), str(record.said("status"))

    def whole_of(self, record: Record) -> Record | None:
        """The record that this one is a part of."""
        return getattr(record, self.part_of) if self.part_of else None

    def falls_in(self, date: str, period: Period, many: bool = False) -> Q:
        """The records that fall in a period: by a date of theirs, or by what happened to them in it.

        ``many``: of so many councils that the keys of what happened are looked up, and not all records asked.
        """
        if date in self.happenings:
            found = self.happenings[date].records(period)
            return Q(AmongFound("pk", found)) if many else Q(pk__in=found)
        return Q(**{f"{date}__gte": period.first, f"{date}__lt": period.until})

    @property
    def parts(self) -> list[Register]:
        """The registers whose records are parts of this one's, in the order of the navigation."""
        return [r for r in all_registers() if r.part_of and r.field(r.part_of).related_model is self.model]


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


class UnknownRegister(KeyError):
    """No register has this code or path."""


def all_registers() -> Iterator[Register]:
    """The registers of this installation, in the order of ``settings.REGISTERS``."""
    for module in settings.REGISTERS:
        found = import_module(f"{module}.register")
        yield from found.registers if hasattr(found, "registers") else (found.register,)


def get_register(code: str) -> Register:
    """The register with this code; raises UnknownRegister."""
    for register in all_registers():
        if register.code == code:
            return register
    raise UnknownRegister(code)
