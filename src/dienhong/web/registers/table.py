"""A list as a table: headings that sort, rows that are links, cells as people read them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models
from django.utils import timezone

from dienhong.registers.declaration import Column, Register
from dienhong.registers.listing import CONFIDENTIAL, ORDER, Listing
from dienhong.registers.models import Record
from dienhong.vietnamese.dates import format_date
from dienhong.web.registers.page import address_in


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
    columns = [_heading(listing, column) for column in listing.register.columns]
    fixed = (CODE, COUNCIL) if listing.scope else (CODE,)
    rows = tuple(_row(listing, record, columns) for record in listing.rows)
    return Table(f"{listing.register.title}: {listing.council.name}", (*fixed, *columns), rows)


def _heading(listing: Listing, column: Column) -> Heading:
    label, kind = listing.register.heading(column), _kind(listing, column)
    if not column.sortable:
        return Heading(label, kind, column.phone)
    current = {column.order: "asc", f"-{column.order}": "desc"}.get(listing.order, "")
    order = f"-{column.order}" if current == "asc" or (not current and column.falling) else column.order
    return Heading(label, kind, column.phone, listing.with_changes({ORDER: order}), current)


def _kind(listing: Listing, column: Column) -> str:
    """How a column is set: the first is the title, the rest by the type of its field."""
    if column is listing.register.columns[0]:
        return "title"
    if column.name == "status":
        return "status"
    names = {field.name: field for field in listing.register.model._meta.concrete_fields}
    field = names.get(column.name)
    if isinstance(field, models.DateField):
        return "date"
    return "number" if isinstance(field, models.IntegerField) else "text"


def _row(listing: Listing, record: Record, columns: list[Heading]) -> Row:
    register, masked = listing.register, listing.is_masked(record)
    url = "" if masked else address_in(listing.council, record, register)
    cells = [Cell(CODE, record.code), *_council_cell(listing, record)]
    cells += [_cell(listing, record, *pair) for pair in zip(register.columns, columns, strict=True)]
    return Row(url, tuple(cells), record.is_cancelled)


def _council_cell(listing: Listing, record: Record) -> Iterator[Cell]:
    if listing.scope:
        yield Cell(COUNCIL, record.council.short_name, full=record.council.name)


def _cell(listing: Listing, record: Record, column: Column, heading: Heading) -> Cell:
    if listing.is_masked(record) and heading.kind == "title":
        return Cell(heading, CONFIDENTIAL)
    if heading.kind != "status" or not listing.tells(record, column.name):
        return Cell(heading, shown(listing.said(record, column.name)))
    state, word = state_of(listing.register, record)
    return Cell(heading, word, state=state)


def state_of(register: Register, record: Record) -> tuple[str, str]:
    """How a record's status looks, and its word; both empty where the register knows no states."""
    if record.is_cancelled:
        return "cancelled", "đã hủy"
    if register.standing:
        return register.standing(record, timezone.localdate())
    if register.workflow is None:
        return "", ""
    return register.tones.get(record.status, "neutral"), str(record.said("status"))  # type: ignore[attr-defined]


def shown(value: Any) -> str:
    """A value as people read it."""
    if value is None or value == "":
        return ""
    if isinstance(value, bool):
        return "có" if value else "không"
    return format_date(value) if isinstance(value, date) else str(value)
