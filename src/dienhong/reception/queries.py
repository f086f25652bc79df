"""Reads that are more than a filter: letters that may be the same one, and days that are planned already."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from django.db.models import Q

from dienhong.accounts.models import User
from dienhong.organisations.models import Council
from dienhong.reception.likeness import Said, reasons
from dienhong.reception.models import Letter, LetterPair, ReceptionDay
from dienhong.reception.states import LetterKind

APART = timedelta(days=366)
"""The same letter reaches two levels within a year, if it is the same."""
MOST_COMPARED = 1_000


@dataclass(frozen=True)
class LikelySame:
    """Two letters, why they may be one, and what a person said of it (None: nobody yet)."""

    letter: Letter
    other: Letter
    why: tuple[str, ...]
    same: bool | None


def comparable(user: User) -> Any:
    """Letters whose words the user reads. Denunciations are compared with nothing."""
    open_letters = Letter.objects.readable_by(user).counted().exclude(kind=LetterKind.DENUNCIATION)
    return open_letters.select_related("council__unit", "field", "passed_to")


def likely_same(letter: Letter, user: User) -> list[LikelySame]:
    """Letters of any council in the user's reach that may be this one, or of which a person said so."""
    if letter.is_denunciation:
        return []
    said = words_on([letter.pk])
    linked = {key for pair in said for key in pair} - {letter.pk}
    sender = Q(sender_key=letter.sender_key) if letter.sender_key else Q(pk__in=())
    near = Q(received_on__range=(letter.received_on - APART, letter.received_on + APART))
    found = comparable(user).filter(Q(pk__in=linked) | near & (Q(field=letter.field_id) | sender))
    others = found.exclude(pk=letter.pk).order_by("-received_on", "pk")[:MOST_COMPARED]
    pairs = (_pair(letter, other, said) for other in others)
    return [pair for pair in pairs if pair.why or pair.same]


def likely_pairs(letters: Iterable[Letter]) -> list[LikelySame]:
    """Every two of these letters that may be one, the undecided first."""
    chosen = list(letters)
    said = words_on([letter.pk for letter in chosen])
    near = ((a, b) for a, b in combinations(chosen, 2) if _worth_a_look(a, b))
    pairs = [pair for a, b in near if (pair := _pair(a, b, said)).why or pair.same]
    return sorted(pairs, key=lambda pair: (pair.same is not None, pair.letter.received_on, pair.letter.pk))


def words_on(keys: Sequence[int]) -> dict[frozenset[int], bool]:
    """What persons said of pairs in which these letters stand."""
    pairs = LetterPair.objects.filter(Q(first__in=keys) | Q(second__in=keys))
    return {
        frozenset((first, second)): same
        for first, second, same in pairs.values_list("first_id", "second_id", "same")
    }


def said_same(part: str, day: date) -> Q:
    """Letters that a person linked with another one."""
    pairs = LetterPair.objects.filter(same=True)
    linked = Q(pk__in=pairs.values("first")) | Q(pk__in=pairs.values("second"))
    return linked if part == "yes" else ~linked


def _worth_a_look(one: Letter, other: Letter) -> bool:
    same = one.field_id == other.field_id or (bool(one.sender_key) and one.sender_key == other.sender_key)
    return same and abs(one.received_on - other.received_on) <= APART


def _pair(letter: Letter, other: Letter, said: dict[frozenset[int], bool]) -> LikelySame:
    word = said.get(frozenset((letter.pk, other.pk)))
    return LikelySame(letter, other, reasons(_said(letter), _said(other)), word)


def _said(letter: Letter) -> Said:
    """Its places: what it names, the unit of its council, and the body that it was passed to."""
    places = (letter.place, letter.council.unit.name, letter.passed_where)
    return Said(letter.sender, letter.field_id, places, letter.matter)


def planned_already(council: Council, body: str, days: Sequence[date]) -> Iterator[date]:
    """Days of these on which the same body of the council receives already."""
    standing = ReceptionDay.objects.counted().filter(council=council, body=body, held_on__in=days)
    yield from standing.values_list("held_on", flat=True)
