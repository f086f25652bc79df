"""Many records written at once are checked like one, and what the database refuses is told in the model's words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import IntegrityError

from dienhong.audit.many import insert, require_shape, rewrite
from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council, Organisation

from ..factories import make_body


def body(council: Council, name: str) -> Organisation:
    made = Organisation(council=council, kind="department", name=name)
    made.derive()
    return made


def test_what_is_inserted_at_once_has_keys(commune: Council, django_assert_num_queries: Any) -> None:
    made = [body(commune, f"Phòng {number}") for number in range(20)]
    with django_assert_num_queries(4):  # keys and rows, within a savepoint
        insert(made)
    assert [one.name for one in Organisation.objects.order_by("pk")] == [one.name for one in made]
    assert all(one.pk for one in made)


def test_what_the_database_refuses_is_told_by_the_model_and_leaves_nothing(commune: Council) -> None:
    make_body(commune, "department", "Phòng Nội vụ")
    with pytest.raises(Refused, match="Đã có cơ quan đang hoạt động mang tên này"):
        insert([body(commune, "Phòng Y tế"), body(commune, "Phòng Nội vụ")])
    assert Organisation.objects.count() == 1


def test_two_of_the_same_among_the_new_is_the_databases_own_word(commune: Council) -> None:
    """No model sees it: each of them alone is right."""
    with pytest.raises(IntegrityError):
        insert([body(commune, "Phòng Y tế"), body(commune, "Phòng Y tế")])
    assert not Organisation.objects.exists()


def test_rows_are_rewritten_each_with_its_own_values_and_no_other_field(commune: Council) -> None:
    bodies = [make_body(commune, "department", f"Phòng {number}") for number in range(3)]
    for number, one in enumerate(bodies):
        one.dissolved_on, one.place = date(2023, 1, 1) + timedelta(days=number), "không ghi"
    rewrite(bodies, ["dissolved_on"])
    found = list(Organisation.objects.order_by("pk").values_list("dissolved_on", "place"))
    assert found == [(date(2023, 1, day), "") for day in (1, 2, 3)]


def test_what_may_not_be_rewritten_is_told(commune: Council) -> None:
    one = make_body(commune, "department", "Phòng", established_on=date(2023, 1, 1))
    one.dissolved_on = date(2022, 1, 1)
    with pytest.raises(Refused, match="Ngày kết thúc phải sau ngày thành lập"):
        rewrite([one], ["dissolved_on"])
    one.refresh_from_db()
    assert one.dissolved_on is None


def test_fields_are_checked_before_the_database_is_asked(
    commune: Council, django_assert_num_queries: Any
) -> None:
    one = body(commune, "x" * 400)
    with django_assert_num_queries(0), pytest.raises(Refused) as refused:
        require_shape(one)
    assert [violation.field for violation in refused.value.violations] == ["name"]
    require_shape(one, exclude=("name",))
