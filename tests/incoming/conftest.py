"""A report that a commune's clerk took in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.incoming.actions import receive
from dienhong.incoming.models import IncomingReport
from dienhong.organisations.models import Council

from ..factories import NOW, TODAY

Receive = Callable[..., IncomingReport]


def received(
    council: Council, by: User, data: bytes, name: str = "bao-cao.docx", **values: Any
) -> IncomingReport:
    """A report of the council itself, unless ``sender`` says otherwise."""
    usual = {
        "sender": council,
        "sender_name": "",
        "title": "",
        "year": None,
        "received_on": TODAY,
        "note": "",
    }
    return receive(council=council, name=name, data=data, values={**usual, **values}, by=by, at=NOW)


@pytest.fixture
def receive_report(commune: Council, clerk: User) -> Receive:
    def make(data: bytes, name: str = "bao-cao.txt", **values: Any) -> IncomingReport:
        return received(commune, clerk, data, name, **values)

    return make
