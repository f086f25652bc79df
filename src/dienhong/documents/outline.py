"""Numbers and markers of headings and points, as typed text: I., 1., 1.1., a), -."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from dienhong.documents.blocks import Block, Heading, Line, Listing, Paragraph, Text
from dienhong.vietnamese.numerals import to_roman

# Points run by the Vietnamese alphabet without the letters that carry a mark, but for đ: the decree's own text.
LETTERS = "abcdđeghiklmnopqrstuvxy"


def letter(number: int) -> str:
    """The letter of a point, from 1: a, b, c, d, đ, e, g … y, aa, bb."""
    rounds, index = divmod(number - 1, len(LETTERS))
    return LETTERS[index] * (rounds + 1)


def marker(listing: Listing, index: int) -> str:
    """What stands before the point at `index` (from 0)."""
    number = listing.start + index
    return {"1": f"{number}.", "a": f"{letter(number)})"}.get(listing.marker, listing.marker)


def unlisted(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with every list written out as paragraphs, the marker being text."""
    for block in blocks:
        if isinstance(block, Listing):
            for index, item in enumerate(block.items):
                yield from unlisted(marked(item, marker(block, index)))
        else:
            yield block


def marked(item: tuple[Block, ...], mark: str) -> tuple[Block, ...]:
    """The item with its marker before the first words."""
    match item:
        case (Paragraph(line), *rest):
            return (Paragraph(_after(mark, line)), *rest)
    return (Paragraph((Text(mark),)), *item)


def _after(mark: str, line: Line) -> Line:
    return (Text(f"{mark} "), *line)


def numbered(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks with headings of levels 2 to 6 numbered: I. | 1. | 1.1. | a) | -; level 1 stays as typed."""
    counts = [0] * 7
    for block in blocks:
        if isinstance(block, Heading):
            counts[block.level] += 1
            counts[block.level + 1 :] = [0] * (6 - block.level)
            yield (
                replace(block, line=_after(_number(block.level, counts), block.line))
                if block.level > 1
                else block
            )
        else:
            yield block


def _number(level: int, counts: list[int]) -> str:
    chapter, section, clause, point = counts[2:6]
    marks = {
        2: f"{to_roman(chapter or 1)}.",
        3: f"{section}.",
        4: f"{section}.{clause}.",
        5: f"{letter(point or 1)})",
    }
    return marks.get(level, "-")
