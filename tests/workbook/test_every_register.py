"""Whatever registers there are: an export of all of them imports back to the same; a workbook fills an empty house."""

from __future__ import annotations

from collections import Counter

import pytest

from dienhong.accounts.models import User
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Register
from dienhong.workbook.columns import sheet_of, sheet_registers
from dienhong.workbook.exporting import export
from dienhong.workbook.preview import State

from ..access.furniture import furnish
from .files import previewed


def test_an_export_of_everything_comes_back_the_same(commune: Council, clerk: User) -> None:
    furnish(commune, clerk)
    preview = previewed(export(commune, 2023, clerk), commune, clerk)
    wrong = [row for row in preview.rows if row.state is not State.SAME or row.findings]
    assert wrong == []
    sheets = Counter(row.sheet for row in preview.rows)
    period = Period.year(2023)
    assert sheets == {
        sheet_of(register).name: number
        for register in sheet_registers()
        if (number := counted(register, commune, period))
    }


def counted(register: Register, council: Council, period: Period) -> int:
    """What stands in the year and a file may carry."""
    standing = register.objects.filter(council=council).counted().exclude(sheet_of(register).without)
    chosen = (
        standing.filter(register.valid_on(period.last)) if register.valid_on else standing.in_period(period)
    )
    return int(chosen.count())


@pytest.mark.parametrize("register", sheet_registers(), ids=lambda register: register.code)
def test_a_part_names_its_whole(register: Register) -> None:
    sheet = sheet_of(register)
    assert not register.part_of or {register.part_of} <= {*sheet.columns} & {*sheet.key}
