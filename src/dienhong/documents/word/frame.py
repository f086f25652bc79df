"""The whole document in Word: head, body, closing, and a section of its own for every appendix."""

from collections.abc import Iterable, Iterator
from xml.etree.ElementTree import Element

from dienhong.documents import layout, wording
from dienhong.documents.official import Appendix, OfficialDocument
from dienhong.documents.word.body import Notes, blocks, frame_table, paragraph
from dienhong.documents.word.xml import el, twips
from dienhong.documents.wording import Part, Piece, Rule


def document_body(document: OfficialDocument, notes: Notes) -> Element:
    """<w:body>: sections follow each other, the last one's properties standing at its end."""
    sections = [(_main(document, notes), False)]
    sections += [(_appendix(document, one, notes), one.landscape) for one in document.appendices]
    body = el("body")
    for index, (content, across) in enumerate(sections):
        body.extend(content)
        last = index == len(sections) - 1
        body.append(_section(across) if last else _section_end(across))
    return body


def _main(document: OfficialDocument, notes: Notes) -> list[Element]:
    content = [*blocks(wording.ended(document.body), layout.TEXT_WIDTH, notes)]
    _keep_with_signature(content)
    edge = paragraph("edge", (), Notes())  # LibreOffice would set a line of its own before a table
    return [edge, _head(document), *_parts(wording.opening(document)), *content, *_closing(document)]


def _keep_with_signature(content: list[Element]) -> None:
    """The signature never stands alone on a page: the last paragraph stays with it."""
    if content and content[-1].tag.endswith("}p"):
        content[-1][0].insert(1, el("keepNext"))


def _head(document: OfficialDocument) -> Element:
    rows = [
        (wording.issuing_head(document), wording.national_head()),
        (wording.number_head(document), wording.date_head(document)),
    ]
    return frame_table(
        layout.HEAD,
        [[list(_parts(part, width)) for part, width in zip(row, layout.HEAD, strict=True)] for row in rows],
    )


def _closing(document: OfficialDocument) -> list[Element]:
    """Recipients left, signature right; where a second person signs, recipients come below both."""
    received, signed = wording.recipients(document), wording.signature(document.signature)
    gap = paragraph("gap", (), Notes(), el("keepNext"))
    if document.countersignature is None:
        return [gap, _side_by_side((received, signed))]
    second = wording.signature(document.countersignature)
    names = (second[-1:], signed[-1:])
    return [gap, _side_by_side((second[:-1], signed[:-1]), names), *_parts(received)]


def _side_by_side(*rows: tuple[list[Part], list[Part]]) -> Element:
    return frame_table(layout.FOOT, [[list(_parts(left)), list(_parts(right))] for left, right in rows])


def _appendix(document: OfficialDocument, appendix: Appendix, notes: Notes) -> list[Element]:
    width = layout.TEXT_WIDTH_ACROSS if appendix.landscape else layout.TEXT_WIDTH
    return [*_parts(wording.appendix_head(document, appendix)), *blocks(appendix.body, width, notes)]


def _parts(parts: Iterable[Part], column: float = layout.TEXT_WIDTH) -> Iterator[Element]:
    for part in parts:
        match part:
            case Piece(style, line):
                yield paragraph(style, line, Notes())
            case Rule(length):
                yield _rule(length, column)


def _rule(length: float, column: float) -> Element:
    """A thin paragraph whose upper border is as long as the rule has to be."""
    side = twips((column - length) / 2)
    border = el("pBdr", el("top", val="single", sz=6, space=1, color="000000"))
    return paragraph("rule", (), Notes(), border, el("ind", left=side, right=side))


def _section_end(across: bool) -> Element:
    return el("p", el("pPr", el("pStyle", val="gap"), _section(across)))


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
