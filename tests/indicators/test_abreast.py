"""Two statements at a time where the database can, in order where it cannot; figures are the same either way."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from threading import Barrier

import pytest
from django.db import DatabaseError, connection, transaction

from dienhong.accounts.models import User
from dienhong.council_sessions.states import SessionStatus
from dienhong.indicators import evaluation
from dienhong.indicators.abreast import CONNECTIONS, abreast, pool
from dienhong.indicators.declaration import all_indicators
from dienhong.indicators.evaluation import evaluate
from dienhong.indicators.scope import Scope
from dienhong.kernel.period import Period
from dienhong.organisations.models import Council

from ..factories import make_session

several = pytest.mark.skipif(connection.vendor != "postgresql", reason="one connection at a time")
SLOW = "SELECT %s FROM (SELECT pg_sleep(0.2)) slept"
HELD = "SELECT COUNT(*) FROM council_sessions_councilsession"


@pytest.fixture(autouse=True)
def no_connection_stays() -> Iterator[None]:
    """A test database is dropped when nobody is connected to it any more."""
    yield
    both = Barrier(CONNECTIONS)

    def leave() -> None:
        connection.close()
        both.wait(20)

    for left in [pool().submit(leave) for _ in range(CONNECTIONS)]:
        left.result()


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("wanted", [True, False])
def test_every_question_has_its_own_answer(wanted: bool) -> None:
    with abreast(wanted) as ask:
        answers = [ask("SELECT %s + 1", [number]) for number in range(9)]
        assert [int(answer()[0][0]) for answer in answers] == list(range(1, 10))


@several
@pytest.mark.django_db(transaction=True)
def test_two_are_under_way_at_a_time_on_connections_of_their_own() -> None:
    asked = "SELECT pg_backend_pid() FROM (SELECT pg_sleep(0.5)) slept"
    with abreast() as ask:
        answers = [ask(asked, []) for _ in range(2)]
        at_work = {int(answer()[0][0]) for answer in answers}
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_backend_pid()")
        assert len(at_work - {cursor.fetchone()[0]}) == 2


@pytest.mark.django_db
def test_one_after_the_other_within_a_transaction(commune: Council, clerk: User) -> None:
    """Only the own connection sees what is not committed yet."""
    with transaction.atomic(), abreast() as ask:
        make_session(commune, clerk)
        assert [int(answer()[0][0]) for answer in (ask(HELD, []), ask(HELD, []))] == [1, 1]


@several
@pytest.mark.django_db(transaction=True)
def test_an_error_comes_out_and_what_was_not_begun_is_left() -> None:
    with pytest.raises(DatabaseError), abreast() as ask:
        answers = [ask(statement, [1]) for statement in ("SELECT %s FROM nowhere", *[SLOW] * 20)]
        answers[0]()
    with abreast() as ask:
        assert ask("SELECT %s", [7])() == [(7,)]


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
