"""Vietnamese order as stored bytes, the same on every database: what ICU calls `vi` with numbers by value.

Letters decide first (a ă â b c d đ …), then tones (ngang huyền hỏi ngã sắc nặng), then small before capital;
spaces come before marks, marks before numbers, numbers before letters.
"""

import re
import unicodedata
from functools import lru_cache

from .text import normalise

_LETTERS = "aăâbƀcdđeêfghijklmnoôơpqrstuưvwxyz"
_SIGNS = " _-–—,;:!?.…·'‘’\"“”«»()[]{}§@*/\\&#%‰•`´^°©®+±÷×<=>|~$₫€"
_TONES = "\u0300\u0309\u0303\u0301\u0323"

# The first byte of what a character weighs; 0 separates the levels of a key.
_FIRST_SIGN, _OTHER_SIGN, _NUMBER, _FIRST_LETTER, _OTHER_LETTER = 0x02, 0x60, 0x70, 0x80, 0xF0
_WEIGHTS = {
    **{sign: bytes([_FIRST_SIGN + place]) for place, sign in enumerate(_SIGNS)},
    **{letter: bytes([_FIRST_LETTER + place]) for place, letter in enumerate(_LETTERS)},
}
_OTHER_MARK = len(_TONES) + 2
_PIECES = re.compile(r"[0-9]+|[^0-9]", re.DOTALL)

_LONGEST = 200  # characters that count: PostgreSQL indexes no key above some 2,700 bytes
_LONGEST_NUMBER = 40  # digits


def sort_key(text: str) -> bytes:
    """The key of a text's first 200 characters, about as long as they are; compare it byte by byte."""
    letters = bytearray()
    tones: list[int] = []
    capitals: list[int] = []
    for piece in _PIECES.findall(normalise(text)[:_LONGEST]):
        weight, tone, capital = _weigh(piece)
        if not weight and tones:
            tones[-1] = tone
            continue
        letters += weight
        tones.append(tone)
        capitals.append(capital)
    return b"\0".join((bytes(letters), _level(tones), _level(capitals))).rstrip(b"\0")


def person_sort_key(name: str) -> bytes:
    """The key of a person's name: the given name, which is the last word, then the whole name."""
    given = normalise(name).rpartition(" ")[2][:50]
    return b"\0\0\0".join((sort_key(given), sort_key(name)))


@lru_cache(maxsize=4096)
def _weigh(piece: str) -> tuple[bytes, int, int]:
    """Letter weight, tone and capital of a character or a number; a lone mark has no weight of its own."""
    if piece[0] in "0123456789":
        digits = piece.lstrip("0")[:_LONGEST_NUMBER]
        return bytes([_NUMBER, 1 + len(digits)]) + digits.encode(), 0, 0
    base, *marks = list(unicodedata.normalize("NFD", piece.lower()))
    if unicodedata.combining(base):
        return b"", _tone(base), 0
    for mark in marks:
        composed = unicodedata.normalize("NFC", base + mark)
        if composed in _WEIGHTS:
            base, marks = composed, [other for other in marks if other != mark]
            break
    tone = max(map(_tone, marks), default=0)
    return _WEIGHTS.get(base) or _foreign(base), tone, int(piece != piece.lower())


def _tone(mark: str) -> int:
    place = _TONES.find(mark)
    return place + 1 if place >= 0 else _OTHER_MARK


def _foreign(character: str) -> bytes:
    kind = _OTHER_LETTER if character.isalnum() else _OTHER_SIGN
    return bytes([kind]) + character.encode("utf-8", "surrogatepass")


def _level(weights: list[int]) -> bytes:
    """A level as pairs (how far to the next weight, weight): nearer is greater, as the other has none there.

    Texts that agree in their letters have equally long levels, so pairs compare as the full levels would.
    """
    level = bytearray()
    gap = 0
    for weight in weights:
        if not weight:
            gap += 1
            continue
        level += bytes([255 - gap, weight])
        gap = 0
    return bytes(level)
