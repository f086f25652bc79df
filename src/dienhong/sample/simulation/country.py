"""A whole country, or a share of it: units and councils as listed, then the years of each council, one by one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from random import Random

from django.db import transaction

from dienhong.accounts.models import User
from dienhong.audit.journal import append
from dienhong.kernel.errors import Refused
from dienhong.organisations.kinds import UnitKind
from dienhong.organisations.models import Council
from dienhong.organisations.unit_list import UnitRow, load_units
from dienhong.rulebook import current
from dienhong.sample.simulation import words
from dienhong.sample.simulation.house import ELECTED_ON, House, Years
from dienhong.sample.simulation.load import go_on_counting, in_bulk
from dienhong.sample.simulation.meetings import meet
from dienhong.sample.simulation.others import do_the_rest
from dienhong.sample.simulation.oversight import oversee
from dienhong.sample.simulation.pen import Pen
from dienhong.sample.simulation.people import settle
from dienhong.sample.simulation.questioning import question
from dienhong.sample.simulation.reception import receive
from dienhong.sample.simulation.sessions import hold_sessions
from dienhong.sample.simulation.voters import Hearing

PROVINCES, COMMUNES = 34, 3_321
"""How many the country has since 1 July 2025; invented units come in the same numbers."""

OCCUPIED = "Cơ sở dữ liệu đã có Hội đồng; dữ liệu giả lập chỉ ghi vào cơ sở dữ liệu chưa có Hội đồng nào."


@dataclass(frozen=True)
class Plan:
    """Which units, over how many years, and the seed from which everything follows."""

    units: Sequence[UnitRow]
    years: Years
    seed: int


def invented_units() -> list[UnitRow]:
    """A country of the usual size whose units have made-up names."""
    draw, rows = Random("units"), []  # noqa: S311 - nothing secret
    for n in range(1, PROVINCES + 1):
        rows.append(UnitRow(f"{n:02d}", f"Tỉnh Giả Định {n}", UnitKind.PROVINCE, ""))
    for n in range(COMMUNES):
        name = words.place(draw).split(" ", 1)[1] if n % 2 else str(n)
        kind = UnitKind.COMMUNE if n % 3 else UnitKind.WARD
        title = "Xã" if kind == UnitKind.COMMUNE else "Phường"
        rows.append(UnitRow(f"{n + 1:05d}", f"{title} {name} {n}", kind, f"{n % PROVINCES + 1:02d}"))
    return rows


def share_of(rows: Sequence[UnitRow], share: float) -> list[UnitRow]:
    """So much of a country: whole provinces as long as there are enough, with so many of the communes in all."""
    upper = [row for row in rows if not row.parent_code]
    lower = [row for row in rows if row.parent_code]
    kept = upper[: max(round(len(upper) * share), 1)]
    codes = {row.code for row in kept}
    below = [row for row in lower if row.parent_code in codes]
    return [*kept, *below[: max(round(len(lower) * share), 1)]]


@transaction.atomic
def simulate(plan: Plan, *, by: User, at: datetime, told: Callable[[int, int], None]) -> dict[str, int]:
    """Make up the country; ``told`` hears how many councils of how many are done. Rows by model, or Refused."""
    if Council.objects.exists():
        raise Refused.because("simulation.occupied", OCCUPIED)
    load_units(plan.units, from_on=ELECTED_ON, by=by, at=at)
    pen = Pen(by, at)
    areas = _areas(plan.units)
    done, whole = 0, sum(map(len, areas))
    with in_bulk():
        for area in areas:
            for _ in _live_through(area, plan, pen):
                done += 1
                told(done, whole)
        pen.write()
    go_on_counting(pen.models())
    counts = {model._meta.label: count for model, count in pen.counts.items()}
    first = Council.objects.order_by("pk")[0]
    changes = {label: [None, count] for label, count in counts.items()}
    append(council_id=None, by=by, verb="Lập dữ liệu giả lập", record=first, at=at, changes=changes)
    return counts


def _areas(rows: Sequence[UnitRow]) -> list[list[Council]]:
    """Each province with the communes below it, in the order of the list."""
    councils = {council.unit.code: council for council in Council.objects.select_related("unit")}
    below: defaultdict[str, list[Council]] = defaultdict(list)
    for row in rows:
        below[row.parent_code].append(councils[row.code])
    return [[upper, *below[upper.unit.code]] for upper in below[""]]


def _live_through(area: Sequence[Council], plan: Plan, pen: Pen) -> Iterator[Council]:
    """The years of a province and of every council in it."""
    fields, upper = {field.code: field for field in current.fields()}, None
    for council in area:
        draw = Random(f"{plan.seed} {council.unit.code}")  # noqa: S311 - to be repeated, not secret
        house = House(council, pen, draw, plan.years, fields)
        settle(house)
        hold_sessions(house)
        meet(house)
        Hearing(house, upper).listen(list(area[1:]) if upper is None else [])
        oversee(house)
        question(house)
        receive(house)
        do_the_rest(house)
        upper = upper or house
        pen.close_council()
        yield council
    pen.close_area()
