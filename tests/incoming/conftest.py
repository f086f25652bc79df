"""A report that a commune's clerk took in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.incoming.models import IncomingReport
from dienhong.organisations.models import Council

from .documents import received

Receive = Callable[..., IncomingReport]


@pytest.fixture
def receive_report(commune: Council, clerk: User) -> Receive:
    def make(data: bytes, name: str = "bao-cao.txt", **values: Any) -> IncomingReport:
        return received(commune, clerk, data, name, **values)

    return make
