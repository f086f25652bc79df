"""From Markdown to blocks. Only what an official document has is read; all else is text as typed."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, cast

from markdown_it import MarkdownIt
from markdown_it.tree import SyntaxTreeNode
from mdit_py_plugins.footnote import footnote_plugin

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
from dienhong.documents.outline import unlisted

# No HTML, code, quotations, rules, pictures: their marks are ordinary characters of a text.
_RULES = ["heading", "list", "table", "emphasis", "link", "newline", "escape", "entity"]


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero", {"html": False, "linkify": False, "typographer": False})
    return reader.use(footnote_plugin, inline=False).enable(_RULES)


def from_markdown(text: str) -> tuple[Block, ...]:
    """The blocks of a text with headings, paragraphs, lists, tables, bold, italic, links and footnotes.

    `#` is a centred heading, `##` to `######` are I., 1., 1.1., a), -; their numbers are typed or given later by
    `outline.numbered`. Text never becomes markup of another format, whatever it holds.
    """
    root = SyntaxTreeNode(_reader().parse(text))
    notes = {
        cast(int, note.meta["id"]): note
        for block in root.children
        if block.type == "footnote_block"
        for note in block.children
    }
    return tuple(_Blocks(notes).read(root.children))


@dataclass(frozen=True)
class _Blocks:
    notes: dict[int, SyntaxTreeNode]

    def read(self, nodes: Iterable[SyntaxTreeNode]) -> Iterator[Block]:
        for node in nodes:
            match node.type:
                case "heading":
                    yield Heading(int(node.tag[1]), self.line(node))
                case "paragraph":
                    yield Paragraph(self.line(node))
                case "bullet_list" | "ordered_list":
                    yield self._listing(node)
                case "table":
                    yield self._table(node)

    def _listing(self, node: SyntaxTreeNode) -> Listing:
        items = tuple(tuple(self.read(item.children)) for item in node.children)
        if node.type == "ordered_list":
            return Listing(items, "1", int(node.attrs.get("start", 1)))
        return Listing(items, "+" if node.markup == "+" else "-")

    def _table(self, node: SyntaxTreeNode) -> Table:
        parts = {part.type: part.children for part in node.children}
        heads, rows = (tuple(map(self._row, parts.get(name, []))) for name in ("thead", "tbody"))
        header = tuple(row for row in heads if any(row))
        return Table(header, rows, tuple(_align(cell) for cell in parts["thead"][0].children))

    def _row(self, row: SyntaxTreeNode) -> tuple[Line, ...]:
        return tuple(self.line(cell) for cell in row.children)

    def line(self, node: SyntaxTreeNode) -> Line:
        """The inlines of a block, texts of one look joined."""
        joined: list[Inline] = []
        for inline in self._inlines(node.children, Text("")):
            last = joined[-1] if joined else None
            if (
                isinstance(inline, Text)
                and isinstance(last, Text)
                and replace(last, text=inline.text) == inline
            ):
                joined[-1] = replace(last, text=last.text + inline.text)
            elif inline != Text(""):
                joined.append(inline)
        return tuple(inline for inline in joined if not (isinstance(inline, Text) and not inline.text))

    def _inlines(self, nodes: Iterable[SyntaxTreeNode], look: Text) -> Iterator[Inline]:
        for node in nodes:
            match node.type:
                case "inline":
                    yield from self._inlines(node.children, look)
                case "strong":
                    yield from self._inlines(node.children, replace(look, bold=True))
                case "em":
                    yield from self._inlines(node.children, replace(look, italic=True))
                case "link":
                    yield from self._inlines(node.children, replace(look, href=str(node.attrs["href"])))
                case "softbreak":
                    yield replace(look, text=" ")
                case "hardbreak":
                    yield Break()
                case "footnote_ref":
                    yield self._note(node.meta["id"])
                case "footnote_anchor":
                    pass
                case _:
                    yield replace(look, text=node.content)

    def _note(self, number: int) -> Note:
        """The note's paragraphs, points and cells, one under the other."""
        lines = [line for block in unlisted(self.read(self.notes[number].children)) for line in _lines(block)]
        inlines = [inline for line in lines for inline in (Break(), *line)]
        return Note(tuple(inlines[1:]))


def _lines(block: Block) -> Iterable[Line]:
    match block:
        case Heading(_, line) | Paragraph(line):
            return (line,)
        case Table():
            return (line for row in (*block.header, *block.rows) for line in row)
        case Listing():
            return (line for point in unlisted([block]) for line in _lines(point))


def _align(cell: SyntaxTreeNode) -> Literal["left", "center", "right"]:
    style = str(cell.attrs.get("style", ""))
    return "center" if "center" in style else "right" if "right" in style else "left"
