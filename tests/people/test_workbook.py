"""The sheet of delegates in the yearly workbook: what is withheld is an empty cell."""

from __future__ import annotations

import pytest

from dienhong.accounts.models import User
from dienhong.kernel.period import Period
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.people.register import mandates
from dienhong.workbook.exporting import _records

from ..factories import make_mandate, make_user


@pytest.mark.parametrize(("role", "said"), [(Role.CLERK, "catholic"), (Role.DELEGATE, None)])
def test_an_export_leaves_out_what_the_reader_may_not_read(
    role: Role, said: str | None, commune: Council, clerk: User
) -> None:
    make_mandate(commune, clerk, religion="catholic")
    found = _records(mandates, commune, Period.year(2021), make_user("nguoi.xem", role, commune))
    assert [record.religion for record in found] == [said]  # type: ignore[attr-defined]
