"""What follows from any record, as columns of its sheet."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.followup.models import Undertaking
from dienhong.followup.sheet import followed, tell
from dienhong.organisations.models import Council, Organisation
from dienhong.registers.declaration import Carried
from dienhong.voters.models import Petition

from ..factories import NOW, make_body
from ..voters.factories import make_petition

act = followed(lambda record: f"Giải quyết: {record.text}")


@pytest.fixture
def body(commune: Council) -> Organisation:
    return make_body(commune, "executive", "UBND xã Mẫu")


def carried(petition: Petition, by: User, **cells: Any) -> Carried:
    row = Carried(Petition.objects.get(pk=petition.pk), cells, tell([petition]).get(petition.pk, {}))
    act([row], by, NOW)
    petition.refresh_from_db()
    return row


def test_what_is_given_answered_and_settled_is_told_so(
    commune: Council, clerk: User, body: Organisation
) -> None:
    petition, given = make_petition(commune, clerk), {"lead": body, "given_on": date(2023, 7, 3)}
    due = {"due_on": date(2023, 8, 15)}
    assert carried(petition, clerk, **given, **due).violations == []
    assert Undertaking.objects.get().text == "Giải quyết: Sửa cầu treo qua suối"
    answer = {
        "result": "resolved",
        "answered_on": date(2023, 8, 1),
        "answer": "Xong",
        "answer_paper": "24/UBND",
    }
    assert carried(petition, clerk, **given, **answer).violations == []
    told = tell([petition])[petition.pk]
    assert {name: told[name] for name in (*given, *due, *answer)} == {**given, **due, **answer}
    assert carried(petition, clerk, **answer).violations == [], "the same again is no act"
    assert Undertaking.objects.get().version == 2


def test_what_follows_from_nothing_is_told_at_its_column(
    commune: Council, clerk: User, body: Organisation
) -> None:
    petition = make_petition(commune, clerk)
    row = carried(petition, clerk, answered_on=date(2023, 8, 1))
    assert [violation.field for violation in row.violations] == ["lead", "given_on"]
    row = carried(petition, clerk, lead=body, given_on=date(2024, 1, 1))
    assert [violation.field for violation in row.violations] == ["given_on"]


def test_who_may_not_give_is_told_so(
    commune: Council, clerk: User, sister_clerk: User, body: Organisation
) -> None:
    row = carried(make_petition(commune, clerk), sister_clerk, lead=body, given_on=date(2023, 7, 3))
    assert [violation.code for violation in row.violations] == ["not_allowed"]
