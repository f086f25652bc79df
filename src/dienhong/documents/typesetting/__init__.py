"""Official documents as PDF, set by Typst from data: the template is ours, the document only its input."""

import json
import subprocess
import sys
from dataclasses import asdict
from pathlib import Path

from dienhong.documents.blocks import printable
from dienhong.documents.flow import sections
from dienhong.documents.layout import BOTTOM, LEFT, NUMBER_FROM_TOP, RIGHT, STYLES, TOP
from dienhong.documents.metrics import FONTS
from dienhong.documents.official import OfficialDocument
from dienhong.documents.tables import MARGIN
from dienhong.documents.typesetting.data import Data, section_data

_FONT = "Liberation Serif"  # has the widths of Times New Roman, every Vietnamese letter, and a free licence
_LINE_MM = STYLES["page"].size * 1.107 * 25.4 / 72
_PROGRAM = Path(__file__).parent / "program.py"
_SECONDS = 120


def to_pdf(document: OfficialDocument) -> bytes:
    """The document as a tagged PDF with its fonts, title and language. Raises what subprocess raises."""
    return subprocess.run(  # noqa: S603 - our own program; the document reaches it as data only
        [sys.executable, "-I", str(_PROGRAM), str(FONTS)],
        input=json.dumps(_data(document), ensure_ascii=False).encode(),
        stdout=subprocess.PIPE,
        check=True,
        timeout=_SECONDS,
    ).stdout


def _data(document: OfficialDocument) -> Data:
    return {
        "title": printable(document.title),
        "author": printable(document.issuer.name),
        "font": _FONT,
        "margin": {"top": TOP, "bottom": BOTTOM, "left": LEFT, "right": RIGHT},
        "number_rise": TOP - NUMBER_FROM_TOP - _LINE_MM,
        "cell_margin": MARGIN,
        "styles": {code: asdict(style) for code, style in STYLES.items()},
        "sections": [section_data(section) for section in sections(document)],
    }
