"""Official documents as PDF, set by Typst from data: the template is ours, the document only its input."""

import json
from dataclasses import asdict
from pathlib import Path

import typst

from dienhong.documents.blocks import printable
from dienhong.documents.flow import sections
from dienhong.documents.layout import BOTTOM, LEFT, NUMBER_FROM_TOP, RIGHT, STYLES, TOP
from dienhong.documents.metrics import FONTS
from dienhong.documents.official import OfficialDocument
from dienhong.documents.tables import MARGIN
from dienhong.documents.typesetting.data import section_data

_FONT = "Liberation Serif"  # has the widths of Times New Roman, every Vietnamese letter, and a free licence
_TEMPLATES = Path(__file__).parent  # nothing outside is within reach of a template
_LINE_MM = STYLES["page"].size * 1.107 * 25.4 / 72


def to_pdf(document: OfficialDocument) -> bytes:
    """The document as a tagged PDF with its fonts, title and language."""
    data = {
        "title": printable(document.title),
        "author": printable(document.issuer.name),
        "font": _FONT,
        "margin": {"top": TOP, "bottom": BOTTOM, "left": LEFT, "right": RIGHT},
        "number_rise": TOP - NUMBER_FROM_TOP - _LINE_MM,
        "cell_margin": MARGIN,
        "styles": {code: asdict(style) for code, style in STYLES.items()},
        "sections": [section_data(section) for section in sections(document)],
    }
    return typst.compile(
        _TEMPLATES / "official.typ",
        root=_TEMPLATES,
        format="pdf",
        sys_inputs={"document": json.dumps(data, ensure_ascii=False)},
        font_paths=[FONTS],
        ignore_system_fonts=True,
    )
