"""Digits of one width, made from Be Vietnam Pro, whose own differ ("1" is half of "0") with no tabular set.

Columns of numbers need them. The OFL allows the change, and the font reserves no name.
"""

from io import BytesIO

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

DIGITS = "0123456789"


def tabular(font_file: bytes) -> bytes:
    """A woff2 with the ten digits alone, each centred in the width of the 3."""
    font = TTFont(BytesIO(font_file), recalcTimestamp=False)
    subsetter = Subsetter(Options(layout_features=[], hinting=False, notdef_outline=True))
    subsetter.populate(text=DIGITS)
    subsetter.subset(font)
    names = font.getBestCmap()
    width = font["hmtx"][names[ord("3")]][0]
    for digit in DIGITS:
        centre(font, names[ord(digit)], width)
    font.flavor = "woff2"
    out = BytesIO()
    font.save(out)
    return out.getvalue()


def centre(font: TTFont, name: str, width: int) -> None:
    """Move the outline so that equal margins stand on both sides."""
    glyph = font["glyf"][name]
    shift = (width - (glyph.xMax - glyph.xMin)) // 2 - glyph.xMin
    glyph.coordinates.translate((shift, 0))
    glyph.recalcBounds(font["glyf"])
    font["hmtx"][name] = (width, glyph.xMin)
