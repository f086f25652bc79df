"""Loading a list of administrative units with their councils: thousands of rows in seconds, twice without harm."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import StringIO
from typing import NamedTuple

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit.journal import append
from dienhong.kernel.errors import Unreadable
from dienhong.organisations.kinds import Level, UnitKind
from dienhong.organisations.models import AdministrativeUnit, Council, Placement
from dienhong.organisations.slugs import allot_slugs
from dienhong.vietnamese.text import normalise

COLUMNS = ("code", "name", "kind", "parent_code")

_RANK = {level: rank for rank, level in enumerate(Level)}


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


def decode_list(data: bytes) -> str:
    """The text of a list as Excel or a program saved it; raises Unreadable for anything but UTF-8."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("Tệp danh mục không phải văn bản UTF-8; hãy lưu lại dạng “CSV UTF-8”.") from error


def read_units(text: str) -> list[UnitRow]:
    """Rows of a CSV file; raises Unreadable naming the line and what is wrong with it."""
    numbered = _numbered_rows(text)
    rows = {row.code: row for _, row in numbered}
    seen: set[str] = set()
    for number, row in numbered:
        if row.code in seen:
            raise Unreadable(f"Dòng {number}: mã {row.code} đã có ở một dòng trước.")
        seen.add(row.code)
        _check_parent(number, row, rows)
    return list(rows.values())


def _numbered_rows(text: str) -> list[tuple[int, UnitRow]]:
    reader = csv.DictReader(StringIO(text))
    try:
        if not set(COLUMNS) <= set(reader.fieldnames or ()):
            raise Unreadable(f"Dòng đầu của danh mục phải có các cột: {', '.join(COLUMNS)}.")
        return [(reader.line_num, _read_row(reader.line_num, line)) for line in reader]
    except csv.Error as error:
        raise Unreadable(f"Dòng {reader.line_num}: không phải một dòng CSV.") from error


def _read_row(number: int, line: Mapping[str, str | None]) -> UnitRow:
    code, name, kind, parent = (normalise(line[column] or "") for column in COLUMNS)
    if not code or not name:
        raise Unreadable(f"Dòng {number}: thiếu mã hoặc tên đơn vị.")
    if len(code) > 10 or len(name) > 200:
        raise Unreadable(f"Dòng {number}: mã dài quá 10 hoặc tên dài quá 200 ký tự.")
    if kind not in UnitKind.values:
        raise Unreadable(
            f"Dòng {number}: loại “{kind}” không có; dùng một trong: {', '.join(UnitKind.values)}."
        )
    return UnitRow(code, name, UnitKind(kind), parent)


def _check_parent(number: int, row: UnitRow, rows: Mapping[str, UnitRow]) -> None:
    if not row.parent_code:
        return
    parent = rows.get(row.parent_code)
    if parent is None:
        raise Unreadable(f"Dòng {number}: không có đơn vị cấp trên mang mã {row.parent_code} trong danh mục.")
    if _RANK[parent.kind.level] >= _RANK[row.kind.level]:
        raise Unreadable(f"Dòng {number}: {parent.name} không phải đơn vị cấp trên của {row.name}.")


@transaction.atomic
def load_units(rows: Sequence[UnitRow], *, from_on: date, by: User, at: datetime) -> Loaded:
    """Make the units in force as listed; one entry in the journal tells of the whole list.

    A unit that is known keeps its council and its address; its name, kind and place follow the list.
    """
    known = AdministrativeUnit.objects.in_bulk([row.code for row in rows], field_name="code")
    fresh = [row for row in rows if row.code not in known]
    renamed = [row for row in rows if row.code in known and _differs(known[row.code], row)]
    _rename(renamed, known)
    units = {**known, **{unit.code: unit for unit in _create_units(fresh, from_on)}}
    moved = _move([row for row in rows if row.code in known], units, from_on)
    _create_placements(fresh, units, from_on)
    _create_councils(fresh, rows, units)
    changed = len({row.code for row in renamed} | moved)
    loaded = Loaded(len(fresh), changed, len(rows) - len(fresh) - changed)
    if fresh or changed:
        _journal(next(iter(units.values())), loaded, by, at)
    return loaded


def _differs(unit: AdministrativeUnit, row: UnitRow) -> bool:
    return (unit.name, unit.kind) != (row.name, row.kind)


def _rename(rows: Sequence[UnitRow], units: Mapping[str, AdministrativeUnit]) -> None:
    """New names and kinds; a council that was called after its unit still is, one with a name of its own keeps it."""
    councils = {c.unit_id: c for c in Council.objects.filter(unit__code__in=[row.code for row in rows])}
    for row in rows:
        unit = units[row.code]
        council = councils.get(unit.pk)
        called_after_unit = council is not None and council.name == council_of(unit, slug="").name
        unit.name, unit.kind, unit.version = row.name, row.kind, unit.version + 1
        unit.derive()
        if council is not None:
            _follow(council, unit, called_after_unit)
    AdministrativeUnit.objects.bulk_update(
        [units[row.code] for row in rows], ["name", "kind", "level", "sort_key", "folded", "version"], 500
    )
    names = ["name", "short_name", "level", "sort_key", "folded", "version"]
    Council.objects.bulk_update(councils.values(), names, 500)


def _follow(council: Council, unit: AdministrativeUnit, called_after_unit: bool) -> None:
    like = council_of(unit, slug=council.slug)
    if called_after_unit:
        council.name, council.short_name = like.name, like.short_name
    council.unit, council.version = unit, council.version + 1
    council.derive()


def _move(rows: Sequence[UnitRow], units: Mapping[str, AdministrativeUnit], from_on: date) -> set[str]:
    """Put units under the parent that the list names; the codes of those that moved."""
    placed = {placement.unit_id: placement for placement in Placement.objects.filter(to_on=None)}
    moved = set()
    for row in rows:
        parent = units[row.parent_code] if row.parent_code else None
        placement = placed.get(units[row.code].pk)
        if (placement.parent_id if placement else None) != (parent.pk if parent else None):
            _replace(placement, units[row.code], parent, from_on)
            moved.add(row.code)
    return moved


def _replace(
    placement: Placement | None, unit: AdministrativeUnit, parent: AdministrativeUnit | None, from_on: date
) -> None:
    """End the old place the day before; one that began no earlier was a mistake of the list and is put right."""
    if placement and placement.from_on < from_on:
        placement.to_on = from_on - timedelta(days=1)
        placement.save(update_fields=["to_on"])
    elif placement:
        placement.delete()
    if parent:
        Placement.objects.create(unit=unit, parent=parent, from_on=from_on)


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
