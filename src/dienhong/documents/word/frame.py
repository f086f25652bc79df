"""The whole document in Word: its parts in order, a section of Word's own for every section."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from dienhong.documents import layout
from dienhong.documents.blocks import Heading, Listing, Paragraph, Table
from dienhong.documents.flow import Columns, Part, Section, sections
from dienhong.documents.official import OfficialDocument
from dienhong.documents.outline import unlisted
from dienhong.documents.word.body import Notes, frame_table, paragraph, table
from dienhong.documents.word.xml import el, twips
from dienhong.documents.wording import Piece, Rule


def document_body(document: OfficialDocument, notes: Notes) -> Element:
    """<w:body>: sections follow each other, the last one's properties standing at its end."""
    # LibreOffice sets a line of its own before a table that begins a document with footnotes: let it be thin.
    body = el("body", paragraph("edge", (), notes))
    *before, last = sections(document)
    for section in before:
        body.extend(_content(section, notes))
        body.append(paragraph("edge", (), notes, _section(section.landscape)))
    body.extend(_content(last, notes))
    body.extend([paragraph("edge", (), notes), _section(last.landscape)])
    return body


def _content(section: Section, notes: Notes) -> list[Element]:
    content: list[Element] = []
    for part in section.parts:
        if isinstance(part, Columns) and content:
            _keep_with_next(content[-1])
            content.append(paragraph("gap", (), notes, el("keepNext")))
        content.extend(_elements(part, section.width, notes))
        if isinstance(part, Table) and part is not section.parts[-1]:
            content.append(paragraph("gap", (), notes))
    return content


def _keep_with_next(element: Element) -> None:
    """A signature never stands alone on a page: the last paragraph stays with it."""
    if element.tag.endswith("}p"):
        element[0].insert(1, el("keepNext"))


def _elements(part: Part, width: float, notes: Notes) -> Iterator[Element]:
    match part:
        case Piece(style, line):
            yield paragraph(style, line, notes)
        case Rule(length):
            yield _rule(length, width)
        case Columns():
            yield _columns(part, notes)
        case Heading(level, line):
            yield paragraph(f"heading{level}", line, notes)
        case Paragraph(line):
            yield paragraph("body", line, notes)
        case Table():
            yield table(part, width, notes)
        case Listing():
            for point in unlisted([part]):
                yield from _elements(point, width, notes)


def _columns(columns: Columns, notes: Notes) -> Element:
    rows = [
        [
            [element for part in parts for element in _elements(part, width, notes)]
            for parts, width in zip(row, columns.widths, strict=True)
        ]
        for row in columns.rows
    ]
    return frame_table(columns.widths, rows)


def _rule(length: float, column: float) -> Element:
    """A thin paragraph whose upper border is as long as the rule has to be."""
    side = twips((column - length) / 2)
    border = el("pBdr", el("top", val="single", sz=6, space=1, color="000000"))
    return paragraph("rule", (), Notes(), border, el("ind", left=side, right=side))


def _section(across: bool) -> Element:
    """A4, pages counted from 1, the number shown from page 2."""
    width, height = reversed(layout.PAGE) if across else layout.PAGE
    turned = {"orient": "landscape"} if across else {}
    return el(
        "sectPr",
        el("headerReference", type="default", rel="rIdHeader"),
        el("headerReference", type="first", rel="rIdFirst"),
        el("type", val="nextPage"),
        el("pgSz", w=twips(width), h=twips(height), **turned),
        el(
            "pgMar",
            top=twips(layout.TOP),
            right=twips(layout.RIGHT),
            bottom=twips(layout.BOTTOM),
            left=twips(layout.LEFT),
            header=twips(layout.NUMBER_FROM_TOP),
            footer=twips(layout.NUMBER_FROM_TOP),
            gutter=0,
        ),
        el("pgNumType", start=1),
        el("titlePg"),
    )
