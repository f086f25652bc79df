"""Lines and tables as elements of a Word document."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

from dienhong.documents.blocks import Break, Inline, Line, Note, Table, Text
from dienhong.documents.tables import column_widths, columns, filled
from dienhong.documents.word.xml import el, text, twips


@dataclass
class Notes:
    """The footnotes in the order of their marks; the first has the number 1."""

    lines: list[Line] = field(default_factory=list)

    def add(self, line: Line) -> int:
        self.lines.append(line)
        return len(self.lines)


def paragraph(style: str, line: Line, notes: Notes, *properties: Element) -> Element:
    """<w:p> under a style; `properties` are exceptions to it."""
    head = el("pPr", el("pStyle", val=style), *properties)
    return el("p", head, *(_run(inline, notes) for inline in line))


def _run(inline: Inline, notes: Notes) -> Element:
    match inline:
        case Text(words, bold, italic):
            looks = [
                el(tag) for tag, on in (("b", bold), ("bCs", bold), ("i", italic), ("iCs", italic)) if on
            ]
            return el("r", el("rPr", *looks), text(words)) if looks else el("r", text(words))
        case Note(line):
            mark = el("rPr", el("rStyle", val="note_mark"))
            return el("r", mark, el("footnoteReference", id=notes.add(line)))
        case Break():
            return el("r", el("br"))


def table(data: Table, width: float, notes: Notes) -> Element:
    """A bordered table over the whole text width whose header rows repeat on every page."""
    widths = [twips(column) for column in column_widths(data, width)]
    aligns = (*data.aligns, *["left"] * columns(data))
    heads = [_row(row, "cell_head", ["center"] * len(widths), widths, notes) for row in data.header]
    for head in heads:
        head[0].append(el("tblHeader"))
    rows = [_row(row, "cell", aligns, widths, notes) for row in data.rows]
    return el("tbl", _frame("data_table", widths), _grid(widths), *heads, *rows)


def _row(
    row: tuple[Line, ...], style: str, aligns: Iterable[str], widths: list[int], notes: Notes
) -> Element:
    cells = zip(filled(row, len(widths)), aligns, widths, strict=False)
    return el(
        "tr",
        el("trPr", el("cantSplit")),
        *(
            cell(width, paragraph(style, line, notes, *([] if align == "left" else [el("jc", val=align)])))
            for line, align, width in cells
        ),
    )


def cell(width: int, *content: Element) -> Element:
    """A cell `width` twips wide; Word wants a paragraph in it."""
    return el("tc", el("tcPr", el("tcW", w=width, type="dxa")), *content)


def frame_table(widths_mm: Sequence[float], rows: Iterable[Sequence[list[Element]]]) -> Element:
    """A table without borders that sets parts side by side."""
    widths = [twips(width) for width in widths_mm]
    lines = [el("tr", el("trPr", el("cantSplit")), *map(_frame_cell, widths, row)) for row in rows]
    return el("tbl", _frame("NoTable", widths), _grid(widths), *lines)


def _frame_cell(width: int, content: list[Element]) -> Element:
    return cell(width, *(content or [el("p", el("pPr", el("pStyle", val="gap")))]))


def _frame(style: str, widths: list[int]) -> Element:
    return el(
        "tblPr",
        el("tblStyle", val=style),
        el("tblW", w=sum(widths), type="dxa"),
        el("tblLayout", type="fixed"),
    )


def _grid(widths: list[int]) -> Element:
    return el("tblGrid", *(el("gridCol", w=width) for width in widths))
