"""What people call a thing, and when two names are the same."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from dienhong.vietnamese.text import fold

_SHORT: Mapping[str, str] = {
    "hoi dong nhan dan": "hdnd",
    "uy ban nhan dan": "ubnd",
    "uy ban mat tran to quoc viet nam": "ubmttq",
    "uy ban mttq viet nam": "ubmttq",
    "ubmttqvn": "ubmttq",
    "mat tran to quoc": "mttq",
    "kinh te xa hoi": "ktxh",
    "van phong": "vp",
}
"""Words that officials shorten, folded."""

_LONG = re.compile(rf"\b(?:{'|'.join(map(re.escape, _SHORT))})\b")
_ZEROS = re.compile(r"\b0+(?=\d)")
_NAMES = ("title", "name", "short_name")


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """The same for two spellings of a name: case, marks, signs, noughts before a number, usual abbreviations."""
    return _ZEROS.sub("", _LONG.sub(lambda found: _SHORT[found[0]], fold(name)))


def code_of(row: Any) -> str:
    """The code that a row is known by; nothing for what has none."""
    return getattr(row, "code", "") or getattr(row, "slug", "")


def label_of(row: Any) -> str:
    """The one name to show."""
    return getattr(row, "title", "") or str(row)


def names_of(row: Any) -> Iterator[str]:
    """The names that a row goes by, the one to show first."""
    yield label_of(row)
    yield from (name for attribute in _NAMES if (name := getattr(row, attribute, "")))


def called(row: Any) -> Iterator[str]:
    """Its names, and the way lists of the system write it, code and all."""
    yield from names_of(row)
    yield str(row)
