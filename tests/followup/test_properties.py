"""Whatever is done in whatever order: no state outside the table, no due date lost, every past day as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Any

from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule, run_state_machine_as_test

from dienhong.accounts.models import User
from dienhong.followup import actions
from dienhong.followup.actions import Happened
from dienhong.followup.ladder import HAPPENS_IN, Rung
from dienhong.followup.models import Assignment, Undertaking
from dienhong.followup.standing import status_on, stood, was_due, was_overdue
from dienhong.followup.states import (
    ANSWERS,
    OPEN,
    SETTLED,
    WITH_AGENCY,
    WITH_COUNCIL,
    WORKFLOW,
    ExtensionState,
    Result,
    Status,
    Step,
)
from dienhong.kernel.errors import DomainError
from dienhong.organisations.kinds import Role
from dienhong.organisations.models import Council, Organisation
from dienhong.voters.models import Petition
from dienhong.voters.queries import status_was
from dienhong.voters.queries import was_overdue as petition_overdue
from dienhong.voters.states import PetitionStatus, petition_status

from ..factories import make_body, make_user
from ..voters.factories import forward, make_petition

START = date(2023, 1, 2)
NOW = datetime(2024, 12, 30, tzinfo=UTC)
STEPS = [step.name for step in WORKFLOW.transitions]
COUNCILS_OWN = {step.name for step in WORKFLOW.transitions if Role.AGENCY not in step.roles}

which = st.sampled_from([0, 1])
part = st.sampled_from(["lead", "support"])
results = st.sampled_from(list(Result))
people = st.sampled_from(["agency", "leader", "clerk"])
waits = st.integers(min_value=-2, max_value=25)
more = st.integers(min_value=-5, max_value=60)
papers = st.booleans()


class Following(RuleBasedStateMachine):
    """Two petitions of one council, each forwarded to two bodies, and everybody who may do something about them."""

    commune: Council
    clerk: User

    @initialize()
    def begin(self) -> None:
        self.bodies = [make_body(self.commune, "department", f"Ban {n}") for n in range(5)]
        self.heirs = self.bodies[2:]
        self.administrator = make_user("quan.tri", Role.ADMINISTRATOR, self.commune)
        self.people = {"clerk": self.clerk, "agency": make_user("co.quan")}
        self.people["leader"] = make_user("thuong.truc", Role.LEADER, self.commune)
        for body in self.bodies:
            self.people["agency"].grants.create(
                role=Role.AGENCY, council=self.commune, organisation=body, from_on=date(2021, 1, 1)
            )
        given = {"number": "1/UBND", "issued_on": START, "issuer": self.bodies[0]}
        self.paper = actions.record_document(council=self.commune, by=self.clerk, at=NOW, **given)
        self.hearing = actions.open_origin(
            council=self.commune,
            kind="hearing",
            code="GT-2023-001",
            title="Giải trình",
            by=self.clerk,
            at=NOW,
        )
        two = [make_petition(self.commune, self.clerk, received_on=START) for _ in range(2)]
        forward(self.commune, two, self.bodies[0], self.clerk, on=START, supporters=self.bodies[1:2], at=NOW)
        self.petitions = [Petition.objects.get(pk=petition.pk) for petition in two]
        self.days = [START, START]
        self.kept: list[dict[date, tuple[str, date]]] = [{}, {}]
        for place in (0, 1):
            self.keep(place)

    def __init__(self) -> None:
        super().__init__()
        self.done: set[int] = set()
        self.savepoint = transaction.atomic()
        self.savepoint.__enter__()

    def teardown(self) -> None:
        try:
            for place in (0, 1):
                self.every_past_day_is_as_it_was(place)
        finally:
            transaction.set_rollback(True)
            self.savepoint.__exit__(None, None, None)

    # --- what is there ----------------------------------------------------------------------------------------------
    def undertaking(self, place: int) -> Undertaking:
        return Undertaking.objects.get(origin=self.petitions[place].origin)

    def part_of(self, place: int, leads: str) -> Assignment | None:
        running = self.undertaking(place).assignments.running()
        return running.filter(leads=leads == "lead").select_related("undertaking").first()

    def keep(self, place: int) -> None:
        now = self.undertaking(place)
        self.kept[place][self.days[place]] = (now.status, now.due_on)
        self.done.add(place)

    def told(self, place: int, wait: int, paper: bool, **fields: Any) -> Happened:
        on = self.days[place] + timedelta(days=wait)
        return Happened(on, text="Vì vậy", document=self.paper if paper else None, **fields)

    def tried(
        self, places: list[int], on: date, act: Callable[..., object], /, *what: Any, **given: Any
    ) -> bool:
        """Whether it was done; what is refused leaves everything as it was."""
        before = _everything()
        try:
            with transaction.atomic():
                act(*what, at=NOW, **given)
        except DomainError:
            assert _everything() == before
            return False
        for place in places:
            self.days[place] = max(on, self.days[place])
            self.keep(place)
        return True

    # --- what may be tried ------------------------------------------------------------------------------------------
    @rule(place=which, leads=part, step=st.sampled_from(STEPS), who=people, wait=waits, paper=papers)
    def take_step(self, place: int, leads: str, step: str, who: str, wait: int, paper: bool) -> None:
        if found := self.part_of(place, leads):
            told = self.told(place, wait, paper)
            given = {"step": step, "happened": told, "expected_version": found.undertaking.version}
            if self.tried([place], told.on, actions.take_step, found, by=self.people[who], **given):
                assert wait >= 0 and told.on <= NOW.date()
                assert who in {"leader", "clerk"} if step in COUNCILS_OWN else who in {"agency", "clerk"}
                assert who != "clerk" or paper or step == "give_back"

    @rule(place=which, leads=part, result=results, who=people, wait=waits, later=more, paper=papers)
    def answer(
        self, place: int, leads: str, result: str, who: str, wait: int, later: int, paper: bool
    ) -> None:
        if found := self.part_of(place, leads):
            now, told = found.undertaking, self.told(place, wait, paper)
            promised = told.on + timedelta(days=later) if result == Result.PLANNED else None
            said = replace(told, result=result, promised_on=promised)
            given = {"happened": said, "expected_version": now.version, "by": self.people[who]}
            if self.tried([place], said.on, actions.answer, found, **given) and promised:
                self._more_time_is_asked_for(now, found, promised)

    def _more_time_is_asked_for(self, now: Undertaking, found: Assignment, promised: date) -> None:
        """A plan beyond the due date is a request, of this body or of another for no less."""
        if promised > now.due_on:
            asked = now.extensions.get(state=ExtensionState.ASKED)
            assert asked.new_due_on == promised if asked.asked_by == found else asked.new_due_on >= promised

    @rule(leads=part, both=st.tuples(results, results), wait=waits)
    def answer_both_on_one_paper(self, leads: str, both: tuple[str, str], wait: int) -> None:
        """Both or neither: what is refused of one leaves the other as it was."""
        on, parts = max(self.days) + timedelta(days=wait), [self.part_of(place, leads) for place in (0, 1)]
        rows = [
            (found, Happened(on, "Theo văn bản", self.paper, result), found.undertaking.version)
            for found, result in zip(parts, both, strict=True)
            if found
        ]
        if len(rows) == 2:
            self.tried([0, 1], on, actions.answer_many, rows, by=self.clerk)

    @rule(place=which, leads=part, who=people, wait=waits, later=more, paper=papers)
    def ask(self, place: int, leads: str, who: str, wait: int, later: int, paper: bool) -> None:
        if found := self.part_of(place, leads):
            now, told = found.undertaking, self.told(place, wait, paper)
            given = {"new_due_on": now.due_on + timedelta(days=later), "expected_version": now.version}
            self.tried(
                [place], told.on, actions.ask_extension, found, happened=told, by=self.people[who], **given
            )

    @rule(place=which, grant=st.booleans(), who=people, wait=waits, paper=papers)
    def decide(self, place: int, grant: bool, who: str, wait: int, paper: bool) -> None:
        now, told = self.undertaking(place), self.told(place, wait, paper)
        if asked := now.extensions.filter(state=ExtensionState.ASKED).first():
            given = {"grant": grant, "happened": told, "expected_version": now.version}
            if self.tried([place], told.on, actions.decide_extension, asked, by=self.people[who], **given):
                assert self.undertaking(place).due_on == (asked.new_due_on if grant else now.due_on)

    @rule(place=which, who=people, wait=waits, later=more, paper=papers)
    def extend(self, place: int, who: str, wait: int, later: int, paper: bool) -> None:
        now, told = self.undertaking(place), self.told(place, wait, paper)
        given = {"new_due_on": now.due_on + timedelta(days=later), "expected_version": now.version}
        self.tried([place], told.on, actions.extend, now, happened=told, by=self.people[who], **given)

    @rule(place=which, rung=st.sampled_from(Rung), who=people, wait=waits, linked=st.booleans())
    def escalate(self, place: int, rung: Rung, who: str, wait: int, linked: bool) -> None:
        now, told = self.undertaking(place), self.told(place, wait, paper=False)
        there = self.hearing if linked else None
        given = {"rung": rung, "where": "Họp", "happened_in": there, "expected_version": now.version}
        if self.tried([place], told.on, actions.escalate, now, happened=told, by=self.people[who], **given):
            assert who != "agency" and told.on > now.due_on and now.status in WITH_AGENCY
            assert not linked or HAPPENS_IN.get(rung) == "hearing"

    @rule(place=which, leads=part, wait=waits)
    def hand_over(self, place: int, leads: str, wait: int) -> None:
        """A body ends: what it has open goes to its heir, in both undertakings alike."""
        found = self.part_of(place, leads)
        if found and self.heirs:
            body, heir = found.organisation, self.heirs[-1]
            on = min(max(self.days) + timedelta(days=abs(wait)), NOW.date())
            places = [n for n in (0, 1) if self._has_open(n, body)]
            if self.tried(places, on, actions.hand_over, body, [heir], on=on, by=self.administrator):
                self.heirs.pop()

    def _has_open(self, place: int, body: Organisation) -> bool:
        now = self.undertaking(place)
        return now.status in OPEN and now.assignments.running().filter(organisation=body).exists()

    # --- what always holds ------------------------------------------------------------------------------------------
    @invariant()
    def everything_agrees(self) -> None:
        """Of what was just done; the rest is as it was."""
        while self.done:
            place = self.done.pop()
            now, fresh = self.undertaking(place), Petition.objects.get(pk=self.petitions[place].pk)
            lines = list(now.history.order_by("pk"))
            leading = now.assignments.running().get(leads=True)
            assert leading.state == now.status == lines[-1].status
            assert leading.organisation == now.lead
            assert fresh.status == petition_status(now.status)
            assert (now.settled_on is not None) == (now.status in SETTLED)
            assert now.extensions.filter(state=ExtensionState.ASKED).count() <= 1
            _history_goes_on(lines)
            _every_step_is_in_the_table(lines)
            _no_due_date_is_lost(now, lines)

    def every_past_day_is_as_it_was(self, place: int) -> None:
        """What lists, figures and the petition say as of any day is what was true at its end."""
        for day, (status, due_on) in getattr(self, "kept", [{}, {}])[place].items():
            now, petition = self.undertaking(place), self.petitions[place]
            assert status_on(now, day) == status
            for asked in PetitionStatus:
                found = Petition.objects.filter(status_was(asked, day), pk=petition.pk).exists()
                assert found == (petition_status(status) == asked)
            late = status in WITH_AGENCY and due_on < day
            assert Undertaking.objects.filter(was_overdue(day), pk=now.pk).exists() == late
            assert Petition.objects.filter(petition_overdue(day), pk=petition.pk).exists() == late
            assert Undertaking.objects.filter(was_due(day), pk=now.pk).exists() == (due_on < day)
            for group in (WITH_AGENCY, WITH_COUNCIL, SETTLED):
                assert Undertaking.objects.filter(stood(group, day), pk=now.pk).exists() == (status in group)
            assert status_on(now, START - timedelta(days=1)) is None


def _everything() -> list[Any]:
    """All that acts write, to be compared."""
    tables = (Undertaking, Assignment, *(r.related_model for r in _told_of(Undertaking)))
    return [list(model._default_manager.order_by("pk").values()) for model in tables]  # type: ignore[union-attr]


def _told_of(model: Any) -> list[Any]:
    return [
        r
        for r in model._meta.related_objects
        if r.get_accessor_name() in {"history", "extensions", "escalations"}
    ]


def _history_goes_on(lines: list[Any]) -> None:
    """Each line holds up to the next, and the days never go back."""
    for line, following in pairwise(lines):
        assert line.until_on == following.on and line.on <= following.on
    assert lines[-1].until_on is None and lines[0].step == Step.ASSIGN


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
            assert not line.result or ANSWERS[Result(line.result)] == line.step
        else:
            assert line.state == source
        states[line.assignment_id] = line.state


def _no_due_date_is_lost(now: Undertaking, lines: list[Any]) -> None:
    """Every change of the due date is one extension that was granted, with the date before it; time is only given."""
    changes = [(a.due_on, b.due_on) for a, b in pairwise(lines) if a.due_on != b.due_on]
    granted = now.extensions.filter(state=ExtensionState.GRANTED).values_list("old_due_on", "new_due_on")
    assert sorted(changes) == sorted(granted)
    assert all(old < new for old, new in changes) and lines[-1].due_on == now.due_on


def test_no_sequence_of_actions_leaves_the_table_or_loses_a_date(commune: Council, clerk: User) -> None:
    machine = type("FollowingHere", (Following,), {"commune": commune, "clerk": clerk})
    limits = settings(max_examples=25, stateful_step_count=15, deadline=None)
    run_state_machine_as_test(machine, settings=limits)
