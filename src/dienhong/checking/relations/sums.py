"""Parts and wholes in a sentence, a parenthesis or a footnote."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from dienhong.checking.arithmetic import adds_up, near, one_slip, written
from dienhong.checking.clauses import SENTENCE_END, View
from dienhong.checking.figures import Figure
from dienhong.checking.findings import Amount, Breakdown, Relation
from dienhong.checking.labels import (
    EACH,
    HAVE,
    MARKER,
    PARTIAL,
    YEAR_LABEL,
    exhaustive,
    levels,
    overlapping,
)
from dienhong.checking.parts import Part, Parts, counted, parts_between
from dienhong.checking.reading import Reading
from dienhong.checking.units import Unit

STRONG_WORDS = ("gồm", "cụ thể", "chia", "phân", "được phân", "cơ cấu", "chi tiết", "như sau", "sau")
STRONG, WEAK, HAVING = "strong", "weak", "having"
COLON = re.compile(r"[^,;:.()]{0,60}:(?=\s|\d)")
LETTERS = re.compile(r"[^\W\d_]{2}")
FAR = Decimal("0.6")
CLOSE = Decimal("0.2")
HEADS_TRIED = 4
ADJACENT = 90


@dataclass(frozen=True, slots=True)
class Head:
    """A figure that may be the whole, in the view where it stands."""

    view: View
    figure: Figure


@dataclass(frozen=True, slots=True)
class Claim:
    """What a construction says: one of these wholes has one of these lists of parts, more or less surely."""

    heads: Sequence[Head]
    lists: Sequence[Parts]
    force: str
    sure_of_head: bool = True
    adjacent: bool = False
    """Whether nothing but words stands between the whole and the list."""


def sums(reading: Reading) -> Iterator[Relation]:
    """Every relation of parts and whole in running text."""
    before: View | None = None
    for paragraph in reading.paragraphs:
        for view in paragraph.views:
            for claim in _claims(view, before):
                relation = judged(claim)
                if relation:
                    yield relation
        before = next(reversed(paragraph.sentences), before)


def _claims(view: View, before: View | None) -> Iterator[Claim]:
    markers = list(MARKER.finditer(view.text))
    if view.parent and view.figures:
        yield from _hanging(view, markers)
    for marker in markers:
        yield from _marked(view, marker, before)
    for figure in view.figures:
        colon = COLON.match(view.text, figure.unit_end - view.start)
        if colon and figure.kind != "percent" and not MARKER.search(colon[0]):
            yield from _listed(view, [Head(view, figure)], view.start + colon.end(), STRONG, figure.unit)


def _hanging(view: View, markers: list[re.Match[str]]) -> Iterator[Claim]:
    """A parenthesis or footnote behind a figure; "trong đó" inside it is read as such."""
    assert view.parent
    opening = next((marker for marker in markers if not LETTERS.search(view.text[: marker.start()])), None)
    start = view.start + (opening.end() if opening else 0)
    force = _force(opening, view.text) if opening else STRONG
    heads = heads_before(view.parent, view.at, stop_at=";")
    yield from _listed(view, heads, start, force, None, _hanging_ends(view))


def _hanging_ends(view: View) -> list[int]:
    """What hangs on a figure is one list, to its end; a footnote may go on with other sentences."""
    sentence = SENTENCE_END.search(view.text)
    return [view.end, *([view.start + sentence.start()] if sentence else [])]


def _marked(view: View, marker: re.Match[str], before: View | None) -> Iterator[Claim]:
    """ "…, trong đó …", "gồm …", "cụ thể: …" inside a sentence, or opening the one after."""
    at = view.start + marker.start()
    heads = heads_before(view, at)
    if not heads and not LETTERS.search(view.text[: marker.start()]):
        source = view.previous or (before if view.parent is None else None)
        heads = heads_before(source, source.end) if source else []
    yield from _listed(view, heads, view.start + marker.end(), _force(marker, view.text), None)


def _force(marker: re.Match[str], text: str) -> str:
    word = marker["word"].lower()
    if word.endswith(STRONG_WORDS) or word.startswith(STRONG_WORDS):
        return STRONG
    if HAVE.match(text, marker.end()):
        return HAVING
    return STRONG if ":" in marker["colon"] else WEAK


def heads_before(view: View, at: int, stop_at: str = "") -> list[Head]:
    """Figures before a place that may be the whole, nearest first."""
    found = [figure for figure in counted(view, view.figures) if figure.end <= at]
    if stop_at and found:
        found = [figure for figure in found if stop_at not in view.between(figure.end, at)]
    return [Head(view, figure) for figure in reversed(found[-HEADS_TRIED:])]


def _listed(
    view: View, heads: list[Head], start: int, force: str, unit: Unit | None, ends: Sequence[int] = ()
) -> Iterator[Claim]:
    if not heads:
        return
    ends = ends or _ends(view, start)
    for head in heads:
        lists = [parts_between(view, start, end, unit or head.figure.unit) for end in ends]
        lists = [parts for parts in lists if len(parts.figures) >= 2]
        if lists:
            said = all(figure.unit for figure in lists[0].figures)
            sure = (
                said
                if head.view.passage is not view.passage and not view.parent
                else head is heads[0] or said
            )
            yield Claim([head], lists, force, sure_of_head=sure, adjacent=_is_adjacent(head, view, start))
            if said or head.figure.unit:
                return


def _is_adjacent(head: Head, view: View, start: int) -> bool:
    """The list opens right behind the whole: in the same clause, or in what hangs on it."""
    if head.view is view:
        gap = MARKER.sub(" ", view.between(head.figure.unit_end, start))
    elif view.parent is head.view:
        gap = head.view.between(head.figure.unit_end, view.at).replace(",", "")
    else:
        return False
    return len(gap) < ADJACENT and not re.search("[,;.:]", gap.strip(" ,:"))


def _ends(view: View, start: int) -> list[int]:
    """Where a list may stop: at each semicolon, at the next marker, at the end of the sentence."""
    stops = [view.start + found.start() for found in re.finditer(";", view.text[start - view.start :])]
    stops = [start - view.start + stop for stop in stops]
    following = MARKER.search(view.text, start - view.start)
    if not stops and following:
        stops = [view.start + following.start()]
    return [view.end, *reversed(stops[-12:])]


def judged(claim: Claim) -> Relation | None:
    """The relation of the first reading that holds; else of the likeliest, when surely wrong."""
    head = claim.heads[0]
    for parts in claim.lists:
        for variant in (parts, parts.with_details(), parts.without_nested()):
            if len(variant.items) > 1 and adds_up(head.figure, variant.values, variant.figures):
                return sum_relation(head, variant.items, holds=True)
    likeliest = next((parts for parts in claim.lists if parts.complete), None)
    if not likeliest or not claim.sure_of_head:
        return None
    parts = _nearer(head.figure, likeliest)
    if is_wrong(head.figure, parts, claim.force, certain=claim.adjacent and parts is likeliest):
        return sum_relation(head, parts.items, holds=False)
    return None


def _nearer(whole: Figure, parts: Parts) -> Parts:
    """Of a list with details, the reading that comes nearer to the whole."""
    detailed = parts.with_details()
    return min((parts, detailed), key=lambda variant: abs(sum(variant.values, Decimal(0)) - whole.value))


def is_wrong(whole: Figure, parts: Parts, force: str, *, certain: bool = False) -> bool:
    """Whether parts that do not make the whole are an error, and not an incomplete list."""
    labels = parts.labels
    if whole.approximate or any(figure.approximate for figure in parts.figures) or len(parts.figures) < 2:
        return False
    if any(EACH.search(label) or PARTIAL.search(label) for label in labels) or overlapping(labels):
        return False
    total = sum(parts.values, Decimal(0))
    slip = one_slip(whole.value, parts.values)
    if any(YEAR_LABEL.search(label) for label in labels):
        return slip and force == STRONG
    sure = force == STRONG or exhaustive(labels)
    if certain and sure and not parts.has_details and _speaks_of_one_thing(whole, parts):
        return True
    if parts.has_details or parts.without_nested() is not parts:
        return slip and near(whole.value, total, CLOSE)
    if total > whole.value and levels(labels) and force != HAVING:
        return True
    if force == STRONG or exhaustive(labels) or (levels(labels) and force != HAVING):
        return slip or near(whole.value, total, FAR)
    if total > whole.value:
        return slip or near(whole.value, total, CLOSE)
    return force == WEAK and near(whole.value, total, CLOSE)


def _speaks_of_one_thing(whole: Figure, parts: Parts) -> bool:
    """Every part names the noun of the whole, or none does and all are bodies or places."""
    if not whole.unit:
        return False
    if all(
        set(figure.unit.nouns) & set(whole.unit.nouns) or whole.unit.holds(figure.unit)
        for figure in parts.figures
    ):
        return True
    return not any(figure.unit for figure in parts.figures) and levels(parts.labels)


def sum_relation(head: Head, items: Iterable[Part], *, holds: bool) -> Relation:
    """The relation as the finding tells it, with every number as it is written."""
    parts = list(items)
    total = sum((part.value for part in parts), Decimal(0))
    shown = " + ".join(
        part.figure.text.split("/")[0] if part.figure else written(part.value) for part in parts
    )
    figure = head.figure
    unit = f" {figure.unit}" if figure.unit and figure.kind != "money" else ""
    computed = written(total) if figure.kind != "money" else f"{written(total)} đồng"
    whole = _amount(head.view, figure, head.view.between(head.view.start, figure.start))
    amounts = tuple(_amount(part.view, part.figure, part.label) for part in parts if part.figure)
    return Relation(
        "sum", holds, whole.start, head.view.place(figure.unit_end), f"{figure.text}{unit} ="
                                                                     f" {shown}", figure.text,
        computed, f"Ghi {figure.text}{unit} nhưng các phần cộng lại là {computed} ({shown}).",
        places=tuple(sorted((amount.start, amount.end) for amount in (whole, *amounts))),
        breakdown=Breakdown(whole, amounts),
    )  # fmt: skip


def _amount(view: View, figure: Figure, label: str) -> Amount:
    return Amount(
        label, figure.value, figure.text, figure.unit, view.place(figure.start), view.place(figure.end)
    )


def greater_parts(reading: Reading) -> Iterator[Relation]:
    """ "12 đại biểu, trong đó có 15 đại biểu nữ": a part greater than all it could be part of."""
    for view in reading.views:
        for marker in MARKER.finditer(view.text) if view.figures else ():
            found = _single_part(view, marker)
            if found:
                head, part = found
                if part.value > head.figure.value:
                    yield _greater(head, part)


def _single_part(view: View, marker: re.Match[str]) -> tuple[Head, Part] | None:
    if not marker["word"].lower().startswith("trong"):
        return None
    heads = heads_before(view, view.start + marker.start()) or (
        heads_before(view.parent, view.at, stop_at=";") if view.parent else []
    )
    following = [figure for figure in view.figures if figure.start >= view.start + marker.end()]
    if not heads or not following or not following[0].unit or following[0].kind != "count":
        return None
    part, alike = following[0], [head for head in heads if head.figure.unit.same(following[0].unit)]
    alike = [head for head in alike if head.figure.unit and head.figure.kind == "count"]
    if not alike or part.approximate or alike[0].figure.approximate or not counted(view, [part]):
        return None
    greatest = max(alike, key=lambda head: head.figure.value)
    return greatest, Part(view, "", part.value, part)


def _greater(head: Head, part: Part) -> Relation:
    relation = sum_relation(head, [part], holds=False)
    assert part.figure
    whole, some = head.figure, part.figure
    message = f"Ghi {whole.text} {whole.unit} nhưng trong đó lại có {some.text} {some.unit}."
    formula = f"{head.figure.text} ≥ {part.figure.text}"
    return replace(relation, message=message, formula=formula, computed=part.figure.text)
