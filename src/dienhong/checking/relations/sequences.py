"""Ordinals with a hole: the third hearing after the first, the second being nowhere in the text."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from dienhong.checking.findings import Relation
from dienhong.checking.reading import Reading
from dienhong.vietnamese.numerals import parse_ordinal

ORDINAL = re.compile(
    r"(?P<what>kỳ họp|phiên họp|phiên giải trình|phiên chất vấn|hội nghị giao ban|hội nghị|đợt giám sát"
    r"|đợt|lần|phiên)\s+"
    r"(?P<how>lần thứ|thứ|lần)?\s*(?P<value>nhất|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười(?:\s(?:một|hai|ba"
    r"|bốn|lăm|sáu|bảy|tám|chín))?"
    r"|hai mươi(?:\s\w+)?|\d{1,2})(?![\d/%,.]\d|\w)",
    re.IGNORECASE,
)
FEWEST = 2
WIDEST_HOLE = 2


def sequences(reading: Reading) -> Iterator[Relation]:
    """Holes between ordinals of one kind of event; a note, for the rest may be told elsewhere."""
    found: dict[str, dict[int, re.Match[str]]] = defaultdict(dict)
    for match in ORDINAL.finditer(reading.text):
        if not match["how"] and match["what"].lower() != "lần":
            continue
        value = parse_ordinal(match["value"])
        if value and value < 60:
            found[match["what"].lower()].setdefault(value, match)
    for ordinals in found.values():
        if len(ordinals) >= FEWEST:
            yield from _holes(ordinals)


def _holes(ordinals: dict[int, re.Match[str]]) -> Iterator[Relation]:
    numbers = sorted(ordinals)
    for before, after in pairwise(numbers):
        missing = list(range(before + 1, after))
        if len(missing) > WIDEST_HOLE:
            continue
        match = ordinals[after]
        names = ", ".join(str(number) for number in missing)
        yield Relation(
            "sequence", not missing, match.start(), match.end(), f"{match['what']} {before},"
                                                                 f" {after}", match[0], names,
            f"Có “{ordinals[before][0]}” và “{match[0]}” nhưng không thấy nhắc lần thứ {names}.",
        )  # fmt: skip
