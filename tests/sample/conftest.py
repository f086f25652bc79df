"""The sample, loaded once for all tests of a module."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

import pytest

from dienhong.accounts.models import User
from dienhong.sample.load import load_sample
from dienhong.sample.workbooks import load_workbooks, waiting_councils

from ..factories import NOW
from ..laid_out import laid_out

LATER = NOW.replace(year=2024)


@pytest.fixture(scope="module")
def passwords(django_db_setup: None, django_db_blocker: Any) -> Iterator[dict[str, str]]:
    """Its councils and people."""
    numbers = count(1)
    with laid_out(django_db_blocker):
        yield load_sample(by=User.objects.operator(), at=LATER, password=lambda: f"mat-khau-{next(numbers)}")


@pytest.fixture(scope="module")
def year(passwords: dict[str, str], django_db_blocker: Any) -> Iterator[None]:
    """And their year, out of the workbooks."""
    with laid_out(django_db_blocker):
        list(load_workbooks(waiting_councils(), by=User.objects.operator(), at=LATER))
        yield
