"""What a sheet tells of many petitions, written at once, is what the same acts make of them one by one."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from dienhong.accounts.models import User
from dienhong.audit.models import Entry
from dienhong.followup import actions as following
from dienhong.followup.actions import Happened
from dienhong.followup.models import Assignment
from dienhong.followup.standing import status_on
from dienhong.followup.states import Result, Status
from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council, Organisation
from dienhong.registers.declaration import Carried
from dienhong.voters.models import Petition
from dienhong.voters.sheets import follow_petitions, tell_petitions

from ..factories import NOW, make_body
from .factories import HELD, forward, make_petition

Cells = dict[str, Any]

BODIES = ("UBND xã", "Công an xã", "Trạm y tế xã")
DAYS = 60

waits = st.integers(min_value=-2, max_value=DAYS)
given_to = st.fixed_dictionaries(
    {
        "lead": st.sampled_from(BODIES),
        "given_on": st.integers(min_value=-1, max_value=4),
        "supporters": st.frozensets(st.sampled_from(BODIES), max_size=2),
        "dispatch": st.sampled_from(["12/TTHĐND", "15/TTHĐND"]),
        "due_on": st.none() | st.integers(min_value=-3, max_value=40),
    }
)
answers = st.fixed_dictionaries(
    {
        "result": st.sampled_from(Result.values),
        "answered_on": waits,
        "answer_paper": st.none() | st.sampled_from(["24/UBND", "25/UBND"]),
        "answer": st.sampled_from(["", "Đã sửa", "Chưa bố trí được vốn"]),
        "promised_on": st.none() | st.integers(min_value=-1, max_value=2 * DAYS),
    }
)
settlements = st.fixed_dictionaries(
    {"settled_on": waits, "settled_paper": st.none() | st.sampled_from(["09/TTHĐND", "10/TTHĐND"])}
)
stories = st.lists(st.tuples(given_to, st.none() | answers, st.none() | settlements), min_size=1, max_size=6)


@pytest.fixture
def bodies(commune: Council) -> dict[str, Organisation]:
    make_body(commune, "standing_committee", "Thường trực HĐND xã Mẫu")
    return {name: make_body(commune, "department", name) for name in BODIES}


@pytest.mark.usefixtures("bodies")
def test_many_at_once_are_as_one_by_one(
    commune: Council, clerk: User, bodies: dict[str, Organisation]
) -> None:
    @settings(max_examples=30, deadline=None)
    @given(told=stories)
    def compare(told: list[tuple[Any, ...]]) -> None:
        rows = [_cells(story, bodies) for story in told]
        assert _told(commune, clerk, rows, _at_once) == _told(commune, clerk, rows, _one_by_one)

    compare()


def test_a_later_file_goes_on_as_acts_one_by_one_do(
    commune: Council, clerk: User, bodies: dict[str, Organisation]
) -> None:
    """The undertakings are there already: their rows are rewritten, not made."""

    @settings(max_examples=15, deadline=None)
    @given(told=st.lists(st.tuples(answers, st.none() | settlements), min_size=1, max_size=5))
    def compare(told: list[tuple[Any, ...]]) -> None:
        lead = {"lead": bodies["UBND xã"], "given_on": HELD, "dispatch": "12/TTHĐND"}
        rows = [{**lead, **_after(answer), **_after(settled)} for answer, settled in told]
        first, later = [dict(lead) for _ in rows], [rows]
        assert _told(commune, clerk, first, _at_once, later) == _told(
            commune, clerk, first, _one_by_one, later
        )

    compare()


# --- the stories --------------------------------------------------------------------------------------------------
def _cells(story: tuple[Any, ...], bodies: dict[str, Organisation]) -> Cells:
    """The cells of a row, blank ones left out, as the sheet's reader gives them."""
    assigned, answer, settled = story
    cells = {**assigned, "lead": bodies[assigned["lead"]]}
    cells["supporters"] = frozenset(bodies[name] for name in assigned["supporters"])
    cells["given_on"] = HELD + timedelta(days=assigned["given_on"])
    if cells["due_on"] is not None:
        cells["due_on"] = HELD + timedelta(days=cells["due_on"])
    return {name: value for name, value in cells.items() if value} | _after(answer) | _after(settled)


def _after(told: Cells | None) -> Cells:
    days = {"answered_on", "promised_on", "settled_on"}
    return {
        name: HELD + timedelta(days=value) if name in days else value
        for name, value in (told or {}).items()
        if value not in (None, "")
    }


def _told(commune: Council, clerk: User, rows: list[Cells], act: Any, later: Any = ()) -> list[Any]:
    """What is recorded of each petition and what was refused, the acts themselves undone again."""
    with transaction.atomic():
        petitions = [make_petition(commune, clerk, f"Việc {n}") for n in range(len(rows))]
        refused = act(petitions, rows, clerk)
        for more in later:
            refused += act([Petition.objects.get(pk=petition.pk) for petition in petitions], more, clerk)
        spared = [
            p for p, sentences in zip(petitions, _by_row(refused, len(rows)), strict=True) if not sentences
        ]
        found = [(refused, _facts(petition)) for petition in spared]
        transaction.set_rollback(True)
    return [refused, found]


def _by_row(refused: list[tuple[str, ...]], count: int) -> Iterator[tuple[str, ...]]:
    """What was refused of each row, over all files."""
    return (sum(refused[row::count], ()) for row in range(count))


def _at_once(petitions: list[Petition], rows: list[Cells], clerk: User) -> list[tuple[str, ...]]:
    known = tell_petitions(petitions)
    carried = [
        Carried(petition, cells, known.get(petition.pk, {}))
        for petition, cells in zip(petitions, rows, strict=True)
    ]
    follow_petitions(carried, clerk, NOW)
    return [tuple(violation.sentence for violation in row.violations) for row in carried]


def _one_by_one(petitions: list[Petition], rows: list[Cells], clerk: User) -> list[tuple[str, ...]]:
    return [_acted(petition, cells, clerk) for petition, cells in zip(petitions, rows, strict=True)]


def _acted(petition: Petition, cells: Cells, clerk: User) -> tuple[str, ...]:
    """The sentences of what was refused."""
    try:
        with transaction.atomic():
            if petition.forwarded_on is None:
                supporters = sorted(cells.get("supporters", ()), key=lambda body: body.pk)
                words = {"on": cells["given_on"], "number": cells["dispatch"], "due_on": cells.get("due_on")}
                forward(petition.council, [petition], cells["lead"], clerk, supporters=supporters, **words)
            if "result" in cells:
                _answer(petition, cells, clerk)
            if "settled_on" in cells:
                _settle(petition, cells, clerk)
    except Refused as refusal:
        return tuple(violation.sentence for violation in refusal.violations)
    return ()


def _lead(petition: Petition) -> Assignment:
    running = Assignment.objects.running().filter(undertaking__origin__petition=petition, leads=True)
    return running.select_related("undertaking__council", "organisation").get()


def _paper(council: Council, number: str | None, on: date, issuer: Organisation, by: User) -> Any:
    words = {"council": council, "issued_on": on, "issuer": issuer, "by": by, "at": NOW}
    return following.record_document(number=number, **words) if number else None


def _answer(petition: Petition, cells: Cells, clerk: User) -> None:
    part, on = _lead(petition), cells["answered_on"]
    paper = _paper(petition.council, cells.get("answer_paper"), on, part.organisation, clerk)
    said = (cells.get("answer", ""), paper, cells["result"], cells.get("promised_on"))
    version = part.undertaking.version
    following.answer(part, happened=Happened(on, *said), expected_version=version, by=clerk, at=NOW)


def _settle(petition: Petition, cells: Cells, clerk: User) -> None:
    part, on = _lead(petition), cells["settled_on"]
    impossible = part.state == Status.REPORTED_IMPOSSIBLE
    committee = Organisation.objects.get(council=petition.council, kind="standing_committee")
    paper = _paper(petition.council, cells.get("settled_paper"), on, committee, clerk)
    happened = Happened(on, cells.get("answer", "") if impossible else "", paper)
    given = {"step": "close" if impossible else "confirm", "expected_version": part.undertaking.version}
    following.take_step(part, happened=happened, by=clerk, at=NOW, **given)


# --- what is recorded ---------------------------------------------------------------------------------------------
_KEYS = {"id", "code", "folded", "origin_id", "undertaking_id", "assignment_id", "asked_by_id", "document_id"}


def _facts(petition: Petition) -> Any:
    """All that the page of a petition shows, and how it stood on every day; keys and numbers aside."""
    petition = Petition.objects.get(pk=petition.pk)
    undertaking = petition.undertaking
    if undertaking is None:
        return _plain(petition)
    lines = undertaking.history.select_related("document", "assignment__organisation").order_by("pk")
    days = [HELD + timedelta(days=day) for day in range(-3, 2 * DAYS)]
    return [
        _plain(petition),
        _plain(undertaking),
        [_plain(part) for part in undertaking.assignments.order_by("pk")],
        [(_plain(line), str(line.document), str(line.assignment)) for line in lines],
        [(_plain(asked), str(asked.asked_by)) for asked in undertaking.extensions.order_by("pk")],
        [status_on(undertaking, day) for day in days],
        sorted(paper.number for paper in petition.dispatches.all()),
        [(entry.verb, entry.reason, _changes(entry)) for entry in Entry.objects.of_record(undertaking)],
        [(entry.verb, entry.reason, _changes(entry)) for entry in Entry.objects.of_record(petition)],
    ]


def _plain(record: Any) -> Cells:
    values = {field.attname: getattr(record, field.attname) for field in record._meta.concrete_fields}
    return {name: value for name, value in values.items() if name not in _KEYS}


def _changes(entry: Entry) -> Cells:
    return {name: change for name, change in entry.changes.items() if name not in {"origin", "meeting"}}
