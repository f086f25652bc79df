"""To Markdown: what `from_markdown` reads back as the same blocks."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from dienhong.documents.blocks import (
    Block,
    Break,
    Heading,
    Inline,
    Line,
    Listing,
    Note,
    Paragraph,
    Table,
    Text,
)
from dienhong.documents.flow import Columns, Part, sections
from dienhong.documents.layout import STYLES
from dienhong.documents.markdown.escaping import escaped, start_escaped
from dienhong.documents.official import OfficialDocument
from dienhong.documents.outline import marker, unlisted
from dienhong.documents.tables import columns, filled
from dienhong.documents.wording import Piece, Rule

_TITLES = {"title": "# ", "appendix": "# "}
_ALIGN = {"left": "---", "center": ":-:", "right": "--:"}


def to_markdown(document: OfficialDocument) -> str:
    """The whole document as Markdown: head, body, closing, appendices, notes."""
    writer = _Writer()
    parts = [part for section in sections(document) for part in section.parts]
    return writer.finished(text for part in parts for text in writer.part(part))


def blocks_to_markdown(blocks: Iterable[Block]) -> str:
    """The blocks of a body as Markdown."""
    writer = _Writer()
    return writer.finished(writer.block(block) for block in blocks)


@dataclass
class _Writer:
    notes: list[Line] = field(default_factory=list)

    def finished(self, texts: Iterable[str]) -> str:
        """The paragraphs with an empty line between them, the notes last."""
        paragraphs = [text for text in texts if text]
        notes = [f"[^{number}]: {self._paragraph(line)}" for number, line in enumerate(self.notes, start=1)]
        return "\n\n".join([*paragraphs, *notes]) + "\n"

    def part(self, part: Part) -> Iterator[str]:
        match part:
            case Rule():
                return
            case Piece(style, line):
                yield self._piece(style, line)
            case Columns():
                for row in part.rows:
                    for side in row:
                        yield from (text for one in side for text in self.part(one))
            case _:
                yield self.block(part)

    def _piece(self, style: str, line: Line) -> str:
        if style in _TITLES:
            return _TITLES[style] + self.line(line)
        look = STYLES[style]
        return self._paragraph([_styled(inline, bold=look.bold, italic=look.italic) for inline in line])

    def block(self, block: Block) -> str:
        match block:
            case Heading(level, line):
                return f"{'#' * level} {self.line(line)}"
            case Paragraph(line):
                return self._paragraph(line)
            case Table():
                return self._table(block)
            case Listing(marker="a"):
                return "\n\n".join(self.block(point) for point in unlisted([block]))
            case Listing(items):
                return "\n".join(self._item(marker(block, n), item) for n, item in enumerate(items))

    def _item(self, mark: str, item: Sequence[Block]) -> str:
        """The point's blocks, indented under its marker."""
        indent = " " * (len(mark) + 1)
        text = "\n\n".join(self.block(block) for block in item)
        return f"{mark} " + "\n".join(f"{indent}{line}" if line else "" for line in text.split("\n")).lstrip()

    def _table(self, table: Table) -> str:
        count = columns(table)
        header = table.header[0] if table.header else ()
        aligns = (*table.aligns, *["left"] * count)[:count]
        ruler = "|" + "|".join(_ALIGN[align] for align in aligns) + "|"
        rows = [self._row(filled(row, count)) for row in (*table.header[1:], *table.rows)]
        return "\n".join([self._row(filled(header, count)), ruler, *rows])

    def _row(self, row: tuple[Line, ...]) -> str:
        cells = (self.line(line).replace("\\\n", " ") for line in row)
        return "| " + " | ".join(cells) + " |"

    def line(self, line: Sequence[Inline]) -> str:
        return "".join(self._inline(inline) for inline in line).strip(" ")

    def _paragraph(self, line: Sequence[Inline]) -> str:
        return start_escaped(self.line(line))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text():
                return _marked_up(inline)
            case Break():
                return "\\\n"
            case Note(line):
                self.notes.append(line)
                return f"[^{len(self.notes)}]"


def _styled(inline: Inline, *, bold: bool, italic: bool) -> Inline:
    return Text(inline.text, bold, italic) if isinstance(inline, Text) else inline


def _marked_up(text: Text) -> str:
    """Emphasis clings to words: spaces at its ends stand outside, and there must be a word."""
    words = text.text.strip()
    stars = "*" * (text.italic + 2 * text.bold)
    if not (words and stars and words[0].isalnum() and words[-1].isalnum()):
        return escaped(text.text)
    before, _, after = text.text.partition(words)
    return f"{before}{stars}{escaped(words)}{stars}{after}"
