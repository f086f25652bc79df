"""The shape of a report: paragraphs from lines, list items, headings, table rows, footnotes in place."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from statistics import quantiles

from dienhong.checking.marks import Footnote, split_footnotes, without_decoration

MARKERS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("part", re.compile(r"PHẦN\s+(?:THỨ\s+)?(?P<value>[IVXLC]+|\d{1,2}|NHẤT|HAI|BA|TƯ"
                        r"|NĂM)\b[.:]?\s*", re.IGNORECASE)),
    ("roman", re.compile(r"(?P<value>[IVXLC]{1,7})(?:[.)/:]|\s*[-–])\s+(?=\S)"
                         r"|(?P<bare>[IVX]{2,4})\.(?=[^\W\d_])")),
    ("dotted", re.compile(r"(?P<value>\d{1,2}(?:\.\d{1,2}){1,4})(?:[.):/]\s*|\s+)(?=[^\W\d_“\"(])")),
    ("number", re.compile(r"(?P<value>\d{1,3})(?:[.)/:]|\s?[-–](?=\s*[A-ZĐÀ-Ỹ]))\s*(?=[^\W\d_“\"(])")),
    ("enclosed", re.compile(r"\((?P<value>\d{1,2}|[a-zđ])\)\s*(?=\S)")),
    ("letter", re.compile(r"(?P<value>[a-zđ])[.)/]\s*(?=[^\W\d_“\"(])|(?P<bare>[A-Z])\.\s+(?=\S)")),
    ("dash", re.compile(r"[-–—−]\s*(?=[^\s\d/])|[-–—]\s+(?=\d)")),
    ("plus", re.compile(r"\+\s*(?=\S)")),
    ("bullet", re.compile(r"[*•●○▪■✓→]\s*(?=\S)")),
)  # fmt: skip
ENDING = (".", "!", "?", ":", ";", "…", "./", "”.", "/.")
NUMBER_ALONE = re.compile(r"\s*(?:[-–—]\s*)?\d{1,3}(?:\s*[-–—])?\s*")
"""A page number, or a raised mark that a converter put on a line of its own."""
ROW = re.compile(r"\s*\|.*\|\s*")
WRAP_AT_MOST = 130
FULL_SHARE = 0.75


@dataclass(frozen=True, slots=True)
class Line:
    start: int
    end: int
    gap: int
    """How many blank lines stand before it."""


@dataclass(slots=True)
class Passage:
    """A paragraph, list item, table row or footnote on one line, and where it stands."""

    text: str
    start: int
    style: str = ""
    value: str = ""
    content: int = 0
    """Where the words begin, after the marker."""
    is_row: bool = False
    notes: list[tuple[int, "Passage"]] = field(default_factory=list)

    @property
    def end(self) -> int:
        return self.start + len(self.text)

    @property
    def is_note(self) -> bool:
        return self.style == "note"


@dataclass(frozen=True, slots=True)
class Structure:
    """The passages of the body in reading order, and footnotes whose mark was not found."""

    passages: tuple[Passage, ...]
    loose_notes: tuple[Passage, ...]

    def everything(self) -> Iterator[Passage]:
        """Every passage and every footnote, each footnote after the passage that holds its mark."""
        for passage in self.passages:
            yield passage
            yield from (note for _, note in passage.notes)
        yield from self.loose_notes


def structure(text: str) -> Structure:
    """The shape of a repaired text; offsets stay those of the text given."""
    plain = without_decoration(text)
    body, footnotes = split_footnotes(plain)
    passages = [_passage(body, start, end) for start, end in _stretches(body)]
    loose = _attach(passages, [(note, _note(plain, note)) for note in footnotes])
    return Structure(tuple(passages), tuple(loose))


def marker_of(text: str) -> tuple[str, str, int]:
    """Style, value and length of the marker that opens a line; empty when there is none."""
    lead = len(text) - len(text.lstrip())
    for style, pattern in MARKERS:
        found = pattern.match(text, lead)
        if found:
            groups = found.groupdict()
            return style, groups.get("value") or groups.get("bare") or "", found.end()
    return "", "", lead


def _lines(text: str) -> list[Line]:
    lines: list[Line] = []
    at = gap = 0
    for raw in text.split("\n"):
        if NUMBER_ALONE.fullmatch(raw):
            pass
        elif raw.strip():
            lines.append(Line(at, at + len(raw.rstrip()), gap))
            gap = 0
        else:
            gap += 1
        at += len(raw) + 1
    return lines


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """From where to where each paragraph goes: lines that a narrow page has broken are put together again."""
    lines = _lines(text)
    width, spacing = _width(lines), _spacing(lines)
    start = end = 0
    for place, line in enumerate(lines):
        previous = lines[place - 1] if place else None
        if previous and not _continues(text, previous, line, width, spacing):
            yield start, end
            start = line.start
        elif not previous:
            start = line.start
        end = line.end
    if lines:
        yield start, end


def _width(lines: list[Line]) -> int:
    """The width of a hard-wrapped text in characters; 0 when its lines are whole paragraphs."""
    lengths = [line.end - line.start for line in lines]
    if len(lengths) < 4:
        return 0
    long = sorted(length for length in lengths if length > 30) or [0]
    typical = quantiles([*long, *long], n=10)[8]
    return int(typical) if typical <= WRAP_AT_MOST else 0


def _spacing(lines: list[Line]) -> int:
    """How many blank lines stand between the lines of one paragraph: 1 in double-spaced text."""
    gaps = [line.gap for line in lines[1:]]
    return 1 if len(gaps) > 4 and gaps.count(1) > 0.7 * len(gaps) else 0


def _continues(text: str, previous: Line, line: Line, width: int, spacing: int) -> bool:
    """Whether the line goes on with the sentence of the one before."""
    before, after = text[previous.start : previous.end], text[line.start : line.end].lstrip()
    if _goes_on_after_page_break(before, after):
        return True
    if line.gap > spacing or ROW.fullmatch(before) or ROW.fullmatch(after):
        return False
    full = len(before) >= FULL_SHARE * width if width else len(before) > 60
    style, _, _ = marker_of(after)
    if line.gap == 0 and not style and before.rfind("(") > before.rfind(")"):
        return True
    if before.endswith(ENDING):
        return bool(width) and full and not style and after[0].islower()
    if (
        style in ("dash", "plus")
        and full
        and after.lstrip("-–—+ ")[:1].islower()
        and not before.endswith(",")
    ):
        return bool(width)
    if style:
        return False
    if after[0].islower() or after[0] in "(),;%" or before.endswith((",", "-", "–", "(")):
        return full or bool(width) or after[0].islower()
    return bool(width) and full


def _goes_on_after_page_break(before: str, after: str) -> bool:
    broken = len(before) > 60 and before[-1].isalpha() and after[0].islower()
    return broken and not marker_of(after)[0]


def _passage(text: str, start: int, end: int) -> Passage:
    line = text[start:end].replace("\n", " ").replace("\r", " ").replace("\t", " ")
    if ROW.fullmatch(line):
        return Passage(line, start, is_row=True)
    style, value, content = marker_of(line)
    return Passage(line, start, style, value, content)


def _note(text: str, note: Footnote) -> Passage:
    line = text[note.start : note.end].replace("\n", " ").replace("\r", " ").replace("\t", " ")
    return Passage(line, note.start, "note", note.label)


def _attach(passages: list[Passage], notes: Iterable[tuple[Footnote, Passage]]) -> list[Passage]:
    """Hang each note on the passage that holds its mark; returns those without a mark."""
    starts = [passage.start for passage in passages]
    loose: list[Passage] = []
    for footnote, note in notes:
        place = bisect_right(starts, footnote.mark[0]) - 1 if footnote.mark else -1
        if footnote.mark and place >= 0 and footnote.mark[0] <= passages[place].end:
            passages[place].notes.append((footnote.mark[0] - passages[place].start, note))
        else:
            loose.append(note)
    return loose


def within(passage: Passage, start: int, end: int) -> Passage:
    """A part of a passage as a passage of its own, with the notes whose marks stand in it."""
    notes = [(place - start, note) for place, note in passage.notes if start <= place <= end]
    return replace(passage, text=passage.text[start:end], start=passage.start + start, notes=notes)
