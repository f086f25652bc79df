"""Where the vote is recorded its result decides, and the resolution shows how it was worked out."""

from __future__ import annotations

import pytest
from django.test import Client

from dienhong.accounts.models import User
from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council
from dienhong.resolutions import actions
from dienhong.resolutions.register import resolutions

from ..council_sessions.factories import close_hands, make_delegates, make_vote, session_of
from ..factories import NOW
from .factories import make_resolution

pytestmark = pytest.mark.django_db


def test_a_vote_that_carried(client: Client, commune: Council, clerk: User) -> None:
    make_delegates(commune, clerk, 9)
    session = session_of(commune, clerk)
    vote = close_hands(make_vote(session, clerk), clerk, present=8, in_favour=5, against=3)
    resolution = make_resolution(commune, clerk)
    given = {"session": session, "passed_on": session.opens_on, "expected_version": 1, "by": clerk, "at": NOW}
    actions.pass_resolution(resolutions, resolution, vote=vote, **given)
    client.force_login(clerk)
    page = client.get(f"/{commune.slug}/nghi-quyet/{resolution.code}/").content.decode()
    assert "5 trên 9 = 55,56 %" in page


@pytest.mark.parametrize("in_favour", [4, None])
def test_a_vote_that_did_not_carry_or_is_open(commune: Council, clerk: User, in_favour: int | None) -> None:
    make_delegates(commune, clerk, 9)
    session = session_of(commune, clerk)
    vote = make_vote(session, clerk)
    if in_favour is not None:
        vote = close_hands(vote, clerk, present=8, in_favour=in_favour, against=4)
    given = {"session": session, "passed_on": session.opens_on, "expected_version": 1, "by": clerk, "at": NOW}
    with pytest.raises(Refused) as refusal:
        actions.pass_resolution(resolutions, make_resolution(commune, clerk), vote=vote, **given)
    assert [violation.field for violation in refusal.value.violations] == ["vote"]
