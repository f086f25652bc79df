"""Vietnamese text as it arrives and as it is searched: repair, normal form, search key, slug."""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps

# What stands for another letter, what is not seen, what only looks like a space. "" removes.
_OI = {"ƣ": "ư", "Ƣ": "Ư"}
_ETH = {"ð": "đ", "Ð": "Đ", "Ɖ": "Đ"}
_SPACES = dict.fromkeys("\u00a0\u1680\u202f\u205f\u3000" + "".join(map(chr, range(0x2000, 0x200B))), " ")
_LINE_ENDS = dict.fromkeys("\x0b\x0c\x85\u2028\u2029", "\n")
_UNSEEN = "\u00ad\u034f\u180e\ufeff\u2060-\u2064\u200b-\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff"
_CONTROLS = "\x00\x01\x03-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
# PDFium's signs for a hyphen at a line end. No Vietnamese word is divided: the hyphen is the author's.
_LINE_HYPHENS = {"\x02": "-", "\ufffe": "-"}

_REPLACED = _OI | _ETH | _SPACES | _LINE_ENDS | _LINE_HYPHENS
_KINDS = dict.fromkeys(_OI, "oi") | dict.fromkeys(_ETH, "eth") | dict.fromkeys(_SPACES | _LINE_ENDS, "space")
_ODD = re.compile(f"[{''.join(_REPLACED)}{_UNSEEN}{_CONTROLS}]")

# Letters after which a new composition begins: every run of other characters belongs to the letter before it.
_HEADS = (
    "\t\n\r -~\u00a1-\u00ac\u00ae-\u00cf\u00d1-\u00ef\u00f1-\u0188\u018a-\u01a1\u01a4-\u02ff\u1e00-\u1eff"
)
_SUSPECT = re.compile(f"[{_HEADS}]?[^{_HEADS}]+")

_MARKS = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+")
_NOT_WORD = re.compile(r"[\W_]+")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")
_A_NAME = 80
"""Letters of what is no longer than a name."""
_BLANKS = re.compile(r"[ \t]+")
_LINE_END = re.compile(r" ?(?:\r\n?|\n) ?")


# Unicode's stream-safe limit: more marks on one letter are no writing, and sorting them takes quadratic time.
_MOST_MARKS = 30
_MARK_RUN = re.compile(rf"[^\w\x00-\x7f]{{{_MOST_MARKS + 1},}}")


def _without_heaps(text: str) -> str:
    """The text with no more than thirty combining marks in a row."""
    return _MARK_RUN.sub(lambda run: _shortened(run[0]), text)


def _shortened(run: str) -> str:
    kept, marks = [], 0
    for character in run:
        marks = marks + 1 if unicodedata.combining(character) else 0
        if marks <= _MOST_MARKS:
            kept.append(character)
    return "".join(kept)


def _substitute(text: str) -> str:
    return _ODD.sub(lambda odd: _REPLACED.get(odd[0], ""), text)


def repair(text: str) -> str:
    """The text in NFC with ƣ→ư, ð→đ, invisible characters removed and every odd space made ordinary."""
    return text if text.isascii() and text.isprintable() else _repaired(text)


def _repaired(text: str) -> str:
    composed = unicodedata.normalize("NFC", _without_heaps(_substitute(text)))
    return _without_heaps(composed)


@dataclass(frozen=True, slots=True)
class Places:
    """Where each character of a repaired text stood in the original, as runs that advance together."""

    repaired: tuple[int, ...]
    originals: tuple[int, ...]

    def original(self, offset: int) -> int:
        """The offset in the original of an offset in the repaired text; beyond the ends, the ends."""
        run = max(bisect_right(self.repaired, offset) - 1, 0)
        last = self.originals[min(run + 1, len(self.originals) - 1)]
        return min(self.originals[run] + max(offset - self.repaired[run], 0), last)


@dataclass(frozen=True, slots=True)
class Repaired:
    """A repaired text, the way back to the original, and what was repaired as (kind, original offset).

    Kinds: oi (ƣ), eth (ð), decomposed, invisible, space.
    """

    text: str
    places: Places
    notes: tuple[tuple[str, int], ...]

    def original(self, offset: int) -> int:
        """The offset in the original of an offset in the repaired text."""
        return self.places.original(offset)


def repaired(text: str) -> Repaired:
    """What `repair` gives, with the offsets in the original and a note for every place that was touched."""
    parts: list[str] = []
    notes: list[tuple[str, int]] = []
    new_offsets, old_offsets = [0], [0]
    old = new = 0
    for found in _SUSPECT.finditer(text):
        raw, (start, end) = found[0], found.span()
        mended = repair(raw)
        if mended == raw:
            continue
        notes += _notes(raw, start, mended)
        parts += text[old:start], mended
        new += start - old
        if len(mended) != len(raw):
            new_offsets += new, new + len(mended)
            old_offsets += start, end
        old, new = end, new + len(mended)
    parts.append(text[old:])
    new_offsets.append(new + len(text) - old)
    old_offsets.append(len(text))
    return Repaired("".join(parts), Places(tuple(new_offsets), tuple(old_offsets)), tuple(notes))


def _notes(raw: str, start: int, mended: str) -> list[tuple[str, int]]:
    notes = [(_KINDS.get(odd[0], "invisible"), start + odd.start()) for odd in _ODD.finditer(raw)]
    if mended != _substitute(raw):
        notes.append(("decomposed", start))
    return notes


def _remembering_names(work: Callable[[str], str]) -> Callable[[str], str]:
    """The same work, done once for each short text: names, headings, choices come again and again."""
    of_name = lru_cache(maxsize=8192)(work)

    @wraps(work)
    def remembering(text: str) -> str:
        return of_name(text) if len(text) <= _A_NAME else work(text)

    return remembering


@_remembering_names
def normalise(text: str) -> str:
    """What every form input passes through: repaired, trimmed line by line, one space between words."""
    return _LINE_END.sub("\n", _BLANKS.sub(" ", repair(text))).strip()


@_remembering_names
def fold(text: str) -> str:
    """The search key: lower case, no diacritics, đ as d, one space for all but letters and digits."""
    bare = _MARKS.sub("", unicodedata.normalize("NFD", repair(text).casefold()))
    return _NOT_WORD.sub(" ", bare.replace("đ", "d")).strip()


def slug(text: str) -> str:
    """A name for an address or a file: "Đại biểu" → "dai-bieu"; only a-z, 0-9 and hyphens, perhaps empty."""
    return _NOT_SLUG.sub("-", fold(text)).strip("-")


# TCVN3 writes letters as Latin-1 signs (®ång), VNI writes tones as Latin-1 letters (Hoäi ñoàng).
_LEGACY = re.compile(r"(?<=[^\W\d_])[¨©ª«¬®µ¶·¸¹»¼½¾\xad]|[®©«¬](?=[^\W\d_])|[äåæçëîïñöøûüþÿÄÅÆÇËÎÏÑÖØÛÜÞ]")
_NATIVE = re.compile("[ĂăĐđĨĩŨũƠơƯưẠ-ỹ]")
_LETTER = re.compile(r"[^\W\d_]")


def looks_like_legacy_font(text: str) -> bool:
    """Whether the raw text (before repair) is TCVN3 or VNI read as Latin-1: no readable Vietnamese."""
    legacy = len(_LEGACY.findall(text))
    if legacy < 3 or legacy <= len(_NATIVE.findall(text)):
        return False
    return legacy * 12 >= len(_LETTER.findall(text))
