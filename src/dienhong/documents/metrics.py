"""How wide words print: Decree 30/2020 gives its rules as shares of the text above them."""

import struct
from functools import cache
from pathlib import Path

from dienhong.documents.layout import Style

FONTS = Path(__file__).parent / "fonts"
_FACES = {False: "LiberationSerif-Regular.ttf", True: "LiberationSerif-Bold.ttf"}
_MM_PER_POINT = 25.4 / 72


def text_width(text: str, size: float, *, bold: bool = False) -> float:
    """Millimetres of one line in Times New Roman, whose widths Liberation Serif has."""
    widths, missing = _advances(bold)
    return sum(widths.get(ord(letter), missing) for letter in text) * size * _MM_PER_POINT


def widest_line(text: str, style: Style, column: float) -> float:
    """Millimetres of the longest line once the text is broken into a column, greedily as printers do."""
    return max(_width(line, style) for part in text.split("\n") for line in _broken(part, style, column))


def _width(text: str, style: Style) -> float:
    return text_width(text, style.size, bold=style.bold)


def _broken(text: str, style: Style, column: float) -> list[str]:
    lines: list[str] = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and _width(longer, style) > column:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


@cache
def _advances(bold: bool) -> tuple[dict[int, float], float]:
    """Advance widths in em by character, and that of an unknown one (OpenType: cmap format 4, hmtx)."""
    font = (FONTS / _FACES[bold]).read_bytes()
    tables = _tables(font)
    (em,) = struct.unpack_from(">H", font, tables["head"] + 18)
    (metrics,) = struct.unpack_from(">H", font, tables["hhea"] + 34)
    advances = [
        width / em for (width, _) in struct.iter_unpack(">Hh", _cut(font, tables["hmtx"], metrics * 4))
    ]
    glyphs = _glyphs(font, tables["cmap"])
    return {code: advances[min(glyph, metrics - 1)] for code, glyph in glyphs.items()}, advances[0]


def _cut(font: bytes, start: int, length: int) -> bytes:
    return font[start : start + length]


def _tables(font: bytes) -> dict[str, int]:
    (count,) = struct.unpack_from(">H", font, 4)
    records = struct.iter_unpack(">4sIII", _cut(font, 12, count * 16))
    return {tag.decode(): offset for tag, _, offset, _ in records}


def _glyphs(font: bytes, cmap: int) -> dict[int, int]:
    (count,) = struct.unpack_from(">H", font, cmap + 2)
    for platform, encoding, offset in struct.iter_unpack(">HHI", _cut(font, cmap + 4, count * 8)):
        if (platform, encoding) == (3, 1):
            return _segments(font, cmap + offset)
    raise ValueError("the font has no Unicode character map")


def _segments(font: bytes, start: int) -> dict[int, int]:
    (double,) = struct.unpack_from(">H", font, start + 6)
    places = [start + 14, *(start + 16 + double * n for n in (1, 2, 3))]
    ends, starts, deltas, ranges = (
        (place, struct.unpack_from(f">{double // 2}H", font, place)) for place in places
    )
    glyphs = {}
    for n, (first, last) in enumerate(zip(starts[1], ends[1], strict=True)):
        for code in range(first, min(last, 0xFFFE) + 1):
            glyph = code
            if ranges[1][n]:
                at = ranges[0] + 2 * n + ranges[1][n] + 2 * (code - first)
                (glyph,) = struct.unpack_from(">H", font, at)
            glyphs[code] = (glyph + deltas[1][n]) & 0xFFFF
    return glyphs
