"""How a house counts its sessions."""

from __future__ import annotations

from datetime import date

import pytest

from dienhong.accounts.models import User
from dienhong.council_sessions.queries import current_term, next_ordinal
from dienhong.council_sessions.register import propose, register
from dienhong.council_sessions.states import SessionKind
from dienhong.organisations.models import Council
from dienhong.people.models import SessionNumbering, Term
from dienhong.registers import actions

from ..factories import NOW, TODAY, make_session


@pytest.mark.parametrize(
    ("policy", "next_thematic"), [(SessionNumbering.ONE_SERIES, 9), (SessionNumbering.BY_KIND, 1)]
)
def test_the_next_number_follows_the_policy_of_the_house(
    policy: SessionNumbering, next_thematic: int, commune: Council, clerk: User
) -> None:
    Term.objects.update(session_numbering=policy)
    make_session(commune, clerk, ordinal=7)
    make_session(commune, clerk, ordinal=8)
    term = commune.terms.get()
    assert next_ordinal(term, SessionKind.REGULAR) == 9
    assert next_ordinal(term, SessionKind.THEMATIC) == next_thematic


def test_under_numbering_by_kind_two_kinds_may_share_a_number(commune: Council, clerk: User) -> None:
    Term.objects.update(session_numbering=SessionNumbering.BY_KIND)
    make_session(commune, clerk, ordinal=1)
    make_session(commune, clerk, ordinal=1, kind=SessionKind.THEMATIC)


def test_a_cancelled_session_gives_its_number_back(commune: Council, clerk: User) -> None:
    session = make_session(commune, clerk, ordinal=7)
    actions.cancel(register, session, reason="Ghi trùng", expected_version=1, by=clerk, at=NOW)
    assert next_ordinal(commune.terms.get(), SessionKind.REGULAR) == 1
    make_session(commune, clerk, ordinal=7)


def test_the_form_proposes_the_next_regular_session_of_the_running_term(
    commune: Council, clerk: User
) -> None:
    make_session(commune, clerk, ordinal=7)
    proposal = propose(commune, TODAY)
    assert (proposal["ordinal"], proposal["nominal_year"], proposal["term"]) == (8, 2023, commune.terms.get())


def test_before_the_first_term_nothing_is_proposed_but_the_year(commune: Council) -> None:
    assert current_term(commune, date(2020, 1, 1)) is None
    assert "term" not in propose(commune, date(2020, 1, 1))
