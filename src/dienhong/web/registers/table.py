"""A list as a table: headings that sort, rows that are links, cells as people read them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db import models
from django.utils import timezone

from dienhong.organisations.models import Council
from dienhong.registers.declaration import Column, Register
from dienhong.registers.listing import ORDER, Listing
from dienhong.registers.models import Record
from dienhong.registers.sight import CONFIDENTIAL, Sight
from dienhong.vietnamese.dates import format_date
from dienhong.web.registers.page import address_in, shared_with


@dataclass(frozen=True)
class Heading:
    """A column as ``components/register_table.html`` draws it."""

    label: str
    kind: str
    phone: str
    sort_url: str = ""
    sorted: str = ""


@dataclass(frozen=True)
class Cell:
    """``full`` is the whole name behind a short one; ``state`` is how a status looks."""

    column: Heading
    text: str
    full: str = ""
    state: str = ""


@dataclass(frozen=True)
class Row:
    url: str
    cells: tuple[Cell, ...]
    cancelled: bool


@dataclass(frozen=True)
class Table:
    caption: str
    columns: tuple[Heading, ...]
    rows: tuple[Row, ...]


COUNCIL = Heading("Hội đồng", "text", "meta")
CODE = Heading("Mã", "code", "hide")


def table_of(listing: Listing) -> Table:
    """Built from the declaration; the council stands in its own column when the list spans several."""
    columns = [_sorted(listing, column) for column in listing.register.columns]
    fixed = (CODE, COUNCIL) if listing.scope else (CODE,)
    register, council = listing.register, listing.council
    shared = shared_with(council, listing.rows)
    rows = tuple(_row(register, council, listing.sight, r, columns, fixed, shared) for r in listing.rows)
    return Table(f"{listing.register.title}: {listing.council.name}", (*fixed, *columns), rows)


def table_of_parts(register: Register, whole: Record, records: Iterable[Record], sight: Sight) -> Table:
    """The parts of one record, in their own order."""
    columns = [_heading(register, column) for column in register.columns]
    found = list(records)
    shared = shared_with(whole.council, found)
    rows = tuple(_row(register, whole.council, sight, record, columns, (), shared) for record in found)
    return Table(f"{register.title}: {whole}", tuple(columns), rows)


def _heading(register: Register, column: Column) -> Heading:
    return Heading(register.heading(column), _kind(register, column), column.phone)


def _sorted(listing: Listing, column: Column) -> Heading:
    """A heading whose click sorts, where the column may be sorted by."""
    plain = _heading(listing.register, column)
    if not column.sortable:
        return plain
    current = {column.order: "asc", f"-{column.order}": "desc"}.get(listing.order, "")
    order = f"-{column.order}" if current == "asc" or (not current and column.falling) else column.order
    return replace(plain, sort_url=listing.with_changes({ORDER: order}), sorted=current)


def _kind(register: Register, column: Column) -> str:
    """How a column is set: the first is the title, the rest by the type of its field."""
    if column is register.columns[0]:
        return "title"
    if column.name == "status":
        return "status"
    names = {field.name: field for field in register.model._meta.concrete_fields}
    field = names.get(column.name)
    if isinstance(field, models.DateField):
        return "date"
    return "number" if column.counts or isinstance(field, models.IntegerField) else "text"


def _row(
    register: Register,
    council: Council,
    sight: Sight,
    record: Record,
    columns: list[Heading],
    fixed: Collection[Heading],
    shared: Collection[int],
) -> Row:
    known = {CODE: Cell(CODE, record.code)}
    if COUNCIL in fixed:
        known[COUNCIL] = Cell(COUNCIL, record.council.short_name, full=record.council.name)
    cells = [known[heading] for heading in fixed]
    cells += [_cell(register, sight, record, *pair) for pair in zip(register.columns, columns, strict=True)]
    url = "" if sight.is_masked(record) else address_in(council, record, register, shared)
    return Row(url, tuple(cells), record.is_cancelled)


def _cell(register: Register, sight: Sight, record: Record, column: Column, heading: Heading) -> Cell:
    if sight.is_masked(record) and heading.kind == "title":
        return Cell(heading, CONFIDENTIAL)
    if heading.kind != "status" or not sight.tells(record, column.name):
        said, flag = shown(sight.said(record, column.name)), register.approximate.get(column.name)
        return Cell(heading, f"khoảng {said}" if said and flag and getattr(record, flag) else said)
    state, word = register.state_of(record, timezone.localdate())
    return Cell(heading, word, state=state)


def shown(value: Any) -> str:
    """A value as people read it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    return format_date(value) if isinstance(value, date) else str(value)
