"""To HTML: semantic elements with classes named like the styles; the looks are in `official.css`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from html import escape
from pathlib import Path

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
    printable,
)
from dienhong.documents.flow import Columns, Part, Section, sections
from dienhong.documents.official import OfficialDocument
from dienhong.documents.outline import marked, marker
from dienhong.documents.tables import columns, filled
from dienhong.documents.wording import Piece, Rule

_ELEMENTS = {"title": "h1", "appendix": "h2", "head": "header", "closing": "footer"}
# A link leads to a page; nothing that runs or loads ("javascript:", "data:") is one.
_LEADS_TO_A_PAGE = re.compile(r"https?://|mailto:|/(?!/)|#|\?", re.IGNORECASE)


def to_html(document: OfficialDocument) -> str:
    """A page of its own, its style sheet within."""
    title, style = escape(printable(document.title)), _style_sheet()
    head = f'<meta charset="utf-8"><title>{title}</title><style>{style}</style>'
    return f'<!DOCTYPE html>\n<html lang="vi"><head>{head}</head><body>\n{to_article(document)}\n</body></html>\n'


def to_article(document: OfficialDocument) -> str:
    """<article> for a page of the application; no style, no script."""
    writer = _Writer()
    content = "\n".join(writer.section(section) for section in sections(document))
    return f'<article class="official" lang="vi">\n{content}\n{writer.endnotes()}</article>'


def to_parts(groups: Iterable[Iterable[Part]]) -> tuple[list[str], str]:
    """Each group by itself, notes counted through, and the notes of all: for a page with its own between."""
    writer = _Writer()
    return ["".join(map(writer.part, group)) for group in groups], writer.endnotes()


@cache
def _style_sheet() -> str:
    return (Path(__file__).parent / "official.css").read_text(encoding="utf-8")


def _tag(name: str, content: str, **attributes: str) -> str:
    given = "".join(
        f' {key.replace("_", "-").strip("-")}="{escape(value)}"' for key, value in attributes.items() if value
    )
    return f"<{name}{given}>{content}</{name}>"


@dataclass
class _Writer:
    notes: list[Line] = field(default_factory=list)

    def section(self, section: Section) -> str:
        return _tag("section", "\n".join(map(self.part, section.parts)))

    def part(self, part: Part) -> str:
        match part:
            case Piece(style, line):
                return _tag(_ELEMENTS.get(style, "p"), self.line(line), _class=style)
            case Rule():
                return ""
            case Columns():
                sides = [_tag("div", "".join(map(self.part, side))) for row in part.rows for side in row]
                return _tag(_ELEMENTS[part.name], "".join(sides), _class=part.name)
            case _:
                return self.block(part)

    def block(self, block: Block) -> str:
        match block:
            case Heading(level, line):
                return _tag(f"h{max(level, 2)}", self.line(line), _class=f"heading{level}")
            case Paragraph(line):
                return _tag("p", self.line(line))
            case Listing(items):
                points = (marked(item, marker(block, n)) for n, item in enumerate(items))
                return _tag("ul", "".join(_tag("li", self.blocks(point)) for point in points))
            case Table():
                return self._table(block)

    def blocks(self, blocks: Iterable[Block]) -> str:
        return "".join(map(self.block, blocks))

    def _table(self, table: Table) -> str:
        count = columns(table)
        aligns = (*table.aligns, *["left"] * count)
        head = "".join(
            _tag("tr", "".join(_tag("th", self.line(line), scope="col") for line in filled(row, count)))
            for row in table.header
        )
        rows = "".join(self._row(filled(row, count), aligns) for row in table.rows)
        return _tag("table", (_tag("thead", head) if head else "") + _tag("tbody", rows))

    def _row(self, row: tuple[Line, ...], aligns: Iterable[str]) -> str:
        cells = zip(row, aligns, strict=False)
        return _tag(
            "tr",
            "".join(
                _tag("td", self.line(line), _class="" if align == "left" else align) for line, align in cells
            ),
        )

    def line(self, line: Line) -> str:
        return "".join(map(self._inline, line))

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text():
                return _text(inline)
            case Break():
                return "<br>"
            case Note(line):
                self.notes.append(line)
                number = str(len(self.notes))
                link = _tag("a", number, href=f"#chu-thich-{number}", id=f"dau-{number}", role="doc-noteref")
                return _tag("sup", link)

    def endnotes(self) -> str:
        """The footnotes, each with the way back to its mark."""
        if not self.notes:
            return ""
        items = "".join(self._endnote(number, line) for number, line in enumerate(self.notes, start=1))
        return (
            _tag("section", _tag("ol", items), _class="notes", role="doc-endnotes", aria_label="Chú thích")
            + "\n"
        )

    def _endnote(self, number: int, line: Line) -> str:
        back = _tag("a", "↩", href=f"#dau-{number}", role="doc-backlink", aria_label="Trở lại")
        return _tag("li", f"{self.line(line)} {back}", id=f"chu-thich-{number}")


def _text(text: Text) -> str:
    content = escape(printable(text.text))
    content = _tag("em", content) if text.italic else content
    content = _tag("strong", content) if text.bold else content
    leads = _LEADS_TO_A_PAGE.match(text.href)
    return _tag("a", content, href=text.href) if leads else content
