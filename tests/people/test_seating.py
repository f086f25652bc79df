"""Who sits where: on the old day the old chairwoman, today the new one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.people.models import Position
from dienhong.people.models.positions import held
from dienhong.people.seating import Seating, seating_of
from dienhong.people.states import PositionRole

from ..factories import TERM_START, make_body, make_mandate, make_position
from .test_actions import end

LAST = date(2023, 6, 14)


def chairs(seating: Seating) -> list[str]:
    body = seating.bodies["Thường trực Hội đồng nhân dân"][0]
    return [seat.position.holder for seat in body.members.get(PositionRole.CHAIR, [])]


@pytest.fixture
def replaced(commune: Council, clerk: User) -> None:
    body = make_body(commune, "standing_committee", "Thường trực HĐND xã Mẫu")
    old = make_mandate(commune, clerk, "Trần Thị Trước")
    make_position(body, "chair", old, clerk)
    end(old, clerk, to_on=LAST, end_reason="transferred", decided_at="Kỳ họp thứ 6")
    new = make_mandate(commune, clerk, "Lê Thị Sau")
    make_position(body, "chair", new, clerk, from_on=LAST + timedelta(days=1))


def test_a_replaced_chairwoman_is_chair_on_the_old_date_and_not_today(
    replaced: None, commune: Council, clerk: User
) -> None:
    assert chairs(seating_of(commune, clerk, LAST)) == ["Trần Thị Trước"]
    assert chairs(seating_of(commune, clerk, LAST + timedelta(days=1))) == ["Lê Thị Sau"]
    assert chairs(seating_of(commune, clerk, date(2023, 11, 20))) == ["Lê Thị Sau"]
    assert [m.full_name for m in seating_of(commune, clerk, date(2023, 11, 20)).mandates] == ["Lê Thị Sau"]


def test_before_the_term_nobody_sits(replaced: None, commune: Council, clerk: User) -> None:
    seating = seating_of(commune, clerk, date(2021, 5, 22))
    assert seating.term is None and not seating.mandates and chairs(seating) == []


def test_who_may_not_read_the_council_sees_an_empty_one(
    replaced: None, commune: Council, sister_clerk: User
) -> None:
    seating = seating_of(commune, sister_clerk, LAST)
    assert not seating.mandates and chairs(seating) == []


def test_who_is_in_no_group_is_named_once_there_are_groups(commune: Council, clerk: User) -> None:
    in_group, outside = make_mandate(commune, clerk, "Lê A"), make_mandate(commune, clerk, "Lê B")
    group = make_body(commune, "delegate_group", "Tổ số 1", number=1, place="Xã Mẫu")
    assert seating_of(commune, clerk, LAST).without_group == [in_group, outside]
    make_position(group, "group_head", in_group, clerk)
    assert seating_of(commune, clerk, LAST).without_group == [outside]


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=st.lists(st.integers(1, 60), min_size=1, max_size=5), after=st.integers(0, 320))
def test_on_any_day_there_is_one_chair_the_one_of_that_day(
    changes: list[int], after: int, commune: Council, clerk: User
) -> None:
    Position.objects.all().delete()
    commune.organisations.all().delete()
    body = make_body(commune, "standing_committee", "Thường trực")
    bounds, first = [], TERM_START
    for number, days in enumerate(changes):
        name = f"Chủ tịch {len(changes)}.{number}.{after}.{sum(changes)}"
        last = first + timedelta(days=days - 1)
        mandate = make_mandate(commune, clerk, name, birth_year=1950 + number)
        position = make_position(body, "chair", mandate, clerk, from_on=first)
        Position.objects.filter(pk=position.pk).update(to_on=last)
        bounds.append((first, last, name))
        first = last + timedelta(days=1)
    commune.terms.update(seats_allotted=10_000)
    on = TERM_START + timedelta(days=after)
    found = [p.holder for p in Position.objects.filter(held(on), organisation=body)]
    assert found == [name for begins, ends, name in bounds if begins <= on <= ends]


def test_statements_do_not_grow_with_people(commune: Council, clerk: User) -> None:
    group = make_body(commune, "delegate_group", "Tổ số 1")

    def statements() -> int:
        user = User.objects.get(pk=clerk.pk)
        with CaptureQueriesContext(connection) as captured:
            seating = seating_of(commune, user, LAST)
            _ = [
                str(s.position)
                for b in seating.bodies.values()
                for body in b
                for m in body.members.values()
                for s in m
            ]
        return len(captured)

    make_position(group, "group_head", make_mandate(commune, clerk, "Lê A"), clerk)
    few = statements()
    for number in range(12):
        make_position(group, "group_member", make_mandate(commune, clerk, f"Lê B{number}"), clerk)
    assert statements() == few
