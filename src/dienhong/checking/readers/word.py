"""Word documents: text with footnotes, lists with their numbers, tables. Macros are never looked at."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dienhong.checking.document import Document, Limits, Unreadable
from dienhong.checking.readers.archive import DAMAGED, Archive, row_of
from dienhong.checking.readers.numbering import Numbering, W, read_numbering, value_of, whole

DEEPEST = 40
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LITERAL = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
REFERENCES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}
SKIPPED = {FALLBACK, f"{W}del", f"{W}moveFrom", f"{W}instrText", f"{W}delText", f"{W}rPr", f"{W}pPr"}


def read_word(archive: Archive, limits: Limits) -> Document:
    """`word/document.xml` as text; Word keeps no pages, so the limit counts its own page breaks."""
    body = archive.xml("word/document.xml").find(f"{W}body")
    if body is None:
        raise Unreadable(DAMAGED)
    pages = 1 + sum(1 for _ in body.iter(f"{W}lastRenderedPageBreak"))
    if pages > limits.pages:
        raise Unreadable(f"Tệp có khoảng {pages} trang, vượt giới hạn {limits.pages} trang.")
    return Document("\n".join(_WordText(archive).lines(body)), "docx", pages)


class _WordText:
    def __init__(self, archive: Archive) -> None:
        self._numbering = read_numbering(archive.optional_xml("word/numbering.xml"))
        self._styles = _list_styles(archive.optional_xml("word/styles.xml"))
        self._notes = {kind: _notes(archive.optional_xml(f"word/{kind}.xml")) for kind in REFERENCES.values()}
        self._waiting: list[tuple[int, Element]] = []
        self._marks = 0

    def lines(self, body: Element) -> Iterator[str]:
        for block in self._blocks(body, 0):
            yield from self._table(block) if block.tag == f"{W}tbl" else [self._paragraph(block)]
            yield from self._pending_notes()

    def _blocks(self, parent: Element, depth: int) -> Iterator[Element]:
        for child in parent:
            if child.tag in (f"{W}p", f"{W}tbl"):
                yield child
            elif child.tag not in SKIPPED and depth < DEEPEST:
                yield from self._blocks(child, depth + 1)

    def _table(self, table: Element) -> Iterator[str]:
        for row in table.iter(f"{W}tr"):
            cells: list[str] = []
            for cell in row.findall(f"{W}tc"):
                cells.append(self._cell(cell))
                span = whole(value_of(cell.find(f"{W}tcPr"), "gridSpan"), 1)
                cells.extend([""] * min(span - 1, 200))
            yield row_of(cells)

    def _cell(self, cell: Element) -> str:
        return " ".join(self._paragraph(block) for block in cell.iter(f"{W}p"))

    def _paragraph(self, paragraph: Element) -> str:
        text = "".join(self._run(paragraph, 0))
        marker = self._marker(paragraph.find(f"{W}pPr"), self._numbering) if text.strip() else ""
        return f"{marker} {text}" if marker else text

    def _run(self, element: Element, depth: int) -> Iterator[str]:
        for child in element:
            if child.tag == f"{W}t":
                yield child.text or ""
            elif child.tag in REFERENCES:
                yield self._mark(REFERENCES[child.tag], child.get(f"{W}id", ""))
            elif child.tag in LITERAL:
                yield LITERAL[child.tag]
            elif child.tag not in SKIPPED and depth < DEEPEST:
                yield from self._run(child, depth + 1)

    def _mark(self, kind: str, identity: str) -> str:
        note = self._notes[kind].get(identity)
        if note is None:
            return ""
        self._marks += 1
        self._waiting.append((self._marks, note))
        return f"[^{self._marks}]"

    def _pending_notes(self) -> Iterator[str]:
        waiting, self._waiting = self._waiting, []
        for number, note in waiting:
            text = " ".join(self._paragraph(block).strip() for block in self._blocks(note, 0))
            yield f"[^{number}]: {text.strip()}"

    def _marker(self, properties: Element | None, numbering: Numbering) -> str:
        if properties is None:
            return ""
        own = properties.find(f"{W}numPr")
        if own is None:
            own = self._styles.get(value_of(properties, "pStyle"))
        return numbering.marker(value_of(own, "numId"), whole(value_of(own, "ilvl"), 0))


def _list_styles(root: Element | None) -> dict[str, Element]:
    styles = {} if root is None else {
        style.get(f"{W}styleId", ""): style.find(f"{W}pPr/{W}numPr") for style in root.iter(f"{W}style")
    }  # fmt: skip
    return {name: found for name, found in styles.items() if found is not None}


def _notes(root: Element | None) -> dict[str, Element]:
    if root is None:
        return {}
    return {note.get(f"{W}id", ""): note for note in root if note.get(f"{W}type", "normal") == "normal"}
