"""What is said in an invented country: names, places, matters; nobody and nothing in it is real."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from random import Random
from typing import Any, Generic, NamedTuple, TypeVar

from dienhong.sample.reading import read
from dienhong.vietnamese.text import fold

T = TypeVar("T")


class Matter(NamedTuple):
    """Something that people ask for, with the code of its field: of what, what is wrong, what ought to be done."""

    field: str
    thing: str
    fault: str
    wish: str

    @property
    def text(self) -> str:
        return f"{self.thing} {self.fault}"


class Said(NamedTuple):
    """A sentence, and the same folded for search."""

    text: str
    folded: str


@dataclass(frozen=True)
class Chances(Generic[T]):
    """Some of which one is drawn, each with its weight; the weights are added up once."""

    values: Sequence[T]
    weights: Sequence[int]

    @classmethod
    def of(cls, weights: Mapping[T, int]) -> Chances[T]:
        return cls(tuple(weights), tuple(accumulate(weights.values())))

    def one(self, draw: Random) -> T:
        return draw.choices(self.values, cum_weights=self.weights)[0]


@lru_cache(maxsize=100_000)
def _folded(part: str) -> str:
    return fold(part)


def folded(*parts: str) -> str:
    """What ``fold`` makes of the parts put together, of parts that come again and again."""
    return " ".join(found for part in parts if (found := _folded(part)))


_DATA = read("simulation")
_MATTERS = Chances[dict[str, Any]](
    _DATA["matters"],  # each as often as there are ways to say it
    tuple(accumulate(len(m["things"]) * len(m["faults"]) * len(m["wishes"]) for m in _DATA["matters"])),
)
TOPICS: tuple[tuple[str, str], ...] = tuple((field, text) for field, text in _DATA["topics"])
RESOLUTIONS: tuple[tuple[str, str], ...] = tuple((field, text) for field, text in _DATA["resolutions"])
LETTERS: tuple[tuple[str, str], ...] = tuple((field, text) for field, text in _DATA["letters"])
ANSWERS: dict[str, str] = _DATA["answers"]


def place(draw: Random) -> str:
    """thôn Đông Hòa, tổ dân phố 4"""
    if draw.random() < 0.4:
        return f"tổ dân phố {draw.randint(1, 24)}"
    return f"thôn {draw.choice(_DATA['first'])} {draw.choice(_DATA['last'])}"


def person(draw: Random, female: bool) -> str:
    """Nguyễn Thị Thu Hà"""
    middle, given = ("female_middle", "female_given") if female else ("male_middle", "male_given")
    parts = (draw.choice(_DATA["families"]), draw.choice(_DATA[middle]), draw.choice(_DATA[given]))
    second = draw.choice(_DATA[given]) if draw.random() < 0.5 else ""
    return " ".join(word for word in (parts[0], parts[1], second, parts[2]) if word)


def matter(draw: Random) -> Matter:
    """One of some fourteen hundred: no two villages say it alike."""
    drawn = _MATTERS.one(draw)
    return Matter(drawn["field"], *(draw.choice(drawn[part]) for part in ("things", "faults", "wishes")))


def said(text: str) -> Said:
    return Said(text, _folded(text))


def petition(draw: Random, matter: Matter, where: str) -> Said:
    """A sentence as it is written down at a meeting with voters."""
    begun = draw.choice(_DATA["begun"]).format(count=draw.randint(3, 180), year=draw.randint(2012, 2024))
    text = f"{matter.text} tại {where} {begun}; cử tri đề nghị {matter.wish}."
    return Said(text, folded(matter.thing, matter.fault, "tại", where, begun, "cử tri đề nghị", matter.wish))
