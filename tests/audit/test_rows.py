"""Rows written by a statement of our own are what Django itself would have written."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from dienhong.accounts.models import User
from dienhong.audit.models import Entry, Mention
from dienhong.audit.rows import insert_rows, update_rows
from dienhong.followup.models import Assignment, Origin, Undertaking
from dienhong.organisations.models import Council, Organisation

from ..factories import make_body

AT = datetime(2023, 7, 18, 9, 30, 15, 123456, tzinfo=UTC)


def entry(sequence: int, **values: Any) -> Entry:
    told = {"council_id": 7, "at": AT, "actor_id": 1, "actor_name": "Nguyễn Văn “An” 100%", "verb": "Ghi"}
    return Entry(sequence=sequence, record_type="x", record_label="", hash="0", **told | values)


def values_of(record: Any) -> dict[str, Any]:
    return {field.attname: getattr(record, field.attname) for field in record._meta.concrete_fields}


@pytest.mark.django_db
def test_every_value_comes_back_as_it_was_given() -> None:
    told = {"tên": ["%s", None], "số": [1, 2.5], "đúng": True}
    made = [entry(1, changes=told, record_id=None), entry(2, changes={}, record_id=2**40, reason="'; --")]
    insert_rows(Entry, made)
    assert [values_of(one) for one in Entry.objects.order_by("pk")] == [values_of(one) for one in made]
    assert not any(one._state.adding for one in made)


@pytest.mark.django_db
def test_many_rows_are_two_statements_and_each_has_a_key_that_nobody_had(
    django_assert_num_queries: Any,
) -> None:
    before = entry(1)
    before.save()
    made = [entry(number) for number in range(2, 1500)]
    with django_assert_num_queries(2):
        insert_rows(Entry, made)
    entry(1500).save()
    assert [one.sequence for one in Entry.objects.order_by("pk")] == list(range(1, 1501))
    assert {one.pk: one.sequence for one in [before, *made]} == dict(
        Entry.objects.filter(sequence__lt=1500).values_list("pk", "sequence")
    )


@pytest.mark.django_db
def test_what_is_refused_is_no_record_yet() -> None:
    made = [entry(1), entry(1)]
    with pytest.raises(IntegrityError), transaction.atomic():
        insert_rows(Entry, made)
    assert not Entry.objects.exists()
    assert all(one.pk is None and one._state.adding for one in made)


@pytest.mark.django_db
def test_nothing_asks_nothing(django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(0):
        insert_rows(Entry, [])
        update_rows(Entry, [], ["verb"])


def test_what_was_written_after_the_row_was_put_together_is_referred_to(
    commune: Council, clerk: User
) -> None:
    council, lead = commune, make_body(commune, "executive", "UBND xã")
    origin = Origin(council=council, kind="petition", title="Đường thôn", code="KN-2023-001")
    days = dict.fromkeys(("assigned_on", "due_on", "counts_on"), date(2023, 8, 5))
    recorded = {"recorded_by": clerk, "recorded_at": AT, "code": "VT-2023-001", "text": "Sửa đường"}
    undertaking = Undertaking(council=council, origin=origin, lead=lead, **recorded, **days)
    part = Assignment(undertaking=undertaking, organisation=lead, leads=True, from_on=date(2023, 8, 5))
    for one in (origin, undertaking, part):
        insert_rows(type(one), [one])
    found = Assignment.objects.get(undertaking__origin=origin)
    assert found == part and part.undertaking is undertaking and undertaking.origin is origin
    assert values_of(Undertaking.objects.get()) == values_of(undertaking)


@pytest.mark.django_db
def test_a_row_never_refers_to_what_is_not_written() -> None:
    with pytest.raises(AssertionError, match="refers to what is not written: entry"):
        insert_rows(Mention, [Mention(entry=entry(1), record_type="x", record_id=1)])


def test_a_row_is_rewritten_in_the_named_fields_alone(commune: Council) -> None:
    first, second = (make_body(commune, "department", f"Phòng {number}") for number in (1, 2))
    first.name, first.place, first.dissolved_on = "Phòng Một", "không ghi", date(2023, 5, 1)
    update_rows(Organisation, [first], ["name", "dissolved_on"])
    first.place = ""
    assert [values_of(one) for one in Organisation.objects.order_by("pk")] == [
        values_of(first),
        values_of(second),
    ]
