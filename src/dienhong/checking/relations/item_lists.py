"""A whole announced in a paragraph and its parts in the list items below it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dienhong.checking.clauses import View
from dienhong.checking.findings import Relation
from dienhong.checking.labels import MARKER
from dienhong.checking.parts import Part, Parts, item_part
from dienhong.checking.reading import Paragraph, Reading
from dienhong.checking.relations.sums import STRONG, WEAK, Claim, Head, heads_before, judged
from dienhong.checking.units import unit_at

OPENING = re.compile(r"(?::|như sau|sau đây|cụ thể|gồm|trong đó)[\s:.,;]*$", re.IGNORECASE)
ITEM_STYLES = frozenset(("dash", "plus", "bullet", "enclosed", "letter", "number"))
LONGEST = 300


@dataclass(frozen=True, slots=True)
class ItemList:
    """A paragraph that opens a list, and the items directly below it."""

    opening: Paragraph
    items: tuple[Paragraph, ...]

    @property
    def last_sentence(self) -> View:
        return self.opening.sentences[-1]


def item_lists(reading: Reading) -> Iterator[ItemList]:
    """Every paragraph that ends in a colon or the like, with its items."""
    paragraphs = reading.paragraphs
    for place, paragraph in enumerate(paragraphs):
        if paragraph.sentences and OPENING.search(paragraph.passage.text):
            items = tuple(_items(paragraph, paragraphs[place + 1 : place + 1 + LONGEST]))
            if len(items) >= 2:
                yield ItemList(paragraph, items)


def _items(opening: Paragraph, following: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    """The run of items in one style; deeper items are passed over, another kind of paragraph ends the run."""
    if not following:
        return
    style = following[0].passage.style
    if style == opening.passage.style and style:
        return
    if style not in ITEM_STYLES:
        yield from _unmarked(following) if not style else ()
        return
    for paragraph in following:
        if paragraph.passage.style == style:
            yield paragraph
        elif paragraph.passage.style not in ITEM_STYLES or paragraph.passage.style == opening.passage.style:
            return


def _unmarked(following: tuple[Paragraph, ...]) -> Iterator[Paragraph]:
    """Lines without a marker that end in semicolons, and the one that closes them."""
    for paragraph in following:
        if paragraph.passage.style or not paragraph.sentences:
            return
        yield paragraph
        if not paragraph.passage.text.rstrip().endswith(";"):
            return


def list_sums(reading: Reading) -> Iterator[Relation]:
    """Wholes in an opening paragraph against the figures of its items."""
    for found in item_lists(reading):
        claim = _claim(found)
        relation = judged(claim) if claim else None
        if relation:
            yield relation


def _claim(found: ItemList) -> Claim | None:
    view = found.last_sentence
    first_items = [item.sentences[0] for item in found.items if item.sentences]
    heads = heads_before(view, view.end) or (
        heads_before(view.previous, view.previous.end) if view.previous else []
    )
    for head in heads:
        if not head.figure.unit:
            continue
        items = [item_part(item, head.figure.unit) for item in first_items]
        kept = tuple(part for part in items if part)
        if sum(1 for part in kept if part.figure) >= 2:
            complete = len(kept) == len(first_items) and _is_tidy(kept, view, head)
            force = _force(view, head)
            return Claim([head], [Parts(kept, complete)], force, adjacent=force == STRONG)
    return None


def _is_tidy(parts: tuple[Part, ...], view: View, head: Head) -> bool:
    """Whether every item is `label: figure` or names the noun of the whole."""
    return all(not part.figure or part.figure.unit == head.figure.unit or _is_label(part) for part in parts)


def _is_label(part: Part) -> bool:
    return len(part.label) < 120 and (not part.figure or bool(part.figure.unit) or part.label.endswith(":"))


def _force(view: View, head: Head) -> str:
    rest = view.between(head.figure.start, view.end)
    noun_end = unit_at(rest, len(head.figure.text))[1]
    return STRONG if MARKER.search(rest) or len(rest) - noun_end < 60 else WEAK
