"""The journal is append-only, and betrays whoever rewrites it."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from django.db import connection, transaction

from dienhong.accounts.models import User
from dienhong.audit.journal import INSTALLATION, append, as_one, verify
from dienhong.audit.models import Chain, Entry
from dienhong.organisations.models import Council

from ..factories import NOW, make_session


def tamper(sql: str, *values: object) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.fixture
def entries(commune: Council, clerk: User) -> list[Entry]:
    for ordinal in (7, 8, 9):
        make_session(commune, clerk, ordinal=ordinal)
    return list(Entry.objects.filter(council_id=commune.pk).order_by("sequence"))


def test_an_intact_journal_has_no_breaks(entries: list[Entry]) -> None:
    assert [entry.sequence for entry in entries] == [1, 2, 3]
    assert list(verify()) == []


def test_a_removed_row_is_found(entries: list[Entry]) -> None:
    tamper("DELETE FROM audit_entry WHERE id = %s", entries[1].pk)
    breaks = list(verify())
    assert [place.sequence for place in breaks] == [2]
    assert "xóa" in breaks[0].sentence


def test_an_altered_row_is_found(entries: list[Entry]) -> None:
    tamper("UPDATE audit_entry SET actor_name = %s WHERE id = %s", "Người khác", entries[1].pk)
    assert [place.sequence for place in verify()] == [2]


def test_a_cut_tail_is_found(entries: list[Entry]) -> None:
    tamper("DELETE FROM audit_entry WHERE id = %s", entries[2].pk)
    assert [place.sequence for place in verify()] == [3]


def test_a_chain_whose_head_was_removed_is_found(entries: list[Entry], commune: Council) -> None:
    Chain.objects.filter(pk=commune.pk).delete()
    assert [place.council_id for place in verify()] == [commune.pk]


def test_a_row_rewritten_with_its_own_hash_breaks_the_next(entries: list[Entry]) -> None:
    from dienhong.audit.journal import digest

    forged = entries[1]
    forged.actor_name = "Người khác"
    tamper(
        "UPDATE audit_entry SET actor_name = %s, hash = %s WHERE id = %s",
        "Người khác",
        digest(forged),
        forged.pk,
    )
    assert [place.sequence for place in verify()] == [3]


def test_entries_can_be_neither_changed_nor_deleted(entries: list[Entry]) -> None:
    with pytest.raises(TypeError):
        entries[0].save()
    with pytest.raises(TypeError):
        entries[0].delete()
    with pytest.raises(TypeError):
        Entry.objects.update(actor_name="Người khác")
    with pytest.raises(TypeError):
        Entry.objects.all().delete()


def test_an_entry_goes_with_its_change_or_not_at_all(commune: Council, clerk: User) -> None:
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        make_session(commune, clerk)
        _ = 1 / 0
    assert not Entry.objects.filter(council_id=commune.pk).exists()


@pytest.mark.django_db(transaction=True)
def test_an_entry_outside_a_transaction_is_refused(commune: Council, clerk: User) -> None:
    with pytest.raises(transaction.TransactionManagementError):
        append(council_id=None, by=clerk, verb="Thử", record=commune, at=NOW)


def test_what_belongs_to_no_council_has_a_chain_of_its_own(commune: Council, clerk: User) -> None:
    entry = append(council_id=None, by=clerk, verb="Thử", record=commune, at=NOW)
    assert entry.council_id == INSTALLATION


def test_the_acts_of_one_deed_are_one_entry_that_names_every_record(commune: Council, clerk: User) -> None:
    def heading() -> dict[str, Any]:
        return {"file": [None, "so.xlsx"]}

    given = {"council_id": commune.pk, "by": clerk, "at": NOW}
    with transaction.atomic(), as_one(**given, verb="Nhập", record=commune, heading=heading) as gathered:
        append(**given, verb="Ghi mới", record=commune, changes={"name": [None, "A"]})
        append(**given, verb="Sửa", record=commune, changes={"name": ["A", "B"], "level": ["x", "y"]})
        append(**{**given, "council_id": None}, verb="Khác", record=clerk)
        with suppress(ValueError), gathered.unless_undone():
            append(**given, verb="Sửa", record=clerk)
            raise ValueError
    entry = Entry.objects.get(council_id=commune.pk)
    assert (entry.verb, entry.changes["file"]) == ("Nhập", [None, "so.xlsx"])
    assert entry.changes["Hội đồng nhân dân: HĐND xã Mẫu"] == [{"level": "x"}, {"name": "B", "level": "y"}]
    assert [m.record_id for m in entry.mentions.all()] == [commune.pk]
    assert Entry.objects.filter(council_id=0, verb="Khác").exists()
    assert not list(verify(commune.pk))


def test_a_deed_without_acts_is_not_told(commune: Council, clerk: User) -> None:
    with (
        transaction.atomic(),
        as_one(council_id=commune.pk, by=clerk, at=NOW, verb="Nhập", record=commune, heading=dict),
    ):
        pass
    assert not Entry.objects.filter(council_id=commune.pk).exists()
