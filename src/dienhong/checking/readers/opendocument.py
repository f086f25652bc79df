"""OpenDocument text (.odt): paragraphs, lists, tables, notes."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dienhong.checking.document import Document, Limits, Unreadable
from dienhong.checking.readers.archive import DAMAGED, Archive, row_of

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
T = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
DEEPEST = 40
LITERAL = {f"{T}tab": "\t", f"{T}line-break": "\n", f"{T}s": " "}
PARAGRAPHS = (f"{T}p", f"{T}h")
SKIPPED = {f"{T}tracked-changes", f"{T}table-of-content", f"{OFFICE}annotation", f"{OFFICE}forms"}


def read_opendocument(archive: Archive, limits: Limits) -> Document:
    body = archive.xml("content.xml").find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise Unreadable(DAMAGED)
    pages = 1 + sum(1 for _ in body.iter(f"{T}soft-page-break"))
    if pages > limits.pages:
        raise Unreadable(f"Tệp có khoảng {pages} trang, vượt giới hạn {limits.pages} trang.")
    return Document("\n".join(_OpenText().lines(body, 0, "")), "odt", pages)


class _OpenText:
    def __init__(self) -> None:
        self._notes: list[str] = []
        self._marks = 0

    def lines(self, parent: Element, depth: int, marker: str) -> Iterator[str]:
        if depth > DEEPEST:
            return
        for child in parent:
            if child.tag in PARAGRAPHS:
                yield marker + "".join(self._inline(child, 0))
            elif child.tag == f"{TABLE}table":
                yield from self._rows(child)
            elif child.tag not in SKIPPED:
                yield from self.lines(child, depth + 1, "- " if child.tag == f"{T}list-item" else marker)
            yield from self._waiting()

    def _waiting(self) -> list[str]:
        notes, self._notes = self._notes, []
        return notes

    def _rows(self, table: Element) -> Iterator[str]:
        for row in table.iter(f"{TABLE}table-row"):
            cells = [cell for cell in row if cell.tag in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")]
            yield row_of([self._cell(cell) for cell in cells])

    def _cell(self, cell: Element) -> str:
        return " ".join("".join(self._inline(block, 0)) for tag in PARAGRAPHS for block in cell.iter(tag))

    def _inline(self, element: Element, depth: int) -> Iterator[str]:
        yield element.text or ""
        for child in element:
            if child.tag == f"{T}note":
                yield self._note(child)
            elif child.tag in LITERAL:
                yield LITERAL[child.tag]
            elif child.tag not in SKIPPED and depth < DEEPEST:
                yield from self._inline(child, depth + 1)
            yield child.tail or ""

    def _note(self, note: Element) -> str:
        self._marks += 1
        number = self._marks
        body = note.find(f"{T}note-body")
        parts = [] if body is None else ["".join(self._inline(block, 0)) for block in body.iter(f"{T}p")]
        self._notes.append(f"[^{number}]: {' '.join(parts).strip()}")
        return f"[^{number}]"
