"""The styles part: every style of the layout under its Vietnamese name."""

from xml.etree.ElementTree import Element

from dienhong.documents.layout import FONT, NOTE_STYLE, STYLES, Style
from dienhong.documents.tables import MARGIN
from dienhong.documents.word.xml import el, twips

_JC = {"justify": "both"}
_CUSTOM = {"customStyle": "1"}


def styles() -> Element:
    fonts = el("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    language = el("lang", val="vi-VN", eastAsia="vi-VN", bidi="vi-VN")
    run = el("rPr", fonts, el("color", val="000000"), el("sz", val=28), el("szCs", val=28), language)
    defaults = el("docDefaults", el("rPrDefault", run), el("pPrDefault", el("pPr")))
    normal = el(
        "style", el("name", val="Normal"), el("qFormat"), type="paragraph", default="1", styleId="Normal"
    )
    named = [_paragraph_style(code, style) for code, style in STYLES.items()]
    return el("styles", defaults, normal, _no_table(), *named, _note_mark(), _data_table())


def _paragraph_style(code: str, style: Style) -> Element:
    return el(
        "style",
        el("name", val=style.name),
        el("basedOn", val="Normal"),
        el("qFormat"),
        _paragraph(style),
        _run(style),
        type="paragraph",
        styleId=code,
        **({} if style.name == NOTE_STYLE else _CUSTOM),
    )


def _paragraph(style: Style) -> Element:
    keep = [el("keepNext")] if style.keep_next else []
    spacing = el(
        "spacing", before=style.before * 20, after=style.after * 20, line=style.lines * 240, lineRule="auto"
    )
    outline = [el("outlineLvl", val=style.outline)] if style.outline is not None else []
    return el(
        "pPr", *keep, spacing, _indent(style), el("jc", val=_JC.get(style.align, style.align)), *outline
    )


def _indent(style: Style) -> Element:
    first, left = twips(abs(style.first)), twips(style.left)
    return el("ind", left=left, hanging=first) if style.first < 0 else el("ind", left=left, firstLine=first)


def _run(style: Style) -> Element:
    bold = [el("b"), el("bCs")] if style.bold else []
    italic = [el("i"), el("iCs")] if style.italic else []
    return el("rPr", *bold, *italic, el("sz", val=style.size * 2), el("szCs", val=style.size * 2))


def _note_mark() -> Element:
    run = el("rPr", el("vertAlign", val="superscript"))
    name = el("name", val="footnote reference")
    return el("style", name, run, type="character", styleId="note_mark")


def _no_table() -> Element:
    return el(
        "style", el("name", val="Normal Table"), _margins(0), type="table", default="1", styleId="NoTable"
    )


def _data_table() -> Element:
    borders = el(
        "tblBorders",
        *(
            el(side, val="single", sz=4, space=0, color="000000")
            for side in ("top", "left", "bottom", "right", "insideH", "insideV")
        ),
    )
    properties = el("tblPr", borders, *_margins(MARGIN))
    return el(
        "style",
        el("name", val="Bảng số liệu"),
        el("basedOn", val="NoTable"),
        properties,
        type="table",
        customStyle="1",
        styleId="data_table",
    )


def _margins(mm: float) -> Element:
    sides = [el(side, w=twips(mm) if side in {"left", "right"} else 0, type="dxa") for side in _SIDES]
    return el("tblPr", el("tblCellMar", *sides))


_SIDES = ("top", "left", "bottom", "right")
