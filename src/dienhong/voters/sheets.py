"""What became of petitions and rounds, as extra columns of their sheets: forwarded, settled; held together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from copy import copy
from datetime import datetime
from typing import Any

from dienhong.accounts.models import User
from dienhong.followup import sheet as following
from dienhong.followup.sheet import Telling
from dienhong.kernel.errors import Refused
from dienhong.organisations.models import Council
from dienhong.registers.declaration import Carried, Extra, each, like
from dienhong.voters.actions import Forwarded, forwarded, hold_together, petitions_held, write_dispatches
from dienhong.voters.models import Dispatch, Petition, RoundShare, VoterRound
from dienhong.voters.queries import neighbours

DISPATCH = Extra("dispatch", like(Dispatch, "number"), "Văn bản chuyển", "Số, ký hiệu, ví dụ 12/TTHĐND.")
FOLLOWED = (*following.GIVEN, DISPATCH, *following.ANSWERED, *following.ASSESSED)
TOGETHER = Extra(
    "councils", like(RoundShare, "council"), "Hội đồng cùng tổ chức", many=True, choices=neighbours
)

_OF_ONE_PAPER = ("lead", "supporters", "given_on", "due_on", "dispatch")
_FORWARDED = {"on": "given_on", "number": "dispatch", None: "given_on"}


# --- petitions --------------------------------------------------------------------------------------------------------
def tell_petitions(petitions: Sequence[Petition]) -> Mapping[int, Mapping[str, Any]]:
    """What became of each, with the paper that forwarded it."""
    told = following.tell(petitions)
    links = Dispatch.petitions.through.objects.filter(petition__in=told).order_by("pk")
    numbers = dict(links.values_list("petition_id", "dispatch__number"))
    return {pk: {**said, "dispatch": numbers.get(pk) or None} for pk, said in told.items()}


def _follow(telling: Telling, rows: Sequence[Carried]) -> None:
    """Forward what was not forwarded yet, by one paper what went to one body on one day; then what came of it."""
    _forward_new(telling, rows)

    def go_on(row: Carried, by: User, at: datetime) -> None:
        following.carry_on(telling, row)

    each(go_on)([row for row in rows if not row.violations], telling.by, telling.at)


follow_petitions = following.together(_follow)


def _forward_new(telling: Telling, rows: Sequence[Carried]) -> None:
    papers: dict[tuple[Any, ...], list[Carried]] = defaultdict(list)

    def sort(row: Carried, by: User, at: datetime) -> None:
        if not following.is_given(row, (*following.GIVEN, DISPATCH)):
            papers[tuple(row.cells.get(name) for name in _OF_ONE_PAPER)].append(row)

    each(sort)(rows, telling.by, telling.at)
    new = [row for together in papers.values() for row in together]
    if not new:
        return
    held = petitions_held(new[0].record.council, [row.record for row in new])
    by_key = {petition.pk: petition for petition in held}
    forwarded = [paper for together in papers.values() for paper in _forwarded(telling, together, by_key)]
    write_dispatches(forwarded, telling.by, telling.at)


def _forwarded(telling: Telling, rows: Sequence[Carried], held: Mapping[int, Petition]) -> list[Forwarded]:
    """One paper for all of them; where that is refused, one for each that can go."""
    try:
        return [_paper(telling, rows, held)]
    except Refused as refusal:
        if len(rows) == 1:
            rows[0].violations += refusal.violations
            return []
        return [paper for row in rows for paper in _forwarded(telling, [row], held)]


def _paper(telling: Telling, rows: Sequence[Carried], held: Mapping[int, Petition]) -> Forwarded:
    cells = rows[0].cells
    with following.named(_FORWARDED):
        paper = forwarded(
            rows[0].record.council,
            [copy(held[pk]) for pk in sorted(row.record.pk for row in rows) if pk in held],
            lead=cells["lead"],
            on=cells["given_on"],
            supporters=sorted(cells.get("supporters", ()), key=lambda body: body.pk),
            number=cells.get("dispatch", ""),
            due_on=cells.get("due_on"),
            by=telling.by,
            at=telling.at,
        )
    for one in paper.begun:
        telling.begin(one)
    return paper


# --- rounds -----------------------------------------------------------------------------------------------------------
def tell_rounds(rounds: Sequence[VoterRound]) -> Mapping[int, Mapping[str, Any]]:
    """Which councils hold each of them together with the one that recorded it."""
    shares = RoundShare.objects.filter(record__in=rounds, ended_at=None).select_related("council")
    held: dict[int, list[Council]] = defaultdict(list)
    for share in shares:
        held[share.record_id].append(share.council)
    return {pk: {TOGETHER.name: frozenset(councils)} for pk, councils in held.items()}


def hold(row: Carried, by: User, at: datetime) -> None:
    """As the cell says; a round shared with others is theirs too."""
    given = {"expected_version": row.record.version, "by": by, "at": at}
    councils = sorted(row.cells[TOGETHER.name], key=lambda council: council.pk)
    with following.named({None: TOGETHER.name}):
        hold_together(row.record, councils=councils, **given)
