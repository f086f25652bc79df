"""A council's records of a year in the form that imports them: bringing the file back changes nothing."""

from __future__ import annotations

from dienhong.accounts.models import User
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register
from dienhong.registers.models import NothingToReport, Record
from dienhong.registers.sight import Sight
from dienhong.workbook.columns import sheet_of, sheet_registers
from dienhong.workbook.template import filled_workbook


def export(council: Council, year: int, user: User) -> bytes:
    """The workbook (.xlsx) with every standing record that the user may see and that counts in the year."""
    period = Period.year(year)
    records = {r.code: _records(r, council, period, user) for r in sheet_registers()}
    said = NothingToReport.objects.standing().filter(council=council, first=period.first, last=period.last)
    nothing = {code for code in said.values_list("register", flat=True) if not records.get(code)}
    return filled_workbook(council, year, records, frozenset(nothing), by=user)


def _records(register: Register, council: Council, period: Period, user: User) -> list[Record]:
    visible = register.objects.readable_by(user).counted().filter(council=council)
    visible = visible.exclude(sheet_of(register).without)
    chosen = (
        visible.filter(register.valid_on(period.last)) if register.valid_on else visible.in_period(period)
    )
    referred = [f.name for f in register.model._meta.concrete_fields if f.is_relation]
    records = list(chosen.select_related(*referred).order_by("counts_on", "pk"))
    _withhold(register, records, user)
    return records


def _withhold(register: Register, records: list[Record], user: User) -> None:
    """Empty, in these copies, the fields that are not open to the user: an empty cell erases nothing when imported."""
    sight = Sight(register.model, user)
    for record in records:
        for name in register.model.FIELD_READERS:
            if not sight.reads(name, record.council_id):
                setattr(record, name, None)
