"""Ordinals of terms, sessions and conferences: khóa XIV, kỳ họp thứ Bảy, lần 3."""

import re

from .text import normalise
from .words import parse_words, to_words

_ROMAN = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L")),
    *((40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
_ROMAN_FORM = re.compile(
    r"M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})", re.IGNORECASE | re.ASCII
)
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

_ORDINAL_WORDS = {1: "nhất", 4: "tư"}
_ORDINAL_VALUES = {"nhất": 1, "nhì": 2, "tư": 4}
_LEAD = re.compile(r"(?:(?:khóa|khoá|số|lần|thứ) )*")


def to_roman(number: int) -> str:
    """14 → "XIV"; ValueError outside 1..3999."""
    if not 1 <= number <= 3999:
        raise ValueError(f"no Roman numeral for {number}")
    letters = ""
    for value, letter in _ROMAN:
        count, number = divmod(number, value)
        letters += letter * count
    return letters


def parse_roman(text: str) -> int | None:
    """ "XIV" → 14, small letters too; None unless it is written by the rules (not "IIII")."""
    clean = text.strip()
    if not clean or not _ROMAN_FORM.fullmatch(clean):
        return None
    values = [_ROMAN_VALUES[letter] for letter in clean.upper()]
    return sum(
        -value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True)
    )


def ordinal_words(number: int) -> str:
    """The ordinal after "thứ": nhất, hai, ba, tư, năm…; lower case, ValueError below 1."""
    if number < 1:
        raise ValueError(f"no ordinal for {number}")
    return _ORDINAL_WORDS.get(number) or to_words(number)


def parse_ordinal(text: str) -> int | None:
    """The ordinal in "thứ Bảy", "thứ 6", "lần thứ Hai", "lần 3", "tư", "nhất", "khóa XIV"; None otherwise."""
    words = _LEAD.sub("", normalise(text).lower(), count=1)
    if words.isascii() and words.isdigit():
        return int(words) if len(words) <= 4 and int(words) else None
    return _ORDINAL_VALUES.get(words) or parse_roman(words) or parse_words(words) or None


def format_term(number: int) -> str:
    """The term of a council: 14 → "khóa XIV"."""
    return f"khóa {to_roman(number)}"
