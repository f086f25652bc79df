"""Figures of the text beside those of the registers, which are passed in as plain data.

Only a figure that surely speaks of the same thing is compared: named by the indicator's own words, exact, of this
period, of a council or level that is known, without a further quality ("kỳ họp không giấy tờ").
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby, takewhile

from dienhong.checking.arithmetic import written
from dienhong.checking.clauses import View
from dienhong.checking.figures import Figure
from dienhong.checking.findings import Relation
from dienhong.checking.reading import Reading
from dienhong.vietnamese.text import fold

CLAUSE_END = re.compile(r"[,;:.()]")
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
OTHER_TIME = re.compile(
    r"\b(?:nhiem ky|khoa|cung ky|so voi|nam truoc|ky truoc|luy ke|ke hoach|du kien|phan dau|se|sap|chi tieu"
    r"|chuan bi|phuc vu|tham du|tham gia|moi)\b"
)
SOME_OF_THEM = re.compile(r"\b(?:giua|tai|sau|truoc|qua|o|trong|moi|trong so|con|them)$")
PART_OF_YEAR = re.compile(r"\b(?:thang|quy|dau nam|cuoi nam|tuan|dot|tu ngay|den ngay)\b")
LEVEL = re.compile(r"\b(?:cap|hdnd) (?:tinh|huyen|xa|thanh pho|quan|phuong|thi tran)\b|\bquoc hoi\b")
PLACE = re.compile(
    r"\b(?:tỉnh|huyện|thành phố|thị xã|quận|xã|phường|thị trấn|đặc khu)((?: [^\W\d_][\w'’-]*){1,4})",
    re.IGNORECASE,
)
HARMLESS = re.compile(
    r"(?:trong (?:nam|ky|do)|nam (?:19|20)\d\d|trong nam (?:19|20)\d\d|theo (?:quy dinh|luat)|dung quy dinh)?"
    r"(?: ?(?:va|voi|de|da|nham|qua do)\b.*)?"
)


@dataclass(frozen=True, slots=True)
class Recorded:
    """One figure of the registers: by what phrases reports name it, of whom, how much, and where its records stand.

    `scope` holds the words by which reports name whose it is ("cấp xã", "xã Mẫu"); `part` is the label of one part of a
    breakdown ("chuyên đề"); `single` tells a figure of one council among several from those of a level or of all.
    """

    code: str
    label: str
    phrases: tuple[str, ...]
    value: int
    scope: tuple[str, ...]
    year: int
    period: str
    part: str = ""
    link: str = ""
    single: bool = False


def records(reading: Reading, recorded: Sequence[Recorded]) -> Iterator[Relation]:
    """Every figure that the registers know, whether it agrees or not."""
    known = _Known(recorded)
    for view in reading.views if recorded else ():
        yield from known.relations(view)


class _Known:
    def __init__(self, recorded: Sequence[Recorded]) -> None:
        self._recorded = recorded
        self._names = {one: tuple(map(fold, one.scope)) for one in recorded}
        self._all_names = {name for names in self._names.values() for name in names}

    def relations(self, view: View) -> Iterator[Relation]:
        for place, figure in enumerate(view.figures):
            if figure.kind == "count" and not figure.approximate:
                since = view.figures[place - 1].unit_end if place else view.start
                yield from self._compared(view, figure, view.between(since, figure.start))

    def _compared(self, view: View, figure: Figure, window: str) -> Iterator[Relation]:
        tail = _clause(view.between(figure.end, view.end))
        named = self._named(tail)
        if not named or not self._is_comparable(view, figure, window, named[0]):
            return
        rest = self._without_scope(self._after(tail, named[0]))
        if HARMLESS.fullmatch(rest):
            whose = self._whose(view, figure, window, tail, named)
            if whose:
                yield _relation(view, figure, whose)

    def _named(self, tail: str) -> list[Recorded]:
        """The figures that the words behind the number name: the longest phrase, with the part that follows it."""
        found = [one for one in self._recorded if _phrase(one, tail)]
        longest = max((len(_phrase(one, tail)) for one in found), default=0)
        found = [one for one in found if len(_phrase(one, tail)) == longest]
        parts = [one for one in found if one.part and f" {fold(one.part)} " in f"{tail[longest:]} "]
        return parts or [one for one in found if not one.part]

    def _after(self, tail: str, one: Recorded) -> str:
        """What follows the phrase, without the label of the part."""
        rest = tail[len(_phrase(one, tail)) :]
        return " ".join(rest.replace(fold(one.part), " ", 1).split() if one.part else rest.split())

    def _without_scope(self, rest: str) -> str:
        for name in sorted(self._all_names, key=len, reverse=True):
            for lead in (name, f"cua {name}", f"o {name}", f"tai {name}"):
                if rest == lead or rest.startswith(f"{lead} "):
                    return rest[len(lead) :].strip()
        return rest

    def _is_comparable(self, view: View, figure: Figure, window: str, one: Recorded) -> bool:
        """Whether the sentence speaks of this period and of nobody unknown."""
        before = _before(view, figure)
        said = fold(before)
        years = {int(year) for year in YEAR.findall(fold(f"{before} {view.between(figure.end, view.end)}"))}
        other_time = OTHER_TIME.search(said) or (PART_OF_YEAR.search(said) and fold(one.period) not in said)
        of_each = len(_names(before.rpartition(";")[2])) > 1 and len(_names(window)) != 1
        if other_time or of_each or SOME_OF_THEM.search(said):
            return False
        return years <= {one.year} and not self._strangers(window)

    def _strangers(self, window: str) -> bool:
        """Whether a level or a place is named that the registers were not asked about."""
        places = set(_places(window))
        levels = set(LEVEL.findall(fold(window)))
        return any(not self._knows(name) for name in places | levels)

    def _knows(self, name: str) -> bool:
        return any(known in name or name in known for known in self._all_names)

    def _whose(
        self, view: View, figure: Figure, window: str, tail: str, named: list[Recorded]
    ) -> list[Recorded]:
        """Of whom the sentence speaks: who stands beside the figure, else the only one named before it, else anyone."""
        for text in (tail, window, _before(view, figure)):
            found = [one for one in named if _last(self._names[one], fold(text)) >= 0]
            if len(found) == 1:
                return found
            if found:
                break
        return [one for one in named if not one.single]


def _places(text: str) -> Iterator[str]:
    """Names of places, folded: "xã Tân Cảnh"; "xã đã tổ chức" names none."""
    for found in PLACE.finditer(text):
        name = list(takewhile(lambda word: word[0].isupper(), found[1].split()))
        if name:
            yield fold(f"{found[0][: -len(found[1])]} {' '.join(name)}")


def _names(text: str) -> list[str]:
    """Names of two words and more; "các xã: Tân Cảnh, Diên Bình … 02 kỳ họp" gives a figure of each, not of all."""
    found: list[str] = []
    for stretch in re.split(r"[^\w\s'’-]", text):
        for is_name, words in groupby(stretch.split(), key=_is_capital):
            name = list(words)
            if is_name and len(name) > 1:
                found.append(" ".join(name))
    return found


def _is_capital(word: str) -> bool:
    return word[0].isupper() and not word.isupper()


def _phrase(one: Recorded, tail: str) -> str:
    """The phrase with which the tail begins; empty for none."""
    phrases = (fold(phrase) for phrase in one.phrases)
    return max((phrase for phrase in phrases if f"{tail} ".startswith(f"{phrase} ")), key=len, default="")


def _clause(text: str) -> str:
    end = CLAUSE_END.search(text)
    return fold(text[: end.start()] if end else text)


def _before(view: View, figure: Figure) -> str:
    """What the sentence says before the figure, with what it hangs on."""
    own = view.between(view.start, figure.start)
    above = view.parent
    return own if above is None else f"{above.between(above.start, view.at)} {own}"


def _last(names: Sequence[str], text: str) -> int:
    return max((f" {text} ".rfind(f" {name} ") for name in names), default=-1)


def _relation(view: View, figure: Figure, whose: list[Recorded]) -> Relation:
    first = whose[0]
    holds = any(figure.value == Decimal(one.value) for one in whose)
    kind = f"{first.label.lower()}{f' ({first.part})' if first.part else ''}"
    sums = ", ".join(f"{one.scope[0]} {written(Decimal(one.value))}" if len(whose) > 1 else written(Decimal(one.value))
                     for one in whose)  # fmt: skip
    return Relation(
        "records", holds, view.place(figure.start), view.place(figure.unit_end),
        f"{figure.text} {kind}: sổ ghi {sums}", figure.text, written(Decimal(first.value)),
        f"Ghi {figure.text} nhưng sổ ghi {sums}: {kind}, {first.period}.",
        places=((view.place(figure.start), view.place(figure.end)),), link=first.link,
    )  # fmt: skip
