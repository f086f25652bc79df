"""The text that was read as blocks and pieces: what a page shows, with every finding at its place. Pure.

Offsets are those of the text that was read; its characters come out as they are, but for marks of emphasis.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from dienhong.checking.marks import (
    CONVERTER_MARK,
    MARKDOWN_MARK,
    Footnote,
    split_footnotes,
    without_decoration,
)
from dienhong.checking.structure import Passage, structure
from dienhong.incoming.findings import ORDER, KeptFinding
from dienhong.vietnamese.document_kinds import KINDS
from dienhong.vietnamese.text import fold

HEADING_STYLES = frozenset({"part", "roman"})
NUMBERED_STYLES = frozenset({"number", "dotted", "letter"})
ITEM_STYLES = frozenset({"dash", "plus", "bullet", "enclosed", "letter"})
LONGEST_HEADING = 160
DOCUMENT_KINDS = frozenset(map(fold, KINDS.values()))


@dataclass(frozen=True)
class Piece:
    """A stretch of one look: plain, under a finding, or the mark of a footnote."""

    text: str
    finding: KeptFinding | None = None
    opens: tuple[KeptFinding, ...] = ()
    note: str = ""


@dataclass
class Block:
    """A paragraph, heading, list item, table (rows of cells of pieces) or footnote."""

    kind: str
    pieces: list[Piece] = field(default_factory=list)
    rows: list[list[list[Piece]]] = field(default_factory=list)
    label: str = ""
    is_target: bool = False
    """Whether the marks of this label lead here: a label that is used again leads to its first note."""


@dataclass(frozen=True)
class Typeset:
    """The blocks in reading order, the footnotes, and the findings whose place is in neither."""

    blocks: tuple[Block, ...]
    notes: tuple[Block, ...]
    unplaced: tuple[KeptFinding, ...]


def typeset(text: str, findings: Sequence[KeptFinding]) -> Typeset:
    """Blocks of the text with the findings at their places."""
    plain = without_decoration(text)
    _, notes = split_footnotes(plain)
    setter = _Setter(plain, findings, notes)
    blocks = tuple(setter.blocks(structure(text).passages))
    footnotes = tuple(setter.notes(notes))
    return Typeset(blocks, footnotes, tuple(one for one in findings if one.number not in setter.opened))


class _Setter:
    def __init__(self, text: str, findings: Sequence[KeptFinding], notes: Sequence[Footnote]) -> None:
        self._text = text
        self._findings = sorted(findings, key=lambda one: (one.start, one.end))
        self._marks = {start: (end, label) for start, end, label in _marks(text, notes)}
        self._skipped = [note.outer for note in notes]
        edges = {place for one in findings for place in (one.start, one.end)}
        edges |= {place for start, (end, _) in self._marks.items() for place in (start, end)}
        edges |= {place for span in self._skipped for place in span}
        inside_marks = {place for start, (end, _) in self._marks.items() for place in range(start + 1, end)}
        self._edges = sorted(edges - inside_marks)
        self.opened: set[int] = set()

    def blocks(self, passages: Iterable[Passage]) -> Iterator[Block]:
        """Rows that follow each other make one table."""
        table: Block | None = None
        under_title = False
        for passage in passages:
            if passage.is_row:
                if table is None:
                    table = Block("table")
                    yield table
                table.rows.append(list(self._cells(passage)))
                continue
            table = None
            kind = "title" if under_title and _may_be_title(passage) else _kind(passage)
            block = Block(kind, self._pieces(passage.start, passage.end))
            if block.pieces:
                under_title = fold(passage.text) in DOCUMENT_KINDS
                yield block

    def notes(self, notes: Iterable[Footnote]) -> Iterator[Block]:
        labels: set[str] = set()
        for note in notes:
            pieces = self._pieces(note.start, note.end, inside_note=True)
            yield Block("note", pieces, label=note.label, is_target=note.label not in labels)
            labels.add(note.label)

    def _cells(self, passage: Passage) -> Iterator[list[Piece]]:
        bars = [passage.start + at for at, letter in enumerate(passage.text) if letter == "|"]
        for left, right in pairwise(bars):
            yield self._pieces(left + 1, right)

    def _pieces(self, start: int, end: int, *, inside_note: bool = False) -> list[Piece]:
        """The stretch cut at every edge of a finding, of a footnote's mark and of a footnote."""
        inner = self._edges[bisect_right(self._edges, start) : bisect_left(self._edges, end)]
        cuts = [start, *inner, end]
        pieces = [self._piece(a, b) for a, b in pairwise(cuts) if inside_note or self._shown(a)]
        return pieces if any(piece.text.strip() or piece.opens or piece.note for piece in pieces) else []

    def _shown(self, at: int) -> bool:
        """Footnotes stand below the text, not in it."""
        return not any(start <= at < end for start, end in self._skipped)

    def _piece(self, start: int, end: int) -> Piece:
        if start in self._marks:
            return Piece("", note=self._marks[start][1])
        over = [one for one in self._findings if _covers(one, start, end)]
        opens = tuple(one for one in over if one.number not in self.opened)
        self.opened |= {one.number for one in opens}
        worst = min(
            (one for one in over if one.end > one.start),
            key=lambda one: ORDER.index(one.severity),
            default=None,
        )
        return Piece(self._text[start:end], worst, opens)


def _marks(text: str, notes: Sequence[Footnote]) -> Iterator[tuple[int, int, str]]:
    """Where the text refers to a note that is there: by a mark written as such, or by a raised digit."""
    labels = {note.label for note in notes}
    for pattern in (CONVERTER_MARK, MARKDOWN_MARK):
        for found in pattern.finditer(text):
            if found["label"] in labels:
                yield found.start(), found.end(), found["label"]
    for note in notes:
        if note.mark:
            yield *note.mark, note.label


def _covers(finding: KeptFinding, start: int, end: int) -> bool:
    """Whether a finding and a piece share a character; one without length stands before the character it names."""
    if finding.start == finding.end:
        return start <= finding.start < end
    return finding.start < end and start < finding.end


def _may_be_title(passage: Passage) -> bool:
    """Whether a passage under "BÁO CÁO" says what the report is about."""
    return (
        not passage.style
        and len(passage.text) <= LONGEST_HEADING
        and not passage.text.strip().endswith((".", ":"))
    )


def _kind(passage: Passage) -> str:
    """How a passage is set: by its marker, its length and its letters."""
    words = passage.text.strip()
    if len(words) <= LONGEST_HEADING and not words.endswith((".", ";", ":", ",")):
        if passage.style in HEADING_STYLES or (words.isupper() and len(words) > 3):
            return "title" if not passage.style else "heading"
        if passage.style in NUMBERED_STYLES:
            return "heading"
    return "item" if passage.style in ITEM_STYLES else "paragraph"
