"""The list numbers that Word computes and does not store: `1.`, `a)`, `II.`, bullets."""

from collections.abc import Callable
from dataclasses import dataclass, field
from xml.etree.ElementTree import Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
         (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip


def roman(number: int) -> str:
    """`4` → `IV`; what is no positive number below 4000 stays as it is."""
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, letters in ROMAN:
        out += letters * (number // value)
        number %= value
    return out


def letter(number: int) -> str:
    """`1` → `a`, `27` → `aa`, as Word counts."""
    if number < 1:
        return str(number)
    turns, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * (turns + 1) if turns < 20 else str(number)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda number: f"{number:02d}",
    "upperRoman": roman,
    "lowerRoman": lambda number: roman(number).lower(),
    "lowerLetter": letter,
    "upperLetter": lambda number: letter(number).upper(),
}


@dataclass(frozen=True, slots=True)
class Level:
    start: int
    format: str
    pattern: str


@dataclass(slots=True)
class Numbering:
    """Markers of list paragraphs, counted in reading order."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)
    lists: dict[str, str] = field(default_factory=dict)
    _counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def marker(self, list_id: str, depth: int) -> str:
        """The marker of the next paragraph of this list at this depth; empty when the list is unknown."""
        abstract = self.lists.get(list_id, "")
        level = self.levels.get(abstract, {}).get(depth)
        if level is None:
            return ""
        if level.format not in FORMATS:
            return "-" if level.format == "bullet" else ""
        counts = self._counts.setdefault(abstract, {})
        counts[depth] = counts.get(depth, level.start - 1) + 1
        for deeper in [key for key in counts if key > depth]:
            del counts[deeper]
        return self._filled(abstract, depth, level.pattern, counts)

    def _filled(self, abstract: str, depth: int, pattern: str, counts: dict[int, int]) -> str:
        for other in range(depth + 1):
            level = self.levels[abstract].get(other)
            if level is not None:
                shown = FORMATS.get(level.format, str)(counts.get(other, level.start))
                pattern = pattern.replace(f"%{other + 1}", shown)
        return pattern


def read_numbering(root: Element | None) -> Numbering:
    """`word/numbering.xml`, or nothing when the document has no lists."""
    numbering = Numbering()
    if root is None:
        return numbering
    for abstract in root.iter(f"{W}abstractNum"):
        numbering.levels[abstract.get(f"{W}abstractNumId", "")] = dict(map(_level, abstract.iter(f"{W}lvl")))
    for entry in root.iter(f"{W}num"):
        numbering.lists[entry.get(f"{W}numId", "")] = value_of(entry, "abstractNumId")
    return numbering


def _level(element: Element) -> tuple[int, Level]:
    start = whole(value_of(element, "start"), 1)
    level = Level(start, value_of(element, "numFmt") or "decimal", value_of(element, "lvlText"))
    return whole(element.get(f"{W}ilvl"), 0), level


def value_of(element: Element | None, name: str) -> str:
    """`w:val` of the first child of that name, or an empty string."""
    child = element.find(f"{W}{name}") if element is not None else None
    return child.get(f"{W}val", "") if child is not None else ""


def whole(text: str | None, default: int) -> int:
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 6 else default
