"""Two at a time where the database can, in order where it cannot; figures are the same either way."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from threading import Barrier

import pytest
from django.db import connection, transaction

from dienhong.accounts.models import User
from dienhong.council_sessions.models import CouncilSession
from dienhong.council_sessions.states import SessionStatus
from dienhong.indicators import evaluation
from dienhong.indicators.abreast import abreast
from dienhong.indicators.declaration import all_indicators
from dienhong.indicators.evaluation import evaluate
from dienhong.indicators.scope import Scope
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council

from ..factories import make_session

several = pytest.mark.skipif(connection.vendor != "postgresql", reason="one connection at a time")


def reading(number: int) -> Callable[[], int]:
    def read() -> int:
        with connection.cursor() as cursor:
            cursor.execute("SELECT %s", [number])
            return int(cursor.fetchone()[0])

    return read


@pytest.mark.django_db(transaction=True)
def test_answers_come_in_the_order_of_the_questions() -> None:
    assert abreast([reading(number) for number in range(9)]) == list(range(9))
    assert abreast([]) == []


@several
@pytest.mark.django_db(transaction=True)
def test_two_are_under_way_at_a_time() -> None:
    both = Barrier(2, timeout=20)
    assert len({*abreast([both.wait, both.wait])}) == 2


@pytest.mark.django_db
def test_one_after_the_other_within_a_transaction(commune: Council, clerk: User) -> None:
    """Only the own connection sees what is not committed yet."""
    with transaction.atomic():
        make_session(commune, clerk)
        assert abreast([CouncilSession.objects.count, CouncilSession.objects.count]) == [1, 1]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("place", [0, 1, 5])
def test_an_error_comes_out_and_the_connection_goes_on(place: int) -> None:
    calls: list[Callable[[], object]] = [reading(number) for number in range(6)]
    calls[place] = lambda: 1 // 0
    with pytest.raises(ZeroDivisionError):
        abreast(calls)
    assert reading(7)() == 7


@pytest.mark.django_db(transaction=True)
def test_figures_are_the_same(commune: Council, clerk: User, monkeypatch: pytest.MonkeyPatch) -> None:
    make_session(commune, clerk, status=SessionStatus.CLOSED)
    scope = Scope([commune], Period.between(date(2021, 1, 1), date(2025, 12, 31)), User.objects.operator())

    def numbers() -> dict[str, tuple[dict[int, int], object]]:
        figures = evaluate(all_indicators(), scope)
        return {code: (figure.by_council, figure.by) for code, figure in figures.items()}

    alone = numbers()
    monkeypatch.setattr(evaluation, "MANY", 1)
    assert numbers() == alone
    assert alone["sessions.held"][0] == {commune.pk: 1}
