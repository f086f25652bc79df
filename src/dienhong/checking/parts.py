"""Lists of parts in running text: `huyện: 07 nội dung; xã: 08`, `Chủ tịch, 02 Phó Chủ tịch và 03 Ủy viên`."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from dienhong.checking.clauses import View
from dienhong.checking.figures import Figure
from dienhong.checking.labels import BASE_BEFORE, CHANGE_BEFORE, COMPARED_BEFORE, HEADS, NONE_OF_IT
from dienhong.checking.units import NOTHING, PERSONS, Unit

COMMA = re.compile(r",(?=\s|$)|\s(?:và|còn(?!\s+lại)|cùng|cùng với)\s", re.IGNORECASE)
PERSON_NOUNS = frozenset(PERSONS.split("|"))
COUNTABLE = frozenset(("count", "money", "share"))
LONGEST_LIST = 400
REST = re.compile(r"\bcòn lại\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a whole: its figure (None for a head named without a number, and for none at all)."""

    view: View
    label: str
    value: Decimal
    figure: Figure | None = None
    others: tuple[Figure, ...] = ()
    """Further figures of the same noun in the same segment: details, or parts themselves."""


@dataclass(frozen=True, slots=True)
class Parts:
    """A list of parts; not `complete` when some segment could not be understood."""

    items: tuple[Part, ...]
    complete: bool = True

    @property
    def figures(self) -> list[Figure]:
        return [part.figure for part in self.items if part.figure]

    @property
    def labels(self) -> list[str]:
        return [part.label for part in self.items if part.figure]

    @property
    def values(self) -> list[Decimal]:
        return [part.value for part in self.items]

    @property
    def has_details(self) -> bool:
        return any(part.others for part in self.items)

    def without_nested(self) -> "Parts":
        """The list without parts that are the breakdown of the part before them: 153, of which 83 and 70."""
        kept: list[Part] = []
        place = 0
        while place < len(self.items):
            part = self.items[place]
            kept.append(part)
            place += 1 + _nested(part.value, self.values[place + 1 :])
        return self if len(kept) == len(self.items) else Parts(tuple(kept), self.complete)

    def with_details(self) -> "Parts":
        """The same list with every figure of every segment a part of its own."""
        items = [
            Part(part.view, part.label, figure.value, figure)
            for part in self.items
            for figure in ([part.figure, *part.others] if part.figure else [])
        ]
        return Parts((*items, *(part for part in self.items if not part.figure)), self.complete)


def _nested(value: Decimal, following: list[Decimal]) -> int:
    """How many of the values that follow, at least two, make up the value."""
    total = Decimal(0)
    for number, other in enumerate(following, start=1):
        total += other
        if number >= 2 and total == value:
            return number
        if total > value:
            break
    return 0


def counted(view: View, figures: Iterable[Figure]) -> list[Figure]:
    """The figures that may be a part or a whole: no percentages, changes, or bases of comparison."""
    return [figure for figure in figures if figure.kind in COUNTABLE and not _is_beside(view, figure)]


def _is_beside(view: View, figure: Figure) -> bool:
    before = view.between(figure.start - 60, figure.start)
    return bool(CHANGE_BEFORE.search(before) or COMPARED_BEFORE.search(before))


def fits(whole: Unit, part: Unit) -> bool:
    """Whether a figure of the one noun may be part of a figure of the other."""
    return whole.same(part) or whole.holds(part)


def parts_between(view: View, start: int, end: int, unit: Unit) -> Parts:
    """The parts listed in a stretch of a view, of a whole counted in `unit`."""
    figures = [figure for figure in view.figures if start <= figure.start < end]
    segments = list(_segments(view, start, end, figures, unit))
    if len(segments) > LONGEST_LIST:
        return Parts((), complete=False)
    items: list[Part] = []
    complete = True
    for begin, close, inner in segments:
        part = _part(view, begin, close, inner, unit)
        items += [part] if part else []
        complete = complete and (part is not None or not _matters(view, begin, close, inner))
    return Parts(tuple(items), complete)


def _matters(view: View, begin: int, close: int, inner: list[Figure]) -> bool:
    """Whether a segment that is no part leaves a hole: words after the list's end do not."""
    return bool(counted(view, inner)) or bool(view.between(begin, close).strip(" .;,:-–+"))


Segment = tuple[int, int, list[Figure]]


def _segments(view: View, start: int, end: int, figures: list[Figure], unit: Unit) -> Iterator[Segment]:
    text = view.between(start, end)
    if ";" in text:
        yield from _cut(start, end, [found.span() for found in re.finditer(";", text)], figures)
        return
    taken = [(figure.start, figure.unit_end) for figure in figures]
    cuts = [
        found.span() for found in COMMA.finditer(text)
        if not any(begin < start + found.start() < close for begin, close in taken)
    ]  # fmt: skip
    yield from _merged(view, list(_cut(start, end, cuts, figures)), unit)


def _cut(start: int, end: int, cuts: list[tuple[int, int]], figures: list[Figure]) -> Iterator[Segment]:
    begin, place = start, 0
    for close, after in [*((start + a, start + b) for a, b in cuts), (end, end)]:
        inner: list[Figure] = []
        while place < len(figures) and figures[place].start < close:
            inner.append(figures[place])
            place += 1
        yield begin, close, inner
        begin = after


def _merged(view: View, pieces: list[Segment], unit: Unit) -> Iterator[Segment]:
    """Between commas a piece without a figure is the beginning of the next label, or the end of the last."""
    waiting: int | None = None
    last: Segment | None = None
    for begin, close, inner in pieces:
        text = view.between(begin, close)
        if not inner and not _stands_alone(text, unit):
            waiting = begin if waiting is None else waiting
            continue
        if last:
            yield last
        last = (begin if waiting is None else waiting, close, inner)
        waiting = None
    if last and waiting is not None and CLOSING_PERSONS.match(view.between(waiting, pieces[-1][1])):
        yield last
        yield waiting, pieces[-1][1], []
    elif last:
        yield (last[0], pieces[-1][1], last[2]) if waiting is not None else last


CLOSING_PERSONS = re.compile(
    r"^\s*(?:các|một số|lãnh đạo|đại diện|đại biểu|cán bộ|thành viên|chủ tịch|trưởng|phó|nhiều|toàn thể"
    r"|đông đảo|khách)\b",
    re.IGNORECASE,
)


def _stands_alone(text: str, unit: Unit) -> bool:
    return bool(NONE_OF_IT.search(text) or REST.search(text)) or (
        is_persons(unit) and bool(HEADS.match(text))
    )


def is_persons(unit: Unit) -> bool:
    return any(" ".join(noun) in PERSON_NOUNS for noun in unit.nouns)


def _part(view: View, begin: int, close: int, inner: list[Figure], unit: Unit) -> Part | None:
    fitting = [figure for figure in counted(view, inner) if fits(unit, figure.unit)]
    fitting = [figure for figure in fitting if not BASE_BEFORE.search(view.between(begin, figure.start))]
    text = view.between(begin, close)
    if fitting:
        first = fitting[0]
        behind = view.between(max(first.end, first.unit_end), close).split(",")[0]
        label = f"{view.between(begin, first.start)} {first.unit} {behind}"
        others = tuple(figure for figure in fitting[1:] if bool(figure.unit) == bool(first.unit))
        return Part(view, label.strip(), first.value, first, others)
    if inner:
        return None
    if is_persons(unit) and HEADS.match(text):
        return Part(view, text.strip(), Decimal(1))
    none = NONE_OF_IT.search(text) and not REST.search(text)
    return Part(view, text.strip(), Decimal(0)) if none else None


def item_part(view: View, unit: Unit) -> Part | None:
    """The part that a list item gives: its first figure of the unit, or its only figure after a label."""
    figures = counted(view, view.figures)
    explicit = [figure for figure in figures if figure.unit and fits(unit, figure.unit)]
    if not explicit and len(figures) == 1 and not figures[0].unit and unit != NOTHING:
        rest = view.between(figures[0].end, view.end)
        explicit = figures if not rest.strip(" .;,)") else []
    if explicit:
        return Part(view, view.between(view.start, explicit[0].start).strip(), explicit[0].value, explicit[0],
                    tuple(explicit[1:]))  # fmt: skip
    return Part(view, view.text.strip(), Decimal(0)) if not figures and NONE_OF_IT.search(view.text) else None
