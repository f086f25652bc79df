"""Whatever is done in whatever order: no state outside the table, no due date lost, every past day as it was."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from typing import Any

from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dienhong.accounts.models import User
from dienhong.followup import actions
from dienhong.followup.actions import Happened
from dienhong.followup.ladder import Rung
from dienhong.followup.models import Assignment, Extension, Undertaking
from dienhong.followup.standing import status_on, stood, was_overdue
from dienhong.followup.states import ANSWERS, SETTLED, WORKFLOW, ExtensionState, Result, Status, Step
from dienhong.kernel.errors import DomainError
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council
from dienhong.voters.models import Petition
from dienhong.voters.queries import status_was
from dienhong.voters.queries import was_overdue as petition_overdue
from dienhong.voters.states import PetitionStatus, petition_status

from ..factories import make_body, make_user
from ..voters.factories import forward, make_petition

START = date(2023, 1, 2)
NOW = datetime(2024, 12, 30, tzinfo=UTC)
STEPS = [step.name for step in WORKFLOW.transitions]

moves = st.lists(
    st.tuples(
        st.sampled_from([*STEPS, *Result, "ask", "grant", "decline", "extend", "escalate", "hand_over"]),
        st.sampled_from(["lead", "support"]),
        st.sampled_from(["agency", "leader", "clerk"]),
        st.integers(min_value=-3, max_value=25),
        st.integers(min_value=1, max_value=60),
    ),
    min_size=1,
    max_size=14,
)


class House:
    """One petition, forwarded to two bodies, and everybody who may do something about it."""

    def __init__(self, commune: Council, clerk: User) -> None:
        self.bodies = [make_body(commune, "department", f"Ban {n}") for n in range(4)]
        self.people = {
            "clerk": clerk,
            "leader": make_user("thuong.truc", Role.LEADER, commune),
            "agency": make_user("co.quan"),
        }
        for body in self.bodies:
            self.people["agency"].grants.create(
                role=Role.AGENCY, council=commune, organisation=body, from_on=date(2021, 1, 1)
            )
        self.administrator = make_user("quan.tri", Role.ADMINISTRATOR, commune)
        self.petition = make_petition(commune, clerk, received_on=START)
        forward(
            commune, [self.petition], self.bodies[0], clerk, on=START, supporters=self.bodies[1:2], at=NOW
        )
        self.petition = Petition.objects.get(pk=self.petition.pk)
        self.day, self.heirs = START, list(self.bodies[2:])
        self.kept: dict[date, tuple[str, date]] = {}
        self.keep()

    @property
    def undertaking(self) -> Undertaking:
        return Undertaking.objects.get(origin=self.petition.origin)

    def keep(self) -> None:
        now = self.undertaking
        self.kept[self.day] = (now.status, now.due_on)

    def do(self, what: str, whose: str, who: str, wait: int, more: int) -> None:
        """Try it; what is refused leaves everything as it was."""
        on, now = self.day + timedelta(days=wait), self.undertaking
        by, part = self.people[who], now.assignments.filter(leads=whose == "lead", ended_on=None).first()
        later = on + timedelta(days=more)
        before = Undertaking.objects.filter(pk=now.pk).values().get()
        try:
            with transaction.atomic():
                self._try(what, now, part, Happened(on, text="Vì vậy"), later, {"by": by, "at": NOW})
        except DomainError:
            assert Undertaking.objects.filter(pk=now.pk).values().get() == before
        else:
            self.day = max(on, self.day)
            self.keep()

    def _try(
        self, what: str, now: Undertaking, part: Assignment | None, happened: Happened, later: date, who: Any
    ) -> None:
        version = {"expected_version": now.version}
        if what == "hand_over":
            gone, heir = now.lead, self.heirs.pop() if self.heirs else now.lead
            if gone != heir:
                actions.hand_over(gone, [heir], on=happened.on, by=self.administrator, at=NOW)
        elif what == "extend":
            actions.extend(now, new_due_on=later, happened=happened, **version, **who)
        elif what == "escalate":
            actions.escalate(
                now, rung=list(Rung)[later.day % 7], where="Họp", happened=happened, **version, **who
            )
        elif what in {"grant", "decline"}:
            if asked := now.extensions.filter(state=ExtensionState.ASKED).first():
                actions.decide_extension(asked, grant=what == "grant", happened=happened, **version, **who)
        elif part is None:
            return
        elif what == "ask":
            actions.ask_extension(part, new_due_on=later, happened=happened, **version, **who)
        elif what in ANSWERS:
            promised = later if what == Result.PLANNED else None
            told = Happened(happened.on, happened.text, result=what, promised_on=promised)
            actions.answer(part, happened=told, **version, **who)
        else:
            actions.take_step(part, step=what, happened=happened, **version, **who)


def check(house: House) -> None:
    now, petition = house.undertaking, Petition.objects.get(pk=house.petition.pk)
    lines = list(now.history.order_by("pk"))
    parts = now.assignments.running()
    assert parts.get(leads=True).state == now.status == lines[-1].status
    assert parts.get(leads=True).organisation == now.lead
    assert petition.status == petition_status(now.status)
    assert (now.settled_on is not None) == (now.status in SETTLED)
    _every_step_is_in_the_table(lines)
    _no_due_date_is_lost(now, lines)
    for day, (status, due_on) in house.kept.items():
        assert status_on(now, day) == status
        for asked in PetitionStatus:
            found = Petition.objects.filter(status_was(asked, day), pk=petition.pk).exists()
            assert found == (petition_status(status) == asked)
        late = status in {"assigned", "accepted", "given_back"} and due_on < day
        assert Undertaking.objects.filter(was_overdue(day), pk=now.pk).exists() == late
        assert Petition.objects.filter(petition_overdue(day), pk=petition.pk).exists() == late
        assert Undertaking.objects.filter(stood([status], day), pk=now.pk).exists()
    assert status_on(now, START - timedelta(days=1)) is None


def _every_step_is_in_the_table(lines: list[Any]) -> None:
    """Each body's state moves by the table and by nothing else."""
    states: dict[int, str] = {}
    for line in lines:
        if line.assignment_id is None or line.step == Step.HAND_OVER:
            if line.assignment_id:
                states[line.assignment_id] = line.state
            continue
        source = states.get(line.assignment_id, Status.ASSIGNED)
        if line.step in STEPS:
            assert WORKFLOW.allows(line.step, source) and WORKFLOW.transition(line.step).target == line.state
        else:
            assert line.state == source
        states[line.assignment_id] = line.state


def _no_due_date_is_lost(now: Undertaking, lines: list[Any]) -> None:
    """From the first due date, one granted extension after the other leads to the last."""
    granted = Extension.objects.filter(undertaking=now, state=ExtensionState.GRANTED).order_by(
        "decided_on", "pk"
    )
    dates = [line.due_on for line in lines]
    assert sorted(dates) == dates and dates[-1] == now.due_on
    known = {dates[0]} | {extension.new_due_on for extension in granted}
    assert set(dates) == known
    assert {extension.old_due_on for extension in granted} <= known


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(moves=moves)
def test_no_sequence_of_actions_leaves_the_table_or_loses_a_date(
    moves: list[Any], commune: Council, clerk: User
) -> None:
    with suppress(RollBack), transaction.atomic():
        house = House(commune, clerk)
        for move in moves:
            house.do(*move)
        check(house)
        raise RollBack


class RollBack(Exception):
    """Every example begins in the same house."""
