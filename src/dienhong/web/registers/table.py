"""A list as a table: headings that sort, rows that are links, cells as people read them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from dienhong.registers.declaration import Column
from dienhong.registers.listing import ORDER, Listing
from dienhong.registers.models import Record


@dataclass(frozen=True)
class Heading:
    """A column's heading; ``address`` sorts by it, ``sorted`` is "", "ascending" or "descending"."""

    label: str
    address: str
    sorted: str
    wide: bool


@dataclass(frozen=True)
class Row:
    """One record: its address, and a cell for each column."""

    record: Record
    address: str
    cells: tuple[Any, ...]


@dataclass(frozen=True)
class Table:
    headings: tuple[Heading, ...]
    rows: tuple[Row, ...]
    shows_council: bool


def table_of(listing: Listing) -> Table:
    """Built from the declaration; the council stands in its own column when the list spans several."""
    return Table(
        headings=tuple(_heading(listing, column) for column in listing.register.columns),
        rows=tuple(_row(listing, record) for record in listing.rows),
        shows_council=bool(listing.scope),
    )


def _heading(listing: Listing, column: Column) -> Heading:
    label = listing.register.label(column.name)
    if not column.sortable:
        return Heading(label, "", "", column.wide)
    current = {column.name: "ascending", f"-{column.name}": "descending"}.get(listing.order, "")
    order = column.name if current == "descending" else f"-{column.name}"
    return Heading(label, listing.with_changes({ORDER: order}), current, column.wide)


def _row(listing: Listing, record: Record) -> Row:
    register = listing.register
    address = reverse(f"{register.code}-record", args=[record.council.slug, record.code])
    return Row(record, address, tuple(record.said(column.name) for column in register.columns))
