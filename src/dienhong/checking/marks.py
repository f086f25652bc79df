"""Marks left in a text: bookmarks, emphasis, footnotes. Blanked without moving anything."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

BOOKMARK = re.compile(r"\[bookmark: ?[^\]\n]*\]")
EMPHASIS = re.compile(r"\*\*|__|(?<=\w)\*(?!\w)|(?<![\w*])\*(?=[\w“\"])|(?<=[\w.,;:”\"])\*(?!\*)")
HASHES = re.compile(r"^[ \t>]*#{1,6}(?=\s)", re.MULTILINE)
CONVERTER_MARK = re.compile(r"(?P<open>\()?\[footnoteRef: ?(?P<label>\w{1,6})\](?(open)\)?)")
CONVERTER_NOTE = re.compile(r"\[(\d{1,4}): ?")
MARKDOWN_NOTE = re.compile(r"^[ \t]*\[\^([\w.]{1,8})\]:[ \t]*(.*(?:\n[ \t]+\S.*)*)", re.MULTILINE)
MARKDOWN_MARK = re.compile(r"(?P<open>\()?\[\^(?P<label>[\w.]{1,8})\](?!:)(?(open)\)?)")
RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
RAISED_MARK = re.compile(
    r"(?<=[\w.,;:)”\"])\(?([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\)?|(?<=[^\W\d_]{2})\((\d{1,3})\)(?=[\s.,;:]|$)"
)
LINE_NOTE = re.compile(r"^[ \t]*(?:\((\d{1,3})\)|([⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))[ \t]*(\S.*)$", re.MULTILINE)
BRACKETS = re.compile(r"[\[\]]")
NOT_LINE_END = re.compile(r"[^\n]")
LONGEST_NOTE = 8_000


Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note [start, end), all that its mark-up covers (`outer`), and its mark in the text, if any."""

    label: str
    start: int
    end: int
    outer: Span
    mark: Span | None


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with these stretches turned into spaces; line ends stay, so nothing moves."""
    parts: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end > at:
            begin = max(start, at)
            parts += [text[at:begin], NOT_LINE_END.sub(" ", text[begin:end])]
            at = end
    return "".join([*parts, text[at:]])


def matches(text: str, *patterns: re.Pattern[str]) -> list[Span]:
    return [found.span() for pattern in patterns for found in pattern.finditer(text)]


def without_decoration(text: str) -> str:
    """Bookmarks, headings' hashes and emphasis blanked."""
    return blanked(text, matches(text, BOOKMARK, HASHES, EMPHASIS))


def split_footnotes(text: str) -> tuple[str, tuple[Footnote, ...]]:
    """The text with notes and marks blanked, and the notes."""
    notes = _converter_notes(text) + _markdown_notes(text) or _raised_notes(text)
    spans = [note.outer for note in notes] + [note.mark for note in notes if note.mark]
    return blanked(text, spans + matches(text, CONVERTER_MARK, MARKDOWN_MARK)), tuple(notes)


def _converter_notes(text: str) -> list[Footnote]:
    marks = {found["label"]: found.span() for found in reversed(list(CONVERTER_MARK.finditer(text)))}
    notes: list[Footnote] = []
    at = 0
    while marks and (opening := CONVERTER_NOTE.search(text, at)):
        closing = _closing(text, opening.end())
        at = closing + 1 if opening[1] in marks else opening.end()
        if opening[1] in marks:
            outer = (opening.start(), min(at, len(text)))
            notes.append(Footnote(opening[1], opening.end(), closing, outer, marks[opening[1]]))
    return notes


def _closing(text: str, start: int) -> int:
    """Where the bracket opened before `start` closes; the line's end when it never does."""
    depth = 1
    for found in BRACKETS.finditer(text, start, start + LONGEST_NOTE):
        depth += 1 if found[0] == "[" else -1
        if depth == 0:
            return found.start()
    line_end = text.find("\n", start)
    return len(text) if line_end < 0 else line_end


def _markdown_notes(text: str) -> list[Footnote]:
    marks = {found["label"]: found.span() for found in reversed(list(MARKDOWN_MARK.finditer(text)))}
    return [
        Footnote(found[1], *found.span(2), found.span(), marks.get(found[1]))
        for found in MARKDOWN_NOTE.finditer(text)
    ]


def _raised_notes(text: str) -> list[Footnote]:
    """Marks that are raised digits or `(1)` glued to a word, the note on a later line `(1) …`."""
    marks: dict[str, Span] = {}
    for found in RAISED_MARK.finditer(text):
        marks.setdefault((found[1] or found[2]).translate(RAISED), found.span())
    notes: list[Footnote] = []
    for found in LINE_NOTE.finditer(text) if marks else ():
        label = (found[1] or found[2]).translate(RAISED)
        mark = marks.get(label)
        if mark and mark[1] < found.start():
            notes.append(Footnote(label, *found.span(3), found.span(), marks.pop(label)))
    return notes
