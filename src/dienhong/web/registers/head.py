"""The head of a list over several councils: of which levels its number is made, and how many each council has."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse

from dienhong.organisations.kinds import Level
from dienhong.organisations.models import Council
from dienhong.registers.listing import SCOPE, Listing
from dienhong.registers.tally import Tally
from dienhong.vietnamese.numerals import format_count

SHORT = {Level.PROVINCE: "tỉnh", Level.DISTRICT: "huyện", Level.COMMUNE: "xã"}


@dataclass(frozen=True)
class Line:
    """A council with its part of the list, and its own list with the same filters."""

    council: Council
    count: int
    url: str


@dataclass(frozen=True)
class Spread:
    """``words``: "= 26 huyện + 108 xã"; ``summed``: "Số cử tri dự: khoảng 1.650"."""

    words: str
    lines: tuple[Line, ...]
    summed: str


def spread_of_list(listing: Listing) -> Spread | None:
    """What there is to say above the rows; None of one council's list that adds nothing up."""
    summed = _summed(listing)
    if len(listing.councils) < 2:
        return Spread("", (), summed) if summed else None
    tally, query = listing.spread, listing.with_changes({SCOPE: None})
    lines = tuple(
        Line(council, tally.by_council.get(council.pk, 0), f"{_list_of(listing, council)}{query}")
        for council in listing.councils
    )
    return Spread(_in_words(tally), lines, summed)


def _list_of(listing: Listing, council: Council) -> str:
    return reverse(f"{listing.register.code}-list", args=[council.slug])


def _in_words(tally: Tally) -> str:
    """The sum by level; what several levels share is not added up as if it were two."""
    parts = [(SHORT[level], tally.by_level[level]) for level in Level if tally.by_level.get(level)]
    if len(parts) < 2:
        return ""
    if sum(count for _, count in parts) == tally.total:
        return "= " + " + ".join(f"{format_count(count)} {word}" for word, count in parts)
    told = ", ".join(f"{word} {format_count(count)}" for word, count in parts)
    return f"({told}; việc chung tính một lần)"


def _summed(listing: Listing) -> str:
    if listing.sum is None:
        return ""
    about = "khoảng " if listing.sum.approximate else ""
    return f"{listing.sum.label}: {about}{format_count(listing.sum.value)}"
