"""A council's records of a year in the form that imports them: bringing the file back changes nothing."""

from __future__ import annotations

from dienhong.accounts.models import User
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register
from dienhong.registers.models import NothingToReport, Record
from dienhong.workbook.columns import sheet_registers
from dienhong.workbook.template import filled_workbook


def export(council: Council, year: int, user: User) -> bytes:
    """The workbook (.xlsx) with every standing record that the user may see and that counts in the year."""
    period = Period.year(year)
    records = {r.code: _records(r, council, period, user) for r in sheet_registers()}
    said = NothingToReport.objects.filter(council=council, first=period.first, last=period.last)
    nothing = {code for code in said.values_list("register", flat=True) if not records.get(code)}
    return filled_workbook(council, year, records, frozenset(nothing))


def _records(register: Register, council: Council, period: Period, user: User) -> list[Record]:
    visible = register.objects.visible_to(user).counted().filter(council=council).in_period(period)
    referred = [f.name for f in register.model._meta.concrete_fields if f.is_relation]
    return list(visible.select_related(*referred).order_by("counts_on", "pk"))
