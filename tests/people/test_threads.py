"""Two who write at once: rules look under a lock, so one of them is refused."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from dienhong.accounts.models import User
from dienhong.kernel.errors import Refused
from dienhong.organisations.kinds import Role
from dienhong.people.models import Mandate, Position

from ..factories import make_body, make_council, make_mandate, make_position, make_user

THREADS = 4


def at_once(act: Callable[[int], Any]) -> list[str]:
    """What each of the threads came to: "done" or the code of the first refusal."""
    barrier = Barrier(THREADS)

    def run(number: int) -> str:
        try:
            barrier.wait()
            act(number)
        except Refused as refusal:
            return refusal.violations[0].code
        finally:
            connection.close()
        return "done"

    with ThreadPoolExecutor(THREADS) as pool:
        return sorted(pool.map(run, range(THREADS)))


@pytest.mark.django_db(transaction=True)
def test_one_chair_and_one_seat_each_whoever_asks_at_once() -> None:
    council = make_council("xa-mau", "Xã Mẫu")
    clerk: User = make_user("vanthu", Role.CLERK, council)
    body = make_body(council, "standing_committee", "Thường trực")
    seats = [make_mandate(council, clerk, f"Đại biểu số {n}") for n in range(THREADS)]

    outcome = at_once(lambda n: make_position(body, "chair", seats[n], User.objects.get(pk=clerk.pk)))
    assert outcome == ["done"] + ["position.held"] * (THREADS - 1)
    assert Position.objects.count() == 1

    outcome = at_once(lambda n: make_mandate(council, User.objects.get(pk=clerk.pk), "Hồ Thị Một"))
    assert outcome == ["done"] + ["mandate.twice"] * (THREADS - 1)
    assert Mandate.objects.count() == THREADS + 1
