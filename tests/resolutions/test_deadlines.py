"""Sent up and published within the days that the law gives, counted from signing."""

from __future__ import annotations

from datetime import date

import pytest

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.resolutions import deadlines
from dienhong.resolutions.models import Resolution

from .factories import ISSUED, PASSED, make_resolution

pytestmark = pytest.mark.django_db


def test_facts_tell_the_day_its_basis_and_how_late(commune: Council, clerk: User) -> None:
    resolution = make_resolution(commune, clerk, **ISSUED, published_on=date(2023, 7, 25))
    told = {fact.label: fact for fact in deadlines.facts(resolution)}
    assert told["Gửi lên cấp trên chậm nhất"].value == "22/7/2023"
    assert told["Đăng, niêm yết chậm nhất"].value == "22/7/2023 (chậm 03 ngày)"
    assert "87/2015" in told["Gửi lên cấp trên chậm nhất"].explanation


def test_before_signing_nothing_is_due(commune: Council, clerk: User) -> None:
    assert list(deadlines.facts(make_resolution(commune, clerk, **PASSED))) == []


def test_the_desk_asks_for_signing_sending_and_publishing(commune: Council, clerk: User) -> None:
    waiting = make_resolution(commune, clerk, **PASSED)
    issued = make_resolution(commune, clerk, **ISSUED, sent_up_on=date(2023, 7, 20))
    found = list(deadlines.tasks(Resolution.objects.all(), date(2023, 11, 20)))
    assert [(task.record, task.due_on) for task in found] == [
        (waiting, date(2023, 7, 18)),
        (issued, date(2023, 7, 22)),
    ]
