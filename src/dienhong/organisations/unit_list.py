"""Loading a list of administrative units with their councils: thousands of rows in seconds, twice without harm."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO
from typing import NamedTuple

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit.journal import append
from dienhong.kernel.errors import Unreadable
from dienhong.organisations.kinds import UnitKind
from dienhong.organisations.models import AdministrativeUnit, Council, Placement
from dienhong.organisations.slugs import allot_slugs
from dienhong.vietnamese.text import normalise

COLUMNS = ("code", "name", "kind", "parent_code")


class UnitRow(NamedTuple):
    """One line of the list."""

    code: str
    name: str
    kind: UnitKind
    parent_code: str


@dataclass(frozen=True)
class Loaded:
    """How many units were new, renamed, and as they were."""

    new: int
    changed: int
    same: int


def read_units(text: str) -> list[UnitRow]:
    """Rows of a CSV file; raises Unreadable naming the line and what is wrong with it."""
    reader = csv.DictReader(StringIO(text))
    if not set(COLUMNS) <= set(reader.fieldnames or ()):
        raise Unreadable(f"Dòng đầu của danh mục phải có các cột: {', '.join(COLUMNS)}.")
    rows = [_read_row(number, line) for number, line in enumerate(reader, start=2)]
    codes = {row.code for row in rows}
    if len(codes) < len(rows):
        raise Unreadable("Danh mục có mã đơn vị bị lặp.")
    for number, row in enumerate(rows, start=2):
        if row.parent_code and row.parent_code not in codes:
            raise Unreadable(
                f"Dòng {number}: không có đơn vị cấp trên mang mã {row.parent_code} trong danh mục."
            )
    return rows


def _read_row(number: int, line: Mapping[str, str | None]) -> UnitRow:
    code, name, kind, parent = (normalise(line[column] or "") for column in COLUMNS)
    if not code or not name:
        raise Unreadable(f"Dòng {number}: thiếu mã hoặc tên đơn vị.")
    if kind not in UnitKind.values:
        raise Unreadable(
            f"Dòng {number}: loại “{kind}” không có; dùng một trong: {', '.join(UnitKind.values)}."
        )
    return UnitRow(code, name, UnitKind(kind), parent)


@transaction.atomic
def load_units(rows: Sequence[UnitRow], *, from_on: date, by: User, at: datetime) -> Loaded:
    """Make the units in force as listed; one entry in the journal tells of the whole list."""
    known = AdministrativeUnit.objects.in_bulk([row.code for row in rows], field_name="code")
    fresh = [row for row in rows if row.code not in known]
    renamed = [row for row in rows if row.code in known and known[row.code].name != row.name]
    for row in renamed:
        known[row.code].name = row.name
        known[row.code].derive()
    AdministrativeUnit.objects.bulk_update(
        [known[row.code] for row in renamed], ["name", "sort_key", "folded"]
    )
    units = {**known, **{unit.code: unit for unit in _create_units(fresh, from_on)}}
    _create_placements(fresh, units, from_on)
    _create_councils([row for row in rows if row.code in {f.code for f in fresh}], rows, units)
    loaded = Loaded(len(fresh), len(renamed), len(rows) - len(fresh) - len(renamed))
    if units and (fresh or renamed):
        _journal(next(iter(units.values())), loaded, by, at)
    return loaded


def _create_units(rows: Sequence[UnitRow], from_on: date) -> list[AdministrativeUnit]:
    units = [
        AdministrativeUnit(code=row.code, name=row.name, kind=row.kind, established_on=from_on)
        for row in rows
    ]
    for unit in units:
        unit.derive()
    return AdministrativeUnit.objects.bulk_create(units, batch_size=500)


def _create_placements(
    rows: Sequence[UnitRow], units: Mapping[str, AdministrativeUnit], from_on: date
) -> None:
    placements = [
        Placement(unit=units[row.code], parent=units[row.parent_code], from_on=from_on)
        for row in rows
        if row.parent_code
    ]
    Placement.objects.bulk_create(placements, batch_size=500)


def _create_councils(
    rows: Sequence[UnitRow], everything: Sequence[UnitRow], units: Mapping[str, AdministrativeUnit]
) -> None:
    names = {row.code: row.name for row in everything}
    taken = Council.objects.values_list("slug", flat=True)
    slugs = allot_slugs([(row.code, row.name, names.get(row.parent_code, "")) for row in rows], taken)
    councils = [council_of(units[row.code], slug=slugs[row.code]) for row in rows]
    Council.objects.bulk_create(councils, batch_size=500)


def council_of(unit: AdministrativeUnit, *, slug: str, name: str = "", short_name: str = "") -> Council:
    """The unsaved council of a unit, named after it: "HĐND xã Tân Cảnh", "xã Tân Cảnh"."""
    short = short_name or unit.name[:1].lower() + unit.name[1:]
    council = Council(unit=unit, slug=slug, short_name=short, name=name or f"HĐND {short}")
    council.derive()
    return council


def _journal(unit: AdministrativeUnit, loaded: Loaded, by: User, at: datetime) -> None:
    counts = {"new": [None, loaded.new], "changed": [None, loaded.changed]}
    append(council_id=None, by=by, verb="Nạp danh mục đơn vị hành chính", record=unit, at=at, changes=counts)
