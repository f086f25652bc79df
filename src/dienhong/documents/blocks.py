"""What the body of a document is made of: lines of text with notes, headings, paragraphs, lists, tables."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

__all__ = [
    "Block",
    "Break",
    "Heading",
    "Inline",
    "Line",
    "Listing",
    "Note",
    "Paragraph",
    "Table",
    "Text",
    "line_of",
    "plain",
    "printable",
]


@dataclass(frozen=True, slots=True)
class Text:
    """Characters as they print. `href` is for HTML only: paper has no links."""

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote at its mark; numbers are given in the order of the marks."""

    line: "Line"


@dataclass(frozen=True, slots=True)
class Break:
    """A new line inside a paragraph or a cell."""


Inline = Text | Note | Break
Line = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """`level` 1 is centred (Phần, Chương, QUYẾT NGHỊ:), 2 "I.", 3 "1.", 4 "1.1.", 5 "a)", 6 "-".

    The number belongs to the text: what is typed is what prints. `outline.numbered` gives numbers.
    """

    level: int
    line: Line


@dataclass(frozen=True, slots=True)
class Paragraph:
    line: Line


@dataclass(frozen=True, slots=True)
class Listing:
    """Points of a list; the marker is a dash, a plus, numbers or Vietnamese letters (a, b, c, d, đ, e, g…)."""

    items: tuple[tuple["Block", ...], ...]
    marker: Literal["-", "+", "1", "a"] = "-"
    start: int = 1


Align = Literal["left", "center", "right"]


@dataclass(frozen=True, slots=True)
class Table:
    """Header rows repeat on every page. `widths` are shares of the text width, worked out where empty;
    a word is broken only where there is no room for it."""

    header: tuple[tuple[Line, ...], ...]
    rows: tuple[tuple[Line, ...], ...]
    aligns: tuple[Align, ...] = ()
    widths: tuple[float, ...] = ()


Block = Heading | Paragraph | Listing | Table

# XML and fonts know no control characters; tabs and line ends are spaces, as on a typewriter's one line.
_NO_CHARACTERS = (*range(32), *range(127, 160), 0xFFFE, 0xFFFF, *range(0xD800, 0xE000))
_PRINTED: dict[int, str | None] = {
    **dict.fromkeys(_NO_CHARACTERS),
    **dict.fromkeys(map(ord, "\t\n\v\f\r\x85\u2028\u2029"), " "),
}


def printable(text: str) -> str:
    """The text without what no page can show."""
    return text.translate(_PRINTED)


def line_of(text: str, *, bold: bool = False, italic: bool = False) -> Line:
    """A line of one text; its line ends become breaks."""
    parts = text.split("\n")
    pieces: list[Inline] = [Text(parts[0], bold, italic)]
    for part in parts[1:]:
        pieces += [Break(), Text(part, bold, italic)]
    return tuple(pieces)


def plain(line: Sequence[Inline]) -> str:
    """The words of a line, without notes."""
    return "".join(_words(line))


def _words(line: Sequence[Inline]) -> Iterator[str]:
    for inline in line:
        if isinstance(inline, Text):
            yield inline.text
        elif isinstance(inline, Break):
            yield "\n"
